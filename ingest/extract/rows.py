"""Turn the rows of responsibility tables into items."""

import re

from ingest.extract.deadlines import find_deadline
from ingest.extract.drafts import Draft
from ingest.extract.outline import Node, heading
from ingest.extract.rules import apply_first_listed
from ingest.extract.scan import find_statements
from ingest.extract.shared_rows import continues, own, share_tasks
from ingest.extract.statements import (
    Claim,
    as_role,
    below,
    find_labels,
    has_verb,
    list_claims,
    parse_verbs,
    person_claims,
    settle,
    split_marks,
)
from ingest.extract.tables import ROLE_COLUMNS, TEXT_COLUMNS, Cell, Row, Table
from ingest.extract.titles import make_title
from ingest.records import RoleName

_NONE = re.compile(r"[/／—\-－–无\s]*")
_BROKEN = re.compile(  # a line that goes on, in a cell of several lines
    r"(?<=[\u4e00-\u9fff“”《》，、])\n(?=[\u4e00-\u9fff“”《》，、])(?![一二三四五六七八九十]{1,2}[、是])"
)
_OWN_NUMBER = re.compile(r"(\d{1,3})[.．、](?!\d)\s*")
_TITLE_ENDS = ("表", "清单", "台账", "分工", "分解")
_LONGEST_TITLE = 40
_STATED = re.compile(r"[（(][^（()）]*(?:单位|部门|牵头|负责)[^（()）]*[）)]$")


def read_rows(text: str, tables: list[Table], root: Node, *, first_leads: bool) -> list[Draft]:
    """Return an item for each row; empty cells of a leading unit or category column take the cell above."""
    out = []
    for table in tables:
        above: dict[str, Cell] = {}
        path = _table_path(text, table, root)
        share_tasks(table.rows)
        last: Draft | None = None
        for row in table.rows:
            _carry_down(table, row, above)
            if last is not None and continues(row):
                _extend(text, last, row)
                continue
            draft = last = _draft(text, row, path)
            if draft is None:
                continue
            claims = [*_row_claims(text, row), *_group_claims(text, row)]
            draft.claims = apply_first_listed(claims) if first_leads else claims
            draft.explicit = True
            _set_deadline(text, row, draft)
            out.append(draft)
    return out


def _table_path(text: str, table: Table, root: Node) -> tuple[str, ...]:
    """Return the headings above a table."""
    inside = [n for n in root.walk() if n.rank >= 0 and n.start <= table.start < n.end]
    titles = [heading(text, n) for n in inside]
    before = [
        line.strip(" 　#*")
        for line in text[max(root.start, table.start - 120) : table.start].splitlines()
        if line.strip()
    ]
    if not before or len(before[-1]) > _LONGEST_TITLE or not before[-1].endswith(_TITLE_ENDS):
        return tuple(titles)
    attached = any("附件" in title for title in titles)
    return (*titles[-1:], before[-1]) if attached else (before[-1],)


def _carry_down(table: Table, row: Row, above: dict[str, Cell]) -> None:
    """Fill what a merged cell leaves empty: the category, and a unit column that stands before the task."""
    if not any(kind in row.cells for kind in ROLE_COLUMNS):
        row.cells.update({kind: above[kind] for kind in ROLE_COLUMNS if kind in above})
    text_at = next((i for i, kind in enumerate(table.columns) if kind in ("task", "measure")), 0)
    for index, kind in enumerate(table.columns):
        cell = row.cells.get(kind)
        carried = kind == "category" or (kind in ROLE_COLUMNS and index < text_at)
        if carried and (cell is None or not cell.text) and kind in above:
            row.cells[kind] = above[kind]
        elif cell is not None and cell.text:
            above[kind] = cell


def _draft(text: str, row: Row, path: tuple[str, ...]) -> Draft | None:
    content = [
        row.cells[kind]
        for kind in TEXT_COLUMNS
        if kind in row.cells and row.cells[kind].text and kind != "category"
    ]
    if not content:
        category = row.cells.get("category")
        if category is None or not category.text:
            return None
        content = [category]
    first = content[0]
    number = (
        row.cells["number"].text.rstrip(".、．")
        if "number" in row.cells and row.cells["number"].text
        else None
    )
    start = first.start
    if own := _OWN_NUMBER.match(first.text):
        number, start = own[1], first.start + own.end()
    category = row.cells.get("category")
    above = tuple(_STATED.sub("", cell.text) for cell in row.section)
    if category and category.text and category is not first:
        above = (*above, category.text)
    end = _content_end(text, start, max(row.end, content[-1].end))
    draft = Draft(number, (*(path if not row.section else ()), *above), start, end)
    words = _BROKEN.sub("", first.text[start - first.start :])
    draft.title = make_title(words, 0, len(words))
    return draft


def _extend(text: str, draft: Draft, row: Row) -> None:
    """Add what a further row says to the item that its merged cells belong to."""
    draft.end = max(draft.end, _content_end(text, row.start, row.end))
    draft.claims += _row_claims(text, own(row))


def _content_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " 　\t|\n":
        end -= 1
    return end


def _row_claims(text: str, row: Row) -> list[Claim]:
    claims: list[Claim] = []
    for kind, cell in row.cells.items():
        if _NONE.fullmatch(cell.text):
            continue
        if kind == "leader":
            claims += person_claims(text, cell.start, cell.end)
        elif kind in ROLE_COLUMNS:
            claims += _cell_claims(text, cell, as_role(kind))
    return settle(split_marks(claims))


def _cell_claims(text: str, cell: Cell, role: RoleName) -> list[Claim]:
    if find_labels(text, cell.start, cell.end):
        return [claim for s in find_statements(text, cell.start, cell.end, []) for claim in s.claims]
    if not has_verb(text, cell.start, cell.end, marks=False):
        return list_claims(text, (cell.start, cell.end), role, rule="table")
    found = parse_verbs(text, cell.start, cell.end, role, "table-verb")
    return [c._replace(role=role) if c.role == "responsible" else c for c in found]


def _group_claims(text: str, row: Row) -> list[Claim]:
    """Return what the heading rows above state for each row: `一、…（牵头单位：…）`."""
    statements = [s for cell in row.section for s in find_statements(text, cell.start, cell.end, [])]
    return below(claim for statement in statements for claim in statement.claims)


def _set_deadline(text: str, row: Row, draft: Draft) -> None:
    cell = row.cells.get("deadline")
    if cell and not _NONE.fullmatch(cell.text):
        draft.deadline = (cell.start, cell.end)
        return
    for kind in TEXT_COLUMNS:
        if kind in row.cells and (found := find_deadline(text, row.cells[kind].start, row.cells[kind].end)):
            draft.deadline = found
