import pytest

from ingest.repair import bracket_breaks
from ingest.repair.edits import apply


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "改革。（责任单位：各县区政府，\n市司法局、市民政局）",
            "改革。（责任单位：各县区政府，市司法局、市民政局）",
        ),
        (
            "改革。（市司法局、教\n\n育局、市民政\n\n— 4 —\n\n局等按职责分工负责）\n二、保障",
            "改革。（市司法局、教育局、市民政局等按职责分工负责）\n二、保障",
        ),
        ("（牵头单位：县教育局；\n  配合单位：县民政局）", "（牵头单位：县教育局；配合单位：县民政局）"),
        ("（牵头单位：县教育局\n配合单位：县民政局）", "（牵头单位：县教育局；配合单位：县民政局）"),
        ("〔责任单位：县教育局\n县民政局〕", "〔责任单位：县教育局、县民政局〕"),
        (
            "（县教育局（县语委办）、\n县民政局（县老龄办）负责）",
            "（县教育局（县语委办）、县民政局（县老龄办）负责）",
        ),
        # what goes on with something else
        ("（责任单位：县教育局\n2.完善制度（责任单位：县民政局）", None),
        ("（责任单位：县教育局\n（二）完善制度（责任单位：县民政局）", None),
        ("（责任单位：县教育局\n各镇要抓好落实。要有结果（见附件））", None),
        ("（一是抓教学，\n二是抓质量）", None),
        ("| （责任单位：县教育局 |\n| 县民政局） |", None),
        ("（责任单位：县教育局）\n县民政局）", None),
        ("（责任单位：县教育局", None),
    ],
)
def test_brackets_with_roles_are_closed(text: str, expected: str | None) -> None:
    assert apply(text, bracket_breaks.find(text)) == (text if expected is None else expected)
