"""Quantified aims and their values."""

import pytest

from ingest.extract.targets import find_targets


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("覆盖率达到90%以上。", [("覆盖率达到90%以上", 90.0, "%")]),
        ("比例不低于30％", [("比例不低于30％", 30.0, "％")]),
        ("新增岗位300个，培训500人次。", [("新增岗位300个", 300.0, "个")]),
        (
            "新增岗位300个，完成培训500人次。",
            [("新增岗位300个", 300.0, "个"), ("完成培训500人次", 500.0, "人次")],
        ),
        ("建成公园12座、厕所30座", [("建成公园12座、厕所30座", 30.0, "座")]),
        ("增长6.5%左右；下降2.1个百分点", [("增长6.5%左右", 6.5, "%"), ("下降2.1个百分点", 2.1, "个百分点")]),
        ("确保投入1.5亿元", [("确保投入1.5亿元", 1.5, "亿元")]),
        ("　　改造管网3.5公里\n新建泵站2座", [("改造管网3.5公里", 3.5, "公里"), ("新建泵站2座", 2.0, "座")]),
        # numbers without an aim, aims without a number, other numbers
        ("全县共有20个村。", []),
        ("实现全覆盖。", []),
        ("2023年底前建成。", []),
        ("完成第3批验收。", []),
        ("达到1:2。", []),
        ("", []),
    ],
)
def test_targets(text: str, wanted: list[tuple[str, float, str]]) -> None:
    found = find_targets(text, 0, len(text))
    assert [(target.text, target.value, target.unit) for target in found] == wanted
    for target in found:
        span = target.evidence
        assert text[span.start : span.end] == span.text == target.text


def test_working_days_are_a_measure_of_their_own() -> None:
    (target,) = find_targets("压缩至5个工作日以内", 0, 10)
    assert target.unit == "个工作日"
