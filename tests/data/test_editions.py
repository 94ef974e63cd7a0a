"""The abridged editions in data/plans: the facts are all there, and the sources' prose is not.

These checks read the files as plain strings on purpose, so that they hold whatever the ingest
code does. `edition_facts.yml` holds the facts. The last four tests compare with the answers
beside the checkout (`../shared`) and are left out where that folder is missing.
"""

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PLANS = ROOT / "data" / "plans"
SHARED = ROOT.parent / "shared"
FACTS = yaml.safe_load(Path(__file__).with_name("edition_facts.yml").read_text(encoding="utf-8"))

LUOHU = "luohu-2016-gazette.md"
ANSWERS = {  # 000 is a second copy of the first plan of 004, with one unit read otherwise: no own edition
    "001": "yantian-2014-reform-plan.txt",
    "002": "longhua-2018-news.txt",
    "003": "haishu-efficiency-scheme.txt",
    "004": LUOHU,
}
EDITIONS = sorted(set(ANSWERS.values()))

# The one title of the answers that is a whole sentence ends so; the edition words it anew.
SENTENCE_END = "文件情况的督促检查工作"
SENTENCE_ANEW = "督促检查各职能部门落实《关于印发〈关于推进行政服务中心建设的意见〉的通知》"

LIST = re.compile(r"[、，,]")
LABELS = re.compile(
    r"牵头单位[：:]\s*(?P<lead>[^；;）)\n]+?)"
    r"(?:[；;，,]\s*(?:参与单位|协办单位)[：:]\s*(?P<help>[^）)\n]+?))?"
    r"(?:，(?P<due>[^，；）)]*完成))?\**[）)]"
)
VERBS = re.compile(
    r"(?:^（|由)(?P<lead>[^。（）\n]+?)(?:共同)?牵头，"
    r"由?(?P<help>[^。（）\n]+?)(?:等部门)?(?:密切)?配合",
    re.MULTILINE,
)
DAMAGE = re.compile(r"\ufffd|[（(][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùü][a-z]*[）)]|[區關於機構發責單]")

each_plan = pytest.mark.parametrize("plan", FACTS, ids=[plan["title"] for plan in FACTS])
each_answer = pytest.mark.parametrize(("number", "edition"), ANSWERS.items())
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="left out: no answers in ../shared")


def read(edition: str) -> str:
    return (PLANS / edition).read_text(encoding="utf-8")


def plan_text(plan: dict[str, Any]) -> str:
    """Return the part of the edition that holds this plan: from its notice heading to the next one."""
    parts = re.split(r"(?m)^(?=# .*关于印发)", read(plan["edition"]))
    holding = [part for part in parts if plan["title"] in part]
    assert len(holding) == 1, f"{plan['title']}: expected in one part, found in {len(holding)}"
    return holding[0]


def squeeze(text: str) -> str:
    """Drop white space and punctuation, so that only the words and numbers are compared."""
    return re.sub(r"[\s，。；、：:,.*]", "", text)


def statements(text: str) -> tuple[list[int], list[int]]:
    """Count [statements, units] of leading and of participating, by the labels and verbs alone."""
    found = [*LABELS.finditer(text), *VERBS.finditer(text)]
    leads = [LIST.split(m["lead"]) for m in found]
    helps = [LIST.split(m["help"]) for m in found if m["help"]]
    return [len(leads), sum(map(len, leads))], [len(helps), sum(map(len, helps))]


def answers(number: str) -> list[dict[str, Any]]:
    gold = json.loads((SHARED / "gold" / f"{number}.json").read_text(encoding="utf-8"))
    items: list[dict[str, Any]] = gold["items"]
    return items


def edition_title(item: dict[str, Any]) -> str:
    """Return the squeezed title of an answer's item as the edition words it."""
    title: str = item["title"]
    return squeeze(SENTENCE_ANEW if title.endswith(SENTENCE_END) else title)


@each_plan
def test_plan_keeps_its_facts(plan: dict[str, Any]) -> None:
    text = plan_text(plan)
    assert [fact for fact in plan["facts"] if fact not in text] == []


@each_plan
def test_plan_keeps_its_items(plan: dict[str, Any]) -> None:
    found = re.findall(plan["item_pattern"], plan_text(plan), re.MULTILINE)
    assert len(found) == plan["items"], found


@each_plan
def test_plan_keeps_its_role_statements(plan: dict[str, Any]) -> None:
    assert statements(plan_text(plan)) == (plan["leads"], plan["helps"])


@pytest.mark.parametrize("edition", EDITIONS)
def test_edition_is_clean_simplified_text(edition: str) -> None:
    """Lost bytes, pinyin residue and traditional forms of the sources are not carried over."""
    assert DAMAGE.findall(read(edition)) == []


def test_responsibility_table_keeps_its_carried_down_cells() -> None:
    table = read(LUOHU).split("牵头负责单位\t相关工作内容\t进度安排\n")[1].split("\n\n")[0]
    rows = table.splitlines()
    assert [row.split("\t")[0] for row in rows].count("") == 4
    assert {row.count("\t") for row in rows} == {2}


def test_duty_sentences_keep_their_subjects() -> None:
    duties = read(LUOHU).split("## 二、责任主体\n")[1].split("### 三、项目分类")[0]
    subjects = [line.split("负责")[0] for line in duties.splitlines() if line]
    assert len(subjects) == 11
    assert {"区委宣传部", "区财政局", "区审计局", "区国库支付中心", "区政府采购中心"} <= set(subjects)


@needs_shared
@each_answer
def test_every_item_title_of_the_answers_stands_in_the_edition(number: str, edition: str) -> None:
    text = squeeze(read(edition))
    titles = [edition_title(item) for item in answers(number)]
    assert [title for title in titles if title not in text] == []


@needs_shared
@each_answer
def test_every_role_surface_stands_in_its_item(number: str, edition: str) -> None:
    """A numbered item holds its units between its own title and the next; other units stand anywhere."""
    text = squeeze(read(edition))
    items = answers(number)
    starts: dict[int, int] = {}
    place = 0
    for index, item in enumerate(items):
        if item["number"]:
            starts[index] = place = text.index(edition_title(item), place)
    ends = dict(pairwise([*starts.values(), len(text)]))
    for index, item in enumerate(items):
        part = text[starts[index] : ends[starts[index]]] if index in starts else text
        surfaces = [role["surface"] for role in item["roles"]]
        assert [unit for unit in surfaces if squeeze(unit) not in part] == [], item["title"]


@needs_shared
@each_answer
def test_every_deadline_target_and_cited_document_stands_in_the_edition(number: str, edition: str) -> None:
    text = squeeze(read(edition))
    for item in answers(number):
        due = item.get("deadline", {}).get("text", "")
        wanted = [*item.get("targets", []), *item.get("cites", []), due]
        assert [words for words in wanted if squeeze(words) not in text] == [], item["title"]


@needs_shared
def test_nothing_repeats_the_prose_of_the_sources() -> None:
    checker = SHARED / "score" / "copied.py"
    done = subprocess.run([sys.executable, checker, ROOT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
