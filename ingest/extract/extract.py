"""Read the items of one plan: the order of the steps of the extract stage."""

import re
from dataclasses import dataclass

from ingest.extract import scope
from ingest.extract.cites import find_cites
from ingest.extract.deadlines import find_deadline
from ingest.extract.drafts import Draft, finish
from ingest.extract.duties import read_duties
from ingest.extract.news import read_news
from ingest.extract.notes import Note, unread
from ingest.extract.outline import Node, heading, number_of, read_outline
from ingest.extract.rows import read_rows
from ingest.extract.rules import apply_first_listed, first_listed_leads
from ingest.extract.scan import find_statements
from ingest.extract.sentences import CUE, sentence_claims
from ingest.extract.statements import Claim, Statement, person_claims
from ingest.extract.tables import find_tables
from ingest.extract.units import is_unit_name
from ingest.records import Citation, Item, PlanKind

_LEADER_HEADING = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:副?[省市区县州]长|[省市区县]委书记|副?主任|副?书记)(?:主抓|牵头|负责|分管)"
)
_POINT = re.compile(r"(?:(?<=[。；;：:，,\s])|^)(?P<number>[一二三四五六七八九十]是)(?=[\u4e00-\u9fff“])")
_POINT_CUE = re.compile(r"牵头|负责|会同|责任单位|配合[；。）]")
_STATED_IN_NEWS = 3
_SCOPED = re.compile(r"[ 　]*(?:本项|该项|此项|这项|以上|上述|由)")


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one plan."""

    items: tuple[Item, ...]
    cites: tuple[Citation, ...]
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class _Reading:
    """The plan's text with what was found in it before items are made."""

    text: str
    root: Node
    statements: list[Statement]
    names: frozenset[str]
    first_leads: bool


def extract(text: str, *, body: int, plan_id: str, year: int | None, kind: PlanKind) -> Extraction:
    """Read the items of a plan.

    Args:
        text: the plan's repaired text.
        body: where the plan's own text begins, after notice, addressees and title.
        plan_id: goes into the ids of the items.
        year: the plan's year, for deadlines that name none.
        kind: a news report that does not print the plan itself is read by rules of its own.
    """
    notes: list[Note] = []
    drafts = _read_plan(text, body, notes)
    if kind == PlanKind.NEWS and sum(draft.explicit for draft in drafts) < _STATED_IN_NEWS:
        notes.clear()
        drafts = read_news(text, body)
    return Extraction(finish(text, drafts, plan_id, year), find_cites(text, 0, len(text)), tuple(notes))


def _read_plan(text: str, body: int, notes: list[Note]) -> list[Draft]:
    end = len(text)
    first_leads = first_listed_leads(text)
    tables = find_tables(text, 0, end)
    skip = [(table.start, table.end) for table in tables]
    root = read_outline(text, body, end, skip)
    limits = sorted(node.mark for node in root.walk() if node.rank >= 0)
    statements = [
        s for s in find_statements(text, body, end, limits) if not any(a <= s.start < b for a, b in skip)
    ]
    if first_leads:
        for statement in statements:
            statement.claims = apply_first_listed(statement.claims)
    reading = _Reading(text, root, statements, _names(statements), first_leads)
    duties = read_duties(text, root, statements)
    rows = read_rows(text, tables, root, first_leads=first_leads)
    drafts = _outline_drafts(reading, explicit_only=bool(duties or rows), skip=skip)
    drafts = sorted([*drafts, *duties, *rows], key=lambda d: d.start)
    _add_sentences(reading, drafts)
    _add_onward(reading, drafts)
    notes += unread(text, body, end, statements, skip, drafts)
    return drafts


def _names(statements: list[Statement]) -> frozenset[str]:
    """Return the unit names that the plan itself uses, for finding them again in running text."""
    surfaces = (c.mention.surface for s in statements for c in s.claims if not c.person)
    return frozenset(s for s in surfaces if len(s) >= 3 and is_unit_name(s, strong=True))


def _path(text: str, node: Node) -> tuple[str, ...]:
    return tuple(heading(text, above) for above in reversed(scope.chain(node)[1:]))


def _outline_drafts(reading: _Reading, *, explicit_only: bool, skip: list[tuple[int, int]]) -> list[Draft]:
    text, statements = reading.text, reading.statements
    sections = scope.task_sections(text, reading.root, statements)
    drafts: list[Draft] = []
    scopes: list[tuple[Node, scope.ScopeLine, int]] = []
    nodes = scope.leaves(reading.root, statements)
    for node in nodes:
        stop = min([node.end, *(a for a, b in skip if node.start <= a < node.end)])
        end, lines = scope.closing_cut(text, node.start, stop, statements)
        own = [s for s in scope.statements_in(statements, node.start, end) if s.claims or s.deadlines]
        stated = any(s.claims for s in own)
        if _is_item(text, node, sections, stated=stated, explicit_only=explicit_only):
            drafts += _node_drafts(reading, node, end, own)
        scopes += [(node, line, len(drafts)) for line in lines]
    if not nodes:
        drafts += _paragraph_drafts(reading, reading.root.start, reading.root.end, ())
    _add_section_statements(reading, drafts)
    for node, line, count in scopes:
        _add_scope_line(reading, drafts[:count], node, line)
    return drafts


def _is_item(text: str, node: Node, sections: set[int] | None, *, stated: bool, explicit_only: bool) -> bool:
    above = scope.chain(node)
    if stated:
        return True
    if explicit_only or any(scope.is_general(text, n) for n in above):
        return False
    if node.rank <= 1 and node.end - node.start > 0 and _only_heading(text, node):
        return False
    return sections is None or above[-1].start in sections


def _only_heading(text: str, node: Node) -> bool:
    return not text[node.start : node.end].strip()


def _node_drafts(reading: _Reading, node: Node, end: int, own: list[Statement]) -> list[Draft]:
    """Make the item of a node, or one of each paragraph where several state roles of their own."""
    text = reading.text
    if node.rank <= 2:
        closing = {
            text.count("\n", node.start, s.end) for s in own if s.claims and _ends_line(text, s.end, end)
        }
        if len(closing) >= 2:
            first = text.find("\n", node.start, end)
            inside = _path(text, node) + (heading(text, node),)
            if not any(s.start < first for s in own if s.claims):
                return _paragraph_drafts(reading, first, end, inside)
    if points := _points(reading, node, end):
        return points
    draft = Draft(node.number, _path(text, node), node.start, _rstrip(text, node.start, end))
    _take(draft, own)
    return [draft]


def _points(reading: _Reading, node: Node, end: int) -> list[Draft]:
    """Make an item of each point (一是 …；二是 …) where at least two of them give roles of their own."""
    text = reading.text
    marks = list(_POINT.finditer(text, node.start, end))
    if len(marks) < 2:
        return []
    stops = [m.start() for m in marks[1:]] + [end]
    if sum(bool(_POINT_CUE.search(text, m.end(), stop)) for m, stop in zip(marks, stops, strict=True)) < 2:
        return []
    path = (*_path(text, node), heading(text, node))
    out = []
    for mark, stop in zip(marks, stops, strict=True):
        draft = Draft(mark["number"], path, mark.end(), _rstrip(text, mark.end(), stop))
        _take(draft, scope.statements_in(reading.statements, mark.end(), stop))
        out.append(draft)
    return out


def _ends_line(text: str, at: int, end: int) -> bool:
    return not text[at : end if (n := text.find("\n", at, end)) < 0 else n].strip("。；; 　")


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " 　\n\t":
        end -= 1
    return end


def _paragraph_drafts(reading: _Reading, start: int, end: int, path: tuple[str, ...]) -> list[Draft]:
    """Make an item of every paragraph that states roles in a bracket or field."""
    text, out, at = reading.text, [], start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        begin = at
        while begin < stop and text[begin] in " 　\t*#-":
            begin += 1
        own = scope.statements_in(reading.statements, at, stop)
        if begin < stop and any(s.claims for s in own):
            if out and own[0].start <= begin:
                out[-1].end = _rstrip(text, out[-1].start, stop)
                _take(out[-1], own)
            else:
                draft = Draft(None, path, begin, _rstrip(text, begin, stop))
                _take(draft, own)
                out.append(draft)
        elif begin < stop and path and not _is_field_line(text, begin, stop):
            out.append(Draft(None, path, begin, _rstrip(text, begin, stop)))
        at = stop + 1
    return out


def _is_field_line(text: str, start: int, end: int) -> bool:
    return end - start < 8 or bool(re.match(r"[^。]{2,8}[：:]", text[start:end]))


def _take(draft: Draft, own: list[Statement]) -> None:
    """Give an item the statements that stand in it; a deadline in a field comes before one in a bracket."""
    for statement in own:
        draft.claims += statement.claims
        draft.explicit = draft.explicit or bool(statement.claims)
        if statement.deadlines:
            draft.deadline = statement.deadlines[-1]


def _add_section_statements(reading: _Reading, drafts: list[Draft]) -> None:
    """Let what a heading or the lines below it state hold for every item of the section."""
    text = reading.text
    taken = {(d.start, d.end) for d in drafts}
    for node in reading.root.walk():
        if node.rank < 0 or not node.children or any(a <= node.start < b for a, b in taken):
            continue
        inside = [d for d in drafts if node.own <= d.start < node.end]
        if not inside:
            continue
        claims, deadline = _own_claims(reading, node)
        for draft in inside:
            draft.claims += [
                c._replace(rule=f"section:{c.rule}", confidence=min(c.confidence, 0.93)) for c in claims
            ]
            if draft.deadline is None and deadline:
                prose = _prose_deadline(text, draft)
                draft.deadline, draft.inherited = (prose, False) if prose else (deadline, True)


def _own_claims(reading: _Reading, node: Node) -> tuple[list[Claim], tuple[int, int] | None]:
    """Read what a heading and the lines below it state: brackets, fields, sentences such as `本项改革由…牵头`.

    A numbered task with sub-tasks (rank 2 and below) may also state roles and a deadline in its own prose.
    """
    start, end = node.start, node.own
    own = scope.statements_in(reading.statements, start, end)
    claims = [c for s in own for c in s.claims]
    deadline = next((s.deadlines[-1] for s in reversed(own) if s.deadlines), None)
    if person := _LEADER_HEADING.search(reading.text, start, min(end, start + 30)):
        claims += person_claims(reading.text, *person.span("name"))
    if node.rank >= 2 and deadline is None:
        deadline = find_deadline(reading.text, start, end)
    if claims:
        return claims, deadline
    for found in re.finditer(r"[^。\n]+[。]?", reading.text[start:end]):
        a, b = start + found.start(), start + found.end()
        if _SCOPED.match(found[0]) or (node.rank >= 2 and "牵头" in found[0]):
            more = sentence_claims(reading.text, a, b, reading.names, strict=False)
            claims += more
            if more:
                deadline = deadline or find_deadline(reading.text, a, b)
    return claims, deadline


def _add_scope_line(reading: _Reading, before: list[Draft], node: Node, line: scope.ScopeLine) -> None:
    """Let `以上4项任务由…牵头` hold for the items it speaks of, each sentence of the line by itself."""
    top = scope.chain(node)[-1]
    section = [d for d in before if top.start <= d.start < top.end]
    for begin, end, count, numbers in scope.scope_parts(reading.text, line):
        claims = [c for s in scope.statements_in(reading.statements, begin, end) for c in s.claims]
        claims = claims or sentence_claims(reading.text, begin, end, reading.names, strict=False)
        if numbers:
            meant = [
                d
                for d in section
                if d.number and d.number[-1:] not in "是" and number_of(d.number) in numbers
            ]
        else:
            meant = section[-count:] if count else section
        for draft in meant:
            draft.claims += [
                c._replace(rule=f"section:{c.rule}", confidence=min(c.confidence, 0.93)) for c in claims
            ]


def _gaps(statements: list[Statement], start: int, end: int) -> list[tuple[int, int]]:
    """Return what lies between the statements of [start, end): running text."""
    out, at = [], start
    for statement in statements:
        if statement.start > at:
            out.append((at, statement.start))
        at = max(at, statement.end)
    return [*out, (at, end)] if at < end else out


def _prose_deadline(text: str, draft: Draft) -> tuple[int, int] | None:
    return find_deadline(text, draft.start, draft.end)


def _add_sentences(reading: _Reading, drafts: list[Draft]) -> None:
    """Add the roles and deadlines that running sentences state."""
    for draft in drafts:
        own = scope.statements_in(reading.statements, draft.start, draft.end)
        for a, b in _gaps(own, draft.start, draft.end):
            if not draft.keep_all and CUE.search(reading.text, a, b):
                draft.claims += sentence_claims(reading.text, a, b, reading.names, strict=draft.explicit)
            if draft.deadline is None or draft.inherited:
                found = find_deadline(reading.text, a, b)
                if found:
                    draft.deadline, draft.inherited = found, False


def _add_onward(reading: _Reading, drafts: list[Draft]) -> None:
    """Let `以下任务均需各镇街落实` hold for the item where it stands and all that follow."""
    for statement in reading.statements:
        for draft in drafts:
            if statement.onward and draft.end > statement.start:
                known = {c.mention.name for c in draft.claims}
                role = "participate" if any(c.role == "lead" for c in draft.claims) else "responsible"
                draft.claims += [
                    c._replace(role=role) for c in statement.onward if c.mention.name not in known
                ]
