import pytest

from ingest.repair import traditional
from ingest.repair.characters import old_forms
from ingest.repair.edits import apply

CASES = [
    ("區財政局牽頭，各鎮人民政府配合", "区财政局牵头，各镇人民政府配合"),
    ("著力推進著作權保護，原著、編著和顯著成效", "着力推进著作权保护，原著、编著和显著成效"),
    ("以下簡稱乾部培訓計劃，皇后大道，剩餘資金", "以下简称干部培训计划，皇后大道，剩余资金"),
    # stray forms in simplified text, Chinese and Japanese ones
    ("公示期満後，由区民政局负责办理相关手续和备案工作", "公示期满后，由区民政局负责办理相关手续和备案工作"),
    ("健全工作机製，区发展改革局负责落实各项任务和措施", "健全工作机制，区发展改革局负责落实各项任务和措施"),
    # simplified text with characters that are traditional forms elsewhere
    ("皇后镇、余姚市、乾县、后勤、里程、干部、岳阳", "皇后镇、余姚市、乾县、后勤、里程、干部、岳阳"),
    ("著名企业藉此瞭望于是征收范围", "著名企业藉此瞭望于是征收范围"),
    ("毕昇路街道、淼泉镇、朱镕喆、堃华公司", "毕昇路街道、淼泉镇、朱镕喆、堃华公司"),
    ("（责任单位：区编办）", "（责任单位：区编办）"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_traditional_text_is_converted_and_simplified_text_is_not(text: str, expected: str) -> None:
    edits = traditional.find(text)
    assert apply(text, edits) == expected
    assert bool(edits) is (text != expected)


def test_a_traditional_line_in_simplified_text_is_read_as_such() -> None:
    simplified = "各部门要按照职责分工，认真抓好落实。\n" * 30
    text = simplified + "皇后村乾淨整潔"
    assert apply(text, traditional.find(text)) == simplified + "皇后村干净整洁"


def test_usual_characters_never_count_as_old_forms() -> None:
    assert not set("后余乾著里干于范征藉瞭夥么") & set(old_forms())
    assert old_forms()["後"] == "后"
    assert old_forms()["満"] == "满"
