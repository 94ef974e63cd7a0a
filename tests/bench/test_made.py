"""Made plans: the same everywhere, true to their answers, in every form, format and damage."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from bench.made import DAMAGES, FORMATS, FORMS, LEVELS, Wish, make, stream
from bench.made.__main__ import main
from bench.made.damage.shifted import shift
from bench.made.damage.traditional import converted
from bench.made.draft import draft
from bench.made.listing import HALF
from bench.made.model import Draft, Paragraph
from bench.made.wish import UnknownNameError, forms, wish
from bench.made.words import table

ROOT = Path(__file__).parents[2]
ROLES = {"lead", "participate", "responsible"}
SOUNDS = {row["character"]: row["reading"] for row in table("pinyin")}
SAMPLES = ("pair", "table-cell-lines")  # prose and a table


def text_of(plan: Draft) -> str:
    """Return all that a plan says before damage and rendering."""
    parts = [
        block.full
        if isinstance(block, Paragraph)
        else "\n".join(cell.text for row in block.rows for cell in row)
        for block in plan.content.blocks
    ]
    return "\n".join(parts)


def stands_in(words: str, text: str) -> bool:
    return words in text or words.translate(HALF) in text


@pytest.mark.parametrize("form", FORMS)
def test_answers_stand_in_the_text(form: str) -> None:
    for level in LEVELS:
        plan = draft(Wish(len(level), form, level=level))
        text = text_of(plan)
        assert plan.items, level
        assert plan.facts.title in text
        for item in plan.items:
            assert stands_in(item.title, text), item
            assert all(role.surface in text and role.role in ROLES for role in item.roles), item
            assert item.deadline is None or item.deadline.text in text, item
            assert all(stands_in(cite.title, text) for cite in item.cites), item


@pytest.mark.parametrize("form", [form for form, rule in forms().items() if rule["layout"] != "none"])
def test_each_form_states_roles(form: str) -> None:
    found = [item for seed in range(3) for item in draft(Wish(seed, form)).items if item.roles]
    assert found


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("label", r"[（〔\[【(]责任单位[：:]"),
        ("pair", r"牵头单位[：:].*[；;]责任单位[：:]"),
        ("verb-division", "牵头.*按职责分工负责"),
        ("first-leads", "第一位|首位"),
        ("star", "★"),
        ("marked", "（牵头）|\\(牵头\\)"),
        ("text-made-of", "组成.*为牵头单位"),
        ("last", r"以上\d+项"),
        ("firstly", "一是.*二是"),
        ("units-named", "等部门"),
        ("deadline-open", "长期|持续|全年"),
        ("numbering-article", "第一条"),
    ],
)
def test_a_form_looks_as_it_is_described(form: str, pattern: str) -> None:
    assert any(re.search(pattern, text_of(draft(Wish(seed, form)))) for seed in range(3))


def test_a_lead_makes_everyone_else_a_participant() -> None:
    for form in ("pair", "verb-division", "verb-lower", "with", "outside"):
        for item in draft(Wish(3, form)).items:
            kinds = {role.role for role in item.roles}
            assert not {"lead", "responsible"} <= kinds, (form, item)


def test_leaders_leave_offices_responsible() -> None:
    roles = [role for item in draft(Wish(5, "township-lines", level="township")).items for role in item.roles]
    assert {(role.role, role.kind) for role in roles} >= {("lead", "person"), ("responsible", "unit")}


def test_words_left_out_are_completed() -> None:
    roles = [
        role for seed in range(4) for item in draft(Wish(seed, "units-elided")).items for role in item.roles
    ]
    short = [role for role in roles if role.unit != role.surface]
    assert short
    assert all(role.unit.endswith(role.surface) and role.unit[0] in "省市区县" for role in short)


@pytest.mark.parametrize("seed", range(4))
def test_format_and_damage_leave_the_answers_alone(seed: int) -> None:
    def said(form: str, damage: str) -> list[object]:
        answers = make(Wish(seed, "lines", form, damage)).answers[0]
        return [answers["plans"], answers["items"]]

    for form in set(FORMATS) - {"zip"}:
        assert said(form, "none") == said("txt", "none")
    for damage in DAMAGES:
        assert said("txt", damage) == said("txt", "none")


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_every_damage(form: str, damage: str) -> None:
    for sample in SAMPLES:
        made = make(Wish(11, sample, form, damage))
        assert len(made.content) > 500
        assert made.answers[0]["damage"] == damage


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_seed_gives_the_same_bytes(form: str) -> None:
    asked = Wish(23, "table-pipes", form, "pinyin")
    assert make(asked).content == make(asked).content


def test_the_environment_has_no_say(tmp_path: Path) -> None:
    made = []
    for number in ("1", "2"):
        out = tmp_path / number
        command = [
            sys.executable,
            "-m",
            "bench.made",
            "--out",
            str(out),
            "--count",
            "12",
            "--damage",
            "shifted",
        ]
        environment = {**os.environ, "PYTHONHASHSEED": number}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        made.append({p.relative_to(out): p.read_bytes() for p in sorted(out.rglob("*.*"))})
    assert len(made[0]) == 24
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("line", "mode", "damaged"),
    [
        ("机构改革", "padded", "機構改革"),
        ("发展", "padded", "發(fā)展"),
        ("变为以提高人力资源", "padded", "變?yōu)橐蕴岣呷肆Y源"),
        ("规模化效应，", "padded", "規(guī)?;?,"),
        ("规模控制前提下，", "padded", "規(guī)??刂魄疤嵯?,"),
        ("性。考核结果", "narrowed", "性?己私Y果"),
        ("（一）项目", "padded", "（一）項目".translate(HALF)),
    ],
)
def test_bytes_shift_as_on_the_real_sites(line: str, mode: str, damaged: str) -> None:
    assert shift(line, SOUNDS, mode) == damaged


def test_a_byte_in_the_indent_shifts_the_mark() -> None:
    assert shift("（一）突出", SOUNDS, "padded", broken_indent=True).startswith("?。ㄒ唬┩")


def test_unclosed_brackets_and_pages_appear() -> None:
    text = make(Wish(2, "pair", "txt", "brackets")).content.decode()
    plain = make(Wish(2, "pair", "txt", "none")).content.decode()
    assert text != plain
    assert len(make(Wish(2, "pair", "txt", "page-breaks")).content) > len(plain.encode())
    assert make(Wish(2, "pair", "txt", "one-line")).content.count(b"\n") < 12


def test_documents_can_be_read_back() -> None:
    plan = draft(Wish(8, "label"))
    words = max((block.text for block in plan.content.paragraphs()), key=len)
    word = docx.Document(io.BytesIO(make(Wish(8, "label", "docx")).content))
    assert words in [paragraph.text.removeprefix("　　") for paragraph in word.paragraphs] or any(
        paragraph.text.endswith(words) for paragraph in word.paragraphs
    )
    sheet = openpyxl.load_workbook(io.BytesIO(make(Wish(8, "label", "xlsx")).content)).worksheets[0]
    assert any(str(row[0].value).endswith(words) for row in sheet.iter_rows())
    with zipfile.ZipFile(io.BytesIO(make(Wish(8, "label", "ofd")).content)) as archive:
        assert {"OFD.xml", "Doc_0/Document.xml"} <= set(archive.namelist())
        pages = "".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith("Content.xml")
        )
    letters = "".join(re.findall(r"<ofd:TextCode[^>]*>([^<]*)<", pages))
    assert words[:40] in letters


def test_merged_cells_stay_merged() -> None:
    wishes = [Wish(seed, "table-tabs", "xlsx") for seed in range(12)]
    books = [openpyxl.load_workbook(io.BytesIO(make(asked).content)) for asked in wishes]
    spans = [span for book in books for span in book.worksheets[0].merged_cells.ranges]
    assert any(span.max_row > span.min_row for span in spans)
    assert any(span.max_col > span.min_col for span in spans)


def test_lists_that_number_themselves() -> None:
    documents = [make(Wish(seed, "pair", "docx")).content for seed in range(8)]
    lists = [
        zipfile.ZipFile(io.BytesIO(content)).read("word/numbering.xml").decode() for content in documents
    ]
    assert any("chineseCounting" in each for each in lists)


def test_an_archive_has_answers_for_each_member() -> None:
    made = make(Wish(4, "pair", "zip"))
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert archive.namelist() == [answer["source"] for answer in made.answers]
    assert {answer["archive"] for answer in made.answers} == {made.name}


def test_encodings() -> None:
    plain = make(Wish(6, "own-line", "txt")).content.decode()
    assert make(Wish(6, "own-line", "txt-gb18030")).content.decode("gb18030").splitlines()[0] in plain
    assert make(Wish(6, "own-line", "txt-utf16")).content.startswith(b"\xff\xfe")
    assert "責任單位" in make(Wish(6, "own-line", "txt-big5")).content.decode("big5")


def test_every_place_can_be_written_in_big5() -> None:
    rows = table("places")
    assert [row for row in rows if not converted("".join(row.values())).encode("big5")] == []


def test_as_many_seeds_as_forms_cover_each_form() -> None:
    assert {wish(seed).form for seed in range(100, 100 + len(FORMS))} == set(FORMS)


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(UnknownNameError, match=r"expected a form of .*, found 'bracket'"):
        wish(0, forms_of=["bracket"])


def test_the_command_writes_what_the_score_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["--out", str(tmp_path), "--count", "3", "--seed", "7", "--form", "pair", "--level", "city"])
        == 0
    )
    assert capsys.readouterr().out.startswith("3 plans")
    answers = [json.loads(path.read_text("utf-8")) for path in sorted((tmp_path / "gold").iterdir())]
    assert [answer["seed"] for answer in answers] == [7, 8, 9]
    for answer in answers:
        assert (tmp_path / "text" / answer["source"]).is_file()
        assert {"kind", "form", "format", "damage", "level", "plans", "items"} <= set(answer)
        assert answer["plans"][0]["district"].endswith("市")


def test_a_stream_is_long_enough_and_does_not_repeat_itself() -> None:
    plans = list(stream(3, megabytes=0.5))
    assert 0.5e6 <= sum(len(plan.encode()) for plan in plans) < 0.52e6
    assert len(set(plans)) == len(plans)
    assert plans == list(stream(3, megabytes=0.5))
