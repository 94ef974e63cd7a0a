"""Undo the damage that documents have suffered; clean text passes through unchanged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.repair import (
    bracket_breaks,
    drawn_labels,
    flat,
    junk,
    markdown,
    page_breaks,
    page_feet,
    pinyin,
    shifted,
    spaces,
    traditional,
    widths,
)
from ingest.repair.characters import usual_run
from ingest.repair.edits import Edit, Shift, apply


class Kind(NamedTuple):
    """A kind of repair: its name in the records, a cheap test of the text's characters, its places.

    The test sees the characters without the usual Chinese ones, which are most of a text and tell nothing.
    """

    name: str
    is_possible: Callable[[frozenset[str]], bool]
    find: Callable[[str], list[Edit]]


# The order matters. Bytes can only be rebuilt from the text as it came; readings are told from an
# author's own by the traditional character before them; the heads and feet of pages stand between what the
# pages cut; breaks are closed before Markdown's headings lose their marks, and spaces come last, when the
# lines are whole: single ones first, then those inside labels.
REPAIRS = (
    Kind("shifted", shifted.is_possible, shifted.find),
    Kind("pinyin", pinyin.is_possible, pinyin.find),
    Kind("junk", junk.is_possible, junk.find),
    Kind("traditional", traditional.is_possible, traditional.find),
    Kind("widths", widths.is_possible, widths.find),
    Kind("flat", flat.is_possible, flat.find),
    Kind("page_feet", page_feet.is_possible, page_feet.find),
    Kind("bracket_breaks", bracket_breaks.is_possible, bracket_breaks.find),
    Kind("page_breaks", page_breaks.is_possible, page_breaks.find),
    Kind("markdown", markdown.is_possible, markdown.find),
    Kind("spaces", spaces.is_possible, spaces.find),
    Kind("drawn_labels", drawn_labels.is_possible, drawn_labels.find),
)


@dataclass(frozen=True)
class Guess:
    """A stretch that was rebuilt by weighing what is likely.

    `start` and `end` are of the repaired text, `line` counts from 1 in the original; `gain` is how
    much likelier the repaired stretch is than the original, as a natural logarithm.
    """

    start: int
    end: int
    line: int
    original: str
    repaired: str
    gain: float


@dataclass(frozen=True)
class Repaired:
    """A repaired text, how many places were changed by each kind of repair, the guesses, and where the
    marks that came with the text are now."""

    text: str
    counts: dict[str, int]
    guesses: tuple[Guess, ...]
    marks: tuple[int, ...] = ()


class _Stretch(NamedTuple):
    start: int
    end: int
    line: int
    original: str
    gain: float


def repair(text: str, marks: Sequence[int] = ()) -> Repaired:
    """Return the text with all repairs made, in the order of REPAIRS; `marks` are offsets to follow."""
    counts: dict[str, int] = {}
    guessed: list[_Stretch] = []
    chars = frozenset(usual_run().sub("", text))
    for kind in REPAIRS:
        edits = kind.find(text) if kind.is_possible(chars) else []
        if edits:
            shift = Shift(edits)
            guessed = [one._replace(start=shift.start(one.start), end=shift.end(one.end)) for one in guessed]
            guessed += _guesses(text, edits, shift)
            marks = [shift.start(mark) for mark in marks]
            text = apply(text, edits)
            chars |= frozenset("".join(edit.text for edit in edits))
            counts[kind.name] = len(edits)
    guesses = (
        Guess(one.start, one.end, one.line, one.original, text[one.start : one.end], one.gain)
        for one in guessed
    )
    return Repaired(text, counts, tuple(guesses), tuple(marks))


def _guesses(text: str, edits: list[Edit], shift: Shift) -> list[_Stretch]:
    return [
        _Stretch(
            shift.start(edit.start),
            shift.end(edit.end),
            text.count("\n", 0, edit.start) + 1,
            text[edit.start : edit.end],
            edit.gain,
        )
        for edit in edits
        if edit.gain is not None
    ]
