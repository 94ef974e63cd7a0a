"""Writes the plan between its title and its end: general parts, headings, tasks."""

from dataclasses import replace

from bench.made.chance import happens
from bench.made.compose import Path, Written, distinct, widened
from bench.made.desk import Desk
from bench.made.model import Block, Paragraph
from bench.made.numerals import chinese
from bench.made.sections import SECTION_LAYOUTS, each_task
from bench.made.tasks import Section
from bench.made.words import data


def heading(desk: Desk, words: str, rank: str) -> Paragraph:
    """Return a numbered heading."""
    mark = desk.numbering.mark(rank)
    return widened(desk, Paragraph(words, style="heading", mark=mark, rank=1 if rank == "section" else 2))


def office_of(desk: Desk) -> str:
    """Return the unit that a plan's general parts name."""
    unit = desk.units.departments.get("office")
    return unit.name if unit else "有关部门"


def opening(desk: Desk) -> list[Block]:
    """Return a general part before the tasks."""
    words = data("frame")
    text = desk.rng.choice(words["openings"])
    return [heading(desk, desk.rng.choice(words["opening_heads"]), "section"), Paragraph(text)]


def closing_part(desk: Desk) -> list[Block]:
    """Return a general part behind the tasks: it orders units to do things, and has no tasks."""
    words = data("frame")
    blocks: list[Block] = [heading(desk, desk.rng.choice(words["closing_heads"]), "section")]
    chosen = desk.rng.sample(words["closings"], desk.rng.randint(2, 4))
    numbered = happens(desk.rng, 0.75)
    for count, text in enumerate(chosen, 1):
        mark = f"（{chinese(count)}）" if numbered else ""
        blocks.append(Paragraph(text.format(office=office_of(desk)), mark=mark, rank=2 if numbered else 0))
    return blocks


def sections_of(desk: Desk) -> list[Section]:
    """Draw the sections of a plan."""
    least = 1 if desk.rule["layout"] == "two-levels" else 2
    areas = desk.topics.areas(desk.rng.choice((2, 3, 3, 4)))
    found = [desk.topics.section(area, desk.rng.randint(least, 4)) for area in areas]
    if desk.rule["layout"] in ("closing", "runon") and happens(desk.rng, 0.12):
        figures = [desk.topics.indicator() for _ in range(3)]
        found.insert(0, Section("主要预期目标", figures, ["经济指标", "民生指标"]))
    return found


def section(desk: Desk, part: Section) -> Written:
    """Write a section: its heading, maybe groups, its tasks."""
    if not desk.numbering.has("section"):
        return each_task(desk, part, ())
    head = heading(desk, part.head, "section")
    path: Path = (head.full,)
    write = SECTION_LAYOUTS.get(desk.rule["layout"])
    if write is not None:
        return Written([head], []) + write(desk, part, path)
    if not desk.numbering.has("group"):
        return Written([head, *_intro(desk)], []) + each_task(desk, part, path)
    return Written([head], []) + _groups(desk, part, path)


def _intro(desk: Desk) -> list[Block]:
    """Return a paragraph between a heading and its tasks, in one section of ten."""
    if desk.numbering.name in ("none", "dash") or not happens(desk.rng, 0.1):
        return []
    return [Paragraph(desk.rng.choice(data("frame")["section_intros"]))]


def _groups(desk: Desk, part: Section, path: Path) -> Written:
    """Write the tasks of a section under headings of a second rank."""
    middle = len(part.tasks) // 2 if len(part.tasks) > 3 else len(part.tasks)
    found = Written([], [])
    for words, tasks in zip(part.groups, (part.tasks[:middle], part.tasks[middle:]), strict=True):
        if tasks:
            head = heading(desk, words, "group")
            found += Written([head], []) + each_task(desk, replace(part, tasks=tasks), (*path, head.full))
    return found


def prose(desk: Desk) -> Written:
    """Write the body of a plan in paragraphs."""
    found = Written([], [])
    numbered = desk.numbering.has("section") and desk.numbering.name != "article"
    if numbered and happens(desk.rng, 0.35):
        found += Written(opening(desk), [])
    for part in sections_of(desk):
        found += section(desk, part)
    if numbered and happens(desk.rng, 0.6):
        found += Written(closing_part(desk), [])
    items = [replace(each, roles=distinct(each.roles)) for each in found.items]
    return Written(found.blocks, items)
