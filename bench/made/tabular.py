"""Writes the body of a plan as a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.made.cast import Cast
from bench.made.chance import happens
from bench.made.compose import Written, distinct
from bench.made.desk import Desk
from bench.made.model import Cell, Deadline, Item, Role, Table
from bench.made.numerals import chinese
from bench.made.statements import Statement
from bench.made.tasks import Section, Task

HEADS: dict[str, tuple[str, ...]] = {
    "number": ("序号",),
    "kind": ("类别", "工作类别"),
    "task": ("工作任务", "主要任务", "改革任务", "重点任务"),
    "measure": ("具体措施", "细化措施", "工作措施"),
    "leader": ("责任领导", "牵头领导"),
    "lead": ("牵头单位", "牵头部门"),
    "help": ("配合单位", "参与单位", "责任单位"),
    "own": ("责任单位", "责任部门"),
    "starred": ("责任单位",),
    "plain": ("单位",),
    "score": ("分值",),
    "when": ("完成时限", "完成时间"),
}
PATTERNS = {
    "leader": "{leader}",
    "lead": "{lead}",
    "help": "{help}",
    "own": "{own}",
    "plain": "{own1}",
    "starred": "{lead:star}、{help+:same}",
    "when": "{when}",
}
SHAPES: tuple[tuple[str, ...], ...] = (
    ("number", "task", "lead", "help", "when"),
    ("number", "task", "lead", "help"),
    ("number", "task", "leader", "lead", "help", "when"),
    ("number", "kind", "task", "lead", "help"),
    ("number", "kind", "task", "measure", "lead", "help", "when"),
    ("number", "task", "measure", "lead", "help", "when"),
    ("number", "task", "own", "when"),
    ("number", "task", "leader", "own"),
)


@dataclass(slots=True)
class Sheet:
    """A table as it is written: its columns, rows and items."""

    columns: tuple[str, ...]
    empty: str
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def _columns(desk: Desk) -> tuple[str, ...]:
    """Return the columns: those of the form, or one of the usual shapes."""
    fixed = desk.rule.get("columns")
    if fixed:
        return tuple(fixed)
    shapes = SHAPES if desk.rule["text"] in ("tabs", "pipes") else [s for s in SHAPES if "kind" not in s]
    return desk.rng.choice(tuple(shapes))


def _header(desk: Desk, columns: Sequence[str]) -> list[tuple[Cell, ...]]:
    """Return the header, now and then on two rows: 责任分工 above its columns."""
    names = [desk.rng.choice(HEADS[column]) for column in columns]
    if "lead" not in columns or desk.rule["text"] not in ("tabs", "pipes") or not happens(desk.rng, 0.25):
        return [tuple(Cell(name) for name in names)]
    first = columns.index("lead")
    upper = [Cell(name, rows=2) for name in names]
    upper[first : first + 2] = [Cell("责任分工", columns=2)]
    return [tuple(upper), tuple(Cell(name) for name in names[first : first + 2])]


def _cell(desk: Desk, column: str, task: Task, cast: Cast, *, with_sentence: bool) -> Statement:
    """Return a cell as a statement; sentences stand in the task's cell where no other column has them."""
    if column == "task":
        joined = with_sentence and len(task.sentences) > 0 and happens(desk.rng, 0.5)
        return Statement(task.title + ("，" + task.sentences[0].rstrip("。") if joined else ""))
    if column == "measure":
        return Statement("".join(task.sentences))
    if column == "score":
        return Statement(str(desk.rng.choice((5, 8, 10))))
    return desk.speaker.say(PATTERNS[column], cast)


def _row(desk: Desk, sheet: Sheet, task: Task, path: tuple[str, ...]) -> list[Cell]:
    """Write the row of a task behind its number, and note its item."""
    cast, cells = desk.cast(task), []
    roles: list[Role] = []
    deadline: Deadline | None = None
    shown = ""
    for column in sheet.columns:
        if column in ("number", "kind"):
            continue
        filled = _cell(desk, column, task, cast, with_sentence="measure" not in sheet.columns)
        if column in ("help", "when", "leader") and happens(desk.rng, 0.12):
            filled = Statement(sheet.empty)
        roles += filled.roles
        deadline = filled.deadline or deadline
        cells.append(Cell(filled.text))
        shown += filled.text
    cites = tuple(cite for cite in task.cites if cite.title in shown)
    number = str(len(sheet.items) + 1)
    said = "|".join(sheet.columns)
    sheet.items.append(Item(number, task.title, path, distinct(roles), deadline, cites, said))
    return [Cell(number), *cells]


def _section(desk: Desk, sheet: Sheet, part: Section, head: str) -> None:
    """Write the rows of a section: below a row across the table, or beside a cell over its rows."""
    if head:
        sheet.rows.append((Cell(head, columns=len(sheet.columns)),))
    beside = "kind" in sheet.columns
    path = (part.head,) if beside else ((head,) if head else ())
    for index, task in enumerate(part.tasks):
        row = _row(desk, sheet, task, path)
        if beside and index == 0:
            row.insert(1, Cell(part.head, rows=len(part.tasks)))
        sheet.rows.append(tuple(row))


def table(desk: Desk) -> Written:
    """Write the body of a plan as one table."""
    columns = _columns(desk)
    sheet = Sheet(columns, desk.rng.choice(("/", "—", "")) if desk.rule["text"] != "spaces" else "/")
    header = _header(desk, columns)
    headed = "kind" not in columns and desk.rule["text"] != "spaces" and happens(desk.rng, 0.5)
    for count, area in enumerate(desk.topics.areas(desk.rng.choice((2, 3, 4))), 1):
        part = desk.topics.section(area, desk.rng.randint(2, 5))
        _section(desk, sheet, part, f"{chinese(count)}、{part.head}" if headed else "")
    whole = Table((*header, *sheet.rows), len(header), desk.rule["text"])
    return Written([whole], sheet.items)
