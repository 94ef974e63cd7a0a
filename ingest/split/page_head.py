"""The fields that a page sets above a document: in lines, with values below their labels, or as YAML."""

from collections.abc import Sequence

from ingest.split.facts import read_dates, read_doc_no
from ingest.split.lines import Line, read_fields
from ingest.split.organs import is_organ_line

Fields = dict[int, list[tuple[str, str]]]  # start of a line -> its fields

RULE = "---"  # opens and closes YAML above a text
MOST = 30  # lines of YAML
MOST_NOTES = 4  # more quoted lines are the text itself
ALONE = 2  # labels with nothing behind them from which on values stand below their labels
LONGEST_VALUE = 40  # letters of a value of a field that is of no use


def read_page_fields(text: str, lines: Sequence[Line]) -> Fields:
    """Return the fields of each of the lines of a page's head that holds any."""
    fields = {line.start: found for line in lines if (found := read_fields(line))}
    _add_yaml(text, lines, fields)
    _add_values_below(lines, fields)
    return fields


def find_notes(text: str, lines: Sequence[Line]) -> set[int]:
    """Return the starts of the few lines that a page quotes (`> …`) as notes of its own."""
    quoted = {line.start for line in lines if text[line.start : line.end].lstrip().startswith(">")}
    return quoted if len(quoted) <= MOST_NOTES else set()


def _add_yaml(text: str, lines: Sequence[Line], fields: Fields) -> None:
    """Take every line between two rules at the start of a text as fields, whether their names are known."""
    if not lines or lines[0].compact != RULE:
        return
    end = next((i for i, line in enumerate(lines[1:MOST], 1) if line.compact == RULE), None)
    if end is None or not all(":" in line.text or "：" in line.text for line in lines[1:end]):
        return
    for line in lines[: end + 1]:
        fields.setdefault(line.start, [("other", line.text)])


def _add_values_below(lines: Sequence[Line], fields: Fields) -> None:
    """Where labels stand alone, take the line below each as its value, if it can be one."""
    alone = [
        index
        for index, line in enumerate(lines[:-1])
        if (own := fields.get(line.start)) and not own[-1][1] and lines[index + 1].start not in fields
    ]
    if len(alone) < ALONE:
        return
    for index in alone:
        name, below = fields[lines[index].start][-1][0], lines[index + 1]
        if _may_be_value(name, below):
            fields[below.start] = [(name, below.text)]


def _may_be_value(name: str, line: Line) -> bool:
    if name in ("date", "published"):
        return bool(read_dates(line.compact))
    if name == "doc_no":
        return read_doc_no(line.compact) is not None
    if name in ("issuer", "source"):
        return is_organ_line(line.text) and len(line.compact) <= LONGEST_VALUE
    return name == "other" and len(line.compact) <= LONGEST_VALUE and "关于" not in line.compact
