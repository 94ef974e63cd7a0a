"""Find the heads of project sheets: `项目名称：…`, with the fields of each project in lines below."""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.outline.mark import Mark

_RANK = 2.5  # below （一）, above the points of one project
_FEWEST = 2  # sheets that make a plan of them


@cache
def _head() -> re.Pattern[str]:
    heads = lexicon.either("sheet_heads")
    return re.compile(
        rf"^[ 　*#]*(?P<number>\d{{1,3}})?[ 　]*(?:{heads})[ 　]?[：:][ 　]*(?=\S)", re.MULTILINE
    )


def find_sheets(text: str, start: int, end: int, skip: list[tuple[int, int]]) -> list[Mark]:
    """Return a mark for the head of each sheet, none where there is only one."""
    found = [m for m in _head().finditer(text, start, end) if not any(a <= m.start() < b for a, b in skip)]
    if len(found) < _FEWEST:
        return []
    return [Mark(_RANK, int(m["number"] or 0), m["number"] or "", m.start(), m.end(), False) for m in found]
