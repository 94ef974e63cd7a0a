"""Split a file's repaired text into its plans and read what each says about itself."""

from ingest.split.model import Finding, Head, Part
from ingest.split.reader import given_head, read_part
from ingest.split.starts import find_starts

__all__ = ["Finding", "Head", "Part", "given_head", "split"]


def split(text: str) -> list[Part]:
    """Return the plans of a text in order; a text without anything but blanks has none."""
    if not text.strip():
        return []
    starts = find_starts(text)
    return [read_part(text, start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
