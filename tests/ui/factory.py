"""A small graph for the tests of the app: two invented districts, three plans, one with hostile words."""

import json
from pathlib import Path

from graph.load import load
from graph.open import open_store
from ingest.records import (
    Citation,
    Deadline,
    Evidence,
    Issue,
    Item,
    Plan,
    PlanKind,
    Role,
    Unit,
    encode_lines,
    make_id,
)

EAST, WEST = "甲市东湖区", "甲市西湖区"
#: Words that would do harm if any page took the text of a document for HTML or Markdown.
HOSTILE = '<img src=x onerror="document.title=1">**粗**'
FUNCTIONS = {"区文化局": "文化", "区财政局": "财政", "区民政局": "民政", "区教育局": "教育"}

# District, year, title, items: each with name, roles (role, unit as written), date.
PLANS = (
    (EAST, 2020, "东湖区2020年改革计划", (
        ("建立流动书架", (("lead", "区文化局"), ("participate", "区财政局")), None),
        ("开放夜间展厅", (("lead", "区文化局"), ("participate", "各街道办")), "2020-06-30"),
        ("简化救助手续", (("lead", "区民政局"), ("responsible", "区财政局")), None),
    )),
    (EAST, 2021, "东湖区2021年改革计划", (
        (f"修订借阅规则{HOSTILE}", (("lead", "区文化局"),), None),
        ("清理闲置账户", (("participate", "区教育局"),), "2021-12-31"),
    )),
    (WEST, 2021, "西湖区2021年改革计划", (
        ("推行预算公开", (("lead", "区财政局"), ("participate", "区文化局")), None),
        ("试办社区课堂", (("lead", "区教育局"), ("participate", "区民政局")), None),
    )),
)  # fmt: skip
WORDS = {"lead": "牵头单位", "participate": "参与单位", "responsible": "责任单位"}


def unit_id(district: str, mention: str) -> str:
    """Return the id of a unit of the small graph."""
    return make_id(district, mention)


def item_id(title: str, number: int) -> str:
    """Return the id of an item of the small graph, counted from 1."""
    return make_id(title, number)


def plan_id(title: str) -> str:
    """Return the id of a plan of the small graph."""
    return make_id(title)


def load_atlas(folder: Path) -> str:
    """Write the small build, load it, and return the address of the store."""
    build, url = folder / "build", f"kglite:{folder / 'atlas.kgl'}"
    build.mkdir(parents=True)
    plans = [_plan(*plan) for plan in PLANS]
    issue = Issue(file="east.txt", code="guessed-repair", line=3, expected="a clear reading", found="东?区")
    (build / "plans.jsonl").write_bytes(encode_lines(plans))
    (build / "units.jsonl").write_bytes(encode_lines(_units()))
    (build / "issues.jsonl").write_bytes(encode_lines([issue]))
    (build / "manifest.json").write_text(json.dumps({"version": 1, "finished": "2026-01-02T03:04:05+00:00"}))
    store = open_store(url, write=True)
    load(store, build)
    store.close()
    return url


def load_empty(folder: Path, url: str | None = None) -> str:
    """Load a build without plans, over what the store at `url` holds, and return the store's address."""
    folder.mkdir(parents=True, exist_ok=True)
    url = url or f"kglite:{folder / 'empty.kgl'}"
    build = folder / "empty"
    build.mkdir()
    for name in ("plans.jsonl", "units.jsonl", "issues.jsonl"):
        (build / name).write_bytes(b"")
    (build / "manifest.json").write_text("{}")
    store = open_store(url, write=True)
    load(store, build)
    store.close()
    return url


def _units() -> list[Unit]:
    found = {}
    for district, _, _, items in PLANS:
        for _, roles, _ in items:
            for _, mention in roles:
                found[unit_id(district, mention)] = _unit(district, mention)
    return list(found.values())


def _unit(district: str, mention: str) -> Unit:
    return Unit(
        id=unit_id(district, mention),
        name=district + mention.removeprefix("区"),
        short=mention,
        district=district,
        district_code=None,
        level=None,
        kind="collective" if mention.startswith("各") else "unit",
        function=FUNCTIONS.get(mention),
        decided_by="rule",
        why="test",
    )


def _plan(
    district: str,
    year: int,
    title: str,
    items: tuple[tuple[str, tuple[tuple[str, str], ...], str | None], ...],
) -> Plan:
    text, made = f"{title}\n\n一、总任务\n\n", []
    for number, (name, roles, due) in enumerate(items, start=1):
        item, text = _item(title, district, text, number, name, roles, due)
        made.append(item)
    return Plan(
        id=plan_id(title),
        title=title,
        kind=PlanKind.PLAN,
        doc_no=None,
        issuer=(),
        date=None,
        year=year,
        district=district,
        district_code=None,
        sources=(),
        text=text,
        items=tuple(made),
    )


def _item(
    title: str,
    district: str,
    text: str,
    number: int,
    name: str,
    roles: tuple[tuple[str, str], ...],
    due: str | None,
) -> tuple[Item, str]:
    text += f"{number}. "
    start = len(text)
    text += f"{name}，依《图书馆条例》办理。（"
    made = []
    for role, mention in roles:
        at = len(text)
        text += f"{WORDS[role]}：{mention}"
        made.append(
            Role(
                role=role,  # type: ignore[arg-type]  # a name out of the table above
                mention=mention,
                surface=mention,
                kind="collective" if mention.startswith("各") else "unit",
                unit=unit_id(district, mention),
                evidence=Evidence(at, len(text), text[at:]),
                rule="label",
                confidence=0.9,
            )
        )
        text += "；"
    text += "）\n\n"
    cited = text.index("《图书馆条例》", start)
    item = Item(
        id=item_id(title, number),
        number=str(number),
        title=name,
        path=("一、总任务",),
        start=start,
        end=len(text) - 2,
        text=text[start:-2],
        roles=tuple(made),
        deadline=None
        if due is None
        else Deadline(text="到期", date=due, evidence=Evidence(start, start, "")),
        cites=(
            Citation(title="图书馆条例", doc_no=None, evidence=Evidence(cited, cited + 7, "《图书馆条例》")),
        ),
    )
    return item, text
