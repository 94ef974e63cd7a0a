"""Builds chart options for ECharts from plain rows. Nothing here knows Streamlit.

A click on a chart returns the index of a datum, so every function draws its data in the order in
which it got them.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ui.palette import INK, NEUTRAL, ROLES

Option = dict[str, Any]

#: Pixels a bar needs with its words in a readable size.
ROW: Final = 30
#: Bars that fit on a screen; the table beside a chart has the rest.
MOST_BARS: Final = 20
#: Characters in all over the columns of a heat map that still fit side by side.
WIDE: Final = 100
_WORDS: Final = {"fontSize": 13, "color": NEUTRAL}
# So faint that it leads the eye along a row on either page.
_LINES: Final = {"splitLine": {"show": True, "lineStyle": {"color": "rgba(128,128,128,0.14)"}}}


def bars(
    names: Sequence[str],
    values: Sequence[float],
    *,
    colour: str = INK,
    chosen: int | None = None,
) -> Option:
    """Return horizontal bars, the first on top, each with its value.

    Args:
        names: Words beside the bars.
        values: Lengths, in the same order.
        colour: Of all bars.
        chosen: Index of the bar that stands out, the others step back.
    """
    data = [
        {"value": value, "itemStyle": {"opacity": 1.0 if chosen in (None, at) else 0.45}}
        for at, value in enumerate(values)
    ]
    return {
        "animation": False,
        "tooltip": {"trigger": "item", "formatter": "{b}: {c}", "confine": True},
        "grid": {"left": 4, "right": 44, "top": 4, "bottom": 4, "containLabel": True},
        "xAxis": {"type": "value", "show": False, "minInterval": 1},
        "yAxis": _categories(names, width=300),
        "series": [
            {
                "type": "bar",
                "data": data,
                "barWidth": "62%",
                "itemStyle": {"color": colour, "borderRadius": [0, 2, 2, 0]},
                "label": {"show": True, "position": "right", "fontSize": 13, "color": NEUTRAL},
                "cursor": "pointer",
                **_selectable(),
            }
        ],
    }


def two_sides(
    names: Sequence[str],
    sides: Mapping[str, Mapping[str, Sequence[int]]],
    words: Mapping[str, str],
) -> Option:
    """Return two panels of stacked bars, row by row on one scale.

    Args:
        names: The rows.
        sides: For either district, in order, the values of each role by role name.
        words: What the reader calls each role.

    The series are in the order district, role: series 0 to 2 are the first district's.
    """
    most = max((sum(row) for side in sides.values() for row in zip(*side.values(), strict=True)), default=0)
    grids: list[Option] = [
        # Equal widths, or the two scales would differ.
        {"left": 160, "width": "37%", "top": 62, "bottom": 8, "containLabel": False},
        {"right": 16, "width": "37%", "top": 62, "bottom": 8, "containLabel": False},
    ]
    series, axes_x, axes_y, titles = [], [], [], []
    for at, (district, roles) in enumerate(sides.items()):
        axes_x.append({"type": "value", "show": False, "max": most, "gridIndex": at})
        axes_y.append(_categories(names, width=140) | {"gridIndex": at} | ({} if at == 0 else _no_words()))
        titles.append(
            {
                "text": district,
                "left": (156, "61.5%")[at],
                "top": 30,
                "textStyle": {"fontSize": 14, "color": NEUTRAL, "fontWeight": 600},
            }
        )
        series += [_role_bars(role, values, words[role], at) for role, values in roles.items()]
    return {
        "animation": False,
        "title": titles,
        "legend": {
            "top": 0,
            "left": 156,
            "itemGap": 18,
            "itemWidth": 14,
            "textStyle": _WORDS,
            "data": list(words.values()),
        },
        "tooltip": {"trigger": "item", "formatter": "{b}<br>{a}: {c}", "confine": True},
        "grid": grids,
        "xAxis": axes_x,
        "yAxis": axes_y,
        "series": series,
    }


def cells(columns: Sequence[str], rows: Sequence[str], values: Sequence[tuple[int, int, float]]) -> Option:
    """Return a heat map whose columns and rows stand in the given order, the first row on top.

    Args:
        columns: Words over the columns.
        rows: Words beside the rows.
        values: Column index, row index and value of every cell that has one.
    """
    turned = len(columns) * max((len(word) for word in columns), default=0) > WIDE
    data = [
        {"value": [column, row, value], "name": f"{rows[row]} · {columns[column]}"}
        for column, row, value in values
    ]
    return {
        "animation": False,
        "tooltip": {"formatter": "{b}: {@[2]}", "confine": True},
        "grid": {
            "left": 200,
            "right": 16,
            "top": 150 if turned else 30,
            "bottom": 4,
            "containLabel": False,
            "outerBoundsMode": "none",
        },
        "xAxis": {
            "type": "category",
            "data": list(columns),
            "position": "top",
            "axisTick": {"show": False},
            "axisLine": {"show": False},
            "axisLabel": {
                **_WORDS,
                "interval": 0,
                "hideOverlap": not turned,
                "rotate": 60 if turned else 0,
                "width": 160,
                "overflow": "truncate",
            },
            **_LINES,
        },
        "yAxis": _categories(rows, width=184) | _LINES,
        "visualMap": {
            "show": False,
            "min": 0,
            "max": max((value for _, _, value in values), default=1),
            "inRange": {"color": ["#C3D2EA", "#7C9FD2"]},
        },
        "series": [
            {
                "type": "heatmap",
                "data": data,
                "itemStyle": {"borderColor": "rgba(128,128,128,0.25)", "borderWidth": 1},
                # Dark words: the cells are light on either page.
                "label": {"show": len(columns) <= 30, "fontSize": 12, "color": "#1F2530"},
                "cursor": "pointer",
                **_selectable(),
            }
        ],
    }


def of_report(kind: str, x: Sequence[str], y: Sequence[float], series: Sequence[str] | None) -> Option:
    """Return the chart of a saved report: bar (horizontal), line or scatter; one line for each series."""
    if kind == "bar" and series is None:
        return bars(x, y)
    names = list(dict.fromkeys(x))
    groups = list(dict.fromkeys(series or [""] * len(x)))
    lines: list[Option] = []
    colour: Option = {"color": INK} if series is None else {}
    for group in groups:
        found = {a: b for a, b, s in zip(x, y, series or [""] * len(x), strict=True) if s == group}
        lines.append({"type": kind, "name": group, "data": [found.get(name) for name in names], **colour})
    return {
        "animation": False,
        "legend": {"show": series is not None, "top": 0, "textStyle": _WORDS},
        "tooltip": {"trigger": "axis", "confine": True},
        "grid": {"left": 48, "right": 16, "top": 36, "bottom": 64},
        "xAxis": {"type": "category", "data": names, "axisLabel": {**_WORDS, "hideOverlap": True}},
        "yAxis": {"type": "value", "axisLabel": _WORDS},
        "series": lines,
    }


def points(x: Sequence[float], y: Sequence[float], names: Sequence[str], axes: tuple[str, str]) -> Option:
    """Return named points; `axes` are the words at the two axes."""
    line = {
        "type": "value",
        "minInterval": 1,
        "axisLabel": _WORDS,
        "nameTextStyle": _WORDS,
        "nameLocation": "middle",
    }
    data = [{"value": [a, b], "name": name} for a, b, name in zip(x, y, names, strict=True)]
    return {
        "animation": False,
        "tooltip": {"formatter": "{b}: {@[0]} / {@[1]}", "confine": True},
        "grid": {"left": 56, "right": 24, "top": 16, "bottom": 48},
        "xAxis": {**line, "name": axes[0], "nameGap": 28},
        "yAxis": {**line, "name": axes[1], "nameGap": 36},
        "series": [
            {
                "type": "scatter",
                "data": data,
                "symbolSize": 9,
                "itemStyle": {"color": INK, "opacity": 0.7},
                "label": {"show": True, "formatter": "{b}", "position": "right", **_WORDS},
                "labelLayout": {"hideOverlap": True},
            }
        ],
    }


def height(rows: int, head: int = 8) -> int:
    """Return the pixels that a chart of so many rows needs."""
    return rows * ROW + head


def _role_bars(role: str, values: Sequence[int], name: str, grid: int) -> Option:
    return {
        "type": "bar",
        "name": name,
        "stack": str(grid),
        "xAxisIndex": grid,
        "yAxisIndex": grid,
        "barWidth": "58%",
        # A bar without length would still carry its label.
        "data": [value if value > 0 else None for value in values],
        "itemStyle": {"color": ROLES[role].colour},
        "label": {"show": True, "position": "inside", "fontSize": 12, "color": "#FFFFFF"},
        "cursor": "pointer",
        **_selectable(),
    }


def _categories(names: Sequence[str], *, width: int) -> Option:
    return {
        "type": "category",
        "data": list(names),
        "inverse": True,
        "axisTick": {"show": False},
        "axisLine": {"show": False},
        "axisLabel": {**_WORDS, "interval": 0, "width": width, "overflow": "truncate"},
    }


def _no_words() -> Option:
    return {"axisLabel": {"show": False}}


def _selectable() -> Option:
    # What is chosen is kept in the address and drawn from there, not by the chart itself.
    return {"selectedMode": "single", "select": {"disabled": False, "itemStyle": {"borderWidth": 0}}}
