"""Lines about items before them: which items are meant, and what they get."""

import pytest

from ingest.extract.scope_lines import scope_line
from tests.ingest.extract.factory import by_number, read, who


@pytest.mark.parametrize(
    ("text", "last", "numbers"),
    [
        ("以上3项任务由县教育局牵头", 3, []),
        ("以上两项由县教育局配合", 2, []),
        ("上述三条由县教育局牵头", 3, []),
        ("上述各项由县教育局牵头", None, []),
        ("以上任务由县教育局督办", None, []),
        ("以上1、2项由县教育局督导", None, [1, 2]),
        ("上述第5、6项纳入项目库，县教育局配合", None, [5, 6]),
        ("以上第12至14项由县教育局总牵头", None, [12, 13, 14]),
        ("第3～5项由县教育局牵头", None, [3, 4, 5]),
        ("第2项由县教育局牵头", None, [2]),
    ],
)
def test_what_a_line_speaks_of(text: str, last: int | None, numbers: list[int]) -> None:
    line = scope_line(text, 0, len(text))
    assert line is not None
    assert (line.last, sorted(line.numbers)) == (last, numbers)


@pytest.mark.parametrize("text", ["以上情况请知悉。", "由县教育局牵头。", "2项指标达标。", ""])
def test_what_is_no_such_line(text: str) -> None:
    assert scope_line(text, 0, len(text)) is None


GROUPS = """一、改革任务
（一）教育改革
1.推行轮岗。（县教育局牵头）
2.改建校舍。（县教育局牵头）
{first}
（二）水利改革
1.建设水厂。（县水利局牵头）
2.整治河道。（县水利局牵头）
3.管护渠系。（县水利局牵头）
{second}
"""


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("以上各项由县财政局配合。", "", "11000"),
        ("", "上述各项由县财政局配合。", "00111"),
        ("", "以上两项由县财政局配合。", "00011"),
        ("", "以上5项由县财政局配合。", "11111"),
        ("", "以上1、3项由县财政局配合。", "00101"),
        ("以上第2项由县财政局配合。", "", "01000"),
        ("", "本部分任务由县财政局配合。", "11111"),
        ("", "以上任务由县财政局负责督办。", "00111"),
    ],
)
def test_the_items_that_a_line_means(first: str, second: str, wanted: str) -> None:
    items = read(GROUPS.format(first=first, second=second)).items
    helped = ["1" if any(r.mention == "县财政局" for r in item.roles) else "0" for item in items]
    assert "".join(helped) == wanted
    assert {r.role for item in items for r in item.roles if r.mention == "县财政局"} == {"participate"}


def test_a_line_gives_its_deadline_to_items_without_one() -> None:
    text = "一、任务\n1.推行轮岗，6月底前完成。\n2.建设水厂。\n上述各项由县教育局牵头，10月底前完成。\n"
    assert [item.deadline.text for item in read(text).items if item.deadline] == [
        "6月底前",
        "10月底前",
    ]
    assert by_number(text) == {"1": who(lead="县教育局"), "2": who(lead="县教育局")}
