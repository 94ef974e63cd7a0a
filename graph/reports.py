"""Saved reports: reads the files of `queries/`, checks them, and runs them on a store."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from graph.captions import Text2 as Text2
from graph.errors import GraphError, InvalidReport
from graph.guard import check_read_only
from graph.header import Chart as Chart
from graph.header import Header, read_header
from graph.header import Param as Param
from graph.params import convert
from graph.render import FORMATS as FORMATS
from graph.render import render as render
from graph.store import Result, Store, Value
from graph.tokens import parameters

QUERIES = Path(__file__).parent.parent / "queries"
NETWORK = ".network"  # a report whose query is the name of a measure (graph/networks/answers.py)
SUFFIXES = (".cypher", NETWORK)
TIMEOUT = 30.0  # seconds


@dataclass(frozen=True)
class Report:
    """A saved query with all that is needed to offer it, run it and show its answer."""

    name: str
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
    path: Path
    lines: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    def caption(self, column: str) -> Text2:
        """Return what a person reads above a column."""
        return self.captions.get(column, Text2(column, column))


def read_report(path: Path) -> Report:
    """Read and check one file. Raises InvalidReport with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidReport(f"{path}: cannot be read: {error}") from error
    header = read_header(text, path)
    _check_query(header, path)
    return Report(
        path.stem,
        header.title,
        header.question,
        header.reading,
        header.group,
        header.order,
        header.params,
        header.columns,
        header.captions,
        header.chart,
        header.cypher,
        path,
        header.lines,
    )


def list_reports(folder: Path = QUERIES) -> list[Report]:
    """Return all reports of a folder in their order. Raises InvalidReport for the first that is wrong."""
    found = [read_report(path) for path in _files(folder)]
    return sorted(found, key=lambda report: (report.order, report.name))


def get_report(name: str, folder: Path = QUERIES) -> Report:
    """Return a report by its name. Raises InvalidReport, naming the nearest one, when there is none."""
    files = {path.stem: path for path in _files(folder)}
    if name not in files:
        near = get_close_matches(name, files, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(files) or 'none'}"
        raise InvalidReport(f"no report {name!r} in {folder}; {hint}")
    return read_report(files[name])


def run_report(
    store: Store,
    report: Report,
    params: Mapping[str, object] | None = None,
    *,
    timeout: float = TIMEOUT,
    row_limit: int = 10_000,
    trusted: bool = False,
) -> Result:
    """Run a report.

    Args:
        store: Where to.
        report: Which.
        params: Values, typed or as text; one that is missing takes its default, None is no filter. A
            parameter of which one choice is needed takes the first.
        timeout: Seconds until QueryTimeout.
        row_limit: Rows after which the result is cut.
        trusted: Whether it comes with the program, not from a user; see `Store.query`.

    Raises InvalidReport for a wrong parameter, and when the columns are not the declared ones.
    """
    values = _values(
        report, {**(params or {}), **first_choices(store, report, params or {}, trusted=trusted)}
    )
    result = _answer(store, report, values, timeout=timeout, row_limit=row_limit, trusted=trusted)
    if result.columns != report.columns:
        raise InvalidReport(
            f"{report.path}:{report.lines.get('columns', 1)}: declared columns {', '.join(report.columns)}; "
            f"the query returns {', '.join(result.columns)}"
        )
    return result


def choices(store: Store, param: Param, *, trusted: bool = False) -> list[object]:
    """Return the values that a parameter may be given, or none where it declares no query for them.

    `trusted` says whether its report comes with the program; see `Store.query`.
    """
    if param.choices is None:
        return []
    return [row[0] for row in store.query(param.choices, trusted=trusted).rows if row[0] is not None]


def first_choices(
    store: Store, report: Report, given: Mapping[str, object], *, trusted: bool = False
) -> dict[str, object]:
    """Return a value for each parameter that needs one and is not given.

    Parameters with the same choices take different ones, as far as there are: two districts to compare.
    """
    found: dict[str, object] = {}
    taken: dict[str | None, list[object]] = {}
    for param in (param for param in report.params if param.first):
        value = given.get(param.name)
        if value is None:
            others = taken.get(param.choices, [])
            left = [each for each in choices(store, param, trusted=trusted) if each not in others]
            value = found[param.name] = left[0] if left else None
        taken.setdefault(param.choices, []).append(value)
    return found


def _files(folder: Path) -> list[Path]:
    return sorted((path for suffix in SUFFIXES for path in folder.glob(f"*{suffix}")), key=lambda p: p.stem)


def _answer(
    store: Store,
    report: Report,
    values: Mapping[str, Value],
    *,
    timeout: float,
    row_limit: int,
    trusted: bool,
) -> Result:
    if report.path.suffix != NETWORK:
        return store.query(report.cypher, values, timeout=timeout, row_limit=row_limit, trusted=trusted)
    from graph.networks.answers import measure  # networkx and scipy take a third of a second to import

    return measure(store, report.cypher, values, timeout=timeout, row_limit=row_limit)


def _used(query: str, path: Path) -> Set[str]:
    """Return the parameters of the query, or of the measure. Raises QueryError when it is refused."""
    if path.suffix != NETWORK:
        return parameters(check_read_only(query))
    from graph.networks.answers import check_measure

    return check_measure(query)


def _check_query(header: Header, path: Path) -> None:
    where = f"{path}:{header.lines['cypher']}"
    try:
        used = _used(header.cypher, path)
    except GraphError as error:
        raise InvalidReport(f"{where}: {error}") from error
    declared = {param.name for param in header.params}
    for name in sorted(used - declared):
        raise InvalidReport(f"{where}: the query uses ${name}, which is not declared in params")
    for name in sorted(declared - used):
        raise InvalidReport(f"{path}:{header.lines['params']}: parameter {name!r} is not used in the query")
    for param in header.params:
        try:
            if param.choices is not None:
                check_read_only(param.choices)
        except GraphError as error:
            raise InvalidReport(
                f"{path}:{header.lines['params']}: parameter {param.name}: {error}"
            ) from error


def _values(report: Report, given: Mapping[str, object]) -> dict[str, Value]:
    declared = {param.name: param for param in report.params}
    for name in given:
        if name not in declared:
            near = get_close_matches(name, declared, 1)
            hint = f"did you mean {near[0]}?" if near else f"it has: {', '.join(declared) or 'none'}"
            raise InvalidReport(f"report {report.name} has no parameter {name!r}; {hint}")
    values = {}
    for name, param in declared.items():
        try:
            values[name] = convert(param.kind, given.get(name, param.default))
        except ValueError as error:
            raise InvalidReport(f"report {report.name}, parameter {name}: {error}") from error
    return values
