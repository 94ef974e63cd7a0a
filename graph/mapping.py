"""Turns records into rows of nodes and relations. Pure; the only file that imports the records.

One relation is kept for a unit, an item and a role, with the evidence of the first statement and
their number in `statements`. Persons are not units: their names go to the item's `leaders`.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from graph.errors import GraphError
from graph.rows import Row, Rows
from ingest.records import Citation, Issue, Item, Plan, Role, Unit, make_id

ROLE_TYPES = {"lead": "LEADS", "participate": "PARTICIPATES_IN", "responsible": "RESPONSIBLE_FOR"}
JOINT = "、"
__all__ = [
    "Citation",
    "Issue",
    "Plan",
    "Unit",
    "make_id",
    "plan_rows",
    "read_issue",
    "read_plan",
    "read_unit",
]

T = TypeVar("T")
_PLAN, _UNIT, _ISSUE = msgspec.json.Decoder(Plan), msgspec.json.Decoder(Unit), msgspec.json.Decoder(Issue)


def read_plan(line: bytes) -> Plan:
    """Read a line of `plans.jsonl`. Raises GraphError."""
    return _decoded(_PLAN, line)


def read_unit(line: bytes) -> Unit:
    """Read a line of `units.jsonl`. Raises GraphError."""
    return _decoded(_UNIT, line)


def read_issue(line: bytes) -> Issue:
    """Read a line of `issues.jsonl`. Raises GraphError."""
    return _decoded(_ISSUE, line)


def plan_rows(plan: Plan) -> Rows:
    """Return the rows that come from one plan; its districts, units and cited documents are `shared`."""
    rows = Rows()
    rows.nodes["Plan"].append(_plan_node(plan))
    if plan.district is not None:
        rows.relations["ISSUED_IN", "Plan", "District"].append({"source": plan.id, "target": plan.district})
    for path in dict.fromkeys(item.path[:depth] for item in plan.items for depth in _depths(item)):
        area = _area_id(plan.id, path)
        rows.nodes["Area"].append(
            {"id": area, "name": path[-1], "plan_id": plan.id, "path": _joined(path), "depth": len(path)}
        )
        rows.relations["HAS_AREA", "Plan", "Area"].append({"source": plan.id, "target": area})
    for item in plan.items:
        rows.nodes["Item"].append(_item_node(plan, item))
        rows.relations["HAS_ITEM", "Plan", "Item"].append({"source": plan.id, "target": item.id})
        if item.path:
            area = _area_id(plan.id, item.path)
            rows.relations["HAS_ITEM", "Area", "Item"].append({"source": area, "target": item.id})
        for relation, row in _role_rows(plan, item):
            rows.relations[relation, "Unit", "Item"].append(row)
        rows.relations["CITES", "Item", "Policy"].extend(_cite_rows(plan.id, item.id, item.cites))
    rows.relations["CITES", "Plan", "Policy"].extend(_cite_rows(plan.id, plan.id, plan.cites))
    return rows


def _plan_node(plan: Plan) -> Row:
    return {
        "id": plan.id,
        "plan_id": plan.id,
        "name": plan.title,
        "kind": plan.kind.value,
        "doc_no": plan.doc_no,
        "issuers": JOINT.join(plan.issuer) or None,
        "date": plan.date,
        "year": plan.year,
        "district": plan.district,
        "text": plan.text,
        "variants": len(plan.variants),
    }


def _item_node(plan: Plan, item: Item) -> Row:
    deadline = item.deadline
    return {
        "id": item.id,
        "plan_id": plan.id,
        "name": item.title,
        "number": item.number,
        "year": plan.year,
        "district": plan.district,
        "area": item.path[0] if item.path else None,
        "path": _joined(item.path) or None,
        "text": item.text,
        "start_char": item.start,
        "end_char": item.end,
        "deadline": deadline.date if deadline is not None else None,
        "deadline_text": deadline.text if deadline is not None else None,
        "deadline_inherited": deadline.inherited if deadline is not None else None,
        "targets": "；".join(target.text for target in item.targets) or None,
        "leaders": JOINT.join(_leaders(item)) or None,
    }


def _leaders(item: Item) -> list[str]:
    named = [f"{leader.name}（{leader.post}）" if leader.post else leader.name for leader in item.leaders]
    names = {leader.name for leader in item.leaders}
    persons = (role.mention for role in item.roles if role.kind == "person")
    return list(dict.fromkeys([*named, *(person for person in persons if person not in names)]))


def _role_rows(plan: Plan, item: Item) -> Iterator[tuple[str, Row]]:
    statements: dict[tuple[str, str], list[Role]] = defaultdict(list)
    for role in item.roles:
        if role.kind == "person" or role.unit is None:
            continue  # persons are leaders; a mention that was not resolved is among the issues
        statements[role.unit, role.role].append(role)
    for (unit, name), roles in statements.items():
        first = roles[0]
        yield (
            ROLE_TYPES[name],
            {
                "source": unit,
                "target": item.id,
                "plan_id": plan.id,
                "surface": first.surface,
                "mention": first.mention,
                "acting_as": first.acting_as,
                "evidence": first.evidence.text,
                "start_char": first.evidence.start,
                "end_char": first.evidence.end,
                "page": first.evidence.page,
                "sheet": first.evidence.sheet,
                "cell": first.evidence.cell,
                "rule": first.rule,
                "confidence": float(first.confidence),
                "statements": len(roles),
                "derived": False,
            },
        )


def _cite_rows(plan_id: str, source: str, cites: Sequence[Citation]) -> list[Row]:
    first: dict[str, Citation] = {}
    for cite in cites:
        first.setdefault(policy_id(cite), cite)
    return [
        {
            "source": source,
            "target": policy,
            "plan_id": plan_id,
            "evidence": cite.evidence.text,
            "start_char": cite.evidence.start,
            "end_char": cite.evidence.end,
        }
        for policy, cite in first.items()
    ]


def policy_id(cite: Citation) -> str:
    """Return the id of the cited document: its title decides, else its number."""
    return make_id("policy", normal(cite.title) or normal(cite.doc_no or ""))


def normal(text: str) -> str:
    """Return a title or document number without the signs that vary from place to place."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def _area_id(plan_id: str, path: Sequence[str]) -> str:
    return make_id("area", plan_id, *path)


def _depths(item: Item) -> range:
    return range(1, len(item.path) + 1)


def _joined(path: Sequence[str]) -> str:
    return " / ".join(path)


def _decoded(decoder: msgspec.json.Decoder[T], line: bytes) -> T:
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GraphError(f"not a record of this version: {error}: {line[:60]!r}") from error
