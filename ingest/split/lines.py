"""The lines of a document's head and tail, with their places and their furniture."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from ingest.split.lists import load_fields, load_furniture

HEAD_LINES = 90  # a notice with instructions takes up to about 40 lines before the plan's own heading
HEAD_LIMIT = 9_000
TAIL_LIMIT = 1_500
MARKS = "#*>•·\ufeff \t\r\v\f\u3000\xa0"
PAGE_LINES = 40  # lines among which a page's own fields and buttons are looked for


class Line(NamedTuple):
    """A line that is not blank: its place in the text, its words, and these without any blanks."""

    start: int
    end: int
    text: str
    compact: str


def squeeze(words: str) -> str:
    """Return words without any blanks."""
    return "".join(words.split())


def read_lines(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines between two offsets that hold anything, marks of headings left out."""
    at = start
    for whole in text[start:end].split("\n"):
        words = whole.strip(MARKS)
        if words:
            yield Line(at, at + len(whole), words, "".join(words.split()))
        at += len(whole) + 1


def read_lines_up(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines between two offsets that hold anything, the last first."""
    at = end
    for whole in reversed(text[start:end].split("\n")):
        at -= len(whole)
        words = whole.strip(MARKS)
        if words:
            yield Line(at, at + len(whole), words, "".join(words.split()))
        at -= 1


def read_head(text: str, start: int, end: int) -> list[Line]:
    """Return the first lines of a document; a text without line breaks is cut."""
    limit = text.find("\n", start + HEAD_LIMIT, min(end, start + 2 * HEAD_LIMIT))
    if limit < 0:
        limit = min(end, start + 2 * HEAD_LIMIT)
    return list(islice(read_lines(text, start, limit), HEAD_LINES))


def read_tail(text: str, start: int, end: int) -> list[Line]:
    """Return the last lines of a document."""
    begin = max(start, end - TAIL_LIMIT)
    if begin > start:
        begin = text.find("\n", begin, end) + 1 or end
    return list(read_lines(text, begin, end))


def is_furniture(line: Line, where: str) -> bool:
    """Return whether a line belongs to the page, not to the document: at its `head` or `tail`.

    `close` asks for the lines of the tail after which only short lines of the page follow.
    """
    return load_furniture(where).fullmatch(line.compact) is not None


@lru_cache(maxsize=1)
def _label_end() -> re.Pattern[str]:
    """A pattern for what every field has, found much sooner than the field itself."""
    return re.compile(rf"[{''.join({label[-1] for label in load_fields()})}][\s：:]")


@lru_cache(maxsize=1)
def _label_pattern() -> re.Pattern[str]:
    labels = sorted(load_fields(), key=len, reverse=True)
    spaced = "|".join(r"[\s]*".join(label) for label in labels)
    return re.compile(rf"(?<![\u3400-\u9fff])(?P<label>{spaced})(?P<colon>\s*[：:]\s*|[\s]+)")


def read_fields(line: Line) -> list[tuple[str, str]]:
    """Return the fields of one line of a page's head block: (field, value).

    A label needs a colon, or else stands at the start of a line or beside another label.
    """
    if _label_end().search(line.text) is None:
        return []
    found = list(_label_pattern().finditer(line.text))
    if not found or (len(found) == 1 and found[0].start() > 40):
        return []
    if not any(":" in f["colon"] or "：" in f["colon"] for f in found) and found[0].start() > 0:
        return []
    fields = []
    for label, following in zip(found, [*found[1:], None], strict=True):
        value = line.text[label.end() : following.start() if following else None].strip(" \t　•·|；;")
        fields.append((load_fields()[squeeze(label["label"])], value))
    return fields
