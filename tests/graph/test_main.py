"""The commands: what they print, and their exit status."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.__main__ import main
from graph.reports import list_reports
from tests.graph.samples import EAST, WEST, write_build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("main")
    url = f"kglite:{folder / 'new' / 'atlas.kgl'}"
    assert main(["load", str(write_build(folder / "build")), "--db", url]) == 0
    return url


def test_load_tells_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = write_build(tmp_path / "build")
    arguments = ["load", str(build), "--db", f"kglite:{tmp_path / 'x.kgl'}"]
    assert main(arguments) == 0
    assert capsys.readouterr().out == "3 plans, 10 items, 13 units\n3 plans written, 0 taken out\n"
    assert main(arguments) == 0
    assert capsys.readouterr() == ("3 plans, 10 items, 13 units\n0 plans written, 0 taken out\n", "")


def test_a_build_without_plans_is_nothing_usable(tmp_path: Path) -> None:
    build = write_build(tmp_path / "build", (), (), ())
    assert main(["load", str(build), "--db", f"kglite:{tmp_path / 'x.kgl'}"]) == 1


def test_report_without_a_name_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--format", "json"]) == 0
    assert [row["report"] for row in json.loads(capsys.readouterr().out)] == [r.name for r in list_reports()]


def test_report_takes_parameters_and_formats(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["report", "lead-units", "--db", db, "-p", f"district={WEST}", "-p", "year=2016"]
    assert main([*command, "--format", "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))
    assert rows == [
        ["unit", "district", "led", "participates"],
        [WEST + "财政局", WEST, "2", "0"],
        [WEST + "信访局", WEST, "1", "0"],
    ]
    assert main(command) == 0
    assert capsys.readouterr().out.split()[:4] == ["单位", "地区", "牵头", "参与"]
    assert main([*command, "--format", "md"]) == 0
    assert f"| {WEST}财政局 |" in capsys.readouterr().out


def test_query_takes_parameters(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = "MATCH (p:Plan) WHERE p.district = $d RETURN p.year AS year ORDER BY year"
    assert main(["query", text, "-p", f"d={EAST}", "--db", db, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"year": 2016}]
    assert main(["query", "UNWIND range(1, 9) AS n RETURN n", "--rows", "2", "--db", db]) == 0
    assert "cut after 2 rows" in capsys.readouterr().out


FAILURES = [
    (["load", "nowhere", "--db", "NEW"], 1, "nowhere is not a build: cannot read"),
    (["report", "lead-units", "--db", "NEW"], 1, "make one with: python -m graph load BUILD"),
    (["query", "MATCH (n) DELETE n", "--db", "DB"], 1, "DELETE is refused"),
    (["query", "MATCH (n", "--db", "DB"], 1, "error: "),
    (["query", "RETURN $x AS x", "--db", "DB"], 1, "$x"),
    (["report", "lead-unit", "--db", "DB"], 2, "did you mean lead-units?"),
    (["report", "lead-units", "-p", "yaer=2016", "--db", "DB"], 2, "did you mean year?"),
    (["report", "lead-units", "-p", "year=soon", "--db", "DB"], 2, "expected int, found 'soon'"),
]
WRONG_USAGE = [
    [],
    ["lod"],
    ["load"],
    ["load", "b", "--db", "sqlite:x"],
    ["report", "lead-units", "-p", "year"],
    ["report", "lead-units", "-p", "=3"],
    ["report", "lead-units", "--format", "xml"],
    ["query"],
    ["query", "RETURN 1 AS x", "--timeout", "soon"],
    ["export", "xlsx", "out"],
    ["export", "csv"],
]


@pytest.mark.parametrize(("arguments", "status", "words"), FAILURES)
def test_failures_are_told_in_one_line(
    db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, words: str
) -> None:
    places = {"DB": db, "NEW": f"kglite:{tmp_path / 'new.kgl'}"}
    assert main([places.get(each, each) for each in arguments]) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("error: ") and words in captured.err


@pytest.mark.parametrize("arguments", WRONG_USAGE)
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as status:
        main(arguments)
    assert status.value.code == 2
    assert "usage: python -m graph" in capsys.readouterr().err


def test_export_writes_a_file(db: str, tmp_path: Path) -> None:
    out = tmp_path / "graph.gexf"
    assert main(["export", "gexf", str(out), "--db", db]) == 0
    assert out.stat().st_size > 1000


def test_chinese_passes_a_pipe_of_any_encoding(db: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "graph", "report", "lead-units", "--db", db]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert EAST + "编办" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_a_closed_pipe_is_no_failure(db: str) -> None:
    text = "UNWIND range(1, 90000) AS n RETURN n"
    command = f"{sys.executable} -m graph query '{text}' --rows 90000 --db {db} | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
