"""The table of divisions: what a name stood for in a year, and what lies above it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from ingest.errors import LexiconError
from ingest.places.rows import read_rows

Level = Literal["province", "city", "county", "township", "zone"]

DATA = Path(__file__).parent.parent.parent / "data" / "places"
STILL = 9999  # the end of a span that still holds
DIVISION_COLUMNS = ["id", "name", "short", "code", "parent", "level", "from", "to"]


@dataclass(frozen=True)
class Place:
    """A place by the name of its year.

    `code` is the GB/T 2260 code of that year, None for zones and townships. `full_name` starts at
    the city (`深圳市罗湖区`); `parents` are the full names of what lies above, outermost first.
    """

    code: str | None
    name: str
    short: str
    full_name: str
    level: Level
    parents: tuple[str, ...]


class Division(NamedTuple):
    """One span of years in which a place kept its name, code and parent; both years included."""

    id: str
    name: str
    short: str
    code: str
    parent: str
    level: Level
    first: int
    last: int

    def distance(self, year: int) -> int:
        """Return how many years `year` lies outside the span."""
        return max(self.first - year, year - self.last, 0)


class Table:
    """All spans, by name, by short name and, for cities and provinces, by id."""

    def __init__(
        self,
        divisions: Iterable[Division],
        *,
        ordinary: set[str],
        signs: dict[str, set[str]],
        zone_endings: Iterable[str],
    ) -> None:
        """Index the spans; `ordinary` are words that name no place alone, `signs` those of doc numbers."""
        self.by_name: dict[str, list[Division]] = defaultdict(list)
        self.by_short: dict[str, list[Division]] = defaultdict(list)
        self.by_id: dict[str, list[Division]] = defaultdict(list)
        self.ordinary = ordinary
        self.signs = signs
        self.zone = re.compile(
            rf"(?P<name>[\u3400-\u9fff]{{0,14}}?(?:{'|'.join(zone_endings)}))(?=管委会|管理委员会|党工委|工委|工作委员会)"
        )
        for division in divisions:
            self.by_name[division.name].append(division)
            self.by_short[division.short].append(division)
            if division.level in ("province", "city"):
                self.by_id[division.id].append(division)

    @cached_property
    def name_lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of full names by their first character, longest first."""
        return _lengths(self.by_name)

    @cached_property
    def short_lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of short names by their first character, longest first; single characters left out."""
        return _lengths(short for short in self.by_short if len(short) > 1)

    @cached_property
    def _openings(self) -> frozenset[str]:
        """The first two characters of all names that are longer than one."""
        return frozenset(name[:2] for name in (*self.by_name, *self.by_short) if len(name) > 1)

    @cached_property
    def _may_open(self) -> re.Pattern[str]:
        """An expression for the first character of such a pair before the second of one: a cheap test."""
        firsts, seconds = ("".join(sorted({pair[at] for pair in self._openings})) for at in (0, 1))
        return re.compile(f"[{re.escape(firsts)}](?=[{re.escape(seconds)}])")

    def starts(self, text: str) -> Iterator[int]:
        """Yield the offsets of a text at which a full or a short name may start, in order."""
        openings = self._openings
        places = (found.start() for found in self._may_open.finditer(text))
        return (at for at in places if text[at : at + 2] in openings)

    def longest_name(self, text: str, at: int) -> str | None:
        """Return the longest full name that starts at this offset of the text."""
        for length in self.name_lengths.get(text[at : at + 1], ()):
            if (piece := text[at : at + length]) in self.by_name:
                return piece
        return None

    def longest_short(self, text: str, at: int) -> str | None:
        """Return the longest short name that starts at this offset of the text."""
        for length in self.short_lengths.get(text[at : at + 1], ()):
            if (piece := text[at : at + length]) in self.by_short:
                return piece
        return None

    def named(self, name: str, year: int | None) -> list[Division]:
        """Return the places that bore this full name in the year, or else nearest to it."""
        return _nearest(self.by_name.get(name, []), year)

    def shortly_named(self, short: str, year: int | None) -> list[Division]:
        """Return the places that bore this short name in the year, or else nearest to it."""
        return _nearest(self.by_short.get(short, []), year)

    def above(self, division: Division, year: int | None) -> list[Division]:
        """Return the city and the province of a division by the names of the year, nearest first."""
        found: list[Division] = []
        parent = division.parent
        while parent:
            upper = _nearest(self.by_id.get(parent, []), year)[:1]
            found += upper
            parent = upper[0].parent if upper else ""
        return found

    def names_above(self, division: Division) -> set[str]:
        """Return every full and short name that the city and the province of a division have borne."""
        names: set[str] = set()
        parents = {division.parent}
        while parents:
            spans = [span for parent in parents for span in self.by_id.get(parent, ())]
            names |= {span.name for span in spans} | {span.short for span in spans}
            parents = {span.parent for span in spans if span.parent}
        return names

    def place(self, division: Division, year: int | None) -> Place:
        """Return the place of a division by the names of the year."""
        above = self.above(division, year)
        if division.level in ("province", "city"):
            full_name = division.name
        else:
            # A county under its province alone goes by its own name; a municipality stands for the city.
            city = next((d for d in above if d.level == "city" or d.name.endswith("市")), None)
            prefix = city.name if city else ""
            # 合肥经济技术开发区 names its city already, 长沙市长沙县 does not.
            named = city is not None and division.level == "zone" and division.name.startswith(city.short)
            full_name = division.name if named else prefix + division.name
        return Place(
            code=division.code or None,
            name=division.name,
            short=division.short,
            full_name=full_name,
            level=division.level,
            parents=tuple(d.name for d in reversed(above)),
        )


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[name[0]].add(len(name))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _nearest(spans: list[Division], year: int | None) -> list[Division]:
    """Return the spans nearest to the year, one a place; without a year those that still hold."""
    if len(spans) > 1:
        if year is None:
            spans = [s for s in spans if s.last == STILL] or spans
        else:
            best = min(s.distance(year) for s in spans)
            spans = [s for s in spans if s.distance(year) == best]
    return list({(s.name, s.parent): s for s in spans}.values())


def _read_divisions(path: Path, columns: list[str]) -> Iterator[Division]:
    for cells in read_rows(path, columns):
        id_, name, short, code, parent, level, first, last = cells[:8]
        try:
            yield Division(
                id_, name, short, code, parent, cast(Level, level), int(first), int(last) if last else STILL
            )
        except ValueError as error:
            raise LexiconError(f"{path.name}: expected years, found {first!r}, {last!r} of {name}") from error


@lru_cache(maxsize=1)
def load_table() -> Table:
    """Return the table of divisions, read once."""
    divisions = [
        *_read_divisions(DATA / "divisions.tsv", DIVISION_COLUMNS),
        *_read_divisions(DATA / "divisions_extra.tsv", [*DIVISION_COLUMNS, "reason"]),
    ]
    ordinary = {cells[0] for cells in read_rows(DATA / "ordinary_names.tsv", ["name", "reason"])}
    signs: dict[str, set[str]] = defaultdict(set)
    for sign, name, _reason in read_rows(DATA / "abbreviations.tsv", ["sign", "name", "reason"]):
        signs[name].add(sign)
    endings = [cells[0] for cells in read_rows(DATA / "zone_endings.tsv", ["ending", "reason"])]
    return Table(divisions, ordinary=ordinary, signs=dict(signs), zone_endings=endings)
