"""Find the documents that a text names in 《…》, with the document numbers that follow."""

import re

from ingest.records import Citation, Evidence

_MARKS = re.compile(r"[《》]")
_DOC_NO = re.compile(
    r"[》」]?\s{0,2}[（(]?\s{0,2}(?P<no>[\u4e00-\u9fff]{1,10}[〔\[［（(【]\s?(?:\d{4}|20[\d*]{1,3}\*?)\s?[〕\]］）)】]\s?第?\s?\d{1,4}\s?号)"
)


def find_cites(text: str, start: int, end: int) -> tuple[Citation, ...]:
    """Return the documents cited in [start, end), each title once, outer titles of nested marks only."""
    if text.find("《", start, end) < 0:
        return ()
    found: dict[str, Citation] = {}
    depth, begin = 0, start
    for mark in _MARKS.finditer(text, start, end):
        if mark[0] == "《":
            begin = mark.end() if depth == 0 else begin
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                _add(text, begin, mark.start(), end, found)
    return tuple(found.values())


def _add(text: str, begin: int, stop: int, end: int, found: dict[str, Citation]) -> None:
    title = re.sub(r"\s+", "", text[begin:stop])
    if not 2 <= len(title) <= 120 or title in found:
        return
    number = _DOC_NO.match(text, stop + 1, end)
    last = number.end("no") if number else stop + 1
    doc_no = re.sub(r"\s+", "", number["no"]) if number else None
    found[title] = Citation(
        title=title, doc_no=doc_no, evidence=Evidence(begin - 1, last, text[begin - 1 : last])
    )
