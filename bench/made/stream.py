"""Makes big corpora as text, fast: plans put together from tasks that were made before.

A stock of made plans is taken apart into tasks; new plans are drawn from it. They read like plans,
and no two are alike, but they come without answers.
"""

from collections.abc import Iterator
from itertools import count
from random import Random

from bench.made.chance import chance
from bench.made.draft import draft
from bench.made.model import Content, Table
from bench.made.numerals import chinese
from bench.made.render import text
from bench.made.wish import Wish, forms
from bench.made.words import data, table

STOCK = 160
LEVEL = "county"
HEADS = ("深化重点改革", "补齐短板弱项", "增强发展动能", "改善民生福祉", "强化治理效能")
FITTING = [
    name for name, rule in forms().items() if rule["layout"] in ("closing", "lines", "text", "several")
]


def _tasks(content: Content, rng: Random) -> list[str]:
    """Return the tasks of a plan, each with what follows it, without its number."""
    found: list[str] = []
    for block in content.blocks:
        if isinstance(block, Table) or block.rank in (1, 2):
            continue
        if block.rank == 3:
            found.append(block.text)
        elif found and (block.style == "label" or "。" not in found[-1]):
            found[-1] += "\n" + text.paragraph(block, "　　", aligned=False)
    return found


def _stock(seed: int) -> list[str]:
    """Return tasks to draw from."""
    tasks = []
    for index in range(STOCK):
        rng = chance(seed, "stock", str(index))
        plan = draft(Wish(rng.getrandbits(30), rng.choice(FITTING), level=LEVEL))
        tasks += _tasks(plan.content, rng)
    return tasks


def _head(rng: Random, number: int) -> str:
    """Return the lines before the tasks, with a number of their own."""
    words, year = data("frame"), rng.randint(2004, 2026)
    row = rng.choice([row for row in table("places") if row["level"] == "county"])
    kind = rng.choice(words["kinds"])
    title = rng.choice(words["titles"]).format(
        place=row["name"], year=year, theme=rng.choice(words["themes"]), end=rng.choice(kind["ends"])
    )
    day = f"（{year}年{rng.randint(1, 8)}月{rng.randint(1, 28)}日）"
    return f"{title}\n{row['sign']}政办发〔{year}〕{number}号\n{day}"


def _plan(rng: Random, plans: int, tasks: list[str]) -> str:
    """Return a plan of drawn tasks under counted headings."""
    parts, number = [_head(rng, plans)], 0
    for index in range(1, rng.randint(3, 6)):
        parts.append(f"　　{chinese(index)}、{HEADS[index - 1]}")
        for task in rng.sample(tasks, rng.randint(3, 7)):
            number += 1
            parts.append(f"　　{number}.{task}")
    return "\n".join(parts) + "\n"


def stream(seed: int = 0, *, megabytes: float | None = None) -> Iterator[str]:
    """Yield plans until there are so many megabytes of UTF-8, or for ever."""
    rng = chance(seed, "stream")
    tasks = _stock(seed)
    left = megabytes * 1e6 if megabytes is not None else None
    for number in count(1):
        if left is not None and left <= 0:
            return
        plan = _plan(rng, number, tasks)
        yield plan
        left = left - len(plan.encode()) if left is not None else None
