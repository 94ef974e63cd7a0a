"""The questions of the saved reports, answered in Python from rows alone, without any Cypher."""

from collections.abc import Callable

from tests.graph.expected import functions, items, spread, units
from tests.graph.expected.facts import Answer, Facts, Params

__all__ = ["ANSWERS", "Answer", "Facts", "Params"]

ANSWERS: dict[str, Callable[[Facts, Params], Answer]] = {
    **units.ANSWERS,
    **functions.ANSWERS,
    **items.ANSWERS,
    **spread.ANSWERS,
}
