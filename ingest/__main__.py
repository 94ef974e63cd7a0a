"""The command `python -m ingest SOURCE… --out BUILD`, and `python -m ingest evaluate` beside it."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from ingest.errors import IngestError, UsageError
from ingest.evaluate import command as evaluate
from ingest.options import positive, progress
from ingest.pipeline import Build, run, write

_MOST_ERRORS = 20  # that are named on the terminal


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Read reform plans and write plans, units and issues as JSON lines.",
        epilog="python -m ingest evaluate --help: compare what is read with answers. "
        "A source of that name is ./evaluate.",
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="a file or a folder")
    parser.add_argument("--out", required=True, type=Path, metavar="BUILD", help="the folder to write to")
    parser.add_argument(
        "--workers",
        type=positive,
        default=None,
        metavar="N",
        help="processes (default: by the number of files)",
    )
    return parser.parse_args(argv)


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
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["evaluate"]:
        return evaluate.main(words[1:])
    options = _arguments(words)
    try:
        build = run(options.sources, workers=options.workers, watch=progress)
        write(build, options.out)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except (IngestError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    _report(build, options.out)
    _name_errors(build)
    return 0 if build.plans else 1


def _name_errors(build: Build) -> None:
    """Name what could not be read; ten thousand lines would hide what was done."""
    errors = [issue for issue in build.issues if issue.severity == "error"]
    for issue in errors[:_MOST_ERRORS]:
        print(f"{issue.file}: {issue.code}: expected {issue.expected}, found {issue.found}", file=sys.stderr)
    if len(errors) > _MOST_ERRORS:
        print(f"… and {len(errors) - _MOST_ERRORS:,} more in issues.jsonl", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
