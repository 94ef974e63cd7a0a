"""Read a damaged stretch as what is known of its bytes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ingest.repair.characters import HAN, TONED
from ingest.repair.shifted import gbk

READING = f"[a-zü]*[{TONED}][a-zü]*"
STRUCK = re.compile(rf"([{HAN}])\(({READING})\)")
SWALLOWED = re.compile(rf"\?({READING})\)")
RESIDUE = re.compile(rf"\({READING}\)")


class Symbol(NamedTuple):
    """A character of the damaged text; for a mark, the bytes it may stand for, where its reading tells."""

    char: str
    end: int
    trails: tuple[int, ...] = ()

    @property
    def is_mark(self) -> bool:
        """Tell whether it is a `?` that may stand for bytes that were lost."""
        return self.char == "?" and not self.trails


def readings(text: str) -> dict[str, tuple[int, ...]]:
    """Return the second bytes of the characters that each reading stands behind in a text."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for char, reading in STRUCK.findall(text):
        if char_pair := gbk.pair(char):
            found[reading].add(char_pair[1])
    return {reading: tuple(sorted(trails)) for reading, trails in found.items()}


def read(text: str, start: int, known: Mapping[str, tuple[int, ...]]) -> Iterator[Symbol]:
    """Yield the symbols from a place on, until the end of the line.

    In `?yōu)` the mark is the second byte of the character read yōu: the bracket went with it.
    """
    place = start
    while place < len(text) and text[place] != "\n":
        if match := SWALLOWED.match(text, place):
            place = match.end()
            yield Symbol("?", place, known.get(match[1], ()))
        elif place > start and (match := RESIDUE.match(text, place)):
            place = match.end()
        else:
            place += 1
            yield Symbol(text[place - 1], place)
