"""The command `python -m bench.made --out DIR --count N`, and `--megabytes` for corpora without answers."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.made.plan import make
from bench.made.stream import stream
from bench.made.wish import DAMAGES, FORMATS, FORMS, LEVELS, Wish, wish


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.made", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="takes text/ and gold/")
    parser.add_argument("--count", type=int, default=len(FORMS), metavar="N", help="how many plans")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the first seed")
    for name, known, usual in (
        ("form", FORMS, "all in turn"),
        ("format", FORMATS, "txt"),
        ("damage", DAMAGES, "none"),
        ("level", LEVELS, "what fits the form"),
    ):
        told = f"one of {', '.join(known)}; may be repeated (default: {usual})"
        parser.add_argument(f"--{name}", action="append", default=[], choices=known, metavar="X", help=told)
    parser.add_argument("--megabytes", type=float, help="write a corpus of this size, without answers")
    return parser.parse_args(argv)


def wishes(options: argparse.Namespace) -> Iterator[Wish]:
    """Yield the plans that the options ask for."""
    for seed in range(options.seed, options.seed + options.count):
        yield wish(
            seed,
            forms_of=options.form,
            formats=options.format or ("txt",),
            damages=options.damage or ("none",),
            levels=options.level,
        )


def _write_corpus(options: argparse.Namespace) -> int:
    """Write a corpus without answers, and return the number of plans."""
    folder = options.out / "text"
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, plan in enumerate(stream(options.seed, megabytes=options.megabytes), 1):
        (folder / f"{count:06d}.txt").write_text(plan, encoding="utf-8")
    return count


def main(argv: list[str] | None = None) -> int:
    """Run the command."""
    options = _arguments(argv)
    if options.megabytes is not None:
        count = _write_corpus(options)
    else:
        for asked in wishes(options):
            make(asked).write(options.out)
        count = options.count
    print(f"{count} plans -> {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
