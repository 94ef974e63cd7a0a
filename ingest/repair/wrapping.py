"""Find the width at which a printed text breaks its lines."""

import re
from collections.abc import Sequence

NARROWEST, WIDEST = 36, 110  # half-width columns: 18 to 55 Chinese characters
FULL = 0.85  # of the width; lines fall short by what their end must not part, and by narrow digits
OUTLIERS = 2  # lines wider than the rest: page furniture
CUT = 4  # lines that must be cut at the width
FIELD = re.compile(r"[ \u3000]*[\u4e00-\u9fff]{2,8}\s*[：:]")  # a line that ends where its value does
# A line that an earlier repair may have made by closing the breaks inside its bracket says nothing of the
# width; beside such lines only those count that are cut within a sentence.
MENDED = re.compile(r"[（(〔\[【][^）)〕\]】]*(?:单位|部门|牵头|负责|配合|参加|参与|落实)")
INSIDE = re.compile(".{4}[，、；]")
LONG = 15  # characters from which on a line counts


def width_of(line: str) -> int:
    """Return the columns that a line takes: two for a Chinese character, one for a digit."""
    return len(line.encode("gbk", errors="replace"))


def find_width(lines: Sequence[str], unended: Sequence[int]) -> int | None:
    """Return the columns of a full line, None for a text whose lines are paragraphs.

    Args:
        lines: the lines of the text.
        unended: the indexes of those that do not end as a sentence does.
    """
    candidates = [lines[index] for index in unended if LONG <= len(lines[index]) <= WIDEST]
    if len(candidates) < CUT:
        return None
    if width := _width(lines, candidates):
        return width
    inside = [line for line in candidates if INSIDE.search(line) and MENDED.search(line) is None]
    return (
        _width([line for line in lines if MENDED.search(line) is None], inside)
        if len(inside) >= CUT
        else None
    )


def _width(lines: Sequence[str], candidates: Sequence[str]) -> int | None:
    """Return the width at which most of the candidates are cut, and which no other line passes."""
    too_wide = sum(1 for line in lines if len(line) > WIDEST // 2)
    if too_wide > OUTLIERS:
        return None
    widths = sorted((width_of(line) for line in lines if len(line) >= LONG), reverse=True)
    full = widths[min(OUTLIERS, len(widths) - 1)]
    if not NARROWEST <= full <= WIDEST:
        return None
    prose = [line for line in candidates if FIELD.match(line) is None]
    cut = sum(1 for line in prose if width_of(line) >= FULL * full)
    return full if cut >= CUT and cut * 2 >= len(prose) else None
