"""A small hand-made build, and helpers to make others: plans are put together from their items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import graphs
from ingest.records import (
    Citation,
    Deadline,
    Evidence,
    Issue,
    Item,
    Leader,
    Plan,
    PlanKind,
    Role,
    RoleName,
    Source,
    Target,
    Unit,
    make_id,
)

EAST, WEST, CITY = "甲市东区", "甲市西区", "甲市"
CODES = {EAST: "990102", WEST: "990103", CITY: "990100"}


@dataclass(frozen=True)
class Task:
    """What an item says; units by their short name in the plan's district."""

    title: str
    lead: Sequence[str] = ()
    participate: Sequence[str] = ()
    responsible: Sequence[str] = ()
    deadline: str | None = None
    cites: Sequence[str] = ()
    path: tuple[str, ...] = ()
    persons: Sequence[str] = ()


FUNCTIONS = {"财政局": "财政", "编办": "机构编制", "教育局": "教育", "信访局": "信访", "司法局": "司法"}

EAST_TASKS = (
    Task(
        "整合办事窗口", ["编办"], ["财政局", "信访局"], deadline="2016-03-31", path=("政务服务", "窗口改革")
    ),
    Task("公开预算", ["财政局", "编办"], ["各街道办"], cites=["关于公开预算的通知"], path=("政务服务",)),
    Task("调解进社区", [], ["司法局"], ["各街道办"], cites=["关于公开预算的通知", "西区2016年改革要点"]),
    Task("学区共建", ["教育局"], [], ["财政局"], deadline="2016-12-31", persons=["王一"]),
    Task("整理档案"),
    Task("核定编制", ["编办", "编办"], ["教育局"], deadline="2016-03-15"),
)
WEST_TASKS = (
    Task("合并审批", ["财政局", "各街道办"], ["编办"], deadline="2016-12-31", cites=["关于公开预算的通知"]),
    Task("压减支出", ["财政局"], ["教育局"]),
    Task("回应来信", ["信访局"], []),
)
OLD_TASKS = (Task("清理文件", ["司法局"], ["财政局"], deadline="2014-06-30"),)


def unit_id(district: str, short: str) -> str:
    return make_id(district, short)


def unit(district: str, short: str, **changes: object) -> Unit:
    values: dict[str, object] = {
        "id": unit_id(district, short),
        "name": district + short,
        "short": short,
        "district": district,
        "district_code": CODES.get(district),
        "level": "district",
        "kind": "collective" if short.startswith("各") else "unit",
        "function": FUNCTIONS.get(short),
        "mentions": (f"区{short}",),
        "decided_by": "rule",
        "why": "same name in one district",
    }
    return Unit(**(values | changes))  # type: ignore[arg-type]


def plan(district: str | None, year: int | None, tasks: Iterable[Task], **changes: object) -> Plan:
    title = f"{(district or '')[-2:]}{year}年改革要点"
    key = make_id(district, year)
    text, items = title + "\n", []
    for number, task in enumerate(tasks, start=1):
        item = _item(key, district or "", text, number, task)
        text += item.text
        items.append(item)
    values: dict[str, object] = {
        "id": key,
        "title": title,
        "kind": PlanKind.WORK_POINTS,
        "doc_no": f"改〔{year}〕1号" if year else None,
        "issuer": (f"{district}办公室",),
        "date": f"{year}-01-05" if year else None,
        "year": year,
        "district": district,
        "district_code": CODES.get(district or ""),
        "sources": (
            Source(path=f"{key}.txt", sha256="0" * 64, format="txt", encoding="utf-8", repairs={"pinyin": 2}),
        ),
        "text": text,
        "items": tuple(items),
    }
    return Plan(**(values | changes))  # type: ignore[arg-type]


def _item(key: str, district: str, before: str, number: int, task: Task) -> Item:
    text = f"{number}. {task.title}。"
    start = len(before)
    roles: list[Role] = []

    def say(words: str) -> Evidence:
        nonlocal text
        text += words + "；"
        end = start + len(text) - 1
        return Evidence(end - len(words), end, words)

    named: dict[RoleName, Sequence[str]] = {
        "lead": task.lead,
        "participate": task.participate,
        "responsible": task.responsible,
    }
    for name, shorts in named.items():
        for short in shorts:
            roles.append(
                Role(
                    role=name,
                    mention=f"区{short}",
                    surface=short,
                    kind="collective" if short.startswith("各") else "unit",
                    unit=unit_id(district, short),
                    evidence=say(short),
                    rule="hand-made",
                    confidence=0.9,
                )
            )
    for person in task.persons:
        evidence = say(person)
        roles.append(
            Role(
                role="lead",
                mention=person,
                surface=person,
                kind="person",
                evidence=evidence,
                rule="hand-made",
                confidence=1.0,
            )
        )
    due = task.deadline
    deadline = Deadline(text=f"{due}前", date=due, evidence=say(f"{due}前")) if due is not None else None
    cites = tuple(Citation(title=each, doc_no=None, evidence=say(f"《{each}》")) for each in task.cites)
    target = Target(text="办结九成", value=90, unit="%", evidence=say("办结九成"))
    leader = Leader(name="李二", post="副区长", evidence=say("李二"))
    return Item(
        id=make_id(key, number),
        number=str(number),
        title=task.title,
        path=task.path,
        start=start,
        end=start + len(text),
        text=text,
        roles=tuple(roles),
        deadline=deadline,
        targets=(target,),
        cites=cites,
        leaders=(leader,),
    )


WHOLE = Citation(title="关于公开预算的通知", doc_no="预〔2014〕3号", evidence=Evidence(0, 2, "西区"))
PLANS = (
    plan(EAST, 2016, EAST_TASKS),
    plan(WEST, 2016, WEST_TASKS),
    plan(WEST, 2014, OLD_TASKS, cites=(WHOLE,)),
)
UNITS = (
    *(unit(district, short) for district in (EAST, WEST) for short in (*FUNCTIONS, "各街道办")),
    unit(CITY, "信访局", hosts=(unit_id(EAST, "信访局"),), level="city"),
)
ISSUES = (
    Issue(file="one.txt", code="guessed-repair", line=3, expected="a clear reading", found="变?yōu)"),
    Issue(file="two.txt", code="undecodable", severity="error", expected="text", found="bytes"),
)


def write_build(
    folder: Path,
    plans: Sequence[Plan] = PLANS,
    units: Sequence[Unit] = UNITS,
    issues: Sequence[Issue] = ISSUES,
) -> Path:
    """Write a build as `python -m ingest` does, with a fixed time."""
    return graphs.write_build(folder, graphs.Made(tuple(plans), tuple(units), tuple(issues)))
