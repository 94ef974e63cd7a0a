"""What stands above a plan's own text: notice, title, addressees; and where the text begins."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.split import title as titles
from ingest.split.facts import read_date_line, read_doc_no
from ingest.split.lines import Line, squeeze
from ingest.split.lists import load_news_cues
from ingest.split.organs import is_organ_line
from ingest.split.own_heading import find_attached, find_heading_below, find_own_heading
from ingest.split.starts import ADDRESSEES, HANDS_OVER, hands_over

NEWS_CUES = 2  # different words of reporters; one alone also stands in plans
NUMBERED = re.compile(
    r"^[#\s]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[、.．])", re.MULTILINE
)
# 近日，某市印发《某某方案》，全文如下：
PRINTED = re.compile(r"(?:印发|发布|出台|公布|下发)了?《(?P<title>[^《》]{4,60})》[^《》]{0,12}如下[：:]?$")
ANNEX = re.compile(r"附件\d{0,2}[：:]?")
NOTICE_LINES = 45  # lines among which a notice's heading stands; further down others are cited
NEWS_LIMIT = 4_000


class Opening(NamedTuple):
    """What stands above a plan's own text."""

    title: str
    how: str  # notice, heading, direct, consult, handed, derived, news, first-line
    issuer: str
    above: list[Line]  # lines before the plan's own text, page furniture and fields left out
    body: int


def looks_like_news(text: str, start: int, end: int) -> bool:
    """Return whether a text without document number reads like a reporter's.

    Reports number no headings; where a text does, it takes more of a reporter's words.
    """
    sample = text[start : min(end, start + NEWS_LIMIT)]
    numbered = len(NUMBERED.findall(sample)) >= 2
    sample += text[end : end + 400]
    cues = sum(cue.search(sample) is not None for cue in load_news_cues())
    return cues >= (NEWS_CUES + 2 if numbered else NEWS_CUES)


def read_opening(
    text: str, start: int, end: int, lines: Sequence[Line], fields: Sequence[tuple[str, str]], *, news: bool
) -> Opening:
    """Return the title, who issued it, and where the plan's own text begins."""
    notice = titles.find_notice(lines[:NOTICE_LINES])
    if notice is None:
        named = next(
            (m for name, value in fields if name == "title" and (m := titles.NOTICE.search(squeeze(value)))),
            None,
        )
        notice = (named, 0, 0) if named is not None else None
    own = titles.find_title_line(lines)
    if own is not None and own.first == 1 and ANNEX.fullmatch(lines[0].compact):
        notice = None  # the page holds nothing but the annex of a notice
    if notice is not None and not _is_cited(notice, own, lines):
        match, first, last = notice
        return _opening_of_notice(
            text, lines, titles.read_inner(match["inner"]), match["issuer"], first, last, end
        )
    if news and (own is None or titles.REPORTS.search(own.title)):
        return _opening_without_title(text, lines, end, news=True)
    handed = titles.find_handed(lines[:40])
    direct = titles.find_direct(lines[:30])
    if handed is not None:
        first, last = (direct[1], direct[2]) if direct else (0, 0)
        return _opening_of_notice(
            text, lines, handed, direct[0]["issuer"] if direct else "", first, last, end
        )
    consult = titles.find_consult(lines)
    if consult is not None:
        match, first, last = consult
        inner = re.sub(r"^《|》$", "", match["inner"])
        return Opening(
            titles.clean_title(inner), "consult", "", list(lines[:last]), _skip_prelude(lines, last, end)
        )
    if own is not None and own.first is not None and own.last is not None:
        at = titles.skip_subtitles(lines, own.last)
        how = "direct" if "关于" in own.title else "heading"
        issuer = own.title.split("关于")[0] if how == "direct" else ""
        body = _skip_prelude(lines, at, end)
        return Opening(own.title, how, issuer, _above(lines, body), body)
    return _opening_without_title(text, lines, end, news=False)


def _is_cited(
    notice: tuple[re.Match[str], int, int], own: titles.Found | None, lines: Sequence[Line]
) -> bool:
    """Return whether a notice's heading is only cited below the plan's own title.

    A page may say the notice's heading twice: then it is the title itself.
    """
    match, first, last = notice
    if own is None or (own.last or 0) > first or hands_over(lines[last:]):
        return False
    return titles.title_key(match["inner"]) not in titles.title_key(own.title)


def _opening_without_title(text: str, lines: Sequence[Line], end: int, *, news: bool) -> Opening:
    derived = titles.derive_title(lines)
    if derived is not None and not news:
        return Opening(derived, "derived", "", [], lines[0].start)
    if not lines:
        return Opening("", "first-line", "", [], end)
    if ADDRESSEES.fullmatch(lines[0].compact) and (
        attached := find_attached(lines) or find_heading_below(lines)
    ):
        return _opening_of_notice(text, lines, attached, "", 0, 1, end)
    title = re.sub(r"\s+", " ", lines[0].text)
    last = 1
    while last < len(lines) and titles.title_key(lines[last].text) == titles.title_key(title):
        last += 1
    body = _start_of(lines, last, end)
    if news:
        return Opening(title, "news", "", list(lines[:last]), body)
    if (printed := PRINTED.search(lines[0].text)) is not None:
        title = printed["title"]
    elif not titles.may_title(lines[0]):
        last, body = 0, lines[0].start
    return Opening(title[:60], "first-line", "", list(lines[:last]), body)


def _opening_of_notice(
    text: str, lines: Sequence[Line], title: str, issuer: str, first: int, last: int, end: int
) -> Opening:
    """Return the opening of a plan that a notice issues, with or without a heading of its own."""
    own = find_own_heading(lines, title, last)
    if own is not None and own.last is not None:
        at = titles.skip_subtitles(lines, own.last)
        body = _start_of(lines, at, end)
        title = own.title
    else:
        body = _skip_prelude(lines, last, end)
    if issuer == "":
        above = lines[max(0, first - 3) : first]
        issuer = " ".join(line.text for line in above if is_organ_line(line.text))
    return Opening(titles.clean_title(title), "notice", issuer, _above(lines, body), body)


def _above(lines: Sequence[Line], body: int) -> list[Line]:
    return [line for line in lines if line.start < body]


def _start_of(lines: Sequence[Line], at: int, end: int) -> int:
    """Return where a line starts, or, after the last of the lines looked at, where that ends."""
    if at < len(lines):
        return lines[at].start
    return min(end, lines[-1].end) if lines else end


def _skip_prelude(lines: Sequence[Line], at: int, end: int) -> int:
    """Return where the text begins after number, date, addressees, notice and signature."""
    for line in lines[at:]:
        compact = line.compact
        if not (
            read_doc_no(compact)
            or read_date_line(compact)
            or is_organ_line(line.text)
            or (len(compact) < 300 and ADDRESSEES.fullmatch(compact))
            or (len(compact) < 400 and HANDS_OVER.search(compact) and re.search(r"现[将印]|印发", compact))
        ):
            return line.start
    return _start_of(lines, len(lines), end)
