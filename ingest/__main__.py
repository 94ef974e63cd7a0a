"""The command `python -m ingest SOURCE… --out BUILD`."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tqdm import tqdm

from ingest.errors import IngestError, UsageError
from ingest.pipeline import Build, Outcome, run, write


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Read reform plans and write plans, units and issues as JSON lines.",
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="a file or a folder")
    parser.add_argument("--out", required=True, type=Path, metavar="BUILD", help="the folder to write to")
    parser.add_argument(
        "--workers",
        type=_positive,
        default=None,
        metavar="N",
        help="processes (default: by the number of files)",
    )
    return parser.parse_args(argv)


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1, found {text!r}")
    return int(text)


def _progress(outcomes: Iterable[Outcome], total: int) -> Iterable[Outcome]:
    """Show a bar on a terminal, nothing in a pipe."""
    return tqdm(outcomes, total=total, unit="file", disable=not sys.stderr.isatty())


def _report(build: Build, out: Path) -> None:
    items = sum(len(plan.items) for plan in build.plans)
    roles = sum(len(item.roles) for plan in build.plans for item in plan.items)
    counts = f"{len(build.plans)} plans, {items} items, {roles} roles, {len(build.units)} units"
    print(f"{counts} from {build.files} files -> {out}")
    if build.issues:
        kinds = ", ".join(
            f"{code} {count}" for code, count in Counter(i.code for i in build.issues).most_common()
        )
        print(f"{len(build.issues)} issues in issues.jsonl: {kinds}")


def main(argv: list[str] | None = None) -> int:
    """Run the command.

    Returns:
        0 done (issues may have been reported), 1 nothing usable, 2 wrong usage.
    """
    options = _arguments(argv)
    try:
        build = run(options.sources, workers=options.workers, watch=_progress)
        write(build, options.out)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except (IngestError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    _report(build, options.out)
    for issue in build.issues:
        if issue.severity == "error":
            print(
                f"{issue.file}: {issue.code}: expected {issue.expected}, found {issue.found}", file=sys.stderr
            )
    return 0 if build.plans else 1


if __name__ == "__main__":
    sys.exit(main())
