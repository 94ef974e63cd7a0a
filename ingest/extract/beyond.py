"""Give items what is stated elsewhere: in a heading, in a line about several items, for all that follow."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from ingest import lexicon
from ingest.extract.deadlines import find_deadline
from ingest.extract.drafts import Draft
from ingest.extract.headings import heading_claims
from ingest.extract.outline import Node
from ingest.extract.paragraphs import Scope
from ingest.extract.reading import Reading
from ingest.extract.scope_lines import meant, scope_line, scope_parts
from ingest.extract.sentences import sentence_claims
from ingest.extract.statements import Claim, below, person_claims

_SCOPED = re.compile(r"[ 　]*(?:本项|该项|此项|这项|以上|上述|由)")
_SENTENCE = re.compile(r"[^。\n]+[。]?")
_LEADS = re.compile(r"主抓|牵头|负责|分管")
# The year of a section's aim (确保在2030年前达峰) is no deadline of each task below it.
_TARGET_YEAR = re.compile(r"(?:力争|争取|确保)?[到在]20\d\d年前?")
# A sentence about items by number or of those below, to the end of its line.
_AHEAD = re.compile(
    r"(?:(?<=[。\n])|^)[ 　]*(?P<words>"
    r"(?:以下|下列|下述|后列|下面|第[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[项条款、至到和及~～\-—－])[^\n]+)"
)
_ANYBODY = re.compile(r"各?(?:有关|相关|责任|牵头|承办)*(?:单位|部门)")
_LONGEST_LEADER = 30  # letters from the mark of a heading to the end of its leader's name and post


def add_section_statements(reading: Reading, drafts: list[Draft]) -> None:
    """Let what a heading or the lines below it state hold for every item of the section.

    Args:
        drafts: the items of numbered paragraphs, in the order of the text.
    """
    starts = [draft.start for draft in drafts]
    for node in reading.root.walk():
        if node.rank < 0 or not node.children:
            continue
        before = bisect_right(starts, node.start) - 1
        if before >= 0 and node.start < drafts[before].end:
            continue  # the node is an item itself, or part of one
        inside = drafts[bisect_left(starts, node.own) : bisect_left(starts, node.end)]
        if not inside:
            continue
        claims, deadline = _own_claims(reading, node)
        for draft in inside:
            draft.claims += below(claims)
            if draft.deadline is None and deadline:
                prose = find_deadline(reading.text, draft.start, draft.end)
                draft.deadline, draft.inherited = (prose, False) if prose else (deadline, True)


@cache
def _leader_heading() -> re.Pattern[str]:
    posts = lexicon.patterns("leader_posts").pattern
    return re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?:{posts})(?:{_LEADS.pattern})")


def _own_claims(reading: Reading, node: Node) -> tuple[list[Claim], tuple[int, int] | None]:
    """Read what a heading and the lines below it state: brackets, fields, `本项改革由…牵头`.

    A numbered task with sub-tasks (rank 2 and below) may also state roles and a deadline in its own prose.
    """
    text, start, end = reading.text, node.start, node.own
    own = [s for s in reading.stated.within(start, end) if not _speaks_ahead(text, s.start, start)]
    claims = [c for s in own for c in s.claims]
    deadline = next((s.deadlines[-1] for s in reversed(own) if s.deadlines), None)
    limit = min(end, start + _LONGEST_LEADER)
    if _LEADS.search(text, start, limit) and (person := _leader_heading().search(text, start, limit)):
        claims += person_claims(text, *person.span("name"))
    if node.rank >= 2 and deadline is None:
        deadline = find_deadline(text, start, end)
        if deadline and _TARGET_YEAR.fullmatch(text, *deadline):
            deadline = None
    claims = claims or heading_claims(text, node)
    if claims:
        return claims, deadline
    for sentence in _SENTENCE.finditer(text, start, end):
        if _SCOPED.match(sentence[0]) or (node.rank >= 2 and "牵头" in sentence[0]):
            more = sentence_claims(text, *sentence.span(), reading.names, strict=False)
            claims += more
            if more and not deadline:
                deadline = find_deadline(text, *sentence.span())
    return claims, deadline


def scopes_ahead(reading: Reading, drafts: list[Draft]) -> list[Scope]:
    """Return the lines below headings, and before the first, that speak about items by their numbers."""
    out: list[Scope] = []
    starts = [draft.start for draft in drafts]
    for node in reading.root.walk():
        if not node.children or _AHEAD.search(reading.text, node.start, node.own) is None:
            continue
        before = bisect_left(starts, node.own)
        if before and node.start < drafts[before - 1].end and node.rank >= 0:
            continue  # the node is an item itself, or part of one
        for line in _AHEAD.finditer(reading.text, node.start, node.own):
            found = scope_line(reading.text, line.start("words"), line.end("words"))
            if found and found.ahead is not False:
                out.append((node, found, before))
    return out


def add_scope_line(reading: Reading, drafts: list[Draft], found: Scope) -> None:
    """Let `以上4项任务由…牵头` hold for the items it speaks of, each sentence of the line by itself."""
    node, line, before = found
    text = reading.text
    for part in scope_parts(text, line):
        claims = [c for s in reading.stated.within(part.start, part.end) for c in s.claims]
        claims = claims or sentence_claims(text, part.start, part.end, reading.names, strict=False)
        if any(_ANYBODY.fullmatch(c.mention.name) for c in claims):
            continue
        deadline = find_deadline(text, part.start, part.end) if claims else None
        for draft in meant(part, node, drafts, before):
            draft.claims += below(claims)
            if draft.deadline is None and deadline:
                draft.deadline, draft.inherited = deadline, True


def _speaks_ahead(text: str, at: int, start: int) -> bool:
    """Say whether a statement stands in a line that names the items it is about."""
    line = max(text.rfind("\n", start, at) + 1, start)
    found = _AHEAD.search(text, line, at)
    return found is not None and scope_line(text, found.start("words"), at + _LONGEST_LEADER) is not None


def add_onward(reading: Reading, drafts: list[Draft]) -> None:
    """Let `以下任务均需各镇街落实` hold for the item where it stands and all that follow."""
    for statement in reading.stated.all:
        if not statement.onward:
            continue
        for draft in drafts:
            if draft.end <= statement.start:
                continue
            known = {c.mention.name for c in draft.claims}
            led = any(c.role == "lead" for c in draft.claims)
            draft.claims += [
                c._replace(role="participate" if led else "responsible")
                for c in statement.onward
                if c.mention.name not in known
            ]
