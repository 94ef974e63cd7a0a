"""Layouts in which a statement stands for a section."""

from collections.abc import Callable
from dataclasses import replace

from bench.made.compose import Path, Written, bracketed, item, widened
from bench.made.desk import Desk
from bench.made.layouts import TASK_LAYOUTS, closing, silent
from bench.made.model import Block, Paragraph, Role
from bench.made.statements import Statement
from bench.made.tasks import Section, Task


def each_task(desk: Desk, section: Section, path: Path) -> Written:
    """Write tasks that carry their own statements."""
    write = TASK_LAYOUTS[desk.rule["layout"]]
    found = Written([], [])
    for task in section.tasks:
        found += silent(desk, task, path) if desk.is_silent() else write(desk, task, path)
    return found


def _for_all(found: Written, statement: Statement, said: str) -> Written:
    """Give every item of a section the roles that the statement gives."""
    items = [
        replace(each, roles=(*statement.roles, *each.roles), said=f"{said} / {each.said}")
        for each in found.items
    ]
    return Written(found.blocks, items)


def _plain(desk: Desk, tasks: list[Task], path: Path) -> Written:
    """Write tasks without statements of their own."""
    found = Written([], [])
    for task in tasks:
        found += silent(desk, task, path)
    return found


def start(desk: Desk, section: Section, path: Path) -> Written:
    """Write a section with its statement below the heading."""
    statement = desk.say(section.tasks[0])
    statement = desk.narrowed(statement) if desk.rule.get("bare") else bracketed(desk, statement)
    found = _for_all(_plain(desk, section.tasks, path), statement, statement.said)
    return Written([Paragraph(statement.text, style="label"), *found.blocks], found.items)


def last(desk: Desk, section: Section, path: Path) -> Written:
    """Write a section whose last line says who carries the tasks above it."""
    desk.speaker.others["count"] = str(len(section.tasks))
    statement = desk.narrowed(desk.say(section.tasks[0]))
    found = _for_all(_plain(desk, section.tasks, path), statement, statement.said)
    return Written([*found.blocks, Paragraph(statement.text)], found.items)


def closed_by_group(desk: Desk, section: Section, path: Path) -> Written:
    """Write tasks with statements, and a last line that adds a lead for all of them."""
    words = {"count": str(len(section.tasks)), "group": desk.rng.choice(desk.units.groups)}
    desk.speaker.others.update(words)
    found = Written([], [])
    for task in section.tasks:
        found += closing(desk, task, path)
    pattern = desk.rule["closing"].replace("{group}", "{lead1}")
    said = desk.rule["closing"].format(**words)
    statement = Statement(said, (_lead(words["group"]),), None, pattern)
    found = _for_all(found, statement, pattern)
    return Written([*found.blocks, Paragraph(said)], found.items)


def as_item(desk: Desk, section: Section, path: Path) -> Written:
    """Write a section of unnumbered paragraphs, the last of which says who carries it: one item."""
    statement = bracketed(desk, desk.say(section.tasks[0]))
    blocks: list[Block] = []
    for task in section.tasks:
        blocks += [widened(desk, Paragraph(task.title + "。" + "".join(task.sentences)))]
    final = blocks[-1]
    assert isinstance(final, Paragraph), "tasks are paragraphs"
    blocks[-1] = replace(final, text=final.text + statement.text)
    cites = tuple(cite for task in section.tasks for cite in task.cites)
    mark = path[-1].removesuffix(section.head)
    whole = Task(section.head, [], section.tasks[0].leads, cites)
    return Written(blocks, [item(whole, mark.rstrip("、　"), path[:-1], [statement])])


def _lead(name: str) -> Role:
    """Return the lead of a group."""
    return Role(name, name, "lead", "unit")


SECTION_LAYOUTS: dict[str, Callable[[Desk, Section, Path], Written]] = {
    "section-start": start,
    "section-end": as_item,
    "section-closing": closed_by_group,
    "last": last,
}
