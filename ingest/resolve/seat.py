"""Find the place that a mention names, from the plan's own district up to the nation, or none at all."""

import re
from functools import lru_cache

from msgspec import Struct

from ingest.resolve.lexicon import sort_of, unit_names, without_ending
from ingest.resolve.place import DEPTH, Place, chain

LETTER = re.compile(r"全?(自治[区州县旗]|新区|新城|地区|街道|[省市区县州盟旗镇乡])(?=..)")
LETTER_LEVELS = {
    "自治区": "province",
    "省": "province",
    "市": "city",
    "州": "city",
    "自治州": "city",
    "盟": "city",
    "地区": "city",
    "区": "county",
    "县": "county",
    "自治县": "county",
    "旗": "county",
    "自治旗": "county",
    "镇": "township",
    "乡": "township",
}
NATION = re.compile(r"中央|国务院|国家(?!级)|全国")

# Sorts of units that put the short name of their place in front (罗湖法院) or inside (公安涧西分局).
LOCAL = frozenset({"bureau", "branch", "court", "procuratorate", "team", "customs"})
POSTED = LOCAL | {"bank", "company", "centre"}
# Sorts that are the place itself: 李庄镇人民政府 in a plan of 李庄镇.
RULERS = frozenset({"street", "town", "government"})
# Sorts that have no place in their names.
ALONE = frozenset({"company", "bank"})


class Seat(Struct, frozen=True, gc=False):
    """Where a mention says that its unit belongs, and the mention without it.

    `scope` keeps units of two places apart; it is the district's full name where that is known.
    `rest` is the mention without its place, `full` and `short` the unit's names with it;
    `implicit` says that the mention names no place.
    """

    scope: str | None
    district: str | None
    level: str | None
    rest: str
    full: str
    short: str
    implicit: bool = False


def find_seat(text: str, district: str | None) -> Seat:
    """Return where the unit of a mention belongs in a plan of this district."""
    text = _without_lead(text)
    places = chain(district) if district else ()
    place, rest = _named(text, places)
    own = places[-1] if places else None
    seat = _branch(text, rest, places) if place is not own or own is None else None
    if seat is not None:
        return seat
    if NATION.match(text):
        return Seat("全国", None, "nation", text, text, text)
    if place is not None:
        return _seat(place, text, rest)
    if own is None:
        return Seat(None, None, _letter_level(text), text, text, text, implicit=True)
    return _higher(text, places) or _local(text, places) or _implicit(text, own)


@lru_cache(maxsize=16384)
def _without_lead(text: str) -> str:
    """Drop what stands in front of a full name and adds nothing: 中共, 国家税务总局."""
    for lead in unit_names().leads:
        if text.startswith(lead) and len(text) > len(lead) + 2:
            return text[len(lead) :]
    return text


def _named(text: str, places: tuple[Place, ...]) -> tuple[Place | None, str]:
    """The place whose name or level letter opens the mention, the lowest first, and what follows."""
    for place in reversed(places):
        for form in (place.name, place.last):
            if text.startswith(form) and len(text) > len(form) + 1:
                return place, text[len(form) :]
    letter = _letter(text)
    if letter is not None:
        for place in reversed(places):
            if place.letter == letter[1] or place.last.endswith(letter[1]):
                return place, text[letter.end() :]
    return None, text


@lru_cache(maxsize=16384)
def _letter(text: str) -> re.Match[str] | None:
    return None if text.startswith(unit_names().words) else LETTER.match(text)


def _letter_level(text: str) -> str | None:
    letter = _letter(text)
    return LETTER_LEVELS.get(letter[1]) if letter is not None else None


def _seat(place: Place, text: str, rest: str) -> Seat:
    ruler = place.level == "township" and sort_of(rest) in RULERS
    short = place.letter + rest if text.startswith(place.name) else text
    return Seat(
        place.name, place.name, place.level or None, text if ruler else rest, place.name + rest, short
    )


def _branch(text: str, rest: str, places: tuple[Place, ...]) -> Seat | None:
    """Read 自然资源局坊子分局 and 人行宣汉支行: the place stands between the body and the ending."""
    if not places:
        return None
    own = places[-1]
    for form in (own.name, own.last, own.short):
        body, _, tail = rest.partition(form)
        if len(body) < 2 or not tail or (sort := sort_of(tail)) not in POSTED:
            continue
        # 市场和质量监管委罗湖局 is the 市场和质量监管分局 of its district.
        about = f"{without_ending(body)}分局" if sort in LOCAL else body + tail
        above = len(places) > 1 and not NATION.match(body) and (rest != text or sort in LOCAL)
        full = places[-2].name + rest if above else rest
        return Seat(own.name, own.name, own.level or None, about, full, text)
    return None


def _higher(text: str, places: tuple[Place, ...]) -> Seat | None:
    """Read 省财政厅 in a plan that does not tell its province: a unit of a place without a name."""
    letter, level = _letter(text), _letter_level(text)
    own = places[-1].level
    if letter is None or level is None or own not in DEPTH or DEPTH[level] >= DEPTH[own]:
        return None
    return Seat(f"{places[0].name}上级{letter[1]}", None, level, text[letter.end() :], text, text)


def _local(text: str, places: tuple[Place, ...]) -> Seat | None:
    """Read 罗湖法院 and 盐田市场监管分局: the place stands in front without its ending."""
    own = places[-1]
    rest = text.removeprefix(own.short)
    if rest == text or own.short == own.last or sort_of(rest) not in LOCAL:
        return None
    branch = len(places) > 1 and sort_of(rest) == "branch"
    full = places[-2].name + text if branch else own.name + rest
    return Seat(own.name, own.name, own.level or None, rest, full, text)


def _implicit(text: str, own: Place) -> Seat:
    full = text if own.level == "nation" or sort_of(text) in ALONE else own.name + text
    return Seat(own.name, own.name, own.level or None, text, full, text, implicit=True)
