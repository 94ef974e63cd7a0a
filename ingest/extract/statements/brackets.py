"""Read brackets that state roles or deadlines: `（区教育局牵头，区人社局配合，6月底前完成）`."""

import re
from functools import lru_cache

from ingest.extract.deadlines import find_deadline
from ingest.extract.statements.fields import read_fields, take_asides
from ingest.extract.statements.labels import find_labels
from ingest.extract.statements.lists import hand_on_prefix, list_claims, settle, split_marks
from ingest.extract.statements.model import Claim, Label, Statement
from ingest.extract.statements.verbs import has_verb, parse_verbs
from ingest.extract.units import CLOSE, OPEN, Mention, is_collective, is_ordinary, is_unit_name

_BRACKET = re.compile(rf"[{re.escape(OPEN + CLOSE)}\n]")
_PLAIN = re.compile(rf"[^{re.escape(OPEN + CLOSE)}\n]*")
_PROSE = re.compile(r"[的了为在对将把使让]|鼓励|支持|引导|企业")
_URGES = ("鼓励", "支持", "引导", "推动")
_ASIDE = re.compile(r"(?:不?含|包括|其中|如|即|指|除|简称|原|下同)")
_ENOUGH = 4  # names of a list without a role word that vouch for an odd one among them
_ODD_UNIT = re.compile(r"[\u4e00-\u9fff（）()]{3,12}")
_LONGEST_ODD = 12  # letters of a name that does not end like a unit


# Brackets nest two or three deep; more are brackets that lost their other half.
_DEEPEST = 5


def close_bracket(text: str, start: int, limit: int) -> int:
    """Return the offset of the bracket that closes the one at `start`, or the end of the line."""
    plain = _PLAIN.match(text, start + 1, limit)
    if plain and plain.end() < limit and text[plain.end()] not in OPEN:
        return plain.end()  # most brackets hold no others
    depth = 0
    for found in _BRACKET.finditer(text, start, limit):
        sign = found[0]
        if sign == "\n":
            return found.start()
        depth += 1 if sign in OPEN else -1
        if depth == 0 or depth > _DEEPEST:
            return found.start()
    return limit


def read_bracket(text: str, start: int, end: int) -> Statement | None:
    """Read what stands inside a bracket, [start, end) without the brackets; None if it states no role."""
    found = _read_content(text[start:end])
    if found is None:
        return None
    return Statement(
        start - 1,
        end + 1,
        _moved(found.claims, start),
        [(a + start, b + start) for a, b in found.deadlines],
        _moved(found.onward, start),
        found.bare,
        found.first_leads,
    )


def _moved(claims: list[Claim], by: int) -> list[Claim]:
    return [
        Claim(role, start + by, end + by, first + by, last + by, mention, person, rule, doubt)
        for role, start, end, first, last, mention, person, rule, doubt in claims
    ]


@lru_cache(maxsize=16384)
def _read_content(text: str) -> Statement | None:
    """Read the inside of a bracket by itself: offices repeat the same brackets, so they are read once."""
    end = len(text)
    labels = find_labels(text, 0, end)
    if any(label.kind != "other" for label in labels):
        out = _read_labelled(text, labels)
        return None if out.is_empty() else out
    out = Statement(-1, end + 1)
    if span := find_deadline(text, 0, end, whole=True):
        out.deadlines.append(span)
        return out
    start, stop = take_asides(text, 0, end, out)
    if has_verb(text, start, stop):
        claims = parse_verbs(text, start, stop, None, "verb-bracket")
        readable = all(_is_plausible(c.mention) for c in claims)
    else:
        claims = list_claims(text, (start, stop), "responsible", rule="bare-list")
        readable = not _ASIDE.match(text) and _are_units([c.mention.name for c in claims])
        out.bare = True
    if not claims or not readable:
        return out if out.onward else None
    out.claims = settle(split_marks(hand_on_prefix(claims)))
    return out


def _read_labelled(text: str, labels: list[Label]) -> Statement:
    """Read `6月底前完成；牵头单位：A；责任单位：B`, or `A负责；督办单位：B`."""
    stops = [label.start for label in labels[1:]] + [len(text)]
    out = read_fields(text, labels, stops, -1, len(text) + 1)
    first = labels[0].start
    if span := find_deadline(text, 0, first, whole=True):
        out.deadlines.append(span)
    elif has_verb(text, 0, first):
        claims = [*parse_verbs(text, 0, first, None, "verb-bracket"), *out.claims]
        out.claims = settle(hand_on_prefix(claims))
    return out


def _are_units(names: list[str]) -> bool:
    """Say whether a list without a role word holds units only; 法院 needs another beside it.

    Among several that are units for sure one may end as no unit does: a short form (人行某某中支), a company.
    """
    plain = [name for name in names if not is_ordinary(name)]
    odd = [name for name in plain if not is_unit_name(name)]
    if len(odd) == 1 and len(plain) >= _ENOUGH:
        sure = sum(is_unit_name(name, strong=True) for name in plain)
        return (
            sure == len(names) - 1 and _ODD_UNIT.fullmatch(odd[0]) is not None and not _PROSE.search(odd[0])
        )
    return len(plain) > 0 and all(map(_stands_alone, plain)) and all(map(is_unit_name, names))


def _stands_alone(name: str) -> bool:
    """Say whether a name without a role word is a unit's: 含, 为 and the like make it an aside."""
    return is_unit_name(name) and ("为" not in name or is_collective(name))


def _is_plausible(mention: Mention) -> bool:
    if is_unit_name(mention.name):
        return not mention.name.startswith(_URGES)
    if _PROSE.search(mention.name):
        return False
    return 2 <= len(mention.name) <= _LONGEST_ODD
