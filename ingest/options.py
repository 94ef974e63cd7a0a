"""What the commands of ingest share: numbers given on the command line, and the bar that shows progress."""

import argparse
import sys
from collections.abc import Iterable

from tqdm import tqdm

from ingest.pipeline import Outcome


def positive(text: str) -> int:
    """Read a whole number from 1."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1, found {text!r}")
    return int(text)


def progress(outcomes: Iterable[Outcome], total: int) -> Iterable[Outcome]:
    """Show a bar on a terminal, nothing in a pipe."""
    return tqdm(outcomes, total=total, unit="file", disable=not sys.stderr.isatty())
