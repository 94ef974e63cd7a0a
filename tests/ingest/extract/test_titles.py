"""Titles of items: the run-in heading, or the clause that says what comes out."""

import pytest

from ingest.extract.titles import make_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("耕地登记。摸清底数。", "耕地登记"),
        ("耕地登记：摸清底数。", "耕地登记"),
        ("耕地登记；林地登记", "耕地登记"),
        ("耕地登记\n摸清底数", "耕地登记"),
        ("耕地登记！", "耕地登记"),
        ("  **耕地登记** ", "耕地登记"),
        ("　　耕地登记", "耕地登记"),
        ("摸清底数，登记造册。", "摸清底数，登记造册"),
        # the clause that names the result
        ("梳理权责清单，制定改革方案，公开结果。", "制定改革方案"),
        ("按照上级要求，推进试点。", "推进试点"),
        ("围绕产业需要，建立人才库。", "建立人才库"),
        # a long sentence gives its first clause
        (
            "推进公租房建设、廉租房改造、棚户区改造，建设一批保障性住房项目，改善居住条件。",
            "推进公租房建设、廉租房改造、棚户区改造",
        ),
        # stops inside brackets and quotation marks are none
        ("实施《柳河县规划，2023》。后续", "实施《柳河县规划，2023》"),
        ("推行“一窗受理；集成服务”改革：县里先行", "推行“一窗受理；集成服务”改革"),
        ("建设（含改建；扩建）项目。", "建设（含改建；扩建）项目"),
        # a colon between numbers is none
        ("落实1：2配套。", "落实1：2配套"),
        ("每天9:30开放", "每天9:30开放"),
        # who is responsible is no part of it
        ("推进国企改革（牵头单位：县国资局）。", "推进国企改革"),
        ("推进国企改革(责任单位:县国资局)", "推进国企改革"),
        ("推进国企改革（试行）", "推进国企改革（试行）"),
        ("", ""),
        ("。", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert make_title(text, 0, len(text)) == title


def test_only_the_stretch_is_read() -> None:
    text = "1.耕地登记。2.林地登记。"
    assert make_title(text, text.index("林"), len(text)) == "林地登记"
    assert make_title(text, 2, 4) == "耕地"
