"""Read one plan's head and tail: where its own text begins and ends, and what it says about itself."""

import re
from collections.abc import Sequence

from ingest.places import Verdict, find_place
from ingest.records import PlanKind
from ingest.split import title as titles
from ingest.split.facts import (
    cited_year,
    doc_no_year,
    read_date_line,
    read_dates,
    read_doc_no,
    task_year,
    title_year,
)
from ingest.split.lines import PAGE_LINES, Line, is_furniture, read_head, read_tail, squeeze
from ingest.split.lists import load_kinds
from ingest.split.model import Finding, Head, Part
from ingest.split.numbers import find_doc_no
from ingest.split.opening import Opening, looks_like_news, read_opening
from ingest.split.organs import is_national, is_organ_line, split_organs
from ingest.split.page_head import find_notes, read_page_fields

NOWHERE = Verdict(None, (), "issued for the whole country")
NO_PLACE = re.compile(r"^(?:中共)?[省市区县旗州镇乡](?:[委人政府]|$)")
SECOND_WITNESS = 20_000
FOOTER_LINES = 20  # lines that a page's footer takes at most: neighbours, links, owner
FIELD = re.compile(
    r"\s*(?P<label>(?:主办|协办)(?:单位|部门)?)\s*[：:](?!.*(?:承办|技术支持|维护|标识|备案|版权|地址|电话))"
)
OF_THE_PLAN = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）、.．])|牵头|责任|负责|附件|\|")


def read_part(text: str, start: int, end: int) -> Part:
    """Return the plan that a range of the text holds."""
    tail = read_tail(text, start, end)
    end = cut_tail(tail, text, start, end)
    lines = read_head(text, start, end)
    fields_of = read_page_fields(text, lines[:PAGE_LINES])
    fields = [field for found in fields_of.values() for field in found]
    page = {line.start for line in lines[:PAGE_LINES] if is_furniture(line, "head")}
    page |= find_notes(text, lines[:PAGE_LINES])
    plain = [line for line in lines if line.start not in page and line.start not in fields_of]
    doc_no = find_doc_no([line for line in lines[:PAGE_LINES] if line.start not in page], fields)
    opening = read_opening(
        text, start, end, plain, fields, news=doc_no is None and looks_like_news(text, start, end)
    )
    issues: list[Finding] = []
    date = find_date(opening, tail, fields, lines, issues)
    year = title_year(opening.title) or doc_no_year(doc_no) or (int(date[:4]) if date else None)
    if year is None and opening.how == "news":
        year = cited_year(text[start : min(end, start + SECOND_WITNESS)])
    sample = text[start : min(end, start + SECOND_WITNESS)]
    year = year or task_year(sample)
    issuer = find_issuer(opening, tail, fields)
    named = _naming_strings(opening, issuer, fields, plain)
    national = is_national(named)
    verdict = NOWHERE if national else find_place(named, doc_no=doc_no, text=sample, year=year)
    kind = find_kind(opening)
    if opening.how in ("derived", "first-line"):
        issues.append(
            Finding("title-doubtful", start, "a heading or a notice that names the plan", opening.title)
        )
    if verdict.place is None and not national:
        candidates = "、".join(place.full_name for place in verdict.candidates[:5])
        issues.append(
            Finding("district-open", start, "one place that the plan belongs to", candidates or verdict.why)
        )
    if year is None:
        issues.append(
            Finding("year-unknown", start, "a year in title, document number or date", opening.title)
        )
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
    return Part(start, end, _body(opening, lines, end), head, tuple(issues))


def _body(opening: Opening, lines: Sequence[Line], end: int) -> int:
    """Return where the plan's own text begins; without line breaks it is in the line of the title itself."""
    if opening.body < end or not lines:
        return opening.body
    return max(lines, key=lambda line: line.end - line.start).start


def cut_tail(tail: list[Line], text: str, start: int, end: int) -> int:
    """Drop the footer of the page from the last lines; return where the plan ends, blanks left out."""
    for at in range(max(0, len(tail) - FOOTER_LINES), len(tail)):
        if is_furniture(tail[at], "close") and not any(
            OF_THE_PLAN.search(line.text) for line in tail[at + 1 :]
        ):
            del tail[at:]
            break
    while tail and is_furniture(tail[-1], "tail") and not _is_field(tail, text, start):
        tail.pop()
    if tail:
        return tail[-1].start + len(text[tail[-1].start : tail[-1].end].rstrip())
    return start + len(text[start:end].rstrip())


def _is_field(tail: Sequence[Line], text: str, start: int) -> bool:
    """Say whether the last line is a field of the last item: a page names its owner only once."""
    last, above = tail[-1], tail[-2:-1]
    found = FIELD.match(last.text)
    if found is None or any(is_furniture(x, "tail") and not FIELD.match(x.text) for x in above):
        return False
    return re.search(rf"\n\s*{found['label']}\s*[：:]", text[start : last.start - 1]) is not None


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
            issues.append(
                Finding("date-of-page", None, "the date of issue", f"the page's date {dates[0][1]}")
            )
            return dates[0][1]
    return None


def find_issuer(opening: Opening, tail: Sequence[Line], fields: Sequence[tuple[str, str]]) -> tuple[str, ...]:
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
    field = {
        wanted: [value for name, value in fields if name == wanted]
        for wanted in ("issuer", "title", "source")
    }
    # A document cited within the title (贯彻落实《广东省…》) names its own place, not this one's.
    bare_title = re.sub(r"《[^》]*》|〈[^〉]*〉|<[^>]*>", "", opening.title)
    strings = (*issuer, opening.issuer, *signature, *field["issuer"], bare_title, opening.title)
    return tuple(dict.fromkeys((*strings, *_red_heads(lines), *field["title"], *field["source"])))


def _red_heads(lines: Sequence[Line]) -> list[str]:
    """Return the units named in the red head of a printed document: `…委员会文件`."""
    return [line.compact.removesuffix("文件") for line in lines[:4] if line.compact.endswith("文件")]


def find_kind(opening: Opening) -> PlanKind:
    """Return the sort of document, by the end of its title; a report of reporters is one by its words."""
    return PlanKind.NEWS if opening.how == "news" else kind_of(opening.title)


def kind_of(title: str) -> PlanKind:
    """Return the sort of document that the end of a title names."""
    bare = titles.without_brackets(title)
    kinds = load_kinds()
    for length in range(min(len(bare), 6), 0, -1):
        if (kind := kinds.get(bare[-length:])) is not None:
            return kind
    return PlanKind.OTHER


def given_head(
    title: str, *, district: str | None, year: int | None, doc_no: str | None, date: str | None
) -> Head:
    """Return the head of a plan that somebody else has described; only its kind and place are looked up.

    Args:
        district: as given, None if it was not; it is kept as given where no place of the table has the name.
    """
    verdict = find_place([district or title], doc_no=doc_no, year=year)
    place = verdict.place
    return Head(
        title=title,
        kind=kind_of(title),
        doc_no=doc_no,
        issuer=(),
        date=date,
        year=year,
        district=place.full_name if place else district,
        district_code=place.code if place else None,
    )
