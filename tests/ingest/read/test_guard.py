"""The child process: what a parser does to itself never reaches the run."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.read import formats, guard
from ingest.read.child import answer
from ingest.read.guard import Request
from ingest.read.model import UnreadableError

READER = """
import os, time
from ingest.read.model import Content
def read(data, form):
    exec(data)
    return Content("read")
"""


@pytest.fixture(autouse=True)
def _reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a reader that does what its document says, in a child that knows it."""
    (tmp_path / "sitecustomize.py").write_text(
        "import ingest.read.formats as f; f.READERS['obedient'] = 'obedient_reader'", encoding="utf-8"
    )
    (tmp_path / "obedient_reader.py").write_text(READER, encoding="utf-8")
    root = Path(formats.__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{root}")
    guard.end()
    yield
    guard.end()


def code_of(data: bytes, seconds: float = 20) -> str:
    with pytest.raises(UnreadableError) as error:
        guard.read("obedient", data, seconds=seconds)
    return error.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"raise ValueError('broken')", "damaged-file"),
        (b"bytearray(1 << 40)", "too-large"),
        (b"def f(): f()\nf()", "damaged-file"),
        (b"os._exit(3)", "reader-died"),
        (b"os.kill(os.getpid(), 9)", "reader-died"),
    ],
)
def test_whatever_happens_is_one_issue_and_the_next_document_is_read(data: bytes, code: str) -> None:
    assert code_of(data) == code
    assert guard.read("obedient", b"").text == "read"


def test_a_slow_reader_is_ended() -> None:
    assert code_of(b"time.sleep(60)", seconds=1) == "too-slow"
    assert guard.read("obedient", b"").text == "read"


def test_what_a_library_prints_is_no_answer() -> None:
    assert guard.read("obedient", b"print('noise'); os.write(1, b'noise')").text == "read"


def test_one_child_reads_all() -> None:
    guard.read("obedient", b"import sys; sys.seen = 1")
    assert guard.read("obedient", b"import sys; assert sys.seen == 1").text == "read"


def test_errors_name_what_was_found() -> None:
    found = answer(Request("nonsense", b""))
    assert found.content is None
    assert found.error is not None
    assert found.error[0] == "damaged-file"
    assert sys.modules.get("obedient_reader") is None
