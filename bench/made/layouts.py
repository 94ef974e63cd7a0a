"""Layouts in which each task carries its own statement."""

from dataclasses import replace

from bench.made.compose import (
    NOTHING,
    Path,
    Written,
    add_deadline,
    bracketed,
    closed,
    item,
    paragraphs,
    widened,
)
from bench.made.desk import Desk
from bench.made.model import Block, Paragraph
from bench.made.statements import Statement
from bench.made.tasks import Task
from bench.made.words import data


def silent(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task without a statement."""
    mark, number = desk.numbering.item()
    add_deadline(desk, task)
    return Written(paragraphs(desk, mark, task), [item(task, number, path, [])])


def closing(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task that a bracket closes."""
    rare = desk.rule.get("once") if desk.rng.random() < 0.25 else None
    statement = bracketed(desk, desk.say(task, rare))
    mark, number = desk.numbering.item()
    if statement.deadline is None:
        add_deadline(desk, task)
    blocks = closed(desk, paragraphs(desk, mark, task), statement)
    return Written(blocks, [item(task, number, path, [statement])])


def text(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task in whose sentences units are charged."""
    statement = desk.narrowed(desk.say(task))
    mark, number = desk.numbering.item()
    task.sentences.insert(desk.rng.randint(0, len(task.sentences)), statement.text)
    if desk.habits.shape == "clause":
        return _as_run_in(desk, mark, number, task, path, statement)
    add_deadline(desk, task)
    return Written(paragraphs(desk, mark, task), [item(task, number, path, [statement])])


def _as_run_in(
    desk: Desk, mark: str, number: str | None, task: Task, path: Path, statement: Statement
) -> Written:
    """Write the task with its heading in the line: a statement cannot follow a comma in it."""
    add_deadline(desk, task)
    whole = Paragraph(task.title + "。" + "".join(task.sentences), mark=mark, rank=3)
    return Written([widened(desk, whole)], [item(task, number, path, [statement])])


def runon(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task with its labels behind the text, without brackets."""
    statement = desk.narrowed(desk.say(task))
    mark, number = desk.numbering.item()
    if statement.deadline is None:
        add_deadline(desk, task)
    gap = desk.rng.choice((" ", "", "　"))
    return Written(
        paragraphs(desk, mark, task, gap + statement.text), [item(task, number, path, [statement])]
    )


def lines(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task with a line for each label."""
    cast = desk.cast(task)
    patterns = desk.rng.choice(desk.rule["says"])
    statements = [desk.narrowed(desk.speaker.say(pattern, cast)) for pattern in patterns]
    mark, number = desk.numbering.item()
    if not any(statement.deadline for statement in statements):
        add_deadline(desk, task)
    labels: list[Block] = [Paragraph(statement.text, style="label") for statement in statements]
    return Written(paragraphs(desk, mark, task) + labels, [item(task, number, path, statements)])


def several(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task with a bracket behind each of its sentences."""
    mark, number = desk.numbering.item()
    pool = desk.rng.sample(data("tasks")["anywhere"], 2)
    cast = desk.cast(task)
    statements, parts = [], [task.title + "。"]
    for sentence in pool:
        said = bracketed(desk, desk.speaker.say(desk.rng.choice(desk.rule["says"]), cast))
        before = desk.rule.get("place") == "before"
        parts.append(sentence[:-1] + said.text + "。" if before else sentence + said.text)
        statements.append(said)
    whole = Paragraph("".join(parts), mark=mark, rank=3)
    bare = replace(task, cites=())
    return Written([widened(desk, whole)], [item(bare, number, path, statements)])


def firstly(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task whose paragraph counts its parts, 一是…二是…: these are the items."""
    mark, _ = desk.numbering.item()
    cast, above = desk.cast(task), (*path, mark + task.title)
    statements = [desk.narrowed(desk.speaker.say(pattern, cast)) for pattern in desk.rule["says"]]
    counted = [(f"{count}是", said) for count, said in zip("一二", statements, strict=True)]
    parts = "；".join(number + said.text for number, said in counted)
    whole = Paragraph(f"{task.title}。{parts}。", mark=mark, rank=3)
    bare = replace(task, cites=())
    items = [item(replace(bare, title=said.text), number, above, [said]) for number, said in counted]
    return Written([widened(desk, whole)], items)


def subparagraphs(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task with unnumbered paragraphs below it, the last of which a bracket closes."""
    statement = bracketed(desk, desk.say(task))
    mark, number = desk.numbering.item()
    chosen = desk.rng.sample(data("tasks")["anywhere"], desk.rng.randint(2, 3))
    body: list[Block] = [Paragraph(sentence) for sentence in chosen]
    blocks = closed(desk, body, statement)
    head = widened(desk, Paragraph(task.title, mark=mark, rank=3))
    bare = replace(task, sentences=[], cites=())
    return Written([head, *blocks], [item(bare, number, path, [statement])])


def two_levels(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task with a statement and, below it, measures with theirs: these are the items."""
    cast = desk.cast(task)
    upper = bracketed(desk, desk.speaker.say(desk.rng.choice(desk.rule["upper"]), cast))
    mark, _ = desk.numbering.item()
    blocks = closed(desk, paragraphs(desk, mark, replace(task, cites=())), upper)
    above = (*path, mark + task.title)
    found = Written(blocks, [])
    for count, words in enumerate(desk.rng.sample(data("sentences")["subitems"], desk.rng.randint(2, 3)), 1):
        measure = Task(words.format(noun=task.noun), [], task.leads)
        own = bracketed(desk, desk.speaker.say(desk.rng.choice(desk.rule["says"]), cast))
        found += _measure(desk, measure, count, above, (upper, own))
    return found


def _measure(desk: Desk, task: Task, count: int, path: Path, said: tuple[Statement, Statement]) -> Written:
    """Write one measure below a task; the task's statement holds for it beside its own."""
    mark = desk.numbering.below(count)
    title, _, rest = task.title.partition("，")
    blocks = closed(desk, [widened(desk, Paragraph(f"{title}，{rest}。", mark=mark, rank=4))], said[1])
    return Written(blocks, [item(replace(task, title=title), mark.rstrip(".、"), path, said)])


def none(desk: Desk, task: Task, path: Path) -> Written:
    """Write a task of a plan that states no roles."""
    return NOTHING + silent(desk, task, path)


TASK_LAYOUTS = {
    "closing": closing,
    "text": text,
    "runon": runon,
    "lines": lines,
    "several": several,
    "firstly": firstly,
    "subparagraphs": subparagraphs,
    "two-levels": two_levels,
    "none": none,
}
