"""Pages for tests of the layout, set by hand: full-width characters take their size, others half of it."""

from collections.abc import Iterable, Sequence

from ingest.read.grid import Writer
from ingest.read.layout import Char, Page, Rule, write_pages

SIZE, PITCH = 10.0, 16.0
LEFT, TOP, WIDTH = 50.0, 60.0, 20  # WIDTH in characters
WIDE, HIGH = 2 * LEFT + WIDTH * SIZE, 400.0
Set = tuple[float, float, str] | tuple[float, float, str, float]  # x, base, text, size


def chars(text: str, x: float, base: float, size: float = SIZE) -> list[Char]:
    """Return the characters of a text that stand side by side."""
    found = []
    for char in text:
        width = 0.0 if char in "\u200b\u00ad" else size / 2 if char.isascii() else size
        found.append(Char(char, x, x + width, base, size))
        x += width
    return found


def page(
    number: int, lines: Iterable[Set], rules: Sequence[Rule] = (), *, wide: float = WIDE, high: float = HIGH
) -> Page:
    """Return a page with lines and rules."""
    drawn = [char for line in lines for char in chars(line[2], line[0], line[1], *line[3:])]
    return Page(number, wide, high, drawn, list(rules))


def text_page(number: int, lines: Iterable[str], *, first: float = TOP) -> Page:
    """Return a page of lines below one another; spaces before a line move it, an empty one leaves room."""
    placed: list[Set] = []
    for at, line in enumerate(lines):
        shown = line.lstrip("\u3000")
        placed.append((LEFT + SIZE * (len(line) - len(shown)), first + at * PITCH, shown))
    return page(number, [one for one in placed if one[2]])


def ruled(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """Return the rules of a grid with all its cells."""
    level = [Rule(xs[0], y, xs[-1], y) for y in ys]
    return level + [Rule(x, ys[0], x, ys[-1]) for x in xs]


def text_of(*pages: Page) -> str:
    """Return what the layout makes of pages, without the empty line at its end."""
    writer = Writer()
    write_pages(pages, writer)
    return writer.text().rstrip("\n")


def places_of(*pages: Page) -> list[tuple[int | None, str]]:
    """Return the pages and the text that begins each."""
    writer = Writer()
    write_pages(pages, writer)
    return [(place.page, writer.text()[place.start :][:4]) for place in writer.places()]
