"""Count what was right, wrong and missed; precision, recall and F1."""

from collections.abc import Set
from dataclasses import dataclass

MEASURES = ("lead", "participate", "responsible", "any_role", "items", "deadline", "cites")


@dataclass(slots=True)
class Tally:
    """Counts of one measure."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: "Tally") -> None:
        """Add the counts of another tally."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    def add_sets(self, wanted: Set[str], found: Set[str]) -> None:
        """Count what two sets share, and what either has alone."""
        self.right += len(wanted & found)
        self.wrong += len(found - wanted)
        self.missed += len(wanted - found)

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right; 1 where nothing is, and nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else float(self.missed == 0)

    @property
    def recall(self) -> float:
        """Return the share of what there is that was found; 1 where there is nothing."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def empty(self) -> bool:
        """Say whether there was nothing to count."""
        return not (self.right or self.wrong or self.missed)


def new_tallies() -> dict[str, Tally]:
    """Return an empty tally for each measure."""
    return {measure: Tally() for measure in MEASURES}
