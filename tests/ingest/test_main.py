"""The command: what it prints, what it returns, and what it leaves behind."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.__main__ import main
from tests.ingest.builder import BUILD_FILES, PLANS, make_sources, read_build

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _usual_collection() -> Iterator[None]:
    """The command sets the garbage collector for a process of its own; the tests share theirs."""
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()


def call(*words: object) -> int:
    return main([str(word) for word in words])


def test_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources, out = make_sources(tmp_path / "in"), tmp_path / "out"
    assert call(sources, "--out", out, "--workers", 1) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("3 plans, 6 items, ")
    assert f"from 3 files -> {out}\n" in printed.out
    assert printed.err == ""
    assert set(read_build(out)) == BUILD_FILES


def test_bad_files_are_named_and_the_rest_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources, out = make_sources(tmp_path / "in"), tmp_path / "out"
    (sources / "empty.txt").touch()
    assert call(sources, tmp_path / "gone", "--out", out, "--workers", 1) == 0
    printed = capsys.readouterr()
    assert "issues in issues.jsonl: " in printed.out and "empty-file 1" in printed.out
    assert sorted(printed.err.splitlines()) == sorted(
        [
            f"{sources.as_posix()}/empty.txt: empty-file: expected text, found an empty file",
            f"{tmp_path.as_posix()}/gone: missing-source: "
            "expected a file or a folder, found nothing at this path",
        ]
    )


def test_nothing_usable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").touch()
    assert call(tmp_path / "in", "--out", tmp_path / "out", "--workers", 1) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("0 plans, 0 items, 0 roles, 0 units from 1 files")
    assert "empty.txt: empty-file" in printed.err


def test_sources_that_are_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(tmp_path / "gone", "--out", tmp_path / "out") == 2
    printed = capsys.readouterr()
    assert printed.err == (
        f"expected files or folders to read, found nothing at: {(tmp_path / 'gone').as_posix()}\n"
    )
    assert printed.out == ""
    assert not (tmp_path / "out").exists()


def test_a_build_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = make_sources(tmp_path / "in")
    (tmp_path / "out").touch()
    assert call(sources, "--out", tmp_path / "out", "--workers", 1) == 1
    printed = capsys.readouterr()
    assert "out" in printed.err and printed.out == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "the following arguments are required: SOURCE, --out"),
        (["in"], "the following arguments are required: --out"),
        (["--out", "out"], "the following arguments are required: SOURCE"),
        (["in", "--out", "out", "--workers", "0"], "expected a whole number from 1, found '0'"),
        (["in", "--out", "out", "--workers", "two"], "expected a whole number from 1, found 'two'"),
        (["in", "--out", "out", "--workers", "-1"], "expected a whole number from 1, found '-1'"),
        (["in", "--out", "out", "--fast"], "unrecognized arguments: --fast"),
    ],
)
def test_wrong_usage(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    printed = capsys.readouterr()
    assert message in printed.err and printed.err.startswith("usage: python -m ingest")


def test_help_names_what_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("SOURCE", "--out BUILD", "--workers N"))


def test_the_module_is_a_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLANS["a.txt"], encoding="utf-8")
    command = [sys.executable, "-m", "ingest", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 plans, 2 items, ")
    assert set(read_build(tmp_path / "out")) == BUILD_FILES


def test_of_very_many_errors_the_first_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources, out = make_sources(tmp_path / "in"), tmp_path / "out"
    for number in range(30):
        (sources / f"empty{number:02}.txt").touch()
    assert call(sources, "--out", out, "--workers", 1) == 0
    named = capsys.readouterr().err.splitlines()
    assert len(named) == 21
    assert named[-1] == "… and 10 more in issues.jsonl"
    assert len((out / "issues.jsonl").read_text(encoding="utf-8").splitlines()) >= 30
