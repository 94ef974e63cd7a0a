"""The header of a saved report: comment lines `// key: value` above the query (queries/README.md)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from graph.captions import Text2, parse_text2
from graph.errors import InvalidReport
from graph.params import KINDS, convert
from graph.store import Value

CHART_KINDS = ("bar", "line", "heatmap", "scatter", "table")
HEADER_KEYS = ("title", "question", "reading", "group", "order", "params", "columns", "caption", "chart")
REPEATED = ("params", "caption")
REQUIRED = ("title", "question", "reading", "columns")
NO_GROUP = Text2("其他", "Other")
LAST = 10_000  # the place of a report that gives none: behind all others
T = TypeVar("T")
Found = dict[str, list[tuple[int, str]]]  # key: line numbers and values
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_LINE = re.compile(r"//\s*(\w+)\s*:\s*(.*?)\s*\Z")
FIRST = "first"  # in the place of a default: the first of the choices
_PARAM = re.compile(r'(\S+)\s+(\S+)\s+("[^"]*"|\S+)(?:\s+(.+))?\Z', re.DOTALL)


@dataclass(frozen=True)
class Param:
    """A parameter: `choices` is a query whose first column lists the values it may be given.

    Where `first`, one of them must be chosen, and the first is where none is.
    """

    name: str
    kind: str
    default: Value
    choices: str | None = None
    first: bool = False


@dataclass(frozen=True)
class Chart:
    """How to draw the answer: columns for the two axes and, where there are several, the series."""

    kind: str
    x: str
    y: str
    series: str | None = None


@dataclass(frozen=True)
class Header:
    """What the file says; `lines` gives the line of each key, and of `cypher`, the query."""

    title: Text2
    question: Text2
    reading: Text2
    group: Text2
    order: int
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    captions: Mapping[str, Text2]
    chart: Chart | None
    cypher: str
    lines: Mapping[str, int]


def read_header(text: str, path: Path) -> Header:
    """Split a file into header and query. Raises InvalidReport with file and line."""
    found: Found = {}
    lines = text.removeprefix("\ufeff").splitlines()
    at = 0
    for at, line in enumerate(lines, start=1):
        if not line.startswith("//"):
            break
        key, value = _key_value(line, f"{path}:{at}")
        if key in found and key not in REPEATED:
            raise InvalidReport(f"{path}:{at}: {key!r} stands here for the second time")
        found.setdefault(key, []).append((at, value))
    else:
        at += 1
    for key in REQUIRED:
        if key not in found:
            raise InvalidReport(f"{path}:1: the header has no {key!r}")
    cypher = "\n".join(lines[at - 1 :]).strip()
    if not cypher:
        raise InvalidReport(f"{path}:{at}: expected a query after the header")
    return _header(found, cypher, at, path)


def _header(found: Found, cypher: str, at: int, path: Path) -> Header:
    titles = _parsed(found, "title", parse_text2, path)
    questions = _parsed(found, "question", parse_text2, path)
    readings = _parsed(found, "reading", parse_text2, path)
    groups = _parsed(found, "group", parse_text2, path)
    orders = _parsed(found, "order", _order, path)
    params = [param for each in _parsed(found, "params", _params, path) for param in each]
    columns = _parsed(found, "columns", _columns, path)[0]
    captions = dict(_parsed(found, "caption", lambda text: _caption(text, columns), path))
    charts = _parsed(found, "chart", lambda text: _chart(text, columns), path)
    names = [param.name for param in params]
    lines = {key: values[0][0] for key, values in found.items()} | {"cypher": at}
    if len(set(names)) < len(names):
        raise InvalidReport(f"{path}:{lines['params']}: a parameter is declared twice: {', '.join(names)}")
    return Header(
        titles[0],
        questions[0],
        readings[0],
        groups[0] if groups else NO_GROUP,
        orders[0] if orders else LAST,
        tuple(params),
        columns,
        captions,
        charts[0] if charts else None,
        cypher,
        lines,
    )


def _parsed(found: Found, key: str, parse: Callable[[str], T], path: Path) -> list[T]:
    result = []
    for line, value in found.get(key, []):
        try:
            result.append(parse(value))
        except ValueError as error:
            raise InvalidReport(f"{path}:{line}: {key}: {error}") from error
    return result


def _key_value(line: str, where: str) -> tuple[str, str]:
    match = _LINE.match(line)
    if match is None:
        raise InvalidReport(f"{where}: expected '// key: value', found {line!r}")
    key, value = match.groups()
    if key not in HEADER_KEYS:
        near = get_close_matches(key, HEADER_KEYS, 1)
        raise InvalidReport(f"{where}: unknown key {key!r}; {_hint(near, HEADER_KEYS)}")
    return key, value


def _order(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"expected a whole number, found {text!r}")
    return int(text)


def _params(text: str) -> list[Param]:
    return [_param(part.strip()) for part in text.split(";") if part.strip()]


def _param(text: str) -> Param:
    match = _PARAM.match(text)
    if match is None:
        raise ValueError(f"expected 'name kind default [query]', found {text!r}")
    name, kind, default, query = match.groups()
    if not _NAME.match(name):
        raise ValueError(f"a parameter's name is lower-case ASCII, found {name!r}")
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind!r}; {_hint(get_close_matches(kind, KINDS, 1), KINDS)}")
    if default != FIRST:
        return Param(name, kind, convert(kind, default.strip('"')), query)
    if query is None:
        raise ValueError(f"the default {FIRST!r} needs a query for the choices, found none")
    return Param(name, kind, None, query, first=True)


def _columns(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    for name in names:
        if not _NAME.match(name):
            raise ValueError(f"a column's name is lower-case ASCII, found {name!r}")
    if len(set(names)) < len(names):
        raise ValueError(f"a column stands here twice: {text}")
    return names


def _caption(text: str, columns: tuple[str, ...]) -> tuple[str, Text2]:
    column, _, caption = text.partition(" ")
    return _known(column, columns), parse_text2(caption)


def _chart(text: str, columns: tuple[str, ...]) -> Chart:
    kind, *axes = text.split()
    if kind not in CHART_KINDS:
        raise ValueError(
            f"unknown chart {kind!r}; {_hint(get_close_matches(kind, CHART_KINDS, 1), CHART_KINDS)}"
        )
    if len(axes) not in (2, 3):
        raise ValueError(f"expected 'kind x y [series]', found {text!r}")
    x, y, *series = (_known(axis, columns) for axis in axes)
    return Chart(kind, x, y, series[0] if series else None)


def _known(column: str, columns: tuple[str, ...]) -> str:
    if column not in columns:
        raise ValueError(f"no column {column!r}; {_hint(get_close_matches(column, columns, 1), columns)}")
    return column


def _hint(near: list[str], known: tuple[str, ...]) -> str:
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
