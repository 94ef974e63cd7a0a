"""Shows a result as text: an aligned table, CSV, JSON or Markdown."""

import csv
import datetime
import io
import json
import unicodedata
from collections.abc import Callable

from graph.captions import Text2
from graph.errors import InvalidReport
from graph.store import Result, Value

FORMATS = ("table", "csv", "json", "md")
# A spreadsheet takes a cell that begins so for a formula; the full-width signs too in East Asian versions.
FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def render(result: Result, format: str, caption: Callable[[str], Text2] | None = None) -> str:
    """Return the result as text.

    Args:
        result: Rows.
        format: table, csv, json or md.
        caption: Gives what stands over a column of table and md; without it, its name does.

    Raises InvalidReport for another format.
    """
    if format == "csv":
        return _csv(result)
    if format == "json":
        return json.dumps(result.dicts(), ensure_ascii=False, indent=1, default=str) + "\n"
    heads = [caption(name).zh if caption is not None else name for name in result.columns]
    if format == "table":
        return _table(heads, result)
    if format == "md":
        return _markdown(heads, result)
    raise InvalidReport(f"unknown format {format!r}; there are: {', '.join(FORMATS)}")


def _csv(result: Result) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows([safe_cell(value) for value in row] for row in result.rows)
    return out.getvalue()


def safe_cell(value: Value) -> str:
    """Return a value as a CSV cell that no spreadsheet takes for a formula."""
    text = as_text(value)
    return "'" + text if not _is_number(value) and text.startswith(FORMULA) else text


def _table(heads: list[str], result: Result) -> str:
    lines = [heads, *([_one_line(as_text(value)) for value in row] for row in result.rows)]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(heads))]
    right = [any(_is_number(row[column]) for row in result.rows) for column in range(len(heads))]
    shown = [_aligned(line, widths, right) for line in lines]
    shown.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(shown) + "\n" + _cut(result)


def _aligned(line: list[str], widths: list[int], right: list[bool]) -> str:
    cells = []
    for text, width, is_right in zip(line, widths, right, strict=True):
        space = " " * (width - _width(text))
        cells.append(space + text if is_right else text + space)
    return "  ".join(cells).rstrip()


def _markdown(heads: list[str], result: Result) -> str:
    rows = [heads, ["---"] * len(heads), *([as_text(value) for value in row] for row in result.rows)]
    lines = ("| " + " | ".join(_markdown_cell(text) for text in row) + " |" for row in rows)
    return "\n".join(lines) + "\n" + ("\n" + _cut(result) if result.truncated else "")


def _markdown_cell(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return "<br>".join(escaped.splitlines())


def _cut(result: Result) -> str:
    return f"… cut after {len(result.rows)} rows\n" if result.truncated else ""


def as_text(value: Value) -> str:
    """Return a value as a cell shows it; null is empty, parts of a list stand with 、 between them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list):
        return "、".join(as_text(each) for each in value)
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, dict) else str(value)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
