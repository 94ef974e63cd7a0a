"""Marks of sections, groups and tasks."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from bench.made.chance import weighted
from bench.made.numerals import chinese
from bench.made.words import data

GROUPED = ("three", "three-restart", "below")
WITHOUT_MARK = ("none", "dash")


@dataclass(slots=True)
class Numbering:
    """Counts what is numbered in one plan."""

    name: str
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def scheme(self) -> dict[str, Any]:
        """The declaration in numbering.yml."""
        found: dict[str, Any] = data("numbering")["schemes"][self.name]
        return found

    def has(self, rank: str) -> bool:
        """Tell whether the scheme numbers sections or groups."""
        return rank in self.scheme

    def mark(self, rank: str) -> str:
        """Return the next mark of a rank, and begin anew below it where the scheme says so."""
        count = self.counts[rank] = self.counts.get(rank, 0) + 1
        if rank == "section" and (self.scheme.get("group_restart") or self.name != "three"):
            self.counts["group"] = 0
        if rank in ("section", "group") and self.scheme.get("restart"):
            self.counts["item"] = 0
        return str(self.scheme[rank]).format(c=chinese(count), d=count)

    def item(self) -> tuple[str, str | None]:
        """Return the mark of the next task, and its number as answers give it."""
        mark = self.mark("item")
        number = mark.strip().rstrip(".．、﹒")
        return mark, (number if self.name not in WITHOUT_MARK else None)

    def below(self, count: int) -> str:
        """Return the mark of what is counted below a task: the next kind in the usual order."""
        pattern = str(self.scheme["item"])
        if pattern == "（{d}）":
            return "①②③④⑤⑥⑦⑧⑨"[count - 1]
        if pattern == "{c}、":
            return f"（{chinese(count)}）"
        return f"{count}." if "{c}" in pattern else f"（{count}）"


def numbering(rng: Random, *, grouped: bool = True, marked: bool = True, sections: bool = True) -> Numbering:
    """Draw a scheme.

    Args:
        rng: the source of choice.
        grouped: whether groups may stand between sections and tasks.
        marked: whether every task must have a mark.
        sections: whether there must be sections.
    """
    options = []
    for name, scheme in data("numbering")["schemes"].items():
        fits = (grouped or name not in GROUPED) and (not marked or name not in WITHOUT_MARK)
        if fits and ("section" in scheme or not sections):
            options.append({"name": name, "weight": scheme.get("weight", 1)})
    return Numbering(weighted(rng, options)["name"])
