"""Pseudo-random choice that is the same on every machine."""

import random
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Weighted = Mapping[str, Any]


def chance(seed: int, *names: str) -> random.Random:
    """Return a source of choices of its own for each purpose, so that one never shifts another.

    Strings are hashed by SHA-512 there, not by `hash()`: the environment has no say in it.
    """
    return random.Random("/".join((str(seed), *names)))


def weighted(rng: random.Random, options: Sequence[Weighted]) -> Weighted:
    """Return one of some records by their `weight` (1 where it is not given)."""
    return rng.choices(options, [option.get("weight", 1) for option in options])[0]


def some(rng: random.Random, options: Sequence[T], count: int) -> list[T]:
    """Return up to so many different options, in random order."""
    return rng.sample(options, min(count, len(options)))


def happens(rng: random.Random, share: float) -> bool:
    """Tell whether something happens that happens in this share of the cases."""
    return rng.random() < share
