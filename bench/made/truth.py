"""Writes what a plan says as the answers are written: the JSON that score.py reads."""

from dataclasses import asdict
from typing import Any

from bench.made.model import Draft, Item
from bench.made.wish import Wish, forms


def _item(item: Item) -> dict[str, Any]:
    """Return the answers of one item."""
    found = asdict(item)
    found["path"] = list(item.path)
    found["roles"] = [asdict(role) for role in item.roles]
    found["cites"] = [asdict(cite) for cite in item.cites]
    return found


def truth(plan: Draft, wish: Wish, source: str, **more: str) -> dict[str, Any]:
    """Return the answers of a file.

    Args:
        plan: the plan before damage and rendering.
        wish: what was asked for, which the answers repeat.
        source: the name of the file.
        more: further fields, such as the archive that holds the file.
    """
    facts = asdict(plan.facts)
    facts["issuer"] = list(plan.facts.issuer)
    return {
        "source": source,
        "kind": "made",
        "form": wish.form,
        "section": str(forms()[wish.form]["section"]),
        "format": wish.format,
        "damage": wish.damage,
        "level": wish.level,
        "seed": wish.seed,
        **more,
        "plans": [facts],
        "items": [_item(item) for item in plan.items],
    }
