"""Join sentences and names that the end of a page or of a printed line has cut."""

import re
from collections.abc import Iterator
from itertools import accumulate

from ingest.repair import lists
from ingest.repair.edits import Edit
from ingest.repair.wrapping import FULL, find_width, width_of

ENDED = frozenset("。；：！？…;:!?）)】〕]》|>｜")
QUOTES = '”’」』"'
QUOTED_END = re.compile(r"[。！？；!?;][”’」』\"]$")
PAGE_NUMBER = re.compile(
    r"\s*(?:[-—–－─·]+\s*\d{1,3}\s*[-—–－─·]+|第\s*\d{1,3}\s*页(?:[,，/\s]*共\s*\d{1,3}\s*页)?)\s*"
)
BARE_NUMBER = re.compile(r"\s*\d{1,3}\s*")
START = re.compile(  # how a line begins that goes on with nothing
    r"""
    [\s#|>\[【〔〈<★●■◆•①-⑳]
    | [-+*]\s
    | \*{0,2}(?:
        第?[一二三四五六七八九十百零〇]{1,4}[、.．是章条节部项]
        | [（(][一二三四五六七八九十\d]{1,3}[)）]
        | [（(][\u4e00-\u9fff]{2,6}[：:]
        | \d{1,3}\s*[.．、﹒)）](?!\d)
        | \d{1,2}(?:[.．]\d{1,2}){1,2}[ \u3000]+(?![万亿%个倍元公平吨亩米])[\u4e00-\u9fff“]
        | \d{1,3}[ \u3000]+(?![年月日个项万亿家件人户公平米吨元])[\u4e00-\u9fff]
        | (?!各)[\u4e00-\u9fff]{2,8}\s*[：:]
        | 附件\s*\d
        | \S{2,12}[〔\[（(][\d*]{4}[〕\]）)]\s*\d{1,4}\s*号$
        | [（(]?[\d二〇○零一三四五六七八九]{4}\s*年[^，。；,;]{0,9}[日)）]?$
      )
    """,
    re.VERBOSE,
)
HEADING = re.compile(
    r"""
    (?:\#|\*{0,2}(?:第?[一二三四五六七八九十百]{1,4}[、章节]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,3}\s*[.．、]))
    [^。]*$
    """,
    re.VERBOSE,
)
LABELLED = re.compile(r"(?:^|[\s。；;（(〔\[【])[\u4e00-\u9fff]{2,8}\s*[：:]([^。；;]*)$")
DOCUMENT_NUMBER = re.compile(r"[〔\[][\d*]{2,4}[〕\]]\s*\d+\s*号$")
PROSE = re.compile("[，。；,;]")
BRACKETS = (("（(", "）)"), ("《", "》"), ("“", "”"), ("〔[【", "〕]】"))
CLOSED = re.compile("[）)》”〕】\\]]")
BLANK = " \u3000*"
RIGHT = re.compile("[ \u3000]{8}")  # how a line set to the right begins: who signs, and the date
LONG_ENOUGH = 20  # characters; a page cuts a full printed line, shorter ones are headings and names
CELLS = 3  # lines with nothing but a number: the text is a table, one cell a line


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it has lines."""
    return "\n" in chars


def find(text: str) -> list[Edit]:
    """Return the breaks to close and the lines to drop that hold only a page number."""
    lines = text.split("\n")
    unended = [index for index, line in enumerate(lines) if line and not _is_ended(line)]
    pages = {index for index in unended if PAGE_NUMBER.fullmatch(lines[index])}
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    edits = []
    dropped = set(pages)
    for index, following in _cuts(lines, unended, pages):
        start = starts[index] + len(lines[index].rstrip(BLANK))
        edits.append(Edit(start, starts[following], _between(lines[index], lines[following])))
        dropped.difference_update(range(index, following))
    edits += [Edit(starts[page], min(starts[page + 1], len(text)), "") for page in dropped]
    return sorted(edits)


def _cuts(lines: list[str], unended: list[int], pages: set[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of lines of which the second goes on with the first."""
    if sum(1 for index in unended if BARE_NUMBER.fullmatch(lines[index])) >= CELLS:
        return
    width = find_width(lines, unended)
    dense = width is None and all(lines[:-1])
    paragraphs: dict[int, str] = {}
    held = [] if width is None else [index for index, line in enumerate(lines) if _holds_on(line)]
    for index in sorted([*unended, *held]):
        following = _following(lines, index, pages)
        if index in pages or following is None or START.match(lines[following]):
            continue
        left, right = paragraphs.get(index, lines[index].rstrip(BLANK)), lines[following]
        full = (
            width is not None and width_of(lines[index]) >= FULL * width and RIGHT.match(lines[index]) is None
        )
        if _is_cut(left, right, full=full, wrapped=width is not None, apart=dense or following > index + 1):
            paragraphs[following] = left + right
            yield index, following


def _is_cut(left: str, right: str, *, full: bool, wrapped: bool, apart: bool) -> bool:
    """Tell whether a line goes on with an unfinished paragraph.

    Args:
        left: the paragraph so far.
        right: the line that may go on with it.
        full: the last line of the paragraph goes as far as the text's lines do.
        wrapped: the text's lines have a common width.
        apart: blank lines or a page number stand between the two, or the text has no blank lines at all,
            so that their absence says nothing.
    """
    if "\t" in left or "\t" in right or "|" in left or DOCUMENT_NUMBER.search(left):
        return False
    if left.endswith("、"):
        return True
    if not apart and not wrapped:
        return False
    if (wrapped or CLOSED.search(right)) and _has_open_bracket(left):
        return True
    if labelled := LABELLED.search(left):
        return wrapped and (full or not _is_complete(labelled[1]))
    if not apart:
        return full
    is_prose = len(left) >= LONG_ENOUGH and PROSE.search(left) and PROSE.search(right)
    return bool(is_prose) and not HEADING.match(left)


def _is_complete(value: str) -> bool:
    """Tell whether the last name of a list is one."""
    last = re.split("[、，,：:]", value)[-1].strip()
    return len(last) > 1 and last.endswith(lists.entries("unit_endings"))


def _is_ended(line: str) -> bool:
    end = line.rstrip(" \u3000*")[-1:]
    return end in ENDED or end == "" or (end in QUOTES and QUOTED_END.search(line.rstrip()) is not None)


def _holds_on(line: str) -> bool:
    """Tell whether a line ends with a sign of a list inside a bracket that is still open."""
    return line.rstrip(BLANK).endswith(("；", ";")) and _has_open_bracket(line)


def _following(lines: list[str], index: int, pages: set[int]) -> int | None:
    """Return the next line with text, page numbers left aside."""
    for following in range(index + 1, len(lines)):
        line = lines[following]
        if line and not line.isspace() and following not in pages and not BARE_NUMBER.fullmatch(line):
            return following
    return None


def _has_open_bracket(text: str) -> bool:
    return any(sum(map(text.count, opening)) > sum(map(text.count, closing)) for opening, closing in BRACKETS)


def _between(left: str, right: str) -> str:
    return " " if left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() else ""
