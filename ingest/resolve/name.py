"""Read a mention: which place it belongs to, what it is about and what sort of unit it names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.resolve.lexicon import rewrite, unit_names
from ingest.resolve.place import DEPTH, Place, chain

SIGNS = str.maketrans("〈<《(〔[【〉>》)〕]】", "（" * 7 + "）" * 7)
ALIAS = re.compile(r"^(.{2,})（([^（）]{2,})）$")
LETTER = re.compile(r"全?([省市区县州盟旗镇乡]|地区|街道)(?=..)")
LETTER_LEVEL = {
    "省": "province",
    "区": "county",
    "县": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
}
NATION = re.compile(r"中央|国务院|国家(?!级)")
BOTH = re.compile(r"^(?:党委|委)（?[省市区县州旗镇乡]?(?:人民)?(?:政府|府)）?(?=.)")
PARTY = re.compile(r"^委(?![员托])(?=.)")
GOVERNMENT = re.compile(r"^(?:人民政府|政府|府)(?=.)")
JOINTS = re.compile(r"[和与及、]")

# Sorts whose stem is a proper name or nearly so: nothing in it is an abbreviation.
PROPER = frozenset({"street", "town", "village", "community", "company", "hospital", "school", "government"})
# Sorts of units that put the short name of their place in front (罗湖法院), or inside (公安涧西分局).
LOCAL = frozenset({"bureau", "branch", "court", "procuratorate", "team", "customs"})
POSTED = LOCAL | {"bank", "company", "centre"}
# What such a body is about; without it the party's and the government's offices differ.
GENERIC = frozenset({"", "督查", "研究", "政策研究", "机关", "信息", "综合"})
SORT_LEVEL = {"street": "township", "town": "township", "community": "village", "village": "village"}


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a unit, read.

    `text` is the mention with one kind of brackets and without its alias, `rest` the same without the
    place. `scope` keeps units of two places apart: a place's full name, or the plan's id where no
    district is known. `implicit` says that no place stands in the mention.
    """

    text: str
    alias: str | None
    rest: str
    organ: str
    stem: str
    sort: str
    scope: str
    district: str | None
    level: str | None
    full: str
    short: str
    implicit: bool

    @property
    def vague(self) -> bool:
        """Whether several units may be meant: only a field, or a body that party and government both have."""
        return self.sort == "field" or (self.organ == "" and self.stem in GENERIC and self.sort not in PROPER)

    @property
    def key(self) -> str:
        """The name in one spelling, the same for all spellings that certainly mean one body."""
        return f"{self.organ}|{self.stem}|{self.sort}"


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a mention says that its unit belongs: the place, the mention without it, the full name."""

    place: Place | None
    rest: str
    full: str
    implicit: bool = False


@lru_cache(maxsize=65536)
def read_name(mention: str, district: str | None, scope: str) -> Name:
    """Return what a mention of one unit says.

    Args:
        mention: the completed mention, e.g. `区委组织部〈编办〉`.
        district: full name of the plan's district, or None.
        scope: what keeps units of an unknown district apart, the plan's id.
    """
    text = _plain(mention)
    alias = ALIAS.match(text)
    host = alias[1] if alias else text
    places = chain(district) if district else ()
    seat = _seat(host, places)
    organ, about = _organ(seat.rest)
    stem, sort = _stem_and_sort(about)
    place = seat.place
    return Name(
        text=host,
        alias=alias[2] if alias else None,
        rest=seat.rest,
        organ=organ if stem in GENERIC else "",
        stem=stem,
        sort=sort,
        scope=place.name if place else scope,
        district=place.name if place and place.level != "nation" else None,
        level=SORT_LEVEL.get(sort) or (place.level or None if place else _letter_level(host)),
        full=seat.full,
        short=f"{place.letter}{seat.rest}"
        if place and place.letter and host == place.name + seat.rest
        else host,
        implicit=seat.implicit,
    )


@lru_cache(maxsize=65536)
def read_collective(mention: str, district: str | None, scope: str) -> Name:
    """Return what a mention of many units at once says; its arguments are those of `read_name`."""
    names = unit_names()
    text = _plain(mention)
    own = chain(district)[-1] if district else None
    rest = text
    for prefix in (own.name, own.last) if own else ():
        rest = rest.removeprefix(prefix) or rest
    one = rewrite(rest, names.many)
    one = names.wholes.get(re.sub(r"[（）]", "", one), one)
    ending = names.ending.search(re.sub(r"（.*", "", one))
    sort = names.sorts[ending[0]] if ending else ""
    return Name(
        text=text,
        alias=None,
        rest=one,
        organ="",
        stem=one,
        sort="collective",
        scope=own.name if own else scope,
        district=district,
        level=SORT_LEVEL.get(sort) or (own.level or None if own else None),
        short=text,
        full=f"{district or ''}{re.sub(r'^全?[省市区县镇](?=各)', '', rest)}",
        implicit=True,
    )


def _plain(mention: str) -> str:
    return "".join(mention.split()).translate(SIGNS)


def _letter_level(text: str) -> str | None:
    letter = None if text.startswith(unit_names().words) else LETTER.match(text)
    return LETTER_LEVEL.get(letter[1]) if letter else None


# --- the place --------------------------------------------------------------------------------------


def _seat(text: str, places: tuple[Place, ...]) -> _Seat:
    """Find the place that the mention names, from its own full name down to none at all."""
    text = text.removeprefix("中共") if len(text) > 4 else text
    if NATION.match(text):
        return _Seat(Place("全国", "全国", "全国", "", "nation"), text, text)
    if not places:
        return _Seat(None, text, text, implicit=True)
    own = places[-1]
    place, rest = _named(text, places)
    above = place is not None and place is not own
    if place is None or above:
        branch = _branch(rest, places, above)
        if branch is not None:
            return branch
    if place is not None:
        return _Seat(place, rest, place.name + rest)
    rest = text.removeprefix(own.short)
    if rest != text and own.short != own.last and _sort(rest) in LOCAL:
        branch_name = (
            places[-2].name + text if len(places) > 1 and _sort(rest) == "branch" else own.name + rest
        )
        return _Seat(own, rest, branch_name)
    alone = _sort(text) in {"company", "bank"}
    return _Seat(own, text, text if alone else own.name + text, implicit=True)


def _named(text: str, places: tuple[Place, ...]) -> tuple[Place | None, str]:
    """The place whose name or level letter opens the mention, and what follows."""
    for place in reversed(places):
        for form in (place.name, place.last):
            rest = text.removeprefix(form)
            if (
                rest != text
                and len(rest) > 1
                and not (place is places[-1] and _sort(text) in {"street", "town"})
            ):
                return place, rest
    letter = None if text.startswith(unit_names().words) else LETTER.match(text)
    if letter is None:
        return None, text
    rest = text[letter.end() :]
    for place in reversed(places):
        if place.letter == letter[1]:
            return place, rest
    level = "city" if letter[1] in "市州盟" else LETTER_LEVEL.get(letter[1], "")
    if not level or DEPTH[level] >= DEPTH.get(places[-1].level, 9):
        return None, text
    # The plan's name does not tell how the province or city above it is called.
    return Place(f"{places[0].name}上级{letter[0]}", letter[0], letter[0], letter[1], level), rest


def _branch(rest: str, places: tuple[Place, ...], above: bool) -> _Seat | None:
    """Read 自然资源局坊子分局 and 人行宣汉支行: the place stands between the body and the ending."""
    own = places[-1]
    for form in (own.last, own.short):
        body, _, tail = rest.partition(form)
        sort = _sort(tail)
        if len(body) < 2 or sort not in POSTED:
            continue
        whole = places[-2].name + rest if len(places) > 1 and (above or sort in LOCAL) else rest
        # 市场和质量监管委罗湖局 is the 市场和质量监管分局 of its district.
        return _Seat(own, f"{_without_ending(body)}分局" if sort in LOCAL else body + tail, whole)
    return None


# --- the body ---------------------------------------------------------------------------------------


def _organ(rest: str) -> tuple[str, str]:
    """Split off the party committee or the government that a body is part of."""
    for pattern, organ in ((BOTH, "委政府"), (PARTY, "委"), (GOVERNMENT, "政府")):
        found = pattern.match(rest)
        if found is not None:
            return organ, rest[found.end() :]
    return "", rest


def _sort(text: str) -> str:
    found = unit_names().ending.search(text)
    return unit_names().sorts[found[0]] if found is not None else ""


def _without_ending(text: str) -> str:
    found = unit_names().ending.search(text)
    return text[: found.start()] if found is not None and found.start() > 0 else text


def _stem_and_sort(text: str) -> tuple[str, str]:
    """The body in one spelling and its sort; a bare body (民政) names a field."""
    names = unit_names()
    sort = _sort(text)
    stem = _without_ending(text) if sort else text
    if sort in PROPER:
        return stem, sort
    stem = rewrite(JOINTS.sub("", stem), names.parts)
    stem = names.stems.get(stem, stem)
    return stem, sort or ("field" if stem in names.bodies else "")
