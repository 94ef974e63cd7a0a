from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.repair.edits import Edit, Shift, apply

TEXT = "零一二三四五六七八九"


def test_edits_are_made_in_order() -> None:
    assert apply(TEXT, [Edit(0, 1, ""), Edit(2, 2, "新"), Edit(8, 10, "尾")]) == "一新二三四五六七尾"


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Edit(0, 2, "")], "四五六"),  # before the stretch
        ([Edit(8, 9, "后面")], "四五六"),  # behind it
        ([Edit(5, 6, "")], "四六"),  # inside
        ([Edit(4, 5, "肆"), Edit(6, 7, "陆")], "肆五陆"),  # at its ends
        ([Edit(0, 10, "壹贰叁肆伍陆柒捌玖拾")], "伍陆柒"),  # around it, each character for one
        ([Edit(3, 5, "甲")], "甲五六"),  # across its start
        ([Edit(4, 4, "甲"), Edit(7, 7, "乙")], "四五六"),  # inserted beside it
    ],
)
def test_a_stretch_is_found_again_after_the_edits(edits: list[Edit], expected: str) -> None:
    shift = Shift(edits)
    assert apply(TEXT, edits)[shift.start(4) : shift.end(7)] == expected


@given(st.data())
def test_what_no_edit_touches_stays_in_its_stretch(data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(TEXT)), min_size=2)))
    start, end = places[0], places[-1]
    stretches = list(pairwise(places))[::2]
    edits = [Edit(a, b, data.draw(st.text("甲乙", max_size=3))) for a, b in stretches]
    shift = Shift(edits)
    made = apply(TEXT, edits)
    assert made[: shift.start(start)] == TEXT[:start]
    assert made[shift.end(end) :] == TEXT[end:]
