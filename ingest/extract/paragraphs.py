"""Make items of the numbered paragraphs of a plan, with the statements that stand in each."""

import re
from collections.abc import Sequence

from ingest.extract import scope
from ingest.extract.drafts import Draft
from ingest.extract.outline import Node, heading
from ingest.extract.reading import Reading
from ingest.extract.scope_lines import ScopeLine
from ingest.extract.sentences import sentence_claims
from ingest.extract.statements import Statement

_POINT = re.compile(r"(?:(?<=[。；;：:，,\s])|^)(?P<number>[一二三四五六七八九十]是)(?=[\u4e00-\u9fff“])")
_POINT_CUE = re.compile(r"牵头|负责|会同|责任单位|配合[；。）]")
_DASHES = ("——", "--", "—", "－")
_DEEPEST, _FEWEST = 2, 2
_FIELD_LINE = re.compile(r"[^。]{2,8}[：:]")
_LONGEST_HEADING = 40  # letters of a heading over lines that state roles
_SENTENCE = re.compile(r"[。；;]")
_SAYS_OF_OTHERS = re.compile(
    r"[（(*※]?(?:备?注|说明|附注)[：:]|(?:以上|上述)?第\d{1,3}[项、至\-—－到]"
)  # of other lines
_SHORTEST_TASK = 4  # letters before the roles of such a line
_SHORTEST_LINE = 8  # letters of a line that may be an item
_SPACE = " 　\n\t"

Scope = tuple[Node, ScopeLine, int]  # where a line stands, the line, how many items come before it


def read_paragraphs(reading: Reading, *, explicit_only: bool) -> tuple[list[Draft], list[Scope]]:
    """Return the items of the numbered paragraphs, and the lines that speak about items before them.

    Args:
        explicit_only: only paragraphs that state roles are items, since tables or duties hold the others.
    """
    text, stated = reading.text, reading.stated
    sections = scope.task_sections(text, reading.root, stated)
    drafts: list[Draft] = []
    scopes: list[Scope] = []
    nodes = scope.leaves(reading.root, stated)
    for node in nodes:
        stop = min((t.start for t in reading.tables if node.start <= t.start < node.end), default=node.end)
        end, lines = scope.closing_cut(text, node.start, stop, stated)
        own = [s for s in stated.within(node.start, end) if s.claims or s.deadlines]
        if reading.in_general_part(node):
            own = [s for s in own if not all(claim.person for claim in s.claims)]
        if any(s.claims for s in own) or (not explicit_only and _may_be_item(reading, node, sections)):
            drafts += _node_drafts(reading, node, end, own)
        scopes += [(node, line, len(drafts)) for line in lines]
    if not nodes:
        drafts += _line_drafts(reading, reading.root.start, reading.root.end, ())
    return drafts, scopes


def _may_be_item(reading: Reading, node: Node, sections: set[int] | None) -> bool:
    """Say whether a paragraph that states no roles is an item."""
    if reading.in_general_part(node):
        return False
    if node.rank <= 1 and node.end > node.start and not reading.text[node.start : node.end].strip():
        return False
    if any(scope.is_duty_part(reading.text, n) for n in scope.chain(node)) and scope.repeats_tasks(
        node, reading.stated
    ):
        return False
    return sections is None or scope.chain(node)[-1].start in sections


def _node_drafts(reading: Reading, node: Node, end: int, own: list[Statement]) -> list[Draft]:
    """Make the item of a node, or one of each line or point where several state roles of their own."""
    text = reading.text
    if _has_stated_lines(text, node, end, own) or _has_charged_dashes(reading, node, end):
        first = text.find("\n", node.start, end)
        if not any(s.start < first for s in own if s.claims):
            lines = _line_drafts(reading, first, end, (*reading.path(node), heading(text, node)))
            return _without_closing(lines) if node.end >= reading.root.end else lines
    if points := _points(reading, node, end):
        return points
    draft = Draft(node.number or None, reading.path(node), node.start, _rstrip(text, node.start, end))
    _take(draft, own)
    return [draft]


def _without_closing(drafts: list[Draft]) -> list[Draft]:
    """Leave out what closes a plan behind the last line that states roles."""
    last = max((i for i, draft in enumerate(drafts) if draft.explicit), default=-1)
    return drafts[: last + 1]


def _has_stated_lines(text: str, node: Node, end: int, own: list[Statement]) -> bool:
    """Say whether at least two lines of a paragraph close with roles.

    A point (1. or （1）) must be nothing but a heading over lines that all do.
    """
    if len(own) < _FEWEST:
        return False
    closed = {text.count("\n", node.start, s.end) for s in own if s.claims and _ends_line(text, s.end, end)}
    return len(closed) >= _FEWEST and (node.rank <= _DEEPEST or _heads_stated_lines(text, node, end, own))


def _heads_stated_lines(text: str, node: Node, end: int, own: Sequence[Statement]) -> bool:
    """Say whether a node is a bare heading over lines that all close with roles behind words of their own."""
    first = text.find("\n", node.start, end)
    if first < 0 or first - node.start > _LONGEST_HEADING or _SENTENCE.search(text, node.start, first - 1):
        return False
    stated = iter([s for s in own if s.claims])
    at = first + 1
    for line in text[at:end].split("\n"):
        stop = at + len(line)
        if line.strip():
            statement = next(stated, None)
            if statement is None or not at + _SHORTEST_TASK <= statement.start < stop:
                return False
            if _FIELD_LINE.match(line) or not _ends_line(text, statement.end, end):
                return False
        at = stop + 1
    return next(stated, None) is None


def _has_charged_dashes(reading: Reading, node: Node, end: int) -> bool:
    """Say whether a heading stands over lines with dashes, two of which at least charge units."""
    text = reading.text
    first = text.find("\n", node.start, end)
    if node.rank > _DEEPEST or first < 0 or text.find("—", first, end) < 0:
        return False
    lines = [line.strip(" 　") for line in text[first:end].split("\n") if line.strip()]
    if not lines or not all(line.startswith(_DASHES) for line in lines):
        return False
    charged = (sentence_claims(line, 0, len(line), reading.names, strict=False) for line in lines)
    return sum(map(bool, charged)) >= _FEWEST


def _points(reading: Reading, node: Node, end: int) -> list[Draft]:
    """Make an item of each point (一是 …；二是 …) where at least two of them give roles of their own."""
    text = reading.text
    if text.count("是", node.start, end) < 2:
        return []
    marks = list(_POINT.finditer(text, node.start, end))
    stops = [m.start() for m in marks[1:]] + [end]
    if sum(bool(_POINT_CUE.search(text, m.end(), stop)) for m, stop in zip(marks, stops, strict=False)) < 2:
        return []
    path = (*reading.path(node), heading(text, node))
    out = []
    for mark, stop in zip(marks, stops, strict=True):
        draft = Draft(mark["number"], path, mark.end(), _rstrip(text, mark.end(), stop))
        _take(draft, reading.stated.within(mark.end(), stop))
        out.append(draft)
    return out


def _ends_line(text: str, at: int, end: int) -> bool:
    return not text[at : end if (n := text.find("\n", at, end)) < 0 else n].strip("。；; 　")


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return end


def _line_drafts(reading: Reading, start: int, end: int, path: tuple[str, ...]) -> list[Draft]:
    """Make an item of every line that states roles; below a heading of the others too, fields apart.

    Roles on a line of their own belong to the line before.
    """
    text, at = reading.text, start
    out: list[Draft] = []
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        begin = at
        while begin < stop and text[begin] in " 　\t*#-—－":
            begin += 1
        own = reading.stated.within(at, stop)
        at = stop + 1
        if begin == stop or _SAYS_OF_OTHERS.match(text, begin, stop):
            continue
        if any(s.claims for s in own):
            if out and own[0].start <= begin:
                out[-1].end = _rstrip(text, out[-1].start, stop)
            else:
                out.append(Draft(None, path, begin, _rstrip(text, begin, stop)))
            _take(out[-1], own)
        elif path and not _is_field_line(text, begin, stop):
            out.append(Draft(None, path, begin, _rstrip(text, begin, stop)))
    return out


def _is_field_line(text: str, start: int, end: int) -> bool:
    return end - start < _SHORTEST_LINE or _FIELD_LINE.match(text, start, end) is not None


def _take(draft: Draft, own: Sequence[Statement]) -> None:
    """Give an item the statements that stand in it; a deadline in a field comes before one in a bracket."""
    for statement in own:
        draft.claims += statement.claims
        draft.explicit = draft.explicit or bool(statement.claims)
        if statement.deadlines:
            draft.deadline = statement.deadlines[-1]
