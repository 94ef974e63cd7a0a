"""Makes big corpora as text, fast: plans put together from tasks that were made before.

A stock of made plans is taken apart into heads and tasks; new plans are drawn from it. They read like plans,
and no two are alike, but they come without answers.
"""

from collections.abc import Iterator
from random import Random

from bench.made.chance import chance
from bench.made.draft import draft
from bench.made.model import Content, Paragraph, Table
from bench.made.numerals import chinese
from bench.made.render import text
from bench.made.wish import Wish, forms

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
        elif found and isinstance(block, Paragraph) and block.style in ("body", "label"):
            found[-1] += "\n" + text.paragraph(block, "　　", aligned=False)
    return found


def _stock(seed: int) -> tuple[list[str], list[str]]:
    """Return heads of plans and tasks to draw from."""
    heads, tasks = [], []
    for count in range(STOCK):
        rng = chance(seed, "stock", str(count))
        plan = draft(Wish(rng.getrandbits(30), rng.choice(FITTING), level=LEVEL))
        tasks += _tasks(plan.content, rng)
        start = [block.full for block in plan.content.paragraphs() if block.style != "body"][:6]
        heads.append("\n".join(line for line in start if line))
    return heads, tasks


def _plan(rng: Random, head: str, tasks: list[str]) -> str:
    """Return a plan of drawn tasks under counted headings."""
    parts, number = [head], 0
    for count in range(1, rng.randint(3, 6)):
        parts.append(f"　　{chinese(count)}、{HEADS[count - 1]}")
        for task in rng.sample(tasks, rng.randint(3, 7)):
            number += 1
            parts.append(f"　　{number}.{task}")
    return "\n".join(parts) + "\n"


def stream(seed: int = 0, *, megabytes: float | None = None) -> Iterator[str]:
    """Yield plans until there are so many megabytes of UTF-8, or for ever."""
    rng = chance(seed, "stream")
    heads, tasks = _stock(seed)
    left = megabytes * 1e6 if megabytes is not None else None
    while left is None or left > 0:
        plan = _plan(rng, heads[rng.randrange(len(heads))], tasks)
        yield plan
        left = left - len(plan.encode()) if left is not None else None
