"""Makes a plan: the file, and the answers to it."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.made.chance import chance
from bench.made.damage import DAMAGE
from bench.made.draft import draft
from bench.made.model import Draft
from bench.made.render import RENDERERS
from bench.made.render.steady import packed
from bench.made.truth import truth
from bench.made.wish import FORMS, Wish, wish

MEMBER_FORMATS = ("txt", "docx", "html", "xlsx", "pdf", "md")
NEXT = 1_000_003
"""How far apart the seeds of an archive's members are."""


@dataclass(frozen=True, slots=True)
class Made:
    """A made file, with one set of answers for each plan file in it."""

    name: str
    content: bytes
    answers: tuple[dict[str, Any], ...]

    def write(self, folder: Path) -> None:
        """Write the file to `text`, the answers to `gold`."""
        for name in ("text", "gold"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "text" / self.name).write_bytes(self.content)
        for answer in self.answers:
            text = json.dumps(answer, ensure_ascii=False, indent=1)
            (folder / "gold" / f"{answer['source']}.json").write_text(text + "\n", encoding="utf-8")


def _rendered(plan: Draft, asked: Wish) -> bytes:
    """Return the damaged and rendered plan; neither shifts the choices of the other."""
    damaged = DAMAGE[asked.damage](plan.content, chance(asked.seed, "damage"))
    return RENDERERS[asked.format].render(damaged, chance(asked.seed, "render", asked.format))


def _file(asked: Wish, **more: str) -> Made:
    """Return one plan in one file."""
    plan = draft(asked)
    name = f"{asked.seed:06d}.{RENDERERS[asked.format].ending}"
    return Made(name, _rendered(plan, asked), (truth(plan, asked, name, **more),))


def _archive(asked: Wish) -> Made:
    """Return a zip: the plan of the seed and one or two others, each in a format of its own."""
    rng = chance(asked.seed, "archive")
    name = f"{asked.seed:06d}.zip"
    members = []
    for count in range(rng.randint(2, 3)):
        inner = replace(asked, format=rng.choice(MEMBER_FORMATS))
        if count:
            other = wish(asked.seed + count * NEXT, forms_of=(rng.choice(FORMS),), levels=(asked.level,))
            inner = replace(other, format=inner.format, damage=asked.damage)
        members.append(_file(inner, archive=name))
    content = packed({member.name: member.content for member in members})
    return Made(name, content, tuple(answer for member in members for answer in member.answers))


def make(asked: Wish) -> Made:
    """Return the file that was asked for, with its answers."""
    return _archive(asked) if asked.format == "zip" else _file(asked)
