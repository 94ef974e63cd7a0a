"""Items by district and year as a heat map; a cell leads to its plans."""

from dataclasses import replace
from typing import Final

import streamlit as st

from ui import charts, data
from ui.components import dialog, pick, table
from ui.data import Row
from ui.links import open_page, set_wanted, wanted
from ui.words import t

#: Pixels a district takes, and how many of them are seen at once; the rest is scrolled to.
ROW: Final = 26
MOST: Final = 560
#: Years in a row that still fit on a screen; with more, only those with plans are drawn.
LONGEST: Final = 30


def show() -> None:
    """Draw the heat map and, once a cell is picked, the plans behind it."""
    found = data.coverage()
    districts, years = _districts(found), _years(found)
    places = [(list(years).index(row["year"]), list(districts).index(row["district"])) for row in found]
    option = charts.cells(
        list(years.values()),
        list(districts.values()),
        [(*place, row["items"]) for place, row in zip(places, found, strict=True)],
    )
    tall = len(districts) * ROW + 40
    st.caption(t("coverage.hint"))
    with st.container(height=MOST if tall > MOST else "content", border=False):
        pick.chart(
            option,
            height=tall,
            key="coverage",
            alt=t("overview.coverage"),
            on_pick=lambda _, at: set_wanted("cell", _cell(found[at])),
        )
    cell = next((row for row in found if _cell(row) == wanted("cell")), None)
    if cell is not None:
        title = f"{districts[cell['district']]} · {years[cell['year']]}"
        dialog.show(title, lambda: _show_plans(cell), params=("cell",))


def _show_plans(cell: Row) -> None:
    report = data.own_report("plans")
    result = data.answer(report)
    district, year = result.columns.index("district"), result.columns.index("year")
    rows = tuple(row for row in result.rows if (row[district], row[year]) == (cell["district"], cell["year"]))
    st.caption(t("coverage.plans"))
    table.show(
        report,
        replace(result, rows=rows),
        key="coverage-plans",
        hidden=("district", "year"),
        on_row=lambda at: open_page("evidence", plan=str(rows[at][0])),
    )


def _cell(row: Row) -> str:
    return f"{row['district'] or ''}~{row['year'] or ''}"


def _districts(found: list[Row]) -> dict[str | None, str]:
    """Return the districts with their words, those with most items first."""
    items: dict[str | None, int] = {}
    for row in found:
        items[row["district"]] = items.get(row["district"], 0) + row["items"]
    order = sorted(items, key=lambda name: (-items[name], name or ""))
    return {name: t("coverage.no-district") if name is None else name for name in order}


def _years(found: list[Row]) -> dict[int | None, str]:
    """Return the years with their words; every year between the first and the last, so gaps are seen."""
    known = sorted({row["year"] for row in found if row["year"] is not None})
    if known and known[-1] - known[0] < LONGEST:
        known = list(range(known[0], known[-1] + 1))
    names: dict[int | None, str] = {year: str(year) for year in known}
    if any(row["year"] is None for row in found):
        names[None] = t("coverage.no-year")
    return names
