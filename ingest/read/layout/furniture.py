"""Leave out what is printed on every page beside the text: headers, footers, page numbers."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from ingest.read.layout.model import Line, Page

_EDGE = 0.13  # of the height: headers and footers stand this near to the edge
_OUTMOST = 3  # lines at either edge that may be furniture
_SAME_HEIGHT = 4.0  # points
_APART = 1.3  # of the usual distance of lines: furniture stands apart from the text
_OTHER_SIZE = 0.05  # of the size
_OFTEN, _MOST = 3, 0.6  # pages, and share of all, with the same words: furniture also where it stands close
_DIGITS = re.compile(r"\d{1,4}")
_DASH = r"[-—–－─·•~～﹣_一]"  # 一 is what OCR makes of a dash
_NUMBER = r"[\divxIVX]{1,5}|[一二三四五六七八九十百]{1,4}"
_FRAMED = re.compile(
    rf"""
    {_DASH}+\s*\d{{1,4}}\s*{_DASH}+
    | 第?\s*(?:{_NUMBER})\s*页\s*[,，/／|（(]?\s*(?:共\s*(?:{_NUMBER})\s*页)?\s*[)）]?
    | (?:[Pp]age|PAGE|P\.?)\s*\d{{1,4}}(?:\s*(?:of|/)\s*\d{{1,4}})?
    | \d{{1,4}}\s*[/／]\s*\d{{1,4}}
    """,
    re.VERBOSE,
)
_Found = tuple[Page, Line, bool]  # a line at the edge of a page, and whether it stands apart from the text


def drop_furniture(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines of each page without headers, footers and page numbers."""
    usual = _Usual(_distance(lines), _size(lines))
    edges = [one for page, own in zip(pages, lines, strict=True) for one in _edge_lines(page, own, usual)]
    dropped = _repeated(edges, len(pages)) | _numbers(edges)
    return [[line for line in own if id(line) not in dropped] for own in lines]


class _Usual(NamedTuple):
    """How far apart lines are, and how large."""

    distance: float
    size: float


def _distance(lines: Sequence[list[Line]]) -> float:
    steps = [b.base - a.base for own in lines for a, b in itertools.pairwise(own)]
    return median(steps) if steps else 0.0


def _size(lines: Sequence[list[Line]]) -> float:
    sizes = [line.size for own in lines for line in own]
    return median(sizes) if sizes else 0.0


def _edge_lines(page: Page, lines: list[Line], usual: _Usual) -> list[_Found]:
    """Return the lines that stand where headers and footers do."""
    top = [line for line in lines[:_OUTMOST] if line.bottom < _EDGE * page.height]
    low = [line for line in lines[-_OUTMOST:] if line.top > (1 - _EDGE) * page.height and line not in top]
    first = len(lines) - len(low)
    return [
        *((page, line, _is_apart(lines, range(index, len(top)), usual)) for index, line in enumerate(top)),
        *(
            (page, line, _is_apart(lines, range(first, first + index + 1), usual))
            for index, line in enumerate(low)
        ),
    ]


def _is_apart(lines: list[Line], outer: range, usual: _Usual) -> bool:
    """Say whether lines at the edge are parted from the text by more room than usual, or by their size."""
    if len(lines) == len(outer) or any(abs(lines[at].size / usual.size - 1) > _OTHER_SIZE for at in outer):
        return True
    seams = range(max(outer.start, 1), min(outer.stop + 1, len(lines)))
    return any(lines[at].base - lines[at - 1].base > _APART * usual.distance for at in seams)


def _repeated(edges: Sequence[_Found], pages: int) -> set[int]:
    """Return the lines that stand at one height on several pages, the same but for the page number."""
    places: dict[str, list[_Found]] = {}
    for found in edges:
        for key in _keys(found):
            places.setdefault(key, []).append(found)
    dropped = set()
    for alike in places.values():
        heights = Counter(round(line.base / _SAME_HEIGHT) for _, line, _ in alike)
        for _, line, is_apart in alike:
            height = round(line.base / _SAME_HEIGHT)
            count = heights[height - 1] + heights[height] + heights[height + 1]
            if (is_apart and count >= max(2, pages // 3)) or count >= max(_OFTEN, _MOST * pages):
                dropped.add(id(line))
    return dropped


def _keys(found: _Found) -> list[str]:
    """Return the text of a line, and the same with each number as its distance from that of the page."""
    page, line, _ = found
    text = re.sub(r"\s", "", line.text)
    return [
        text,
        *(
            f"{text[: match.start()]}#{int(match[0]) - page.number}#{text[match.end() :]}"
            for match in _DIGITS.finditer(text)
        ),
    ]


def _numbers(edges: Sequence[_Found]) -> set[int]:
    """Return the outermost lines that are page numbers by their form."""
    return {
        id(line)
        for page, line, is_apart in edges
        if _FRAMED.fullmatch(line.text.strip())
        or (is_apart and line.top > page.height / 2 and line.text.strip() == str(page.number))
    }
