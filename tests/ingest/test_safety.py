"""Hostile files beside a good plan: one issue each, in bounded time and memory, and the plan is read."""

import resource
from pathlib import Path

import pytest

from ingest.pipeline import run
from tests.ingest.builder import PLANS
from tests.ingest.read.packages import zipped

ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
WORD_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def word(document: str) -> bytes:
    return zipped({"[Content_Types].xml": WORD_TYPES, "word/document.xml": document})


HOSTILE: dict[str, bytes] = {
    "bomb.docx": word(BODY.format("<w:p/>" * 30_000_000)),
    "entities.docx": word(ENTITIES + BODY.format("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>")),
    "nested.docx": word(BODY.format("<w:tbl><w:tr><w:tc>" * 20_000)),
    "cut.docx": word(BODY.format("<w:p/>"))[:-40],
    "entities.xlsx": zipped({"xl/workbook.xml": ENTITIES + "<x>&i;</x>"}),
    "nothing.xlsx": zipped({"xl/workbook.xml": "<x/>"}),
    "entities.ofd": zipped({"OFD.xml": ENTITIES + "<x>&i;</x>"}),
    "broken.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>",
    "random.pdf": b"%PDF-1.4\n" + bytes(range(256)) * 400,
    "deep.html": b"<html><body>" + b"<div>" * 100_000,
    "away.zip": zipped({"../../away.txt": "改革"}),
    "bomb.zip": zipped({"a.txt": bytes(80_000_000)}),
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "empty.docx": b"",
    "picture.pdf": b"\x89PNG\r\n\x1a\n" + bytes(500),
}


def test_each_is_one_issue_and_the_plan_beside_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, data in HOSTILE.items():
        (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "good.txt").write_text(PLANS["a.txt"], encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    build = run([tmp_path / "in"], workers=1)
    assert [Path(plan.sources[0].path).name for plan in build.plans] == ["good.txt"]
    errors: dict[str, list[str]] = {}
    for issue in build.issues:
        if issue.severity == "error":
            errors.setdefault(Path(issue.file).relative_to(tmp_path / "in").parts[0], []).append(issue.code)
    assert {name: len(codes) for name, codes in errors.items()} == dict.fromkeys(HOSTILE, 1)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600_000  # kilobytes
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]


def test_very_many_empty_files_are_very_many_issues(tmp_path: Path) -> None:
    for number in range(2_000):
        (tmp_path / f"{number}.docx").touch()
    (tmp_path / "good.txt").write_text(PLANS["a.txt"], encoding="utf-8")
    build = run([tmp_path], workers=1)
    assert (len(build.plans), [i.code for i in build.issues].count("empty-file")) == (1, 2_000)


@pytest.mark.parametrize("name", ["large.txt", "large.docx", "large.zip", "large.pdf"])
def test_a_file_of_half_a_gigabyte_is_not_read(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(500_000_000)
    assert [issue.code for issue in run([tmp_path], workers=1).issues] == ["too-large"]
