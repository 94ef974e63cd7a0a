"""What the graph can hold and the extraction does not fill yet: derived roles and similar items."""

import random
from collections import defaultdict

from graph.rows import Row, Rows

DERIVED = 0.1  # the share of collectives' roles that are expanded
NEIGHBOURS = 1  # items of the same title that an item is said to be similar to
ENDS = ("SIMILAR_TO", "Item", "Item")
PARTICIPATES = ("PARTICIPATES_IN", "Unit", "Item")


def add_extras(rows: Rows, seed: int) -> None:
    """Add derived roles and relations between similar items to the rows of a made graph."""
    rng = random.Random(f"extras {seed}")
    _add_derived(rows, rng)
    _add_similar(rows, rng)


def _add_derived(rows: Rows, rng: random.Random) -> None:
    """Expand some roles of collectives to three units of the same district, where they have none yet."""
    by_district: dict[str | None, list[Row]] = defaultdict(list)
    for unit in rows.nodes["Unit"]:
        if unit["kind"] == "unit":
            by_district[unit["district"]].append(unit)
    collectives = {unit["id"]: unit for unit in rows.nodes["Unit"] if unit["kind"] == "collective"}
    taken = {(row["source"], row["target"]) for row in rows.relations[PARTICIPATES]}
    for row in [row for row in rows.relations[PARTICIPATES] if row["source"] in collectives]:
        if rng.random() < DERIVED:
            near = by_district[collectives[row["source"]]["district"]]
            for unit in rng.sample(near, min(3, len(near))):
                if (unit["id"], row["target"]) not in taken:
                    taken.add((unit["id"], row["target"]))
                    rows.relations[PARTICIPATES].append({**row, "source": unit["id"], "derived": True})


def _add_similar(rows: Rows, rng: random.Random) -> None:
    """Relate items of the same title in different plans: each with the next."""
    same: dict[str, list[Row]] = defaultdict(list)
    for item in rows.nodes["Item"]:
        same[item["name"]].append(item)
    for items in same.values():
        for at, item in enumerate(items):
            for other in items[at + 1 : at + 1 + NEIGHBOURS]:
                if other["plan_id"] != item["plan_id"]:
                    row = {"source": item["id"], "target": other["id"], "plan_id": item["plan_id"]}
                    rows.relations[ENDS].append({**row, "score": round(rng.uniform(0.6, 1.0), 3)})
