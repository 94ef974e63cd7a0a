"""The repairs together: their order, what they count, and the documents beside the project."""

import re
import subprocess
import sys
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from ingest.repair import REPAIRS, repair

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
SEEDS = SHARED / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not beside the project")

CLEAN = """青河区2019年改革工作计划

为落实上级部署，制定本计划。各部门要加强领导（见附件）。
一、行政改革
（一）推进“一窗受理”，6月底前覆盖率达到95%以上。（牵头单位：区政务服务局；责任单位：区司法局、各街道办）
　　牵头区领导：何　敏
序号\t任务\t责任单位\t
1\t　后勤改革\t皇后镇、余姚路街道\t
\t为什么？怎么办！
"""


def test_clean_text_comes_back_as_it_is() -> None:
    assert repair(CLEAN).text == CLEAN
    assert repair(CLEAN).counts == {}
    assert repair(CLEAN).guesses == ()


def test_clean_text_loads_nothing_heavy() -> None:
    code = (
        "import sys; from ingest.repair import repair; repair(sys.argv[1]);"
        "print([name for name in ('jieba', 'opencc', 'spacy', 'ingest.nlp') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, CLEAN], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_repairs_follow_each_other() -> None:
    text = "## 青河區(qū)工作方案\n\n（**牽頭\u200b單位：區(qū) 人民政府，２０２０ 年完成**）"
    repaired = repair(text)
    assert repaired.text == "青河区工作方案\n\n（牵头单位：区人民政府，2020年完成）"
    assert repaired.counts["pinyin"] == 2
    assert list(repaired.counts) == [kind.name for kind in REPAIRS if kind.name in repaired.counts]


def test_repair_twice_is_repair_once() -> None:
    text = "区財政局 、区教育局 ，落实\n\n# 标题\n经費２０ 万元"
    assert repair(repair(text).text).text == repair(text).text


@pytest.mark.parametrize("text", ["", "\n", "?", "　", "a" * 5, "\t\t\n", "\x00"])
def test_the_smallest_texts_are_no_trouble(text: str) -> None:
    assert repair(text).text == text.replace("\x00", "")


def comparable(text: str) -> str:
    """Return a text without what layout decides."""
    return re.sub(r"[\s#*]", "", unicodedata.normalize("NFKC", text))


@needs_seeds
def test_the_damaged_plan_agrees_with_its_witness() -> None:
    """The witness is the first of the four plans in 004; measured 99.83 %, most of it other wording."""
    damaged = next(SEEDS.glob("000_*")).read_text(encoding="utf-8")
    lines = next(SEEDS.glob("004_*")).read_text(encoding="utf-8").split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("罗办发"))
    last = next(number for number, line in enumerate(lines) if line.startswith("（四）加强舆论引导"))
    witness = comparable("\n".join(lines[first : last + 1]))
    repaired = comparable(repair(damaged).text)
    blocks = SequenceMatcher(None, witness, repaired, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    assert same / max(len(witness), len(repaired)) >= 0.998


@needs_seeds
def test_the_other_damaged_plan_is_read_again() -> None:
    repaired = repair(next(SEEDS.glob("003_*")).read_text(encoding="utf-8"))
    assert "考核结果要作为" in repaired.text
    assert re.search("[āáǎàēéěèīíǐìōóǒòūúǔù]", repaired.text) is None
    assert len(repaired.guesses) == 1


@needs_seeds
def test_the_clean_plan_stays_as_it_is() -> None:
    text = next(SEEDS.glob("001_*")).read_text(encoding="utf-8")
    assert repair(text).text == text


@needs_seeds
def test_pages_cut_sentences_of_the_gazette_and_nothing_else() -> None:
    """26 joins were confirmed by reading; only Markdown, spaces and breaks are layout."""
    repaired = repair(next(SEEDS.glob("004_*")).read_text(encoding="utf-8"))
    assert repaired.counts["page_breaks"] + repaired.counts["bracket_breaks"] == 26
    assert set(repaired.counts) == {"page_breaks", "bracket_breaks", "markdown", "spaces"}


@pytest.mark.skipif(
    not (SHARED / "dev").is_dir(), reason="the development documents are not beside the project"
)
def test_development_documents_stay_apart_from_their_layout() -> None:
    changed = {}
    for path in sorted((SHARED / "dev" / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        counts = repair(text).counts
        if counts:
            changed[path.stem] = set(counts)
    assert changed == {
        "002": {"markdown"},  # the page's menu is a list
        "014": {"spaces"},
        "022": {"page_breaks", "page_feet", "spaces"},  # a printed page
        "023": {"widths"},
        "032": {"spaces"},
    }
