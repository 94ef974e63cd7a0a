"""Measure how well plans are read whose truth is known, and write the figures into README.md.

    python bench/accuracy.py [--readme README.md] [--keep FOLDER]

The plans are made by `bench.made`: every form several times as clean text, then with every damage, then in
every format. Another seed makes other plans: the figures move a little.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.made.wish import DAMAGES, FORMATS  # noqa: E402 (the project is no installed package)

BEGIN, END = "<!-- accuracy -->", "<!-- /accuracy -->"
CLEAN, DAMAGED, FORMATTED = 400, 200, 200  # plans
SHOWN = (
    *("--by", "damage", "--by", "format", "--by", "form", "--most", "10"),
    *("--calibration", "--show", "12", "--format", "md"),
)


def _run(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(f"python -m {' '.join(words)}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def make_plans(folder: Path, seed: int) -> None:
    """Make plans with answers in `text` and `gold` of a folder."""
    damages = [word for damage in DAMAGES if damage != "none" for word in ("--damage", damage)]
    formats = [word for form in FORMATS if form != "txt" for word in ("--format", form)]
    for count, options in ((CLEAN, []), (DAMAGED, damages), (FORMATTED, formats)):
        seeds = ("--seed", str(seed), "--count", str(count))
        _run("bench.made", "--out", str(folder), *seeds, *options)
        seed += count


def measure(folder: Path) -> str:
    """Return the figures in Markdown."""
    return _run("ingest", "evaluate", str(folder / "gold"), str(folder / "text"), *SHOWN)


def put_between(text: str, figures: str) -> str:
    """Return a text with the figures between the two marks."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"expected {BEGIN} and {END} in the file, found no such pair")
    return f"{before}{BEGIN}\n\n{figures.strip()}\n\n{END}{after}"


def main() -> None:
    """Run the measurement."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--readme", type=Path, default=ROOT / "README.md")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--keep", type=Path, help="keep the plans and answers in this folder")
    options = args.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        make_plans(folder, options.seed)
        text = options.readme.read_text(encoding="utf-8")
        options.readme.write_text(put_between(text, measure(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
