"""Where the plans of a file begin: a gazette holds several, each under its own notice."""

import re
from collections.abc import Iterable
from itertools import chain, islice
from typing import NamedTuple

from ingest.split.facts import read_date_line, read_doc_no
from ingest.split.lines import Line, is_furniture, read_fields, read_lines, read_lines_up
from ingest.split.organs import is_organ_line

ANCHORS = ("关于印发", "关于转发", "关于批转", "关于下发", "关于发布", "关于\n", "印发《", "号\n")
BEFORE = 600  # characters in which the lines above a heading are looked for
AFTER = 1_500
ABOVE = 8  # lines above a heading that may belong to it
LONGEST = 200  # characters of a heading
NEAR = 9  # lines below a heading in which its addressees or its order stand
SUBSTANCE = 150  # characters that a plan has at least: closer headings belong to one notice
HANDS_OVER = re.compile(
    r"(?:印发|转发|下发|批转|发)给?你们|予以?(?:印发|公布|发布)|(?:贯彻|遵照|认真|参照)执行|贯彻落实|组织实施|抓好落实"
)
ADDRESSEES = re.compile(
    r"(?!.*(?:如下|现就|现将|为了|根据|经))(?=.*(?:各|有关|部门|单位|直属))[^。；]{2,400}[：:]"
)
NO_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(]|\d|[《“\"〔\[]|附件|附表|根据|按照|为|现|经)|[。；;!！?？|\t]|…|——"
)
HEADING = re.compile(
    r"(?:关于|印发|转发).{2,160}的(?:(?:若干|实施|指导|工作)*意见|通知|决定|批复|函|通告|公告|通报)(?:[（(].{1,16}[)）])?$"
)


def find_starts(text: str) -> list[int]:
    """Return the offsets at which the plans of a text begin; the first is always 0."""
    starts = [0]
    seen = ""
    last = 0
    for at in sorted({found for anchor in ANCHORS for found in _find_all(text, anchor)}):
        cluster = _read_cluster(text, at, max(last, at - BEFORE)) if at >= last else None
        if cluster is None or cluster.heading == seen or not _is_confirmed(text, cluster.end):
            continue
        # What stands above the first heading is a page's head or a cover, unless it is a plan itself.
        above_is_plan = cluster.start - last >= SUBSTANCE if seen else _has_body(text[: cluster.start])
        if above_is_plan:
            starts.append(cluster.start)
        seen, last = cluster.heading, cluster.end
    return starts


class Cluster(NamedTuple):
    """The heading of an official document with the lines that belong to it."""

    start: int
    end: int
    heading: str


def _find_all(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + len(words))
    return found


def _has_body(text: str) -> bool:
    """Return whether a text has the beginnings of a plan: sentences and numbered headings."""
    return (
        text.count("。") >= 3
        and re.search(r"^[#\s]*(?:[一1][、.．]|[（(]一[)）])", text, re.MULTILINE) is not None
    )


def _read_cluster(text: str, at: int, floor: int) -> Cluster | None:
    """Return start, end and words of the heading of an official document around an anchor, or None."""
    line_start = text.rfind("\n", max(0, at - LONGEST), at) + 1
    if line_start == 0 and at > LONGEST:
        return None  # far inside a line: a paragraph
    below = read_lines(text, line_start, min(len(text), at + AFTER))
    first = next(below, None)
    if first is None or len(first.compact) > LONGEST:
        return None
    if read_doc_no(first.compact) is not None and "关于" not in first.compact:
        return _around_number(_read_above(text, floor, line_start), first)
    heading = _read_heading(chain((first,), below))
    if heading is None:
        return None
    words, end = heading
    return Cluster(_climb(_read_above(text, floor, line_start), line_start), end, words)


def _read_above(text: str, floor: int, line_start: int) -> list[Line]:
    start = text.rfind("\n", 0, max(floor, 1)) + 1
    return list(islice(read_lines_up(text, start, line_start), ABOVE))[::-1]


def _read_heading(lines: Iterable[Line]) -> tuple[str, int] | None:
    """Return the words of a heading that begins with the first line, over up to five lines, and its end."""
    words = ""
    for line in islice(lines, 5):
        if NO_HEADING.search(line.compact) or (
            words == "" and (is_furniture(line, "tail") or read_fields(line))
        ):
            return None
        words += line.compact
        if len(words) > LONGEST:
            return None
        if HEADING.search(words):
            return words, line.end
    return None


def _climb(above: list[Line], start: int) -> int:
    """Return where the lines directly above a heading begin that belong to it: units, number, red head."""
    for line in reversed(above):
        if (
            not (is_organ_line(line.text) or read_doc_no(line.compact) or line.compact.endswith("文件"))
            or len(line.compact) > 60
        ):
            break
        start = line.start
    return start


def _around_number(above: list[Line], number: Line) -> Cluster | None:
    """Return the heading that stands directly above a line with a document number."""
    for count in range(1, min(5, len(above)) + 1):
        lines = above[-count:]
        if "关于" in lines[0].compact:
            heading = _read_heading([line for line in lines if read_date_line(line.compact) is None])
            if heading is None:
                return None
            return Cluster(_climb(above[:-count], lines[0].start), number.end, heading[0])
    return None


def _is_confirmed(text: str, end: int) -> bool:
    return hands_over(read_lines(text, end, min(len(text), end + AFTER)))


def hands_over(lines: Iterable[Line]) -> bool:
    """Return whether the lines below a heading issue a document: addressees, or the words of a notice."""
    near = islice(lines, NEAR)
    return any(HANDS_OVER.search(line.compact) or ADDRESSEES.fullmatch(line.compact) for line in near)
