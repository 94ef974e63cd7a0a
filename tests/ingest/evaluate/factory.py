"""Makes answers and plans of a few words."""

from typing import Any, get_args

import msgspec

from ingest.evaluate import Answer
from ingest.records import Citation, Deadline, Evidence, Item, Plan, PlanKind, Role, RoleName, Source

NOWHERE = Evidence(0, 0, "")
ROLES: tuple[RoleName, ...] = get_args(RoleName)


def role(name: RoleName, unit: str, rule: str = "label", confidence: float = 0.99) -> Role:
    return Role(role=name, mention=unit, surface=unit, evidence=NOWHERE, rule=rule, confidence=confidence)


def item(
    title: str,
    *roles: Role,
    number: str | None = None,
    deadline: str | None = None,
    cites: tuple[str, ...] = (),
) -> Item:
    return Item(
        id=title,
        number=number,
        title=title,
        path=(),
        start=0,
        end=0,
        text=title,
        roles=roles,
        deadline=None if deadline is None else Deadline(text=deadline, date=None, evidence=NOWHERE),
        cites=tuple(Citation(title=cite, doc_no=None, evidence=NOWHERE) for cite in cites),
    )


def plan(*items: Item, paths: tuple[str, ...] = ("plans/a.txt",), **head: Any) -> Plan:
    known = {"title": "青石区2021年改革计划", "doc_no": None, "year": 2021, "district": "青石区"} | head
    sources = tuple(Source(path=path, sha256="", format="txt", encoding="utf-8") for path in paths)
    return Plan(
        id="-".join(paths) + known["title"],
        kind=PlanKind.PLAN,
        issuer=(),
        date=None,
        district_code=None,
        sources=sources,
        text="",
        items=items,
        **known,
    )


def task(title: str, **keys: Any) -> dict[str, Any]:
    """Return an item of the answers; `lead="甲局 乙局"` and the like give its roles."""
    roles = [{"unit": unit, "role": name} for name in ROLES for unit in keys.pop(name, "").split()]
    return {"title": title, "roles": roles, **keys}


def answer(*items: dict[str, Any], source: str = "a.txt", **keys: Any) -> Answer:
    return msgspec.convert({"source": source, "items": items, **keys}, Answer)
