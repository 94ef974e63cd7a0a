"""Draw the content of an OFD page on a sheet: texts, lines, the area of pictures."""

from collections.abc import Iterator, Mapping
from math import hypot

from lxml import etree

from ingest.read.layout import Sheet
from ingest.read.ofd_values import Matrix, attribute, children, matrix, number, numbers, paths, steps

POINTS = 72 / 25.4  # in a millimetre
_DEEPEST = 8  # drawings in drawings
_HALF = 0.5  # of the size: how wide a Latin letter is where no distance is given
_WIDEST = 1.3  # of the size: what is further from the next character leaves a gap
_SIZE = 3.5  # millimetres
_GROUPS = ("Content", "Layer", "PageBlock")
Widths = dict[str, float]  # of characters, as multiples of the size
Units = dict[str, etree._Element]
Placed = list[tuple[str, tuple[float, ...]]]


def draw(sheet: Sheet, page: etree._Element, units: Mapping[str, etree._Element]) -> Placed:
    """Draw a page; returns the pictures on it by id, with their boxes."""
    placed: Placed = []
    widths: Widths = {}
    for item, place in _items(page, Matrix(), units, 0):
        name = etree.QName(item).localname
        if name == "TextObject":
            _draw_text(sheet, item, place, widths)
        elif name == "PathObject":
            _draw_path(sheet, item, place)
        elif name == "ImageObject":
            placed.append(_draw_picture(sheet, item, place))
    return placed


def _items(
    parent: etree._Element, place: Matrix, units: Mapping[str, etree._Element], depth: int
) -> Iterator[tuple[etree._Element, Matrix]]:
    """Yield the visible objects of a group, of those in it, and of drawings used several times."""
    if depth > _DEEPEST:
        return
    for group in children(parent, *_GROUPS):
        yield from _items(group, place, units, depth + 1)
    for item in children(parent, "TextObject", "PathObject", "ImageObject", "CompositeObject"):
        if attribute(item, "Visible", "true").lower() in ("false", "0"):
            continue
        box = numbers(item.get("Boundary"))
        moved = place.after(Matrix(e=box[0], f=box[1]) if len(box) == 4 else Matrix())
        inner = moved.after(matrix(item.get("CTM")))
        if etree.QName(item).localname != "CompositeObject":
            yield item, inner
        elif (unit := units.get(item.get("ResourceID") or "")) is not None:
            yield from _items(unit, inner, units, depth + 1)


def _draw_text(sheet: Sheet, item: etree._Element, place: Matrix, widths: Widths) -> None:
    """Draw the characters of a text, each at its place."""
    size = number(item.get("Size"), _SIZE)
    wide = size * (number(item.get("HScale"), 1.0) or 1.0)
    turned = _turned(number(item.get("CharDirection"), 0.0))
    to = place.apply(turned.a, turned.b)
    ahead = (to[0] - place.e, to[1] - place.f)
    along, tall = hypot(*ahead) * POINTS, hypot(place.c, place.d) * POINTS
    for code in children(item, "TextCode"):
        for char, x, y, step in _placed_chars(code, wide, widths):
            start = _on(sheet, place.apply(x, y))
            if 0 < step <= wide * (1.0 if char.isascii() else _WIDEST):
                widths[char] = step / wide
            advance = _width(char, widths) * wide
            sheet.add_char(char, start, (ahead[0], -ahead[1]), advance * along, size * tall)


def _width(char: str, widths: Widths) -> float:
    """Return how wide a character is, as a multiple of the size: as elsewhere on the page, or as is usual."""
    return widths.get(char, _HALF if char.isascii() else 1.0)


def _placed_chars(
    code: etree._Element, size: float, widths: Widths
) -> Iterator[tuple[str, float, float, float]]:
    """Yield the characters of a text with their places and how far the next one is, 0 where none is."""
    x, y = number(code.get("X"), 0.0), number(code.get("Y"), 0.0)
    right, down = steps(code.get("DeltaX")), steps(code.get("DeltaY"))
    text = (code.text or "").strip("\r\n")
    for at, char in enumerate(text):
        yield char, x, y, _step(right, at) if at + 1 < len(text) else 0.0
        x += _step(right, at) if right or down else _width(char, widths) * size
        y += _step(down, at)


def _turned(degrees: float) -> Matrix:
    """Return the matrix of a turn by right angles, clockwise as OFD counts."""
    quarter = round(degrees / 90) % 4
    a, b = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[quarter]
    return Matrix(a, b, -b, a)


def _step(given: list[float], at: int) -> float:
    """Return the distance to the next character; the last one given holds for the rest."""
    return given[min(at, len(given) - 1)] if given else 0.0


def _on(sheet: Sheet, point: tuple[float, float]) -> tuple[float, float]:
    """Return a point of the page, in millimetres from the top, as one of the sheet."""
    return point[0] * POINTS, sheet.height - point[1] * POINTS


def _draw_path(sheet: Sheet, item: etree._Element, place: Matrix) -> None:
    """Draw the lines of a path."""
    stroke = attribute(item, "Stroke", "true").lower() not in ("false", "0")
    for data in children(item, "AbbreviatedData"):
        for points in paths(data.text):
            sheet.add_path([_on(sheet, place.apply(x, y)) for x, y in points], stroke=stroke)


def _draw_picture(sheet: Sheet, item: etree._Element, place: Matrix) -> tuple[str, tuple[float, ...]]:
    """Add up the area of pictures: a picture is the unit square, as its matrix places it."""
    ax, ay = place.apply(0, 0)
    bx, by = place.apply(1, 1)
    box = (min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay))
    area = sheet.width * sheet.height
    sheet.pictures += box[2] * box[3] * POINTS**2 / area if area else 0.0
    return item.get("ResourceID") or "", box
