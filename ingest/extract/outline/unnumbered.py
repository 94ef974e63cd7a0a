"""Find the tasks of a plan that numbers nothing: lines with dashes, or short lines each above a paragraph."""

import re

from ingest.extract.outline.mark import Mark

_RANK = 3  # that of 1. 2. 3.: each heading is a task
_FEWEST = 3  # headings that make a plan of them
_SHORTEST, _LONGEST = 4, 28  # letters
_HEADING = re.compile(
    rf"^(?P<heading>[^\s。；;，,：:！？|（(《\d][^\n。；;，,：:！？|\t]{{{_SHORTEST - 1},{_LONGEST - 1}}})"
    r"[ 　]*\n"
    r"(?=\s*\n?[ 　]{2,8}\S[^\n]{8,}[。；）)][ 　]*(?:\n|\Z))",
    re.MULTILINE,
)
_DASH = re.compile(r"^[ 　]*(?:——|—|--|－|[●■◆▪•])[ 　]*(?=[\u4e00-\u9fff“《])", re.MULTILINE)
_ABOVE_DASH = re.compile(
    r"^[ 　*]*(?P<heading>[^\s。；;，,：:！？|—\-－●■◆▪•]"
    rf"[^\n。；;，,：:！？|\t]{{{_SHORTEST - 1},{_LONGEST - 1}}})"
    r"[：:]?[ 　*]*\n"
    rf"(?=\s*{_DASH.pattern[1:]})",
    re.MULTILINE,
)
_ABOVE = 1  # rank of the headings above lines with dashes


def find_headings(text: str, start: int, end: int) -> list[Mark]:
    """Return marks for lines with dashes and their headings, else for lines above indented paragraphs.

    None where there are too few to be a rule.
    """
    dashes = list(_DASH.finditer(text, start, end))
    if len(dashes) >= _FEWEST:
        heads = [m.start("heading") for m in _ABOVE_DASH.finditer(text, start, end)]
        marks = [Mark(_RANK, 0, "", m.start(), m.end(), False) for m in dashes]
        return sorted([*marks, *(Mark(_ABOVE, 0, "", at, at, False) for at in heads)], key=lambda m: m.start)
    found = list(_HEADING.finditer(text, start, end))
    if len(found) < _FEWEST:
        return []
    return [Mark(_RANK, 0, "", m.start("heading"), m.start("heading"), False) for m in found]
