"""The command `python -m ingest evaluate GOLD SOURCE…`."""

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.errors import IngestError, UsageError
from ingest.evaluate.answers import read_answers
from ingest.evaluate.groups import GROUPINGS
from ingest.evaluate.render import FORMATS, render
from ingest.evaluate.report import evaluate
from ingest.options import positive, progress
from ingest.pipeline import run

_USUAL = ("form", "format")  # what is shown where no grouping is asked for


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m ingest evaluate",
        description="Read plans, compare with answers and print how well they were read.",
    )
    parser.add_argument("gold", type=Path, metavar="GOLD", help="a folder with a JSON file for each source")
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="a file or a folder")
    parser.add_argument("--workers", type=positive, default=None, metavar="N", help="processes")
    parser.add_argument(
        "--by",
        action="append",
        choices=GROUPINGS,
        help="a table by this, may be given again (default: form and format)",
    )
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("--show", type=_count, default=0, metavar="N", help="list N differences")
    parser.add_argument(
        "--most", type=positive, metavar="N", help="show N groups and rules, those with the most errors"
    )
    parser.add_argument("--strict", action="store_true", help="compare unit names to the letter")
    parser.add_argument(
        "--calibration", action="store_true", help="how often roles are right, by confidence and by rule"
    )
    return parser.parse_args(argv)


def _count(text: str) -> int:
    return 0 if text == "0" else positive(text)


def main(argv: Sequence[str]) -> int:
    """Run the command.

    Returns:
        0 done (some answers may have been unusable: they are named), 1 nothing to compare, 2 wrong usage.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _arguments(argv)
    try:
        answers, problems = read_answers(options.gold)
        for problem in problems:
            print(problem, file=sys.stderr)
        if not answers:
            return 1
        build = run(options.sources, workers=options.workers, watch=progress)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except (IngestError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    report = evaluate(answers, build.plans, by=options.by or _USUAL, strict=options.strict)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    shown = render(
        report, options.format, show=options.show, calibration=options.calibration, most=options.most
    )
    print(shown, end="")
    read = len(answers) - len(report.unread) - len(report.problems)
    return 0 if read else 1
