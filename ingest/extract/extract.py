"""Read the items of one plan: the order of the steps of the extract stage."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.addressed import addressed_claims
from ingest.extract.beyond import add_onward, add_scope_line, add_section_statements, scopes_ahead
from ingest.extract.cites import find_cites
from ingest.extract.deadlines import find_deadline
from ingest.extract.defaults import add_defaults
from ingest.extract.doubts import weigh_doubts
from ingest.extract.drafts import Draft, finish
from ingest.extract.duties import read_duties
from ingest.extract.news import read_news
from ingest.extract.notes import Note, unread
from ingest.extract.outline import read_outline
from ingest.extract.paragraphs import read_paragraphs
from ingest.extract.reading import Reading, unit_names
from ingest.extract.rows import read_rows
from ingest.extract.rules import apply_first_listed, first_listed_leads
from ingest.extract.scan import find_statements
from ingest.extract.scope import Stated
from ingest.extract.sentences import may_state_roles, sentence_claims
from ingest.extract.table_notes import add_table_notes
from ingest.extract.tables import find_tables
from ingest.records import Citation, Item, PlanKind

_STATED_IN_NEWS = 3  # items with roles of their own: the report prints the plan itself


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one plan."""

    items: tuple[Item, ...]
    cites: tuple[Citation, ...]
    notes: tuple[Note, ...] = ()


def extract(text: str, *, body: int, plan_id: str, year: int | None, kind: PlanKind) -> Extraction:
    """Read the items of a plan.

    Args:
        text: the plan's repaired text.
        body: where the plan's own text begins, after notice, addressees and title.
        plan_id: goes into the ids of the items.
        year: the plan's year, for deadlines that name none.
        kind: a news report that does not print the plan itself is read by rules of its own.
    """
    drafts, notes = _read_plan(text, body)
    if kind == PlanKind.NEWS and sum(draft.explicit for draft in drafts) < _STATED_IN_NEWS:
        drafts, notes = read_news(text, body), ()
    items = weigh_doubts(text, finish(text, drafts, plan_id, year))
    return Extraction(items, find_cites(text, 0, len(text)), notes)


def _read_plan(text: str, body: int) -> tuple[list[Draft], tuple[Note, ...]]:
    reading = _read(text, body)
    first_leads = _apply_first_listed(reading)
    duties = read_duties(text, reading.root, reading.stated.all)
    rows = read_rows(text, reading.tables, reading.root, first_leads=first_leads)
    drafts, scopes = read_paragraphs(reading, explicit_only=bool(duties or rows))
    add_section_statements(reading, drafts)
    for scope in [*scopes, *scopes_ahead(reading, drafts)]:
        add_scope_line(reading, drafts, scope)
    drafts = sorted([*drafts, *duties, *rows], key=lambda d: d.start)
    add_table_notes(reading, drafts)
    _add_sentences(reading, drafts)
    add_onward(reading, drafts)
    add_defaults(reading, drafts)
    skip = [(table.start, table.end) for table in reading.tables]
    return drafts, tuple(unread(text, body, reading.stated.all, skip, drafts))


def _apply_first_listed(reading: Reading) -> bool:
    """Let first units lead where the plan says so; say whether it says so for all its lists."""
    statements = reading.stated.all
    for_all = first_listed_leads(reading.text, statements)
    for statement in statements:
        if for_all or statement.first_leads:
            statement.claims = apply_first_listed(statement.claims)
    return for_all


def _read(text: str, body: int) -> Reading:
    """Find the tables, headings and statements of a plan; what stands in a table is read by its rows."""
    end = len(text)
    tables = find_tables(text, 0, end)
    skip = [(table.start, table.end) for table in tables]
    root = read_outline(text, body, end, skip)
    limits = sorted(node.mark for node in root.walk() if node.rank >= 0)
    found = find_statements(text, body, end, limits)
    stated = Stated([s for s in found if not any(a <= s.start < b for a, b in skip)] if skip else found)
    return Reading(text, root, stated, tables, unit_names(stated))


def _add_sentences(reading: Reading, drafts: list[Draft]) -> None:
    """Add the roles and deadlines that running sentences state."""
    text, names = reading.text, reading.names
    for draft in drafts:
        if not draft.explicit:
            draft.claims += addressed_claims(text, draft.start, draft.end)
        for a, b in _gaps(reading.stated, draft.start, draft.end):
            if not draft.keep_all and may_state_roles(text, a, b):
                draft.claims += sentence_claims(text, a, b, names, strict=draft.explicit)
            if (draft.deadline is None or draft.inherited) and (found := find_deadline(text, a, b)):
                draft.deadline, draft.inherited = found, False


def _gaps(stated: Stated, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what lies between the statements of [start, end): running text."""
    at = start
    for statement in stated.within(start, end):
        if statement.start > at:
            yield at, statement.start
        at = max(at, statement.end)
    if at < end:
        yield at, end
