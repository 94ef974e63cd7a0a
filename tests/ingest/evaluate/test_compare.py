"""The score, on cases counted by hand."""

import pytest

from ingest.evaluate import Comparison, compare
from ingest.evaluate.keys import likeness, likeness_bound, plain, unit_key
from ingest.evaluate.tally import Tally
from tests.ingest.evaluate.factory import answer, item, plan, role, task


def counts(comparison: Comparison, measure: str) -> tuple[int, int, int]:
    tally = comparison.tallies[measure]
    return tally.right, tally.wrong, tally.missed


ANSWER = answer(
    task(
        "建立信用监管制度", number="1", lead="区发改局", participate="区财政局 区司法局", deadline="6月底前"
    ),
    task("推行告知承诺", number="2", responsible="区政务局", cites=[{"title": "关于推行告知承诺的意见"}]),
    task("试点集中建设", number="3", lead="区住建局", deadline={"text": "2021年12月", "date": "2021-12-31"}),
)
PLAN = plan(
    item(
        "建立信用监管制度",
        role("lead", "区发改局"),
        role("participate", "财政局"),  # the level left out: right, unless to the letter
        role("participate", "区公安局"),  # wrong; 区司法局 is missed
        number="1",
        deadline="今年6月底前",
    ),
    item(
        "推行告知承诺制", role("lead", "区政务局"), number="2", cites=("关于推行告知承诺的意见", "另一意见")
    ),
    item("加强组织领导", role("responsible", "区改革办"), number="4", deadline="年底"),
)


def test_a_plan_counted_by_hand() -> None:
    found = compare(ANSWER, [PLAN])
    assert counts(found, "lead") == (1, 1, 1)  # 区政务局 leads wrongly, 区住建局 is missed
    assert counts(found, "participate") == (1, 1, 1)
    assert counts(found, "responsible") == (0, 1, 1)
    assert counts(found, "any_role") == (3, 2, 2)  # 区政务局 counts, whatever its role
    assert counts(found, "items") == (2, 1, 1)
    assert counts(found, "deadline") == (1, 0, 1)  # an item beside the answers has no deadline to compare
    assert counts(found, "cites") == (1, 1, 0)
    assert [(judged.right) for judged in found.roles] == [True, True, False, False, False]


def test_to_the_letter_the_level_counts() -> None:
    assert counts(compare(ANSWER, [PLAN], strict=True), "participate") == (0, 2, 2)


def test_what_fails_is_listed() -> None:
    failures = compare(ANSWER, [PLAN]).failures
    said = [(f.item, f.measure, f.missed, f.wrong) for f in failures]
    assert ("1 建立信用监管制度", "participate", ("司法局",), ("公安局",)) in said
    assert ("3 试点集中建设", "items", ("试点集中建设",), ()) in said
    assert ("4 加强组织领导", "items", (), ("加强组织领导",)) in said
    assert ("3 试点集中建设", "deadline", ("2021年12月",), ()) in said
    assert ("2 推行告知承诺", "cites", (), ("另一意见",)) in said
    assert {f.source for f in failures} == {"a.txt"}


def test_shares() -> None:
    tally = Tally(right=8, wrong=2, missed=4)
    assert (tally.precision, round(tally.recall, 4), round(tally.f1, 4)) == (0.8, 0.6667, 0.7273)
    nothing = Tally()
    assert (nothing.precision, nothing.recall, nothing.f1, nothing.empty) == (1.0, 1.0, 1.0, True)
    missed = Tally(missed=3)
    assert (missed.precision, missed.recall, missed.f1) == (0.0, 0.0, 0.0)
    wrong = Tally(wrong=3)
    assert (wrong.precision, wrong.recall, wrong.f1) == (0.0, 1.0, 0.0)


def test_a_source_that_was_not_read_is_missed() -> None:
    found = compare(ANSWER, [])
    assert counts(found, "items") == (0, 0, 3) and counts(found, "any_role") == (0, 0, 5)


@pytest.mark.parametrize(
    ("wanted", "read", "paired"),
    [
        ("建立信用监管制度", "建立信用监管制度。", True),
        ("推行告知承诺", "推行告知承诺制度改革", True),  # one begins with the other
        ("推行", "全面推行告知承诺制度改革", False),
        ("优化政务服务事项", "优化政务服务流程", True),  # 6 of 8 letters: 0.9 * 0.75
        ("优化政务服务事项", "加强组织领导", False),
    ],
)
def test_items_are_paired_by_title(wanted: str, read: str, paired: bool) -> None:
    found = compare(answer(task(wanted)), [plan(item(read))])
    assert counts(found, "items") == ((1, 0, 0) if paired else (0, 1, 1))


def test_the_number_decides_between_like_titles() -> None:
    wanted = answer(task("深化改革", number="2", lead="甲局"), task("深化改革", number="1", lead="乙局"))
    read = plan(
        item("深化改革", role("lead", "乙局"), number="1"), item("深化改革", role("lead", "甲局"), number="2")
    )
    assert counts(compare(wanted, [read]), "lead") == (2, 0, 0)


def test_the_order_decides_where_nothing_else_does() -> None:
    wanted = answer(task("深化改革", lead="甲局"), task("深化改革", lead="乙局"))
    read = plan(item("深化改革", role("lead", "甲局")), item("深化改革", role("lead", "乙局")))
    assert counts(compare(wanted, [read]), "lead") == (2, 0, 0)


def test_content_counts_half() -> None:
    wanted = answer(task("深化改革", content_start="到六月底"))
    read = [item("深化改革"), item("深化改革：到六月底完成")]
    found = compare(wanted, [plan(*read)])
    assert [f.wrong for f in found.failures] == [("深化改革",)]


def test_both_readings_of_an_order_that_says_who_leads_are_accepted() -> None:
    asked = task("事项", lead="甲局", participate="乙局", responsible_as_written=["甲局", "乙局"])
    wanted = answer(asked, rule="first_listed_leads")
    led = plan(item("事项", role("lead", "甲局"), role("participate", "乙局")))
    flat = plan(item("事项", role("responsible", "甲局"), role("responsible", "乙局")))
    assert counts(compare(wanted, [led]), "lead") == (1, 0, 0)
    assert counts(compare(wanted, [flat]), "responsible") == (2, 0, 0)
    plainly = answer(asked)
    assert counts(compare(plainly, [flat]), "responsible") == (0, 2, 0)


def test_what_is_not_annotated_is_not_asked() -> None:
    wanted = answer(task("事项"), deadlines_annotated="some", cites_annotated=False)
    read = plan(item("事项", deadline="年底", cites=("办法",)))
    assert (
        counts(compare(wanted, [read]), "deadline") == counts(compare(wanted, [read]), "cites") == (0, 0, 0)
    )


def test_another_deadline_is_wrong_and_missed() -> None:
    found = compare(answer(task("事项", deadline="6月底前")), [plan(item("事项", deadline="年底前"))])
    assert counts(found, "deadline") == (0, 1, 1)


def test_heads() -> None:
    wanted = answer(
        plans=[
            {
                "title": "青石区2021年改革计划",
                "year": 2021,
                "doc_no": "青办发〔2021〕3号",
                "district": "云山市青石区",
            },
            {"title": "青石区养老服务实施方案", "year": None, "district": "白水区"},
        ]
    )
    read = [plan(doc_no="青办发(2021)3号"), plan(title="青石区养老方案", district=None)]
    found = compare(wanted, read).heads
    assert {name: head.right for (_, name), head in found.items()} == {
        "title": False,  # of the second plan: 14 of 18 letters
        "year": True,
        "doc_no": True,
        "district": False,
    }
    assert len(found) == 6


@pytest.mark.parametrize(
    ("one", "other", "same", "same_strictly"),
    [
        ("区财政局", "财政局", True, False),
        ("区财政局等部门", "区财政局", True, False),
        ("区委组织部（编办）", "区委组织部(编办)", True, True),
        ("区 财政局", "区财政局", True, True),
        ("区县", "县", False, False),  # a level alone is no prefix
        ("市财政局", "省财政厅", False, False),
    ],
)
def test_unit_names(one: str, other: str, same: bool, same_strictly: bool) -> None:
    assert (unit_key(one, strict=False) == unit_key(other, strict=False)) is same
    assert (unit_key(one, strict=True) == unit_key(other, strict=True)) is same_strictly


def test_letters_and_digits_alone_decide() -> None:
    assert plain("（１）《放管服》 改革_2021年") == "1放管服改革2021年"


@pytest.mark.parametrize(
    ("one", "other"), [("", ""), ("甲乙丙", ""), ("甲乙丙丁", "丁甲乙"), ("甲乙甲乙", "乙甲乙甲")]
)
def test_the_bound_is_never_below(one: str, other: str) -> None:
    assert likeness_bound(one, other) >= likeness(one, other)
