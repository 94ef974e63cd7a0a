"""Read pictures of pages by Tesseract, where the machine has it with its simplified Chinese.

Its words come with their places, so that the layout treats a scanned page as any other.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from statistics import median
from typing import NamedTuple

from ingest.read.layout import Char

LANGUAGE = "chi_sim"
RESOLUTION = 300  # dots for an inch, what Tesseract is made for
MAX_PAGES = 40  # of a document
SECONDS, SECONDS_PAGE = 75.0, 25.0  # measured: one to three for a page of a plan
_BLOCK = "6"  # one block of text: the layout finds columns itself; measured best of the modes 3, 4, 6, 11
_LEAST_SURE = 20.0  # per cent; below it signs are specks, characters still mostly right
_CELL_GAP = 1.5  # of the size
_FIELDS, _PAGE_LEVEL, _WORD_LEVEL = 12, "1", "5"  # of its table
_INK = 0.92  # of the size: the height of a line of Chinese characters
_ONE_SIZE = 0.25  # lines whose height differs less are of one size
_BELOW = 0.07  # of the size: ink below the line


class Word(NamedTuple):
    """A word that Tesseract found: its line, its place in the picture, how sure it is."""

    line: tuple[int, ...]
    left: float
    top: float
    width: float
    height: float
    sure: float
    text: str


@cache
def is_available() -> bool:
    """Say whether Tesseract is installed with the language."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in listed.stdout.decode(errors="replace").split()


class Picture(NamedTuple):
    """A picture on a page: the page's number, the file, where it is and how wide, in points."""

    page: int
    data: bytes
    x: float
    y: float
    width: float


def read_pages(data: bytes, numbers: Sequence[int]) -> dict[int, list[Char]]:
    """Return what is read on pages of a PDF document, as far as time allows.

    Args:
        data: the document.
        numbers: the pages, from 1.
    """
    return read_pictures(_drawn(data, numbers))


def read_pictures(pictures: Iterable[Picture]) -> dict[int, list[Char]]:
    """Return what is read on pictures, by page, as far as time allows."""
    if not is_available():
        return {}
    end = time.monotonic() + SECONDS
    read: dict[int, list[Char]] = {}
    for picture in islice(pictures, MAX_PAGES):
        seconds = min(SECONDS_PAGE, end - time.monotonic())
        if seconds <= 0:
            break
        table = _recognise(picture.data, seconds)
        if table is not None:
            read.setdefault(picture.page, []).extend(to_chars(table, picture))
    return read


def _drawn(data: bytes, numbers: Sequence[int]) -> Iterator[Picture]:
    """Yield pages as pictures, none where they cannot be drawn."""
    import pypdfium2  # type: ignore[import-untyped]  # slow to load, and only scanned documents need it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    for number in numbers:
        try:
            page = document[number - 1]
            bitmap = page.render(scale=RESOLUTION / 72, grayscale=True)
        except (pypdfium2.PdfiumError, IndexError):
            continue
        pixels = bitmap.to_numpy()
        height, width = pixels.shape[:2]
        yield Picture(number, b"P5 %d %d 255\n" % (width, height) + pixels.tobytes(), 0, 0, page.get_width())


def _recognise(picture: bytes, seconds: float) -> str | None:
    """Return Tesseract's table of the words on a picture, None where it fails or takes too long."""
    program = shutil.which("tesseract") or "tesseract"
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--psm", _BLOCK, "--dpi", str(RESOLUTION), "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # measured: its threads cost more than they bring
    try:
        done = subprocess.run(  # noqa: S603
            command, input=picture, capture_output=True, timeout=seconds, check=False, env=environment
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None


def _rows(table: str, level: str) -> Iterator[Word]:
    """Yield the entries of one level of Tesseract's table: its pages, or its words."""
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) == _FIELDS and fields[0] == level:
            left, top, width, height = map(float, fields[6:10])
            line = tuple(map(int, fields[2:5]))
            yield Word(line, left, top, width, height, float(fields[10]), fields[11].strip())


def to_chars(table: str, picture: Picture) -> list[Char]:
    """Return the characters of Tesseract's table in points; lines of nearly one height are of one size."""
    scale = next((page.width for page in _rows(table, _PAGE_LEVEL)), 0.0) / picture.width
    lines: dict[tuple[int, ...], list[Word]] = {}
    for word in _rows(table, _WORD_LEVEL):
        if word.text and (word.sure >= _LEAST_SURE or word.text.isalnum()):
            lines.setdefault(word.line, []).append(word)
    heights = {line: _height(own) for line, own in lines.items()}
    usual = median(heights.values()) if heights else 0.0
    chars: list[Char] = []
    for line, own in lines.items():
        height = usual if abs(heights[line] - usual) < _ONE_SIZE * usual else heights[line]
        size = height / _INK / scale
        base = picture.y + median(word.top + word.height for word in own) / scale - _BELOW * size
        for run in _runs(own, _CELL_GAP * size * scale):
            x0 = picture.x + min(word.left for word in run) / scale
            x1 = picture.x + max(word.left + word.width for word in run) / scale
            chars += _spread("".join(word.text for word in run), x0, x1, base, size)
    return chars


def _height(words: Sequence[Word]) -> float:
    """Return the height of most words of a line; punctuation is lower."""
    return median([word.height for word in words if word.text.isalnum()] or [word.height for word in words])


def _runs(words: Sequence[Word], gap: float) -> Iterator[list[Word]]:
    """Yield the words of a line that no wide gap parts."""
    run: list[Word] = []
    for word in words:
        if run and word.left - max(one.left + one.width for one in run) > gap:
            yield run
            run = []
        run.append(word)
    yield run


def _spread(text: str, x0: float, x1: float, base: float, size: float) -> Iterator[Char]:
    """Yield the characters of a text, each with its share of the width: Tesseract places words only."""
    shares = [1 if char.isascii() else 2 for char in text]
    unit = (x1 - x0) / sum(shares)
    for char, share in zip(text, shares, strict=True):
        yield Char(char, x0, x0 + share * unit, base, size)
        x0 += share * unit
