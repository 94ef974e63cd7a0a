"""Find the headings of a plan that numbers nothing: short lines, each above a paragraph."""

import re

from ingest.extract.outline.marks import Mark

_RANK = 3  # that of 1. 2. 3.: each heading is a task
_FEWEST = 3  # headings that make a plan of them
_SHORTEST, _LONGEST = 4, 28  # letters
_HEADING = re.compile(
    rf"^(?P<heading>[^\s。；;，,：:！？|（(《\d][^\n。；;，,：:！？|\t]{{{_SHORTEST - 1},{_LONGEST - 1}}})"
    r"[ 　]*\n"
    r"(?=\s*\n?[ 　]{2,8}\S[^\n]{8,}[。；）)][ 　]*(?:\n|\Z))",
    re.MULTILINE,
)


def find_headings(text: str, start: int, end: int) -> list[Mark]:
    """Return marks for lines above indented paragraphs, none where there are too few to be a rule."""
    found = list(_HEADING.finditer(text, start, end))
    if len(found) < _FEWEST:
        return []
    return [Mark(_RANK, 0, "", m.start("heading"), m.start("heading"), False) for m in found]
