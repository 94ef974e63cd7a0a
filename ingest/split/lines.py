"""The lines of a document's head and tail, with their places and their furniture."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ingest.split.lists import load_fields, load_furniture

HEAD_LINES = 90  # a notice with instructions takes up to about 40 lines before the plan's own heading
HEAD_LIMIT = 9_000
TAIL_LIMIT = 1_500
MARKS = re.compile(r"^[#*>\s•·]+|[*\s]+$")
BLANKS = re.compile(r"\s+")


class Line(NamedTuple):
    """A line that is not blank: its place in the text, its words, and these without any blanks."""

    start: int
    end: int
    text: str
    compact: str


def read_lines(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines between two offsets that hold anything, marks of headings left out."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        if stop < 0:
            stop = end
        words = MARKS.sub("", text[at:stop])
        if words:
            yield Line(at, stop, words, BLANKS.sub("", words))
        at = stop + 1


def read_head(text: str, start: int, end: int) -> list[Line]:
    """Return the first lines of a document."""
    lines: list[Line] = []
    for line in read_lines(text, start, min(end, text.find("\n", min(end, start + HEAD_LIMIT), end) + 1 or end)):
        lines.append(line)
        if len(lines) == HEAD_LINES:
            break
    return lines


def read_tail(text: str, start: int, end: int) -> list[Line]:
    """Return the last lines of a document."""
    begin = max(start, end - TAIL_LIMIT)
    if begin > start:
        begin = text.find("\n", begin, end) + 1 or end
    return list(read_lines(text, begin, end))


def is_furniture(line: Line, where: str) -> bool:
    """Return whether a line of the `head` or the `tail` belongs to the page, not to the document."""
    return load_furniture(where).fullmatch(line.compact) is not None


@lru_cache(maxsize=1)
def _label_pattern() -> re.Pattern[str]:
    labels = sorted(load_fields(), key=len, reverse=True)
    spaced = "|".join(r"[\s]*".join(label) for label in labels)
    return re.compile(rf"(?<![\u3400-\u9fff])(?P<label>{spaced})(?P<colon>\s*[：:]\s*|[\s]+)")


def read_fields(line: Line) -> list[tuple[str, str]]:
    """Return the fields of one line of a page's head block: (field, value).

    A label needs a colon, or else stands at the start of a line or beside another label.
    """
    found = list(_label_pattern().finditer(line.text))
    if not found or (len(found) == 1 and found[0].start() > 40):
        return []
    if not any(":" in f["colon"] or "：" in f["colon"] for f in found) and found[0].start() > 0:
        return []
    fields = []
    for label, following in zip(found, [*found[1:], None], strict=True):
        value = line.text[label.end() : following.start() if following else None].strip(" \t　•·|；;")
        fields.append((load_fields()[BLANKS.sub("", label["label"])], value))
    return fields
