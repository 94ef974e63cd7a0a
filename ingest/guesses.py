"""Weigh what was read from text that repair has guessed: no unit rests on a guess alone."""

from collections.abc import Sequence

from msgspec.structs import replace

from ingest import nlp
from ingest.confidence import sureness
from ingest.records import Item, Role

Span = tuple[int, int]


def weigh_guesses(
    text: str, items: tuple[Item, ...], guessed: Sequence[Span]
) -> tuple[tuple[Item, ...], list[Role]]:
    """Lower the confidence of roles read from guessed text; drop those whose unit nothing else supports.

    Args:
        text: the plan's text.
        guessed: the spans of the text that repair guessed.

    Returns:
        The items, and the roles that were dropped.
    """
    if not guessed:
        return items, []
    dropped: list[Role] = []
    weighed = []
    for item in items:
        touched = [role for role in item.roles if _overlaps(role, guessed)]
        lost = [role for role in touched if not _is_supported(text, role, guessed)]
        dropped += lost
        weighed.append(replace(item, roles=tuple(_roles(item, touched, lost))) if touched else item)
    return tuple(weighed), dropped


def _roles(item: Item, touched: list[Role], lost: list[Role]) -> list[Role]:
    return [
        replace(role, confidence=min(role.confidence, sureness("guessed"))) if role in touched else role
        for role in item.roles
        if role not in lost
    ]


def _overlaps(role: Role, spans: Sequence[Span]) -> bool:
    return any(a < role.evidence.end and b > role.evidence.start for a, b in spans)


def _is_supported(text: str, role: Role, guessed: Sequence[Span]) -> bool:
    """Say whether a unit read from guessed text stands in undamaged text too, or is in the lexicon."""
    at = text.find(role.surface)
    while at >= 0:
        end = at + len(role.surface)
        if all(end <= a or at >= b for a, b in guessed):
            return True
        at = text.find(role.surface, at + 1)
    return nlp.is_department(role.surface)
