"""Small graphs and parameter values by chance: gaps, ties, several roles of a unit in an item, or nothing."""

import datetime
import random
from collections.abc import Mapping
from typing import Any

from bench.graphs import Size, made_rows
from graph.reports import Param, Report
from graph.rows import Rows
from graph.schema import load_schema
from graph.store import Store
from tests.graph.expected import Facts

# Properties that may be unknown and that no other row or relation repeats.
OPTIONAL = {
    "Item": ("number", "deadline", "deadline_text", "targets", "leaders", "area", "start_char"),
    "Plan": ("doc_no", "date", "kind"),
    "Unit": ("short", "mentions"),
}
OPTIONAL_OF_ROLE = ("surface", "confidence", "rule", "evidence")


def random_rows(seed: int) -> Rows:
    """Return a small graph; every tenth is empty."""
    rng = random.Random(f"random {seed}")  # noqa: S311 - made-up graphs, no secret
    if seed % 10 == 9:
        return Rows()
    gaps = rng.choice((0.0, 0.05, 0.3))
    size = Size(
        items=rng.randint(1, 60),
        plans=rng.randint(1, 8),
        districts=rng.randint(1, 4),
        leads=rng.choice((0.5, 1.5, 3.0)),
        gaps=gaps,
        confident=0.7,
        years=tuple(range(2014, 2014 + rng.randint(1, 4))),
    )
    rows = made_rows(seed, size)
    _blur(rows, rng, gaps)
    return rows


def _blur(rows: Rows, rng: random.Random, gaps: float) -> None:
    """Forget values, give units and items the same names, and derive some leads."""
    for label, names in OPTIONAL.items():
        for row in rows.nodes[label]:
            row.update({name: None for name in names if rng.random() < gaps})
    for row in rows.nodes["Policy"]:
        row["doc_no"] = rng.choice((None, "改〔2015〕1号"))
    for label in ("Unit", "Item", "Plan", "Policy"):
        for row in rows.nodes[label]:
            if rng.random() < gaps:
                row["name"] = rows.nodes[label][0]["name"]
    for (name, source, _), relations in rows.relations.items():
        for row in relations:
            if source == "Unit" and "derived" in row:
                row.update({key: None for key in OPTIONAL_OF_ROLE if rng.random() < gaps})
                row["derived"] = row["derived"] or (name == "LEADS" and rng.random() < gaps)
            if name == "SIMILAR_TO" and rng.random() < gaps:
                row["score"] = rng.choice((None, 1.0))


def write_rows(store: Store, rows: Rows) -> None:
    """Put all rows into an empty store."""
    for label, nodes in rows.nodes.items():
        store.upsert_nodes(label, nodes)
    for kind, relations in rows.kinds(load_schema()):
        store.upsert_relations(kind, relations)


def random_values(rng: random.Random, report: Report, facts: Facts) -> dict[str, Any]:
    """Return values for some of a report's parameters, most of them such as the graph holds."""
    return {param.name: _value(rng, param, facts) for param in report.params if rng.random() < 0.6}


def _value(rng: random.Random, param: Param, facts: Facts) -> Any:
    """Return one value of the parameter's kind."""
    known = _known(param.name, facts)
    if param.kind == "bool":
        return rng.random() < 0.5
    if param.name == "most":
        return rng.choice((0, 1, 3, 500))
    if param.kind == "float":
        return rng.choice((0.0, 0.7, 0.8, 0.95, 1.0))
    if param.name == "at_least":
        return rng.choice((0, 1, 2, 5))
    if param.kind == "date":
        return datetime.date(rng.randint(2013, 2018), rng.randint(1, 12), 28)
    return rng.choice([*known, None, 1999 if param.kind == "int" else "别处"])


def _known(name: str, facts: Facts) -> list[Any]:
    """Return what the graph holds of the sort that a parameter asks for, each as often as it stands there."""
    units, items = facts.units.values(), facts.items.values()
    places = [row["name"] for row in facts.rows.nodes["District"]] * 5
    values: Mapping[str, list[Any]] = {
        "district": places,
        "first": places,
        "second": places,
        "districts": ["、".join(places[:2]), *places[:1]],
        "year": [item["year"] for item in items],
        "unit": [unit[key] for unit in units for key in ("id", "name", "short")],
        "function": [unit["function"] for unit in units],
        "item": [item[key] for item in items for key in ("id", "name")],
        "policy": [policy["name"] for policy in facts.policies.values()],
    }
    return values.get(name, [])
