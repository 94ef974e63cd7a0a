import pytest

from ingest.repair import widths
from ingest.repair.edits import apply

CASES = [
    ("２０１６年第１２号", "2016年第12号"),
    ("ＩＳＯ９００１认证", "ISO9001认证"),
    ("覆盖率达到９０％", "覆盖率达到90%"),
    ("增长８．５％", "增长8.5%"),
    ("⼈⼒资源和⾏政审批", "人力资源和行政审批"),
    ("\uf90a融服务", "金融服务"),
    # what Chinese writes full width
    ("（责任单位：区财政局，各街道办；）！？", "（责任单位：区财政局，各街道办；）！？"),
    ("1．健全机制。２．完善", "1．健全机制。2．完善"),
    ("％表示百分比", "％表示百分比"),
    ("何　敏", "何　敏"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_digits_and_letters_become_narrow_and_punctuation_stays(text: str, expected: str) -> None:
    assert apply(text, widths.find(text)) == expected
