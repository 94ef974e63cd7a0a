"""Invented persons."""

from dataclasses import dataclass
from random import Random

from bench.made.words import data


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the name, as documents write it, and a post."""

    name: str
    written: str
    post: str


def persons(rng: Random, level: str, count: int) -> list[Person]:
    """Draw different persons; some documents spread names of two letters over three."""
    words = data("people")
    surnames = rng.sample(words["surnames"].split(), count)
    spread = rng.choice(("", "", " ", "　"))
    found = []
    for surname in surnames:
        given = rng.choice(words["given"].split())
        written = f"{surname}{spread}{given}" if len(given) == 1 else surname + given
        found.append(Person(surname + given, written, rng.choice(words["posts"][level])))
    return found
