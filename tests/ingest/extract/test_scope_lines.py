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
        ("第5项至第7项由县教育局负责", None, [5, 6, 7]),
        ("第5项、第7项由县教育局负责", None, [5, 7]),
        ("以下第1—4项由县教育局牵头", None, [1, 2, 3, 4]),
        ("以上第（一）、（三）项由县教育局牵头", None, [1, 3]),
        ("第（二）至（四）项由县教育局牵头", None, [2, 3, 4]),
        ("以下4项由县教育局牵头", 4, []),
        ("下列三项改革任务均由县教育局牵头", 3, []),
        ("以下各项责任单位：县教育局", None, []),
    ],
)
def test_what_a_line_speaks_of(text: str, last: int | None, numbers: list[int]) -> None:
    line = scope_line(text, 0, len(text))
    assert line is not None
    assert (line.last, sorted(line.numbers)) == (last, numbers)


@pytest.mark.parametrize(
    "text",
    ["以上情况请知悉。", "以下简称县局。", "以下任务要抓紧。", "由县教育局牵头。", "2项指标达标。", ""],
)
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


AHEAD = """{opening}
一、教育改革
{first}
1.推行轮岗。
2.改建校舍。
3.办好幼教。
二、水利改革
{second}
4.建设水厂。
5.整治河道。
{last}
"""


@pytest.mark.parametrize(
    ("place", "words", "wanted"),
    [
        ("first", "以下第1—2项由县财政局配合。", "11000"),
        ("first", "以下2项由县财政局配合。", "11000"),
        ("first", "以下各项由县财政局配合。", "11100"),
        ("first", "下列任务配合单位：县财政局", "11100"),
        ("second", "第4项由县财政局配合。第5项由县教育局负责。", "00010"),
        ("second", "第4项由县教育局负责，第5项由县财政局配合。", "00001"),
        ("opening", "第1项至第3项由县财政局配合；第5项由县教育局负责。", "11100"),
        ("last", "第1、2项由县财政局配合。", "11000"),
        ("last", "以上第1、5项责任单位：县教育局；第4项配合单位：县财政局。", "00010"),
    ],
)
def test_the_items_that_a_line_before_them_means(place: str, words: str, wanted: str) -> None:
    parts = dict.fromkeys(("opening", "first", "second", "last"), "") | {place: words}
    items = read(AHEAD.format(**parts)).items
    helped = [
        "1" if ("participate", "县财政局") in {(r.role, r.mention) for r in i.roles} else "0" for i in items
    ]
    assert "".join(helped) == wanted


@pytest.mark.parametrize(
    "words", ["以下工作由各责任单位抓好落实：", "以下各项由有关部门负责。", "以下简称县局。"]
)
def test_lines_that_charge_nobody_by_name(words: str) -> None:
    items = read(AHEAD.format(opening="", first=words, second="", last="")).items
    assert len(items) == 5
    assert not any(item.roles for item in items)


TABLE = """序号	类别	改革任务	责任单位
1	农业	推行轮作	县农业局
2	农业	建设水厂	县水利局
3	教育	推行轮岗	县教育局
{note}
"""


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("注：“农业”类由县委农办牵头抓总。", "110"),
        ("注：“教育”类由县妇联牵头，“农业”类由县委农办牵头。", "110"),
        ("备注：教育领域任务由县委农办总牵头；县财政局配合。", "001"),
        ("说明：1.第1—2项由县委农办牵头，第3项牵头单位：县妇联。", "110"),
        ("第3项由县委农办牵头。", "001"),
        ("注：县委农办牵头督促检查。", "000"),
        ("注：发展农业是大事。县委农办牵头督促检查。", "000"),
    ],
)
def test_notes_below_a_table(note: str, wanted: str) -> None:
    items = read(TABLE.format(note=note)).items
    assert len(items) == 3
    led = ["1" if ("lead", "县委农办") in {(r.role, r.mention) for r in i.roles} else "0" for i in items]
    assert "".join(led) == wanted
