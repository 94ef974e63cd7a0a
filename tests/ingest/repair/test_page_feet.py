import pytest

from ingest.repair import page_feet
from ingest.repair.edits import apply

HEAD = "青河市人民政府文件"
CUT = "要统筹推进本年度的各项改革任务，切实抓好督查落"
PAGE = "\n\n- {} -\n  青河市人民政府发布\n\n* * *\n\n" + HEAD


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        # heads and feet beside the numbers of pages, on lines of their own or before the text that goes on
        (
            f"{HEAD}\n\n{CUT}{PAGE.format(1)} 实，确保成效。\n{CUT}{PAGE.format(2)}\n\n实，有始有终。",
            ["发布", "* *", "- 1 -", f"{HEAD} 实"],
            [f"{HEAD}\n", "实，确保成效。", "实，有始有终。"],
        ),
        # without numbers: lines that come back inside sentences, the title once
        (
            f"青河区改革要点\n{CUT}\n青河区改革要点\n实。{CUT}\n青河区改革要点\n实。{CUT}\n青河区改革要点\n实。",
            ["落\n青河区"],
            ["青河区改革要点\n要"],
        ),
        # the day and the address that a printed page carries
        (
            f"{CUT}\nhttps://www.qinghe.gov.cn/a.html 1/3\n2024/4/2 10:21 青河区政策文件库\n实。\n{CUT}\n"
            "https://www.qinghe.gov.cn/a.html 2/3\n2024/4/2 10:21 青河区政策文件库\n实。",
            ["http", "文件库"],
            [CUT, "实。"],
        ),
        # numbers alone, in lines that are no cells
        (
            f"{CUT}\n3\n实，确保取得成效，年底前要见到成效。\n{CUT}\n4\n实，确保取得成效，年底前要有结果。{CUT}",
            ["3", "4"],
            [CUT],
        ),
        # numbers inside the running text
        ("各镇要落实- 3 -责任，抓好宣传。区司法局— 4 —牵头。", ["3", "4"], ["落实责任", "区司法局牵头"]),
    ],
)
def test_heads_and_feet_of_pages_go(text: str, gone: list[str], kept: list[str]) -> None:
    out = apply(text, page_feet.find(text))
    assert [words for words in gone if words in out] == []
    assert [words for words in kept if words not in out] == []


@pytest.mark.parametrize(
    "text",
    [
        f"{CUT}\n— 3 —\n实，确保取得成效。",  # one break: left to the repair of breaks
        "责任单位：区教育局\n任务一，内容。\n责任单位：区教育局\n任务二，内容。\n责任单位：区教育局",
        "1\n推进改革\n区教育局\n2\n抓好落实\n区教育局\n3\n完善制度\n区教育局",
        "完成率\n100%\n完成率\n100%\n完成率\n100%",
        "1\n推进改革\n— 1 —\n区教育局\n2\n抓好落实\n区教育局",
        "投入5-6-7月的经费，2-3年内完成",
        "* * *\n第一部分。\n* * *\n第二部分。",
        "（区教育局牵头）\n一、完善制度。\n（区教育局牵头）\n二、抓好落实。\n（区教育局牵头）",
        "",
    ],
)
def test_what_only_comes_back_stays(text: str) -> None:
    assert apply(text, page_feet.find(text)) == text


def test_a_unit_that_comes_back_in_a_table_with_a_cell_a_line_stays() -> None:
    rows = "".join(f"{n}\n深化登记改革，支持各镇参与登记，逐项核对\n市交通局\n{n}月\n" for n in range(1, 6))
    assert page_feet.find(f"序号\n任务\n责任部门\n时限\n{rows}") == []
