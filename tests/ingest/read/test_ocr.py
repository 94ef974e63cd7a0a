import shutil

import pytest

from ingest.read import ocr
from ingest.read.ocr import Picture, to_chars

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
PAGE = "1\t1\t0\t0\t0\t0\t0\t0\t1000\t1400\t-1\t"


def word(
    line: int, left: int, top: int, width: int, text: str, *, sure: float = 90.0, height: int = 46
) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{top}\t{width}\t{height}\t{sure}\t{text}"


def read(*words: str) -> list[tuple[str, float, float]]:
    picture = Picture(1, b"", 0.0, 0.0, 500.0)
    found = to_chars("\n".join([HEAD, PAGE, *words]), picture)
    return [(char.text, round(char.x0), round(char.size)) for char in found]


def test_words_become_characters_with_places_in_points() -> None:
    found = read(word(1, 100, 50, 100, "改革"), word(1, 205, 50, 95, "任务"))
    assert found == [("改", 50, 25), ("革", 75, 25), ("任", 100, 25), ("务", 125, 25)]


def test_cells_of_a_line_keep_their_places() -> None:
    found = read(word(1, 100, 50, 100, "改革"), word(1, 600, 50, 100, "甲局"))
    assert [char[:2] for char in found] == [("改", 50), ("革", 75), ("甲", 300), ("局", 325)]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([word(1, 0, 0, 50, "切", sure=0)], "切"),  # doubtful, but likelier right than missing
        ([word(1, 0, 0, 50, "~", sure=5)], ""),  # a speck
        ([word(1, 0, 0, 50, "")], ""),
        (["5\tdamaged"], ""),
    ],
)
def test_specks_are_left_out(words: list[str], text: str) -> None:
    assert "".join(char[0] for char in read(*words)) == text


def test_lines_of_nearly_one_height_are_of_one_size() -> None:
    lines = [word(at, 0, 100 * at, 100, "改革", height=40 + at) for at in range(1, 6)]
    title = word(9, 0, 1000, 200, "计划", height=90)
    sizes = [size for _, _, size in read(*lines, title)]
    assert len(set(sizes)) == 2
    assert max(sizes) > 1.8 * min(sizes)


def test_without_tesseract_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ocr.is_available.cache_clear()
    assert ocr.read_pictures([Picture(1, b"", 0, 0, 100)]) == {}
    ocr.is_available.cache_clear()


@pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed; .ci/run installs it"
)
def test_pictures_that_are_none_give_nothing() -> None:
    ocr.is_available.cache_clear()
    assert ocr.read_pictures([Picture(1, b"no picture", 0, 0, 100)]) == {}
    assert ocr.read_pages(b"no document", [1]) == {}
