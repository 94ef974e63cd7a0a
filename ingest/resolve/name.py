"""Read a mention: which place it belongs to, what it is about and what sort of unit it names."""

import re
from functools import lru_cache

from msgspec import Struct

from ingest.resolve.lexicon import rewrite, sort_of, unit_names, without_ending
from ingest.resolve.place import chain
from ingest.resolve.seat import find_seat

SIGNS = str.maketrans("〈<《(〔[【〉>》)〕]】", "（" * 7 + "）" * 7)
ALIAS = re.compile(r"^(.{2,})（([^（）]{2,})）$")
JOINTS = re.compile(r"[和与及、]")
ORGANS = (
    (re.compile(r"(?:党委|委)（?[省市区县州旗镇乡]?(?:人民)?(?:政府|府)）?(?=.)"), "委政府"),
    (re.compile(r"委(?![员托])(?=.)"), "委"),
    (re.compile(r"(?:人民政府|政府|府)(?=.)"), "政府"),
)

# Sorts whose stem is a proper name or nearly so: nothing in it is an abbreviation.
PROPER = frozenset({"street", "town", "village", "community", "company", "hospital", "school", "government"})
# Sorts that say what a unit is for, whatever stands before: 建设银行 is no building bureau.
TELLING = PROPER | {"park", "bank"}
# What such a body is about; without it the party's and the government's offices differ.
GENERIC = frozenset({"", "督查", "研究", "政策研究", "机关", "信息", "综合"})
SORT_LEVELS = {"street": "township", "town": "township", "community": "village", "village": "village"}


class Name(Struct, frozen=True, gc=False):
    """One mention of a unit, read.

    `text` is the mention with one kind of brackets and without its alias, `rest` the same without
    the place, `stem` what it is about in one spelling. The other fields are those of `Seat`.
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
        """Whether it may mean several units: a field of work, or what party and government both have."""
        return self.sort == "field" or (self.organ == "" and self.stem in GENERIC and self.sort == "room")

    @property
    def body(self) -> str:
        """What the unit is about, or nothing where its sort says what it is for."""
        return "" if self.sort in TELLING else self.stem

    @property
    def key(self) -> str:
        """The name in one spelling, the same for all spellings that certainly mean one body."""
        return f"{self.organ}|{self.stem}|{self.sort}"


def read_name(mention: str, district: str | None, scope: str) -> Name:
    """Return what a mention of one unit says.

    Args:
        mention: the completed mention, e.g. `区委组织部〈编办〉`.
        district: full name of the plan's district, or None.
        scope: what keeps units of an unknown district apart, the plan's id.
    """
    return _read_name(mention, district, "" if district else scope)


@lru_cache(maxsize=65536)
def _read_name(mention: str, district: str | None, scope: str) -> Name:
    host, alias = _host_and_alias(mention)
    seat = find_seat(host, district)
    organ, about, stem, sort = _read_rest(seat.rest)
    level = SORT_LEVELS.get(sort, seat.level)
    if sort == "government" and stem:  # 崇阳县政府 in a plan of its city
        level = "city" if about.endswith("行署") else "county"
    return Name(
        text=host,
        alias=alias,
        rest=seat.rest,
        organ=organ if stem in GENERIC else "",
        stem=stem,
        sort=sort,
        scope=seat.scope or scope,
        district=seat.district,
        level=level,
        full=seat.full,
        short=seat.short,
        implicit=seat.implicit,
    )


def read_collective(mention: str, district: str | None, scope: str) -> Name:
    """Return what a mention of many units at once says; its arguments are those of `read_name`."""
    return _read_collective(mention, district, "" if district else scope)


@lru_cache(maxsize=65536)
def _read_collective(mention: str, district: str | None, scope: str) -> Name:
    names = unit_names()
    text = _plain(mention)
    own = chain(district)[-1] if district else None
    rest = text
    for prefix in (own.name, own.last) if own else ():
        rest = rest.removeprefix(prefix) or rest
    one = rewrite(rewrite(rest, names.many), names.many)  # 区各有关 is 各有关 first, then 相关
    one = names.wholes.get(re.sub(r"[（）]", "", one), one)
    return Name(
        text=text,
        alias=None,
        rest=one,
        organ="",
        stem=one,
        sort="collective",
        scope=own.name if own else scope,
        district=district,
        level=SORT_LEVELS.get(sort_of(re.sub(r"（.*", "", text)), own.level or None if own else None),
        full=f"{district or ''}{re.sub(r'^全?[省市区县镇](?=各)', '', rest)}",
        short=text,
        implicit=True,
    )


def _plain(mention: str) -> str:
    return "".join(mention.split()).translate(SIGNS)


@lru_cache(maxsize=16384)  # every district has the same
def _host_and_alias(mention: str) -> tuple[str, str | None]:
    text = _plain(mention)
    alias = ALIAS.match(text)
    return (alias[1], alias[2]) if alias else (text, None)


@lru_cache(maxsize=16384)
def _read_rest(rest: str) -> tuple[str, str, str, str]:
    """Organ, the name without it, stem and sort."""
    organ, about = _organ(rest)
    return organ, about, *_stem_and_sort(about)


def _organ(rest: str) -> tuple[str, str]:
    """Split off the party committee or the government that a body is part of."""
    for pattern, organ in ORGANS:
        found = pattern.match(rest)
        if found is not None:
            return organ, rest[found.end() :]
    return "", rest


def _stem_and_sort(text: str) -> tuple[str, str]:
    """The body in one spelling and its sort; a bare body (民政) names a field."""
    names = unit_names()
    sort = sort_of(text)
    stem = without_ending(text) if sort else text
    if sort and stem == text:  # nothing but the ending: 办公室, 法院
        return "", sort
    if sort in PROPER:
        return stem, sort
    stem = rewrite(JOINTS.sub("", stem), names.parts)
    stem = names.stems.get(stem, stem)
    return stem, sort or ("field" if stem in names.bodies else "")
