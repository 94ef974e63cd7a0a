"""Marks in texts: escaping, overlaps, windows."""

import pytest

from ui.marks import Mark, find_window, mark_role, mark_text

TEXT = "由甲局牵头，乙局、丙局配合。"
LEAD, TOGETHER, INSIDE = Mark(1, 3, "lead", "牵头"), Mark(6, 11, "participate"), Mark(9, 11, "responsible")


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        (TEXT, [], TEXT),
        ("", [], ""),
        ("a<b>&\"'", [], "a&lt;b&gt;&amp;&quot;&#x27;"),
        ("甲局", [Mark(0, 2, "lead", 'x"y')], '<mark class="role lead" title="x&quot;y">甲局</mark>'),
        ("<局>", [Mark(0, 1, "lead")], '<mark class="role lead" title="">&lt;</mark>局&gt;'),
        # The weightier role decides where two overlap; the rest keeps its own.
        (
            "乙局丙局",
            [Mark(0, 4, "participate"), Mark(2, 4, "responsible")],
            '<mark class="role participate" title="">乙局</mark>'
            '<mark class="role responsible" title="">丙局</mark>',
        ),
        # Two roles read from the same words say so once each.
        (
            "甲局",
            [Mark(0, 2, "lead", "牵头：甲"), Mark(0, 2, "lead", "牵头：乙"), Mark(0, 2, "lead", "牵头：甲")],
            '<mark class="role lead" title="牵头：甲；牵头：乙">甲局</mark>',
        ),
        ("甲局", [Mark(5, 9, "lead")], "甲局"),
    ],
)
def test_mark_text(text: str, marks: list[Mark], expected: str) -> None:
    assert mark_text(text, marks) == expected


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ((0, 3), '由<mark class="role lead" title="牵头">甲局</mark>'),
        ((2, 4), '<mark class="role lead" title="牵头">局</mark>牵'),
        ((-5, 1), "由"),
        ((13, 99), "。"),
    ],
)
def test_mark_text_in_a_window(window: tuple[int, int], expected: str) -> None:
    assert mark_text(TEXT, [LEAD, TOGETHER, INSIDE], window=window) == expected


def test_no_character_is_lost_or_doubled() -> None:
    html = mark_text(TEXT, [LEAD, TOGETHER, INSIDE])
    shown = html.replace("</mark>", "")
    while "<mark" in shown:
        start = shown.index("<mark")
        shown = shown[:start] + shown[shown.index(">", start) + 1 :]
    assert shown == TEXT


@pytest.mark.parametrize(
    ("surface", "strong"),
    [("乙局", (6, 8)), ("丙局", (9, 11)), ("甲局", None)],  # 甲局 stands outside the evidence
)
def test_mark_role_finds_the_unit_inside_its_evidence(surface: str, strong: tuple[int, int] | None) -> None:
    marks = mark_role(TEXT, 6, 13, role="participate", surface=surface, hint="h")
    assert marks[0] == Mark(6, 13, "participate", "h")
    assert [(mark.start, mark.end) for mark in marks if mark.strong] == ([] if strong is None else [strong])


@pytest.mark.parametrize(
    ("words", "around", "expected"),
    [
        ("甲局", 1, "由甲局牵"),
        ("甲局", 99, "第二行由甲局牵头"),  # never over the end of a line
        ("第一", 1, "第一行"),
        ("第一", 99, "第一行"),
        ("三行", 9, "第三行"),
        ("头\n第", 1, "牵头\n第三"),  # a span may cross lines
    ],
)
def test_find_window_stays_in_its_lines(words: str, around: int, expected: str) -> None:
    text = "第一行\n第二行由甲局牵头\n第三行"
    at = text.index(words)
    start, end = find_window(text, at, at + len(words), around)
    assert text[start:end] == expected
