"""Read what stands below a table about its rows: `注：“农业”类由A牵头`, `说明：第1—4项由B牵头`."""

import re
from collections.abc import Iterator, Sequence

from ingest.extract.drafts import Draft
from ingest.extract.outline import number_of
from ingest.extract.reading import Reading
from ingest.extract.scope_lines import scope_line, sentence_spans
from ingest.extract.sentences import sentence_claims
from ingest.extract.statements import Claim, below
from ingest.extract.tables import Table

NOTE = re.compile(r"[ 　]*[（(*※]?(?:备?注|说明|附注)[：:][ 　]*(?:\d{1,2}[.．、][ 　]*)?")
_BEHIND = (
    r"[”’\"」]?(?:这?一?类|部分|领域|方面|板块)?的?(?:事项|任务|工作|项目|改革|内容)*(?:均|都|全部|统一)?"
)
_GIVES = r"(?:由|(?:总?牵头|责任|主办|配合)(?:单位|部门))"

_Charge = tuple[list[Draft], int, int]  # rows, and where the words about them begin and end
_LINES, _FARTHEST = 6, 400  # how far below its table a note stands


def add_table_notes(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give rows what the lines right below their table state, by category or by number."""
    for table in reading.tables:
        rows = [draft for draft in drafts if table.start <= draft.start < table.end]
        for line in _lines(reading.text, table) if rows else ():
            for chosen, start, end in _charges(reading.text, rows, *line):
                claims = _claims(reading, start, end)
                for draft in chosen:
                    draft.claims += below(claims)


def _lines(text: str, table: Table) -> Iterator[tuple[int, int]]:
    """Yield the lines below a table, without the word that opens a note."""
    at = table.end
    for _ in range(_LINES):
        stop = text.find("\n", at, table.end + _FARTHEST)
        stop = min(len(text), table.end + _FARTHEST) if stop < 0 else stop
        note = NOTE.match(text, at, stop)
        yield (note.end() if note else at), stop
        at = stop + 1
        if at >= min(len(text), table.end + _FARTHEST):
            return


def _charges(text: str, rows: list[Draft], start: int, end: int) -> Iterator[_Charge]:
    """Yield the rows that each part of a line names, with the words about them."""
    waiting: _Charge | None = None
    for a, b in sentence_spans(text, start, end):
        line = scope_line(text, a, b)
        if line is not None and line.numbers:
            named = [([d for d in rows if d.number and number_of(d.number) in line.numbers], a, b)]
        else:
            named = list(_by_kind(text, rows, a, b))
        if named:
            if waiting:
                yield waiting
            yield from named[:-1]
            waiting = named[-1]
        elif waiting and text[waiting[2] - 1] in "；;":
            waiting = waiting[0], waiting[1], b
    if waiting:
        yield waiting


def _by_kind(text: str, rows: list[Draft], start: int, end: int) -> Iterator[_Charge]:
    """Yield the rows of each category that a line names, with the words from its name to the next one."""
    kinds = sorted({step for draft in rows for step in draft.path}, key=len, reverse=True)
    if not kinds or end - start < 2:
        return
    named = re.compile(rf"(?P<kind>{'|'.join(map(re.escape, kinds))}){_BEHIND}(?P<gives>{_GIVES})")
    found = list(named.finditer(text, start, end))
    for one, stop in zip(found, [*(m.start() for m in found[1:]), end], strict=False):
        yield [d for d in rows if one["kind"] in d.path], one.start("gives"), stop


def _claims(reading: Reading, start: int, end: int) -> list[Claim]:
    stated = [c for s in reading.stated.within(start, end) for c in s.claims]
    return stated or sentence_claims(reading.text, start, end, reading.names, strict=False)
