"""Read tables of facts: plans that somebody has coded by hand, one role a row.

A table whose header names plan, item, role and unit (`data/lexicon/fact_columns.tsv`) is one. Nothing is
guessed in it: units stand as given, roles too; a row that says less than it must is a note.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from ingest import lexicon
from ingest.extract.drafts import Draft, finish
from ingest.extract.notes import Note
from ingest.extract.statements import Claim, as_role, label_kind
from ingest.extract.tables.cells import line_cells
from ingest.extract.tables.model import Cell
from ingest.extract.units import Mention, is_collective
from ingest.records import Item, MentionKind

_NEEDED = frozenset(("plan", "item", "role", "unit"))
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_RULE = "coded"


class Fact(NamedTuple):
    """A row: where it stands in the file's text, and its cells by column."""

    start: int
    end: int
    cells: dict[str, Cell]

    def get(self, column: str) -> str | None:
        """Return what stands in a column, None if nothing."""
        cell = self.cells.get(column)
        return cell.text if cell is not None and cell.text else None


@dataclass(frozen=True)
class CodedPlan:
    """A plan made of facts; `rows` are the file's offsets of the lines that its text is made of."""

    title: str
    district: str | None
    year: int | None
    doc_no: str | None
    date: str | None
    text: str
    rows: tuple[tuple[int, int], ...]
    facts: tuple[Fact, ...] = field(repr=False)  # with offsets of `text`


def is_facts(text: str) -> bool:
    """Say whether a text is a table of facts."""
    return _columns(text.partition("\n")[0]) is not None


def read_facts(text: str) -> tuple[list[CodedPlan], list[Note]]:
    """Return the plans of a table of facts in the order of their first rows, and what is wrong with rows."""
    facts, notes = [], []
    for fact in _rows(text):
        missing = sorted(column for column in _NEEDED if fact.get(column) is None)
        if missing:
            notes.append(_note(text, fact, f"a filled column {'、'.join(missing)}"))
        elif _role(fact) is None:
            notes.append(_note(text, fact, "lead, participate or responsible, or a word for them"))
        else:
            facts.append(fact)
    plans = {key: [f for f in facts if _plan_key(f) == key] for key in dict.fromkeys(map(_plan_key, facts))}
    return [_coded(text, rows) for rows in plans.values()], notes


def coded_items(plan: CodedPlan, plan_id: str) -> tuple[Item, ...]:
    """Return the items of a coded plan."""
    drafts = []
    for _, group in groupby(plan.facts, key=_item_key):
        rows = list(group)
        first = rows[0]
        item = first.cells["item"]
        draft = Draft(first.get("number"), _path(first), item.start, rows[-1].end, title=item.text)
        draft.claims = [_claim(row) for row in rows]
        draft.keep_all = draft.explicit = True
        due = next((row.cells["deadline"] for row in rows if row.get("deadline")), None)
        draft.deadline = (due.start, due.end) if due else None
        drafts.append(draft)
    return finish(plan.text, drafts, plan_id, plan.year)


def _columns(line: str) -> list[str | None] | None:
    """Return the columns that a header names, None where it is not that of a table of facts."""
    cells = line_cells(line, 0, len(line))
    known = lexicon.mapping("fact_columns")
    names = [known.get(cell.text.lower()) for cell in cells or ()]
    return names if set(names) >= _NEEDED else None


def _rows(text: str) -> Iterator[Fact]:
    """Yield the rows below the header; one whose cells hold several lines ends where its last cell does."""
    header, *lines = text.split("\n")
    columns = _columns(header) or []
    start = at = len(header) + 1
    for line in lines:
        end = at + len(line)
        at = end + 1
        if text.count("|", start, end) <= len(columns) and line:
            continue
        cells = line_cells(text, start, end) or []
        if any(cell.text for cell in cells):
            named = {name: cell for name, cell in zip(columns, cells, strict=False) if name is not None}
            yield Fact(start, end, named)
        start = at


def _note(text: str, fact: Fact, expected: str) -> Note:
    return Note("bad-fact", fact.start, fact.end, expected, text[fact.start : fact.end])


def _role(fact: Fact) -> str | None:
    word = (fact.get("role") or "").lower()
    kind = (
        lexicon.mapping("fact_roles").get(word)
        or lexicon.mapping("label_heads").get(word)
        or label_kind(word)
    )
    return kind if kind in ("lead", "participate", "responsible") else None


def _plan_key(fact: Fact) -> tuple[str | None, ...]:
    return fact.get("plan"), fact.get("district"), fact.get("year"), fact.get("doc_no")


def _item_key(fact: Fact) -> tuple[object, ...]:
    return _path(fact), fact.get("number"), fact.get("item")


def _path(fact: Fact) -> tuple[str, ...]:
    return tuple(part.strip() for part in (fact.get("area") or "").split("/") if part.strip())


def _coded(text: str, facts: Iterable[Fact]) -> CodedPlan:
    """Make one plan of its rows, those of one item side by side."""
    rows = list(facts)
    order = {key: index for index, key in enumerate(dict.fromkeys(map(_item_key, rows)))}
    rows.sort(key=lambda row: order[_item_key(row)])
    first = rows[0]
    date = first.get("date")
    year = _YEAR.search(first.get("year") or first.get("plan") or "")
    moved, at = [], 0
    for row in rows:
        by = at - row.start
        cells = {name: Cell(c.start + by, c.end + by, c.text) for name, c in row.cells.items()}
        moved.append(Fact(at, row.end + by, cells))
        at = row.end + by + 1
    return CodedPlan(
        title=first.get("plan") or "",
        district=first.get("district"),
        year=int(year[0]) if year else None,
        doc_no=first.get("doc_no"),
        date=date if date and _DATE.fullmatch(date) else None,
        text="\n".join(text[row.start : row.end] for row in rows),
        rows=tuple((row.start, row.end) for row in rows),
        facts=tuple(moved),
    )


def _claim(fact: Fact) -> Claim:
    unit, words = fact.cells["unit"], fact.cells.get("evidence")
    first, last = (words.start, words.end) if words and words.text else (unit.start, unit.end)
    kind: MentionKind = "collective" if is_collective(unit.text) else "unit"
    mention = Mention(unit.start, unit.end, unit.text, unit.text, kind)
    return Claim(as_role(_role(fact)), unit.start, unit.end, first, last, mention, False, _RULE)
