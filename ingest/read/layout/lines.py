"""Make lines of characters: which stand on one line, and where there are spaces between words."""

import re
from collections.abc import Iterable, Sequence
from math import inf
from statistics import median

from ingest.read.layout.glyphs import raised
from ingest.read.layout.model import ASCENT, DESCENT, Char, Line

_SAME_LINE = 0.35  # of the size: fonts of one line stand a little higher or lower
_SMALL = 0.75  # of the size of the line: marks of footnotes, the 2 of m²
_NEAR = 0.6  # of the size: a raised mark stands this near to what it belongs to
_WORD_GAP, _HAN_GAP, _MIXED_GAP = 0.2, 0.6, 0.7  # of the size: gaps that are spaces
CELL_SPACES = 3  # of half width, typed to part cells
_WIDE_GAP = 2.5  # of the size: cells of a table without rules
_TIGHT, _LEAP, _FEWEST_LEAPS = 0.03, 0.3, 2  # of the size: tab stops in lines whose other gaps are none
_JUSTIFYING = 4  # spaces between Chinese characters in at least half of all places are there for looks
HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’—…·"
_HAN = re.compile(f"[{HAN}]")


def make_lines(chars: Iterable[Char]) -> list[Line]:
    """Return the lines that characters make, from top to bottom."""
    rows = _join_raised(_rows(chars))
    return [line for row in rows if (line := make_line(row))]


def _rows(chars: Iterable[Char]) -> list[list[Char]]:
    """Return the characters by the line they stand on."""
    rows: list[list[Char]] = []
    base, size = 0.0, 0.0
    for char in sorted(chars, key=lambda one: one.base):
        if rows and char.base - base <= _SAME_LINE * min(size, char.size):
            rows[-1].append(char)
        else:
            rows.append([char])
            base, size = char.base, char.size
    return rows


def _join_raised(rows: list[list[Char]]) -> list[list[Char]]:
    """Put raised and lowered marks into the line they belong to."""
    joined: list[list[Char]] = []
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else []
        if _is_mark_of(row, following):
            following += [raised(char) for char in row]
        elif joined and _is_mark_of(row, joined[-1]):
            joined[-1] += row
        else:
            joined.append(row)
    return joined


def _is_mark_of(row: Sequence[Char], line: Sequence[Char]) -> bool:
    """Say whether all of a row are small and stand inside a line, right beside one of its characters."""
    if len(line) == 0 or all(char.text.isspace() for char in row):
        return False
    size = max(char.size for char in line)
    base = median(char.base for char in line)
    if max(char.size for char in row) > _SMALL * size:
        return False
    return all(
        base - ASCENT * size <= char.base <= base + 3 * DESCENT * size
        and any(_are_beside(other, char, size) or _are_beside(char, other, size) for other in (*line, *row))
        for char in row
    )


def _are_beside(left: Char, right: Char, size: float) -> bool:
    return -0.1 * size <= right.x0 - left.x1 <= _NEAR * size


def make_line(row: Iterable[Char]) -> Line | None:
    """Return the line that characters make, None where they are spaces only."""
    chars = sorted(row, key=lambda one: one.x0)
    shown = [index for index, char in enumerate(chars) if not char.text.isspace()]
    if not shown:
        return None
    lead = "".join(char.text for char in chars[: shown[0]])
    trail = "".join(char.text for char in chars[shown[-1] + 1 :])
    chars = chars[shown[0] : shown[-1] + 1]
    inked = [char for char in chars if not char.text.isspace()]
    size = median(char.size for char in inked)
    base = median(char.base for char in inked)
    return Line(chars, spell(chars, size), chars[0].x0, max(c.x1 for c in inked), base, size, lead, trail)


def spell(chars: Sequence[Char], size: float) -> str:
    """Return the text of a line's characters, with the spaces that a reader sees."""
    pairs = _pairs(chars)
    gaps = [after.x0 - before.x1 for before, after, _ in pairs if _both_han(before, after)]
    usual = max(0.0, median(gaps)) if len(gaps) >= _JUSTIFYING else 0.0
    spaced = sum(1 for before, after, space in pairs if space and _both_han(before, after))
    is_stretched = spaced >= _JUSTIFYING and 2 * spaced >= len(gaps)
    leaps = _leaps(pairs, gaps, size)
    pieces = [chars[0].text]
    for before, after, space in pairs:
        if space and not (is_stretched and _both_han(before, after)):
            pieces.append(_kept_space(before, after, space, size))
        elif after.x0 - before.x1 >= leaps:
            pieces.append("\t")
        else:
            pieces.append(_seen_space(before, after, usual, size))
        pieces.append(after.text)
    return "".join(pieces)


def _leaps(pairs: Sequence[tuple[Char, Char, str]], gaps: Sequence[float], size: float) -> float:
    """Return the gap from which on a line that is set tight leaps to its next cell; none in other lines."""
    tight = sum(1 for gap in gaps if abs(gap) < _TIGHT * size)
    leaps = [after.x0 - before.x1 for before, after, space in pairs if not space]
    leaps = [gap for gap in leaps if gap >= _LEAP * size]
    is_tight = len(gaps) >= _JUSTIFYING and 4 * tight >= 3 * len(gaps)
    return _LEAP * size if is_tight and len(leaps) >= _FEWEST_LEAPS else inf


def _pairs(chars: Sequence[Char]) -> list[tuple[Char, Char, str]]:
    """Return neighbours, with the spaces that the file has between them."""
    pairs = []
    space, before = "", chars[0]
    for char in chars[1:]:
        if char.text.isspace():
            space += char.text
        else:
            pairs.append((before, char, space))
            space, before = "", char
    return pairs


def _both_han(before: Char, after: Char) -> bool:
    return _HAN.match(before.text[-1]) is not None and _HAN.match(after.text[0]) is not None


def _kept_space(before: Char, after: Char, space: str, size: float) -> str:
    """Return a space of the file; one that takes no room is none, one that takes much parts cells."""
    gap = after.x0 - before.x1
    if gap < 0.1 * size:
        return ""
    if space.count(" ") >= CELL_SPACES or (gap > _WIDE_GAP * size and gap > 1.5 * size * len(space)):
        return "\t"
    return space.replace("\t", " ")


def _seen_space(before: Char, after: Char, usual: float, size: float) -> str:
    """Return the space that a gap shows, which the file does not say."""
    gap = after.x0 - before.x1
    han = (_HAN.match(before.text[-1]) is not None) + (_HAN.match(after.text[0]) is not None)
    least = (_WORD_GAP, _MIXED_GAP, _HAN_GAP)[han] * size
    if han:
        least += usual
    if gap < least:
        return ""
    return "\t" if gap > _WIDE_GAP * size + usual else " "
