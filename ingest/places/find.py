"""Find the place a document belongs to, from where it names itself and, if need be, a second witness.

A name that one place alone bears decides by itself. A name of several (朝阳区) is decided by what
else names the city or the province: the words before it, the document number, neighbours in the
text. Where nothing decides, the place stays open and the candidates are returned.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ingest.places.table import Division, Place, Table, load_table

# Words after which a name starts anew although no break stands there.
LEADS_IN = re.compile(
    r"(?:中共|关于|印发|转发|批转|下发|发布|公布|做好|征求|人民政府|办公[室厅]|委员会|区委|县委|市委|省委|[的对在为])$"
)
HANZI = re.compile(r"[\u3400-\u9fff]")
# A township stands where its offices or its year follow; `(?!…)` are words for townships in general.
TOWNSHIP = re.compile(
    r"(?:人民政府)?(?P<name>(?![各全本我有小新集建每]|中共|中心镇|重点镇|特色)[\u3400-\u9fff]{2,8}?(?:街道|(?<![乡城])镇|乡|苏木))"
    r"(?=党委|党工委|委员会|人民政府|办事处|机关|全面深化|[12]\d{3}年)"
)
HAS_SUB = re.compile("[镇乡]|街道|苏木|管委会|管理委员会|工委|工作委员会")  # what either needs
NO_TOWNSHIP = re.compile("政府|委员会|办公")  # 区人民政府景山街道 runs over the unit above it
OWN_LEVEL = re.compile(r"([我省市区县旗州])(?:(?<=我)([省市区县旗州])|(?<!我)(?:委|政府))")
FULL, SHORT = 2, 1  # weights of a full name and a short one
TEXT_LIMIT = 20_000  # characters of running text that are looked at as a second witness


@dataclass(frozen=True)
class Verdict:
    """The place, or None with the candidates between which nothing decided. `why` is in words."""

    place: Place | None
    candidates: tuple[Place, ...]
    why: str


class Mention(NamedTuple):
    """The places that one mention may stand for. A `firm` one stands where a document names itself."""

    places: tuple[Division, ...]
    firm: bool
    sub: str | None  # the township or zone named right after, or instead
    sub_level: str | None


def find_place(
    named: Iterable[str], *, doc_no: str | None = None, text: str = "", year: int | None = None
) -> Verdict:
    """Return the place a document belongs to.

    `named` are the strings in which a document names itself, the most telling first (issuer, title,
    heading, fields of the page, signature); `text` is running text, looked at as a second witness only.
    """
    table = load_table()
    found = (mention for string in named for mention in _read_mentions(table, _squeeze(string), year))
    mentions: list[Mention] = []
    for mention in found:
        if mention.firm and mention.sub is None and len(mention.places) == 1:
            return _decide(table, mention.places, _Witness([], doc_no, "", year))
        mentions.append(mention)
        if mention.firm:
            break
    mentions += found
    text = _squeeze(text[:TEXT_LIMIT])
    firm = [mention for mention in mentions if mention.firm]
    for mention in firm or mentions:
        if mention.sub is not None:
            return _decide_sub(table, mention, _Witness(firm, doc_no, text, year))
        return _decide(table, mention.places, _Witness(mentions, doc_no, text, year))
    return _infer(table, _Witness([], doc_no, text, year))


class _Witness(NamedTuple):
    mentions: list[Mention]
    doc_no: str | None
    text: str
    year: int | None


def _squeeze(text: str) -> str:
    return "".join(text.split()).replace("#", "").replace("*", "")


def _read_mentions(table: Table, text: str, year: int | None) -> Iterator[Mention]:
    """Yield the mentions of places in a short string, in order."""
    done = 0
    for at in range(len(text)) if HAS_SUB.search(text) else table.starts(text):
        if at < done:
            continue
        names, end = _read_chain(table, text, at)
        if not names and not _is_firm(text, at):
            continue
        sub, level, sub_end = _read_sub(text, end)
        done = max(end, sub_end)
        if not names:
            if sub is not None:
                yield Mention((), True, sub, level)
            continue
        places, firm = _narrow_by_chain(table, names, year), _is_firm(text, at)
        telling = len(places) == 1 and len(names[-1]) > 2 and places[0].short not in table.ordinary
        if firm or (sub is None and telling):
            yield Mention(tuple(places), firm, sub, level)


def _is_firm(text: str, at: int) -> bool:
    """Whether a name that starts here stands where a document names itself."""
    return at == 0 or not HANZI.match(text[at - 1]) or LEADS_IN.search(text, max(0, at - 4), at) is not None


def _read_chain(table: Table, text: str, at: int) -> tuple[list[str], int]:
    """Return the names that follow one another without a break (`深圳市`, `罗湖区`) and where they end."""
    names: list[str] = []
    while True:
        name = table.longest_name(text, at)
        if name is None:
            short = table.longest_short(text, at)
            # A short name counts before a full one only: 深圳罗湖区.
            if short is None or table.longest_name(text, at + len(short)) is None:
                return names, at
            name = short
        names.append(name)
        at += len(name)


def _narrow_by_chain(table: Table, names: list[str], year: int | None) -> list[Division]:
    places = table.named(names[-1], year)
    for name in names[:-1]:
        within = [place for place in places if name in table.names_above(place)]
        if not within:  # the name of another year, whose parent may have been another
            within = [p for p in table.by_name[names[-1]] if name in table.names_above(p)][-1:]
        places = within or places
    return places


def _read_sub(text: str, at: int) -> tuple[str | None, str | None, int]:
    """Return a township or a zone named at this place, its level and where it ends."""
    if (found := TOWNSHIP.match(text, at)) is not None and not NO_TOWNSHIP.search(found["name"]):
        return found["name"], "township", found.end()
    if (found := load_table().zone.match(text, at)) is not None and len(found["name"]) > 3:
        return found["name"], "zone", found.end()
    return None, None, at


def _decide_sub(table: Table, mention: Mention, witness: _Witness) -> Verdict:
    """Return a township or zone, with the district or city above it where something names that."""
    name, level = mention.sub or "", "township" if mention.sub_level == "township" else "zone"
    above = _decide(table, mention.places, witness).place if mention.places else None
    if above is None:
        above = _find_above(table, name, witness)
    prefix = above.full_name if above else ""
    overlap = above is not None and name.startswith((above.name, above.short))
    place = Place(
        code=None,
        name=name,
        short=name,
        full_name=name if overlap else prefix + name,
        level="township" if level == "township" else "zone",
        parents=() if above is None else (*above.parents, above.full_name),
    )
    return Verdict(place, (), f"names the {level} itself")


def _find_above(table: Table, name: str, witness: _Witness) -> Place | None:
    """Return the district before the township's name anywhere in the text, or the zone's own base name."""
    for found in re.finditer(re.escape(name), witness.text):
        for start in range(max(0, found.start() - 16), found.start()):
            names, end = _read_chain(table, witness.text, start)
            if names and witness.text[end : found.start()] in ("", "人民政府", "政府"):
                return _decide(table, tuple(_narrow_by_chain(table, names, witness.year)), witness).place
    short = table.longest_short(name, 0)
    if short is not None:
        cities = tuple(d for d in table.shortly_named(short, witness.year) if d.level != "zone")
        if len(cities) == 1:
            return table.place(cities[0], witness.year)
    for mention in witness.mentions:
        if len(mention.places) == 1 and mention.sub is None:
            return table.place(mention.places[0], witness.year)
    return None


def _decide(table: Table, places: tuple[Division, ...], witness: _Witness) -> Verdict:
    """Return the one place, or the one for which most second witnesses speak."""
    if len(places) == 1:
        return Verdict(table.place(places[0], witness.year), (), "one place alone bears the name")
    support = [(_support(table, place, witness), place) for place in places]
    best = max((score for score, _ in support), default=0)
    winners = [place for score, place in support if score == best]
    if best > 0 and len(winners) == 1:
        return Verdict(
            table.place(winners[0], witness.year), (), "a second witness names what lies above or beside"
        )
    return Verdict(
        None,
        tuple(table.place(p, witness.year) for p in places),
        "nothing decides between places of one name",
    )


def _support(table: Table, place: Division, witness: _Witness) -> int:
    """Return how much speaks for a place: its city or province named, its sign, its neighbours."""
    above = table.above(place, witness.year)
    score = 0
    for upper in above:
        weight = 2 if upper.level == "city" else 1
        if any(upper in mention.places for mention in witness.mentions):
            score += 3 * weight
        score += weight * min(3, witness.text.count(upper.name))
        if upper.short not in table.ordinary and len(upper.short) > 1:
            score += min(2, witness.text.count(upper.short))
        if witness.doc_no and witness.doc_no[0] in {upper.short[0], *table.signs.get(upper.name, ())}:
            score += 2 * weight
    siblings = _siblings(table, place.parent, witness.year)
    return score + 2 * sum(1 for name in siblings if name != place.name and name in witness.text)


@lru_cache(maxsize=256)
def _siblings(table: Table, parent: str, year: int | None) -> tuple[str, ...]:
    """Return the names of all counties under one city in the year."""
    at = year or 2024
    return tuple(
        span.name
        for spans in table.by_name.values()
        for span in spans
        if span.parent == parent and span.level == "county" and span.distance(at) == 0
    )


def _infer(table: Table, witness: _Witness) -> Verdict:
    """Return the place that running text is about, when no heading names one.

    The place must be named at least twice, twice as often as any other of the level that the text
    calls its own (`我区`, `县委`).
    """
    levels = Counter(first if first != "我" else own for first, own in OWN_LEVEL.findall(witness.text))
    level = levels.most_common(1)[0][0] if levels else None
    scores: Counter[tuple[Division, ...]] = Counter()
    for (name, weight), count in Counter(_read_names(table, witness.text)).items():
        places = (table.named if weight == FULL else table.shortly_named)(name, witness.year)
        own = tuple(place for place in places if level is None or place.name.endswith(level))
        if len(own) > 0:
            scores[own] += weight * count
    if not scores:
        return Verdict(None, (), "no place is named")
    (top, score), *others = scores.most_common(2)
    if score >= 2 and (not others or score >= 2 * others[0][1]):
        return _decide(table, top, witness)
    candidates = tuple(
        table.place(place, witness.year) for place in (*top, *(others[0][0] if others else ()))
    )
    return Verdict(None, candidates, "the text names several places, none twice as often")


def _read_names(table: Table, text: str) -> Iterator[tuple[str, int]]:
    """Yield the names in the text, each with its weight."""
    done = 0
    for at in table.starts(text):
        if at < done:
            continue
        name, weight = table.longest_name(text, at), FULL
        if name is None or all(division.short in table.ordinary for division in table.by_name[name]):
            name, weight = table.longest_short(text, at), SHORT
            if name is None or name in table.ordinary:
                continue
        yield name, weight
        done = at + len(name)
