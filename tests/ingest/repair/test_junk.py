import pytest

from ingest.repair import junk
from ingest.repair.edits import apply

CASES = [
    ("区财\u200b政局\ufeff", "区财政局"),
    ("区\u00ad民政局\u202a", "区民政局"),
    ("区审\x00计\x1f局\x7f", "区审计局"),
    ("责任单位：\xa0区司法局", "责任单位： 区司法局"),
    ("何\u2003敏", "何\u3000敏"),
    ("上页末行\n\x0c下页首行", "上页末行\n下页首行"),
    ("上页末行\x0c下页首行", "上页末行\n下页首行"),
    ("序号\t事项\t单位\n1\t　　巡查\t", "序号\t事项\t单位\n1\t　　巡查\t"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_only_what_cannot_be_seen_goes(text: str, expected: str) -> None:
    assert apply(text, junk.find(text)) == expected
    assert junk.is_possible(frozenset(text)) is (text != expected)
