"""Gather the pages that a document draws, and say which of them give no text, or doubtful text.

What PDF and OFD share beside the layout: scanned pages, fonts that do not name their characters, limits.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.read.grid import Writer
from ingest.read.layout import Char, Page, Sheet, write_pages
from ingest.read.model import Content, Flaw, UnreadableError

MAX_PAGES = 3_000  # of a document; a yearbook has 800, and 3,000 take 45 seconds
MAX_CHARS = 4_000_000  # of a document, for the sake of memory
SECONDS = 75.0  # to read pages; the child process has 120 for all
_FEWEST = 30  # characters of a page that is no picture: a stamp, a page number
_PICTURE = 0.5  # of the page
_OUTLINES = 300  # shapes of a page whose text was drawn as shapes
_BULLETS = 0.05  # of the characters: the bullets of symbol fonts are private characters too
_BROKEN = 0.3  # of the characters of a page; the others are of no use then


@dataclass(slots=True)
class Drawn:
    """The pages of a document, and the numbers of those of which something is wrong."""

    pages: list[Page] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    layered: list[int] = field(default_factory=list)  # scanned, with the text that a scanner read
    broken: list[int] = field(default_factory=list)  # of no use
    doubtful: list[int] = field(default_factory=list)  # with some characters that the font does not name
    mixed: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    left: int | None = None  # the first page that was not read
    _chars: int = 0
    _end: float = field(default_factory=lambda: time.monotonic() + SECONDS)

    def is_enough(self) -> bool:
        """Say whether the limits are reached; the next page is noted as the first that is left."""
        number = len(self.pages) + 1
        if number > MAX_PAGES or self._chars > MAX_CHARS or time.monotonic() > self._end:
            self.left = number
        return self.left is not None

    def add(self, sheet: Sheet) -> None:
        """Add a page, and note what is wrong with it."""
        number = len(self.pages) + 1
        page = sheet.page(number)
        self.pages.append(page)
        self._chars += len(page.chars)
        shown = sum(1 for char in page.chars if not char.text.isspace())
        if shown < _FEWEST and (sheet.pictures >= _PICTURE or sheet.shapes >= _OUTLINES):
            if len(sheet.hidden) >= _FEWEST:
                page.chars = sheet.hidden
                self.layered.append(number)
            else:
                self.scanned.append(number)
        elif sheet.lost > _BROKEN * shown:
            page.chars = []
            self.broken.append(number)
        elif sheet.lost > _BULLETS * shown:
            self.doubtful.append(number)
        if sheet.is_mixed():
            self.mixed.append(number)

    def unread(self) -> list[int]:
        """Return the pages of which there is no text, but a picture could be read."""
        return sorted({*self.scanned, *self.broken})

    def content(self, seen: dict[int, list[Char]]) -> Content:
        """Return the text of the document.

        Args:
            seen: the characters of pages that were read by OCR.

        Raises:
            UnreadableError: there is no text, and it is known why.
        """
        for page in self.pages:
            page.chars = seen.get(page.number, page.chars)
        writer = Writer()
        write_pages(self.pages, writer)
        text, flaws = writer.text(), tuple(self._flaws(seen))
        if not text.strip() and flaws:
            raise UnreadableError(flaws[0].code, flaws[0].expected, flaws[0].found)
        return Content(text, writer.places(), flaws)

    def _flaws(self, seen: Iterable[int]) -> Iterator[Flaw]:
        """Yield what could not be read, or may be wrong, with the pages."""
        text = "pages with text"
        named = "fonts that say which characters they draw"
        scanned, broken = (sorted({*pages}.difference(seen)) for pages in (self.scanned, self.broken))
        yield from _flaw("scanned-pages", text, scanned, "{} without text, only pictures")
        yield from _flaw("broken-fonts", named, broken, "{} of which the text cannot be had")
        yield from _flaw("broken-fonts", named, self.doubtful, "{} on which characters are missing")
        yield from _flaw("ocr-pages", text, [*self.layered, *seen], "{} read by OCR, not certain")
        yield from _flaw("turned-text", "text in one direction", self.mixed, "{} with other text, left out")
        yield from _flaw("damaged-pages", "pages that can be read", self.damaged, "{} read only in part")
        if self.left is not None:
            limit = f"at most {MAX_PAGES:,} pages, read in {SECONDS:.0f} seconds"
            yield Flaw("pages-not-read", limit, f"pages from {self.left} on not read")


def _flaw(code: str, expected: str, numbers: Iterable[int], found: str) -> Iterator[Flaw]:
    pages = name_pages(numbers)
    if pages:
        yield Flaw(code, expected, found.format(pages))


def name_pages(numbers: Iterable[int]) -> str:
    """Return page numbers in words: `page 3`, `pages 2, 5-7`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    named = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    if not named:
        return ""
    return f"page {named}" if named.isdigit() else f"pages {named}"
