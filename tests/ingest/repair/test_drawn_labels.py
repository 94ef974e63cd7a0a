import pytest

from ingest.repair import drawn_labels
from ingest.repair.edits import apply


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("〔责任 单位：县教育局〕", "〔责任单位：县教育局〕"),
        ("责 任 单 位：县教育局", "责任单位：县教育局"),
        ("牵　头　单　位：县教育局", "牵头单位：县教育局"),
        ("完成 时限: 6月底", "完成时限: 6月底"),
        ("责 任 人：何小川", "责任人：何小川"),
        ("县教育局 配合 单位：县民政局", "县教育局 配合单位：县民政局"),
        # other words
        ("县教育局 配合单位：县民政局", None),
        ("改革任务 牵头单位：县教育局", None),
        ("明确责任 单位要抓落实", None),
        ("各 部门：要抓落实", None),
        ("", None),
    ],
)
def test_labels_are_drawn_together(text: str, expected: str | None) -> None:
    assert apply(text, drawn_labels.find(text)) == (text if expected is None else expected)
