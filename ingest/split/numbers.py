"""The number of a document among the lines of its head."""

import re
from collections.abc import Sequence

from ingest.split.facts import read_doc_no
from ingest.split.lines import Line, squeeze

# A document's own number below the words of its notice: on a line of its own, or before the addressees.
OWN_NUMBER = re.compile(
    r"[（(]?[\u3400-\u9fff]{2,14}[〔\[［（(][12]\d{3}年?[〕\]］）)]第?\d{1,5}号[)）]?(?:$|各)"
)


def find_doc_no(lines: Sequence[Line], fields: Sequence[tuple[str, str]]) -> str | None:
    """Return the document's own number: on a line of its own, after its heading, or in the page's fields."""
    in_text = False
    for line in lines:
        if (number := read_doc_no(line.compact)) is not None and (
            OWN_NUMBER.match(line.compact) if in_text or "。" in line.compact else True
        ):
            return number
        in_text = in_text or "。" in line.compact
        if in_text:
            continue
        ending = re.search(
            r"的(?:通知|意见|决定|通告|公告)[（(]?(?P<number>[\u3400-\u9fff]{1,12}[〔\[［（(][12]\d{3}.\d+号)[)）]?$",
            line.compact,
        )
        if ending is not None:
            return read_doc_no(ending["number"])
    for name, value in fields:
        if name == "doc_no" and (number := read_doc_no(squeeze(value))) is not None:
            return number
    return None
