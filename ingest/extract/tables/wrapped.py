"""Find rows whose cells run over several lines, in tables with a row a line: `市税务局⏎市人社局⇥4月底`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.extract.tables.cells import NUMBER, Span, cell_type, is_section, is_units, line_cells
from ingest.extract.tables.headers import column_kind, header_columns
from ingest.extract.tables.model import ROLE_COLUMNS, Cell

_MOST = 12  # lines that one row may take
_MOST_OF_HEADER = 6
_LONGEST_HEADER = 60  # letters of a header with all its lines
_LONGEST_PIECE = 60  # letters of a line that goes on with the last cell
_LONGEST_NOUN = 2  # letters of a header's second word that is a header by itself: 完成⏎时限
_NUMBER = re.compile(  # with which a row or a heading row begins
    rf"{NUMBER.pattern}|[一二三四五六七八九十]{{1,3}}[、.．]?|[（(][一二三四五六七八九十\d]{{1,3}}[）)]"
)
_BREAK = re.compile(r"[ \u3000]*\n\s*")
_KEPT = (*ROLE_COLUMNS, "leader")  # names stand apart where their lines end
_BLANK = " \u3000"


class Shape(NamedTuple):
    """How the rows of a table look: what parts their cells, how often, and the kinds of their columns."""

    sign: str
    signs: int
    columns: Sequence[str]


def shape_of(text: str, header: Span, columns: Sequence[str]) -> Shape | None:
    """Return how the rows below a header look; None where each row begins and ends with a sign."""
    a, b = header
    if text[a:b].lstrip(_BLANK).startswith("|"):
        return None
    sign = "\t" if "\t" in text[a:b] else "|"
    cells = line_cells(text, a, b) or []
    return Shape(sign, text.count(sign, a, b) + len(columns) - len(cells), columns)


def header_end(text: str, lines: Sequence[Span], index: int) -> int:
    """Return the last line of a header, the first where none of its cells is wrapped.

    More lines are taken only where every cell that they make is a known header.
    """
    start, end = lines[index]
    if text[start:end].lstrip(_BLANK).startswith("|"):
        return index
    sign = "\t" if "\t" in text[start:end] else "|"
    for last in range(index + 1, min(index + _MOST_OF_HEADER, len(lines) - 1)):
        a, b = lines[last]
        if b - start > _LONGEST_HEADER or a == b or _NUMBER.fullmatch(_first(text, (a, b), sign)):
            break
        cells = line_cells(text, start, b) or []
        following = lines[last + 1]
        ends = _NUMBER.fullmatch(_first(text, following, sign)) or is_section(_words(text, following))
        if ends and _is_wrapped_header(cells):
            return last
    return index


def _is_wrapped_header(cells: Sequence[Cell]) -> bool:
    wrapped = [_BREAK.split(cell.text) for cell in cells if "\n" in cell.text]
    if not wrapped or not all(column_kind("".join(pieces)) for pieces in wrapped):
        return False
    if any(len(piece) > _LONGEST_NOUN and column_kind(piece) for pieces in wrapped for piece in pieces[1:]):
        return False  # a row of headers below the first
    return header_columns(cells) is not None


def row_end(text: str, lines: Sequence[Span], index: int, shape: Shape) -> int:
    """Return the last line of the row that a line begins, the line itself where the row is whole or unsure.

    Lines are joined only where together they have exactly the cells of the header, and what follows them
    begins another row or ends the table.
    """
    count = text.count(shape.sign, *lines[index])
    if not 0 < count <= shape.signs:
        return index
    last = _counted(text, lines, index, shape) if count < shape.signs else index
    return index if last is None else _with_last_cell(text, lines, index, last, shape)


def _counted(text: str, lines: Sequence[Span], index: int, shape: Shape) -> int | None:
    """Return the line with which a row has all its cells, None where there is no such line."""
    if shape.columns[0] == "number" and not _begins(text, lines[index], shape):
        return None
    if is_section(_first(text, lines[index], shape.sign)):
        return None
    count = text.count(shape.sign, *lines[index])
    for last in range(index + 1, min(index + _MOST, len(lines))):
        if _begins(text, lines[last], shape) or is_section(_words(text, lines[last])):
            return None
        count += text.count(shape.sign, *lines[last])
        if count >= shape.signs:
            fits = count == shape.signs and _ends_at(text, lines, last, shape)
            return last if fits and _fits(text, (lines[index][0], lines[last][1]), shape) else None
    return None


def _ends_at(text: str, lines: Sequence[Span], last: int, shape: Shape) -> bool:
    """Say whether what follows a line is another row or no row at all."""
    following = _following(text, lines, last)
    if following is None or shape.sign not in text[slice(*lines[following])]:
        return True
    whole = text.count(shape.sign, *lines[following]) == shape.signs
    return whole or _begins(text, lines[following], shape) or shape.columns[0] != "number"


def _fits(text: str, span: Span, shape: Shape) -> bool:
    """Say whether the cells of joined lines are what their columns hold: units where units belong."""
    cells = line_cells(text, *span) or []
    if len(cells) != len(shape.columns):
        return False
    roles = [cell for cell, kind in zip(cells, shape.columns, strict=True) if kind in ROLE_COLUMNS]
    return all(not c.text or cell_type(c) in ("units", "none") or is_units(c.text) for c in roles)


def _with_last_cell(text: str, lines: Sequence[Span], first: int, last: int, shape: Shape) -> int:
    """Return the line with which the last cell of a row ends, if it holds units or a deadline."""
    stop = last
    while stop + 1 < min(first + _MOST, len(lines)) and _is_piece(text, lines[stop + 1], shape.sign):
        stop += 1
    kind = shape.columns[-1]
    if (
        stop == last
        or kind not in (*ROLE_COLUMNS, "deadline")
        or not _row_follows(text, lines, last, stop, shape)
    ):
        return last
    cells = line_cells(text, lines[first][0], lines[stop][1]) or []
    sort = "deadline" if kind == "deadline" else "units"
    return stop if cells and cell_type(_mended(cells[-1], kind)) == sort else last


def _is_piece(text: str, line: Span, sign: str) -> bool:
    words = _words(text, line)
    return 0 < len(words) <= _LONGEST_PIECE and sign not in words and not is_section(words)


def _row_follows(text: str, lines: Sequence[Span], last: int, stop: int, shape: Shape) -> bool:
    """Say whether a row follows the pieces of a cell; at the end of a table a sign must tell that it goes on.

    Units below the last row may be those that sign the document.
    """
    following = _following(text, lines, stop)
    if following is not None and _begins(text, lines[following], shape):
        return True
    if following is not None and is_section(_words(text, lines[following])):
        return True
    return all(_words(text, lines[index]).endswith(("、", "，")) for index in range(last, stop))


def mend_cells(cells: list[Cell], columns: Sequence[str]) -> list[Cell]:
    """Return the cells of a row of several lines with the breaks inside their words closed."""
    if len(cells) != len(columns):
        return cells
    return [_mended(cell, kind) for cell, kind in zip(cells, columns, strict=True)]


def _mended(cell: Cell, kind: str) -> Cell:
    return cell if kind in _KEPT else cell._replace(text=_BREAK.sub("", cell.text))


def _begins(text: str, line: Span, shape: Shape) -> bool:
    """Say whether a line begins a row: with its number, or with all cells of a table without numbers."""
    if shape.columns[0] == "number":
        return _NUMBER.fullmatch(_first(text, line, shape.sign)) is not None
    return text.count(shape.sign, *line) == shape.signs


def _following(text: str, lines: Sequence[Span], index: int) -> int | None:
    """Return the next line with words."""
    ahead = range(index + 1, min(index + _MOST, len(lines)))
    return next((at for at in ahead if _words(text, lines[at])), None)


def _first(text: str, line: Span, sign: str) -> str:
    """Return the first cell of a line, nothing where it has only one."""
    words = text[slice(*line)]
    return words.partition(sign)[0].strip(_BLANK) if sign in words else ""


def _words(text: str, line: Span) -> str:
    return text[slice(*line)].strip(_BLANK)
