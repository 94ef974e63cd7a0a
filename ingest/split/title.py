"""The title of a plan: from the notice that issues it, from its own heading, or from its first words."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from ingest.split.facts import DOC_NO
from ingest.split.lines import Line
from ingest.split.lists import load_kinds
from ingest.split.organs import is_organ_line
from ingest.split.starts import HANDS_OVER

LATIN = "[0-9A-Za-z]"
NOTICE = re.compile(
    r"(?P<issuer>[^《]{0,120}?)(?:(?:关于)?(?:印发|转发|批转)|关于(?:下发|发布|公布|报送))(?P<inner>.{2,200}?)的(?:通知|函|公告|通报)(?:$|[（(〔])"
)
CONSULT = re.compile(
    r"关于(?:公开)?征(?:求|集)(?:对)?(?P<inner>.{2,120}?)(?:[（(]?(?:征求意见稿|草案)[)）]?》?)?(?:的?(?:修改)?意见(?:和?建议)?)的(?:公告|通知|函|启事)"
)
DIRECT = re.compile(
    r"(?P<issuer>[^《]{0,60}?)关于(?P<inner>.{2,160}?)(?:的|)(?:通知|意见|决定|批复|函|通告|公告|通报)(?:[（(].{1,8}[)）])?$"
)
HANDED = re.compile(
    r"(?:《(?P<named>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:(?:以及|[、和及与])?《[^《》]*(?:《[^《》]*》[^《》]*)*》)*[^《》。]{0,60}?|将(?P<bare>[^《》。，,；]{4,60}?))(?:现)?(?:予以?)?(?:印发|转发|下发|发给|公布)"
)
DERIVED = re.compile(
    r"现(?:就|将)(?P<inner>[^。；]{2,70}?)(?:工作)?(?:，|,)?(?:制[定订]|提出|作出|做出|安排|明确|拟定)*(?:如下|以下)(?P<kind>[\u3400-\u9fff]{2,6})"
)
SUBTITLE = re.compile(
    r"[（(【].{0,60}(?:\d日|通过|试行|稿|批准|印发|[〇○一二]年|日).{0,14}[)）】]|[（(][^（）()]{1,24}[)）]"
)
STARTS_HEADING = re.compile(r"关于|印发|转发|批转")
CARRIES_ON = re.compile(
    r"\d{4}|关于|[省市区县旗州镇乡]|街道|[〇○零一二三四五六七八九]{4}年"
)  # of a title over lines
REPORTS = re.compile(r"召开|出台|审议|启动|举行|推出|部署|亮相|获批|入选|调研|督查|视察|开展情况")


PLACE = re.compile(r"[\u3400-\u9fff]{2,7}?(?:省|市|区|县|旗|州|镇|乡|街道)")
HANZI = re.compile("[\u3400-\u9fff]")
BEHIND = re.compile(r"(?:[（(【〔].{1,14}[)）】〕])+$")
NUMBERED = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．]")
NO_HEADING = re.compile("[。：；]")
NO_TITLE = re.compile(r"[。；;：:，,]|^[（(一二三四五六七八九十\d][、）)．.]")
DATE = re.compile(r"(?:\d{4}|[二〇○零O一三四五六七八九]{4})年.{1,3}月.{1,3}日")
DEPTHS = {"《": 1, "》": -1}


class Found(NamedTuple):
    """A title and the lines (by index, half-open) in which it stands as a heading; None where it does not."""

    title: str
    first: int | None
    last: int | None


def clean_title(words: str) -> str:
    """Return a title without the blanks that layout left in it; those between Latin words stay."""
    words = re.sub(r"\s+", " ", words.strip(" \t　#*"))
    words = re.sub(rf"(?<!{LATIN}) | (?!{LATIN})", "", words)
    return re.sub(r"(?<=\d) (?=\d)", "", words)


def title_key(words: str) -> str:
    """Return the letters and digits of a title, by which two readings of it are compared."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words))


def ends_like_plan(words: str) -> bool:
    """Return whether words end like the title of a plan."""
    return without_brackets(words).endswith(tuple(load_kinds()))


def without_brackets(words: str) -> str:
    """Return a title without what stands in brackets behind it, `（试行）`, and without closing marks."""
    if words.endswith((")", "）", "】", "〕")):
        words = BEHIND.sub("", words)
    return words.rstrip('》〉”"')


def read_inner(inner: str) -> str:
    """Return the plan's title from what stands between `关于印发` and `的通知`."""
    inner = inner.strip("：: ")
    if (quoted := re.fullmatch(r"[<〈“\"](?P<title>[^<>〈〉]+)[>〉”\"]", inner)) is not None:
        return quoted["title"]
    opening = inner.find("《")
    if opening >= 0 and inner.endswith("》"):
        # 转发市发改委《X》: what stands before is who drew it up; 2021年《报告》分工 has no such end.
        closing = _closing(inner, opening)
        if closing == len(inner) - 1 or "《" in inner[closing:]:
            return inner[opening + 1 : closing]
    return inner


def _closing(words: str, opening: int) -> int:
    """Return the place of the bracket 》 that closes the one at `opening`, counting those within."""
    depth = 0
    for at in range(opening, len(words)):
        depth += DEPTHS.get(words[at], 0)
        if depth == 0:
            return at
    return len(words) - 1


def find_notice(lines: Sequence[Line]) -> tuple[re.Match[str], int, int] | None:
    """Return the heading `关于印发…的通知` over up to five lines, with the lines it takes.

    Pages and tables of contents repeat it; the last of the same words is the document's.
    """
    found = first = _find_heading(lines, NOTICE, 0)
    while first is not None and found is not None:
        if title_key(read_inner(first[0]["inner"])) == title_key(read_inner(found[0]["inner"])):
            found = first
        first = _find_heading(lines, NOTICE, first[2])
    return found


def find_direct(lines: Sequence[Line]) -> tuple[re.Match[str], int, int] | None:
    """Return the heading of an official document that is itself the plan: `…关于…的意见`."""
    return _find_heading(lines, DIRECT, 0)


def find_consult(lines: Sequence[Line]) -> tuple[re.Match[str], int, int] | None:
    """Return the heading `关于征求…意见的公告`."""
    return _find_heading(lines, CONSULT, 0)


def _find_heading(
    lines: Sequence[Line], pattern: re.Pattern[str], since: int
) -> tuple[re.Match[str], int, int] | None:
    for first in range(since, len(lines)):
        line = lines[first]
        if not STARTS_HEADING.search(line.compact) or not _may_head(line.compact):
            continue
        words = ""
        for last in range(first, min(first + 5, len(lines))):
            if last > first and not _may_head(lines[last].compact):
                break
            words += lines[last].compact
            if (match := pattern.search(words)) is not None:
                return match, first, last + 1
    return None


def _may_head(compact: str) -> bool:
    return len(compact) <= 160 and NUMBERED.match(compact) is None and "。" not in compact


def find_handed(lines: Sequence[Line]) -> str | None:
    """Return the title that a notice hands over in its text: `现将《X》印发给你们`."""
    for line in lines:
        if HANDS_OVER.search(line.compact) and (match := HANDED.search(line.text)) is not None:
            return match["named"] or match["bare"]
    return None


def joined(lines: Sequence[Line]) -> str:
    """Return the title that stands over several lines."""
    return clean_title(" ".join(line.text for line in lines))


def find_title_line(lines: Sequence[Line]) -> Found | None:
    """Return the first heading that ends like the title of a plan, over up to three lines."""
    for first, line in enumerate(lines):
        if not may_title(line):
            if first >= 12 or "。" in line.text:
                return None
            continue
        for last in range(first, min(first + 3, len(lines))):
            if last > first and not may_title(lines[last]):
                break
            words = joined(lines[first : last + 1])
            if len(title_key(words)) > 80:
                break
            if ends_like_plan(words) and len(title_key(words)) >= 6:
                return _with_line_above(lines, _skip_page_words(lines, first, last), last + 1)
    return None


def _skip_page_words(lines: Sequence[Line], first: int, last: int) -> int:
    """Return the first line that belongs to a title.

    A word of the page above it (`政策文件`) does not, nor who signs where the title names the place itself.
    """
    while first < last and (
        (CARRIES_ON.search(lines[first].compact) is None and not is_organ_line(lines[first].text))
        or _says_place_again(lines[first], lines[first + 1])
    ):
        first += 1
    return first


def _says_place_again(above: Line, below: Line) -> bool:
    """Return whether a line begins with the place that the units on the line above it are of."""
    place = PLACE.match(below.compact)
    return place is not None and place[0] in above.compact and is_organ_line(above.text)


def _with_line_above(lines: Sequence[Line], first: int, last: int) -> Found:
    """Return the title with the units on the line above it, where it goes on from them (`关于…的意见`)."""
    if first > 0 and lines[first].compact.startswith("关于") and is_organ_line(lines[first - 1].text):
        first -= 1
    return Found(joined(lines[first:last]), first, last)


def may_title(line: Line) -> bool:
    """Return whether a line is short, no number or date, and free of the signs of sentences and points."""
    words = line.compact
    if len(words) > 60 or NO_TITLE.search(words) is not None:
        return False
    if words.endswith("日"):
        return DATE.fullmatch(words) is None
    return not words.endswith("号") or DOC_NO.fullmatch(words) is None


def derive_title(lines: Sequence[Line]) -> str | None:
    """Return the title that the opening words imply: `现就开展“X”活动制定如下方案` -> `“X”活动方案`."""
    for line in lines[:8]:
        if (match := DERIVED.search(line.text)) is not None:
            inner = re.sub(r"^(?:开展|做好|推进|实施|进一步|切实)+", "", match["inner"]).rstrip("，, ")
            kind = match["kind"]
            ending = next(
                (e for e in sorted(load_kinds(), key=len, reverse=True) if kind.startswith(e)), None
            )
            if ending is not None:
                return clean_title(inner + ending)
    return None


def skip_subtitles(lines: Sequence[Line], at: int) -> int:
    """Return the line after those that belong to a title: `（试行）`, `（4月3日通过）`, who drew it up."""
    while at < len(lines) and _is_subtitle(lines[at]):
        at += 1
    return at


def _is_subtitle(line: Line) -> bool:
    if len(line.compact) > 70 or "注" in line.compact[:3]:
        return False
    return SUBTITLE.fullmatch(line.compact) is not None or (
        len(line.compact) <= 20 and is_organ_line(line.text)
    )
