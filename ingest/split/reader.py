"""Read one plan's head and tail: where its own text begins and ends, and what it says about itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.places import find_place
from ingest.records import PlanKind
from ingest.split import title as titles
from ingest.split.facts import (
    doc_no_year,
    is_organ_line,
    read_date_line,
    read_dates,
    read_doc_no,
    split_organs,
    title_year,
)
from ingest.split.lines import PAGE_LINES, Line, is_furniture, read_fields, read_head, read_tail, squeeze
from ingest.split.lists import load_kinds, load_news_cues
from ingest.split.model import Finding, Head, Part
from ingest.split.starts import ADDRESSEES, HANDS_OVER

NO_PLACE = re.compile(r"^(?:中共)?[省市区县旗州镇乡](?:[委人政府]|$)")
NEWS_CUES = 3  # different words of reporters, fewer also stand in plans
NEWS_LIMIT = 4_000
SECOND_WITNESS = 20_000
FOOTER_LINES = 20  # lines that a page's footer takes at most: neighbours, links, owner
OF_THE_PLAN = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）、.．])|牵头|责任|负责|附件|\|")


class Opening(NamedTuple):
    """What stands above a plan's own text."""

    title: str
    how: str  # notice, heading, direct, consult, handed, derived, news, first-line
    issuer: str
    above: list[Line]  # lines before the plan's own text, page furniture and fields left out
    body: int


def read_part(text: str, start: int, end: int) -> Part:
    """Return the plan that a range of the text holds."""
    tail = read_tail(text, start, end)
    end = cut_tail(tail, text, start, end)
    lines = read_head(text, start, end)
    fields_of = {line.start: read_fields(line) for line in lines[:PAGE_LINES]}
    fields = [field for found in fields_of.values() for field in found]
    page = {line.start for line in lines[:PAGE_LINES] if is_furniture(line, "head")}
    plain = [line for line in lines if line.start not in page and not fields_of.get(line.start)]
    doc_no = find_doc_no([line for line in lines[:PAGE_LINES] if line.start not in page], fields)
    opening = read_opening(text, start, end, plain, fields, news=doc_no is None and looks_like_news(text, start, end))
    issues: list[Finding] = []
    date = find_date(opening, tail, fields, lines, issues)
    year = title_year(opening.title) or doc_no_year(doc_no) or (int(date[:4]) if date else None)
    if year is None and opening.how == "news":
        year = cited_year(text[start : min(end, start + SECOND_WITNESS)])
    issuer = find_issuer(opening, tail, fields)
    verdict = find_place(
        _naming_strings(opening, issuer, fields, plain),
        doc_no=doc_no,
        text=text[start : min(end, start + SECOND_WITNESS)],
        year=year,
    )
    kind = find_kind(opening)
    if opening.how in ("derived", "first-line"):
        issues.append(Finding("title-doubtful", start, "a heading or a notice that names the plan", opening.title))
    if verdict.place is None:
        candidates = "、".join(place.full_name for place in verdict.candidates[:5])
        issues.append(Finding("district-open", start, "one place that the plan belongs to", candidates or verdict.why))
    if year is None:
        issues.append(Finding("year-unknown", start, "a year in title, document number or date", opening.title))
    head = Head(
        title=opening.title,
        kind=kind,
        doc_no=doc_no,
        issuer=issuer,
        date=date,
        year=year,
        district=verdict.place.full_name if verdict.place else None,
        district_code=verdict.place.code if verdict.place else None,
    )
    return Part(start, end, opening.body, head, tuple(issues))


def cut_tail(tail: list[Line], text: str, start: int, end: int) -> int:
    """Drop the footer of the page from the last lines; return where the plan ends, blanks left out."""
    for at in range(max(0, len(tail) - FOOTER_LINES), len(tail)):
        if is_furniture(tail[at], "close") and not any(OF_THE_PLAN.search(line.text) for line in tail[at + 1 :]):
            del tail[at:]
            break
    while tail and is_furniture(tail[-1], "tail"):
        tail.pop()
    if tail:
        return tail[-1].start + len(text[tail[-1].start : tail[-1].end].rstrip())
    return start + len(text[start:end].rstrip())


def looks_like_news(text: str, start: int, end: int) -> bool:
    """Return whether a text without document number reads like a reporter's."""
    sample = text[start : min(end, start + NEWS_LIMIT)] + text[end : end + 400]
    return sum(cue in sample for cue in load_news_cues()) >= NEWS_CUES


def read_opening(
    text: str, start: int, end: int, lines: Sequence[Line], fields: Sequence[tuple[str, str]], *, news: bool
) -> Opening:
    """Return the title, who issued it, and where the plan's own text begins."""
    notice = titles.find_notice(lines)
    if notice is None:
        named = next((m for name, value in fields if name == "title" and (m := titles.NOTICE.search(squeeze(value)))), None)
        notice = (named, 0, 0) if named is not None else None
    if notice is not None:
        match, first, last = notice
        return _opening_of_notice(text, lines, titles.read_inner(match["inner"]), match["issuer"], first, last, end)
    own = titles.find_title_line(lines)
    if news and (own is None or titles.REPORTS.search(own.title)):
        return _opening_without_title(lines, end, news=True)
    handed = titles.find_handed(lines[:40])
    direct = titles.find_direct(lines[:30])
    if handed is not None:
        first, last = (direct[1], direct[2]) if direct else (0, 0)
        return _opening_of_notice(text, lines, handed, direct[0]["issuer"] if direct else "", first, last, end)
    consult = titles.find_consult(lines)
    if consult is not None:
        match, first, last = consult
        inner = re.sub(r"^《|》$", "", match["inner"])
        return Opening(titles.clean_title(inner), "consult", "", list(lines[:last]), _skip_prelude(lines, last, end))
    if own is not None and own.first is not None and own.last is not None:
        at = titles.skip_subtitles(lines, own.last)
        how = "direct" if "关于" in own.title else "heading"
        issuer = own.title.split("关于")[0] if how == "direct" else ""
        body = _skip_prelude(lines, at, end)
        return Opening(own.title, how, issuer, _above(lines, body), body)
    return _opening_without_title(lines, end, news=False)


def _opening_without_title(lines: Sequence[Line], end: int, *, news: bool) -> Opening:
    derived = titles.derive_title(lines)
    if derived is not None and not news:
        return Opening(derived, "derived", "", [], lines[0].start)
    if not lines:
        return Opening("", "first-line", "", [], end)
    title = re.sub(r"\s+", " ", lines[0].text)
    last = 1
    while last < len(lines) and titles.title_key(lines[last].text) == titles.title_key(title):
        last += 1
    body = lines[last].start if last < len(lines) else end
    if news:
        return Opening(title, "news", "", list(lines[:last]), body)
    return Opening(title[:60], "first-line", "", [], lines[0].start)


def _opening_of_notice(
    text: str, lines: Sequence[Line], title: str, issuer: str, first: int, last: int, end: int
) -> Opening:
    """Return the opening of a plan that a notice issues, with or without a heading of its own."""
    own = titles.find_own_heading(lines, title, last)
    if own is not None and own.last is not None:
        at = titles.skip_subtitles(lines, own.last)
        body = lines[at].start if at < len(lines) else end
        title = own.title
    else:
        body = _skip_prelude(lines, last, end)
    if issuer == "":
        above = lines[max(0, first - 3) : first]
        issuer = " ".join(line.text for line in above if is_organ_line(line.text))
    return Opening(titles.clean_title(title), "notice", issuer, _above(lines, body), body)


def _above(lines: Sequence[Line], body: int) -> list[Line]:
    return [line for line in lines if line.start < body]


def _skip_prelude(lines: Sequence[Line], at: int, end: int) -> int:
    """Return where the text begins after number, date, addressees, the words of a notice and its signature."""
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
    return end


def find_doc_no(lines: Sequence[Line], fields: Sequence[tuple[str, str]]) -> str | None:
    """Return the document's own number: on a line of its own, after its heading, or in the page's fields."""
    for line in lines:
        if "。" in line.compact:
            break
        if (number := read_doc_no(line.compact)) is not None:
            return number
        ending = re.search(r"的(?:通知|意见|决定|通告|公告)[（(]?(?P<number>[\u3400-\u9fff]{1,12}[〔\[［（(][12]\d{3}.\d+号)[)）]?$", line.compact)
        if ending is not None:
            return read_doc_no(ending["number"])
    for name, value in fields:
        if name == "doc_no" and (number := read_doc_no(squeeze(value))) is not None:
            return number
    return None


def find_date(
    opening: Opening,
    tail: Sequence[Line],
    fields: Sequence[tuple[str, str]],
    lines: Sequence[Line],
    issues: list[Finding],
) -> str | None:
    """Return the date of issue: of the notice, of the fields, of the signature at the end, of a subtitle."""
    for line in opening.above:
        if (date := read_date_line(line.compact)) is not None:
            return date
    for line in opening.above:
        if read_doc_no(line.compact) and (dates := read_dates(line.compact)):
            return dates[-1][1]
    for name, value in fields:
        if name == "date" and (dates := read_dates(squeeze(value))):
            return dates[0][1]
    for line in reversed(tail[-12:]):
        if (date := read_date_line(line.compact)) is not None:
            return date
    for line in opening.above:
        if titles.SUBTITLE.fullmatch(line.compact) and (dates := read_dates(line.compact)):
            return dates[0][1]
    return _find_published(fields, lines, issues)


def _find_published(
    fields: Sequence[tuple[str, str]], lines: Sequence[Line], issues: list[Finding]
) -> str | None:
    """Return the day on which the page was put up, as the best that is known of the date."""
    values = [value for name, value in fields if name == "published"]
    values += [line.text for line in lines[:12] if re.match(r"[12]\d{3}[-/.年]\d", line.compact)]
    for value in values:
        if dates := read_dates(value):
            issues.append(Finding("date-of-page", None, "the date of issue", f"the page's date {dates[0][1]}"))
            return dates[0][1]
    return None


def cited_year(text: str) -> str | int | None:
    """Return the year of a plan that a report cites in a sentence about this year (`今年…《…2018年…要点》`)."""
    for sentence in re.split(r"[。\n]", text):
        if "今年" in sentence and (match := re.search(r"《[^》]*?((?:19|20)\d{2})年[^》]*》", sentence)):
            return int(match[1])
    return None


def find_issuer(
    opening: Opening, tail: Sequence[Line], fields: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """Return the units that issued the plan, by the heading, the signature or the page's field."""
    heading = split_organs(opening.issuer)
    if heading and not any(NO_PLACE.match(organ) for organ in heading):
        return heading
    signature = _find_signature(opening.above) or _find_signature(tail)
    if signature:
        return signature
    named = tuple(organ for name, value in fields if name == "issuer" for organ in split_organs(value))
    red_head = tuple(organ for words in _red_heads(opening.above) for organ in split_organs(words))
    return heading or red_head or named


def _find_signature(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the units on the lines directly above a line with a date."""
    for at in range(len(lines) - 1, 0, -1):
        if read_date_line(lines[at].compact) is None:
            continue
        signed: tuple[str, ...] = ()
        for line in reversed(lines[max(0, at - 4) : at]):
            if not is_organ_line(line.text):
                break
            signed = (*split_organs(line.text), *signed)
        if signed:
            return signed
    return ()


def _naming_strings(
    opening: Opening, issuer: tuple[str, ...], fields: Sequence[tuple[str, str]], lines: Sequence[Line]
) -> tuple[str, ...]:
    """Return the strings in which a document names itself, the most telling first."""
    signature = _find_signature(opening.above)
    named = [value for name, value in fields if name in ("issuer", "title")]
    source = [value for name, value in fields if name == "source"]
    return tuple(
        dict.fromkeys((*issuer, opening.issuer, *signature, opening.title, *_red_heads(lines), *named, *source))
    )


def _red_heads(lines: Sequence[Line]) -> list[str]:
    """Return the units named in the red head of a printed document: `…委员会文件`."""
    return [line.compact.removesuffix("文件") for line in lines[:4] if line.compact.endswith("文件")]


def find_kind(opening: Opening) -> PlanKind:
    """Return the sort of document, by the end of its title; a report of reporters is one by its words."""
    if opening.how == "news":
        return PlanKind.NEWS
    bare = re.sub(r"(?:[（(【〔].{1,14}[)）】〕])+$", "", opening.title).rstrip("》〉”\"")
    kinds = load_kinds()
    for length in range(min(len(bare), 6), 0, -1):
        if (kind := kinds.get(bare[-length:])) is not None:
            return kind
    return PlanKind.OTHER
