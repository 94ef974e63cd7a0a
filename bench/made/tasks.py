"""The tasks of made plans: titles, sentences, cited documents, and what only sounds like a statement."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from bench.made.chance import happens
from bench.made.model import Cite, Deadline
from bench.made.places import Place
from bench.made.words import data, with_numbers

KINDS = ("reform", "system", "work")


@dataclass(slots=True)
class Task:
    """A task before it has a mark and a statement."""

    title: str
    sentences: list[str]
    leads: tuple[str, ...]
    cites: tuple[Cite, ...] = ()
    deadline: Deadline | None = None
    noun: str = ""
    """What the title is about, without its verb."""


@dataclass(slots=True)
class Section:
    """A heading with its tasks."""

    head: str
    tasks: list[Task] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    """Headings of a second rank, for plans that have them."""


@dataclass(slots=True)
class Topics:
    """Draws tasks; no title comes twice."""

    rng: Random
    place: Place
    year: int
    used: set[str] = field(default_factory=set)

    def section(self, area: dict[str, Any], count: int) -> Section:
        """Return a heading of an area with so many tasks."""
        heads = self.rng.sample(area["heads"], len(area["heads"]))
        found = Section(heads[0], groups=[*heads[1:], self._title(area)[0], self._title(area)[0]][:2])
        for _ in range(count):
            found.tasks.append(self.task(area))
        return found

    def areas(self, count: int) -> list[dict[str, Any]]:
        """Return so many different areas that the level knows."""
        known = [a for a in data("tasks")["areas"] if self.place.level in a.get("levels", [self.place.level])]
        return self.rng.sample(known, count)

    def task(self, area: dict[str, Any]) -> Task:
        """Return a task of an area."""
        title, noun = self._title(area)
        pool = [*area["details"], *data("tasks")["anywhere"]]
        chosen = self.rng.sample(pool, self.rng.choice((0, 1, 1, 2, 2, 3)))
        sentences = [with_numbers(sentence, self.rng) for sentence in chosen]
        cites = self._cites(noun, sentences)
        self._insert(sentences)
        return Task(title, sentences, tuple(area["leads"]), cites, noun=noun)

    def indicator(self) -> Task:
        """Return a task that is a figure."""
        pool = [text for text in data("sentences")["indicators"] if text not in self.used]
        text = self.rng.choice(pool)
        self.used.add(text)
        return Task(with_numbers(text, self.rng), [], ("reform", "statistics", "finance"))

    def _title(self, area: dict[str, Any]) -> tuple[str, str]:
        """Return a title and the noun in it; no noun comes twice in a plan."""
        pool = [(kind, noun) for kind in KINDS for noun in area[kind] if noun not in self.used]
        kind, noun = self.rng.choice(pool)
        self.used.add(noun)
        return str(self.rng.choice(data("tasks")["verbs"][kind])) + noun, noun

    def _cites(self, noun: str, sentences: list[str]) -> tuple[Cite, ...]:
        """Add a sentence that cites a document to one task in six."""
        if not happens(self.rng, 0.16):
            return ()
        words = data("sentences")
        bare = noun.replace("“", "").replace("”", "")
        title = self.rng.choice(words["cite_titles"]).format(noun=bare, place=self.place.own)
        year = self.year - self.rng.randint(0, 3)
        office = f"{self.place.sign}政办发" if self.place.sign else "国办发"
        number = f"{office}〔{year}〕{self.rng.randint(1, 120)}号" if happens(self.rng, 0.5) else None
        shown = f"（{number}）" if number else ""
        sentences.append(self.rng.choice(words["cites"]).format(cite=title, number=shown))
        return (Cite(title, number),)

    def _insert(self, sentences: list[str]) -> None:
        """Put sentences between the others that sound like statements and are none."""
        words = data("sentences")
        if happens(self.rng, 0.12):
            sentences.append(self.rng.choice(words["traps"]))
        if self.place.below and happens(self.rng, 0.08):
            town = self.rng.choice(self.place.below)
            sentences.append(self.rng.choice(words["pilots"]).format(town=town))
        self.rng.shuffle(sentences)
