"""Writes one task: its paragraphs, and the item that answers give for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench.made.chance import happens
from bench.made.desk import Desk
from bench.made.listing import HALF
from bench.made.model import Block, Item, Paragraph, Role
from bench.made.statements import Statement
from bench.made.tasks import Task
from bench.made.words import data

PROSE_DEADLINES = 0.18


@dataclass(frozen=True, slots=True)
class Written:
    """Paragraphs and the items in them."""

    blocks: list[Block]
    items: list[Item]

    def __add__(self, other: "Written") -> "Written":
        """Return one part behind the other."""
        return Written(self.blocks + other.blocks, self.items + other.items)


NOTHING = Written([], [])
Path = tuple[str, ...]


def distinct(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Return the roles without those that say the same again."""
    found: dict[tuple[str, str], Role] = {}
    for role in roles:
        found.setdefault((role.unit, role.role), role)
    return tuple(found.values())


def item(task: Task, number: str | None, path: Path, statements: Sequence[Statement]) -> Item:
    """Return the item of a task with its statements."""
    dates = [s.deadline for s in statements if s.deadline]
    roles = distinct([role for statement in statements for role in statement.roles])
    said = " + ".join(statement.said for statement in statements)
    title = task.title
    return Item(number, title, path, roles, task.deadline or (dates[0] if dates else None), task.cites, said)


def add_deadline(desk: Desk, task: Task) -> None:
    """Add a sentence with a deadline, or one with a date that is none, as the form has it."""
    policy, words = desk.rule.get("deadline"), data("sentences")
    if policy == "trap":
        trap = desk.rng.choice(words["deadline_traps"])
        task.sentences.append(trap.format(next=desk.year + 1, last=desk.year - 1))
    elif policy == "text" or (policy is None and happens(desk.rng, PROSE_DEADLINES)):
        task.deadline = desk.speaker.deadlines.draw("prose")
        pattern = desk.rng.choice(words["prose_deadlines"])
        task.sentences.append(pattern.format(deadline=task.deadline.text))


def text_of(desk: Desk, task: Task) -> str:
    """Return the task in one paragraph."""
    between = "，" if desk.habits.shape == "clause" and task.sentences else "。"
    return task.title + between + "".join(task.sentences)


def paragraphs(desk: Desk, mark: str, task: Task, tail: str = "") -> list[Block]:
    """Return the task in one paragraph, or below a line with its heading."""
    if desk.habits.shape == "headed" and mark.strip("—") and task.sentences:
        head = Paragraph(task.title, mark=mark, rank=3)
        return [widened(desk, head), widened(desk, Paragraph("".join(task.sentences) + tail))]
    return [widened(desk, Paragraph(text_of(desk, task) + tail, mark=mark, rank=3))]


def widened(desk: Desk, paragraph: Paragraph) -> Paragraph:
    """Return the paragraph in the width of the plan."""
    if not desk.habits.half_text:
        return paragraph
    return replace(paragraph, text=paragraph.text.translate(HALF))


def bracketed(desk: Desk, statement: Statement) -> Statement:
    """Return a statement between brackets of the plan's kind."""
    pair = desk.rng.choice(desk.habits.brackets)
    statement = desk.narrowed(statement)
    return statement.with_text(f"{pair[0]}{statement.text}{pair[1]}")


def closed(desk: Desk, blocks: list[Block], statement: Statement) -> list[Block]:
    """Return the paragraphs of a task with the bracket where the plan puts it."""
    last = blocks[-1]
    assert isinstance(last, Paragraph), "a task ends with a paragraph"
    bare, place = last.text.removesuffix("。"), desk.habits.place
    if place == "line":
        return [*blocks, Paragraph(statement.text, style="label")]
    text = {
        "after": f"{bare}。{statement.text}",
        "before": f"{bare}{statement.text}。",
        "none": f"{bare}{statement.text}",
    }[place]
    return [*blocks[:-1], replace(last, text=text)]
