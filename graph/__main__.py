"""The command line: load a build, run reports and queries, measure, copy, export, describe.

Exit status: 0 done, 1 failed, 2 wrong usage.
"""

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.copy import copy
from graph.describe import describe_reports, describe_schema
from graph.errors import GraphError, InvalidReport, StoreUnavailable
from graph.exports import FORMATS as EXPORTS
from graph.exports import export
from graph.load import load
from graph.open import check_url, open_store
from graph.reports import FORMATS, QUERIES, get_report, list_reports, render, run_report
from graph.schema import load_schema
from graph.store import Result

PLANS, ROWS = 50, 10_000  # after so many, progress is shown again


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except InvalidReport as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except GraphError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m graph", description="The graph of reform plans.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    command = _command(commands, "load", "load what `python -m ingest` wrote")
    command.add_argument("build", type=Path, metavar="BUILD", help="the folder to load")
    command.set_defaults(run=_load)

    command = _command(commands, "report", "run a saved report, or list them")
    command.add_argument("name", nargs="?", metavar="NAME", help="without it, the list of reports")
    _add_answer(command)
    command.set_defaults(run=_report)

    command = _command(commands, "query", "run a reading Cypher query")
    command.add_argument("cypher", metavar="CYPHER")
    command.add_argument("--timeout", type=float, default=10.0, metavar="SECONDS")
    command.add_argument("--rows", type=int, default=1000, metavar="N", help="cut after N rows")
    _add_answer(command)
    command.set_defaults(run=_query)

    command = _command(commands, "export", "write the whole graph for other programs")
    command.add_argument("format", metavar="FORMAT", choices=EXPORTS, help=", ".join(EXPORTS))
    command.add_argument(
        "out", type=Path, metavar="OUT", help="a folder for csv, parquet and neo4j-admin, else a file"
    )
    command.set_defaults(run=_export)

    text = "print the documentation of the graph or of the saved reports as Markdown"
    command = commands.add_parser("describe", help=text, description=text)
    command.add_argument("what", choices=("graph", "reports"))
    command.set_defaults(run=_describe)

    text = "measure the network of units and write the measures to the units"
    _command(commands, "measure", text).set_defaults(run=_measure)

    text = "copy the whole graph into another store, for example from kglite:PATH to neo4j://HOST"
    command = commands.add_parser("copy", help=text, description=text)
    command.add_argument("source", type=_url, metavar="FROM_URL")
    command.add_argument("target", type=_url, metavar="TO_URL")
    command.add_argument("--replace", action="store_true", help="take the place of what TO_URL holds")
    command.set_defaults(run=_copy)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.add_argument("--db", type=_url, metavar="URL", help="kglite:PATH or neo4j://…; else $ATLAS_DB")
    return command


def _add_answer(command: argparse.ArgumentParser) -> None:
    command.add_argument("-p", action="append", default=[], type=_pair, metavar="KEY=VALUE", dest="params")
    command.add_argument("--format", choices=FORMATS, default="table")


def _url(text: str) -> str:
    try:
        return check_url(text)
    except StoreUnavailable as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise argparse.ArgumentTypeError(f"expected KEY=VALUE, found {text!r}")
    return key, value


def _load(options: argparse.Namespace) -> int:
    store = open_store(options.db, write=True)
    try:
        done = load(store, options.build, _progress("plans", PLANS) if sys.stderr.isatty() else None)
    finally:
        store.close()
    print(f"{done.plans} plans, {done.items} items, {done.units} units")
    print(f"{done.written} plans written, {done.removed} taken out")
    return 0 if done.plans else 1


def _progress(what: str, every: int) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        if done == total or done // every > show_from[0]:
            show_from[0] = done // every
            print(f"\r{done}/{total} {what}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    show_from = [-1]
    return show


def _report(options: argparse.Namespace) -> int:
    if options.name is None:
        rows = tuple(
            (report.group.zh, report.name, report.title.zh, report.title.en, report.reading.zh)
            for report in list_reports(QUERIES)
        )
        columns = ("group", "report", "标题", "title", "reading")
        print(render(Result(columns, rows), options.format), end="")
        return 0
    report = get_report(options.name)
    store = open_store(options.db)
    try:
        result = run_report(store, report, dict(options.params), trusted=True)
        print(render(result, options.format, report.caption), end="")
    finally:
        store.close()
    return 0


def _query(options: argparse.Namespace) -> int:
    store = open_store(options.db)
    try:
        result = store.query(
            options.cypher, dict(options.params), timeout=options.timeout, row_limit=options.rows
        )
        print(render(result, options.format), end="")
    finally:
        store.close()
    return 0


def _describe(options: argparse.Namespace) -> int:
    graph = options.what == "graph"
    print(describe_schema(load_schema()) if graph else describe_reports(list_reports()), end="")
    return 0


def _export(options: argparse.Namespace) -> int:
    store = open_store(options.db)
    try:
        export(store, options.format, options.out)
    finally:
        store.close()
    print(f"written: {options.out}")
    return 0


def _measure(options: argparse.Namespace) -> int:
    from graph.networks.written import write_measures  # networkx and scipy take a third of a second to import

    store = open_store(options.db, write=True)
    try:
        done = write_measures(store)
    finally:
        store.close()
    print(f"{done.units} units in {done.groups} groups, for the run {done.run}")
    if done.sources < done.units:
        print(f"betweenness and closeness are estimates from {done.sources} of {done.units} units")
    return 0


def _copy(options: argparse.Namespace) -> int:
    source = open_store(options.source)
    try:
        target = open_store(options.target, write=True)
        try:
            show = _progress("rows", ROWS) if sys.stderr.isatty() else None
            done = copy(source, target, replace=options.replace, progress=show)
        finally:
            target.close()
    finally:
        source.close()
    print(f"{done.nodes} nodes, {done.relations} relations")
    print(f"copied to {options.target}" if done.written else f"{options.target} held the same graph already")
    return 0


if __name__ == "__main__":
    sys.exit(main())
