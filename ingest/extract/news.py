"""Read a news report that goes through areas of reform: its named projects and the units said to carry them.

A report about a meeting has no such areas and gives no items.
"""

import re

from ingest import lexicon
from ingest.extract.deadlines import find_deadline
from ingest.extract.drafts import Draft
from ingest.extract.sentences import UNIT, mask
from ingest.extract.statements import Claim
from ingest.extract.units import is_unit_name

_LINE = re.compile(r"[^\n]+")
_POINT = re.compile(r"(?:其[一二三四五六七八九]是?|[一二三四五六七八九]是|一方面|另一方面|同时)[，,]?")
_NAMED = re.compile(
    r"(?:“[^”\n]{2,20}”|[\u4e00-\u9fff]{2,14})(?:[\u4e00-\u9fff]{0,8})(?:机制|模式|体制|制度|试点|服务)?改革(?:项目|试点)?(?=[，。、；\s]|深|成|以|加|相|取|有|力)"
    r"|“[^”\n]{4,20}”(?:[\u4e00-\u9fff]{0,4})改革(?:项目|试点)?"
)
_LEAD_IN = re.compile(
    r"^(?:项|.*?区(?=[\u4e00-\u9fff]{6})|.*?(?:推进|深化|继续|开展|实施|启动|探索|在|的|年|初|对|为|全力|做好|发布|出台|制定)(?=.{5}))+"
)
_SUBJECT = re.compile(
    rf"(?P<units>{UNIT}(?:(?:[、，]|和|及){UNIT})*)(?:将|在|紧扣|坚持|以|着力|积极|牵头|通过)"
)
_HALF = re.compile(r"(?:体制)?改革领域")
_REFORM = re.compile(
    r"(?:把准|抓实|深化|推进|聚焦|首推|在|发展|创新)?(?P<name>(?:“[^”]{2,16}”|[\u4e00-\u9fff]{3,16}?)改革(?:试点)?)(?!领域|脉搏)"
)
_AREAS_WANTED = 3


def read_news(text: str, body: int) -> list[Draft]:
    """Return the reform projects of a report.

    Returns:
        Nothing where fewer than three lines name areas of reform: the report is about something else.
    """
    areas = _areas(text, body)
    if len(areas) < _AREAS_WANTED:
        return []
    out = _named_projects(text, body, areas[0][1])
    for title, start, end in areas:
        out += _area_drafts(text, title, start, end)
    return out


def _areas(text: str, body: int) -> list[tuple[str, int, int]]:
    """Return (title, start, end) of the areas; a title may run over two lines."""
    pattern = re.compile("|".join(f"(?:{p})" for p in lexicon.words("news_areas")))
    found: list[tuple[str, int, int]] = []
    before: tuple[str, int] | None = None
    for line in _LINE.finditer(text, body):
        words = line[0].strip()
        joined = (before[0] if before else "") + words
        if words and len(words) <= 14 and pattern.fullmatch(words) and words.endswith("领域"):
            broken = before is not None and _HALF.fullmatch(words) is not None
            title, at = (joined, before[1]) if before and broken else (words, line.start())
            if found:
                found[-1] = (found[-1][0], found[-1][1], at)
            found.append((title, line.end(), len(text)))
        before = (
            (words, line.start())
            if 2 <= len(words) <= 8 and re.fullmatch(r"[\u4e00-\u9fff]+", words)
            else None
        )
    return found


def _named_projects(text: str, start: int, end: int) -> list[Draft]:
    """Return the projects that the report names before it goes through the areas."""
    out: dict[str, Draft] = {}
    for found in _NAMED.finditer(text, start, end):
        name = found[0]
        if not name.startswith("“"):
            name = _LEAD_IN.sub("", name)
        if 6 <= len(name) <= 26 and name not in out:
            a = found.end() - len(name)
            out[name] = Draft(None, (), a, _sentence_end(text, a, end), title=name)
    return list(out.values())


def _sentence_end(text: str, start: int, end: int) -> int:
    stops = [at + 1 for mark in "。\n" if (at := text.find(mark, start, end)) >= 0]
    return min(stops, default=end)


def _area_drafts(text: str, title: str, start: int, end: int) -> list[Draft]:
    """Return an item for each point of an area, with the units that are its subject."""
    out: list[Draft] = []
    carried: list[Claim] = []
    for line in _LINE.finditer(text, start, end):
        if len(line[0].strip()) < 12:
            continue
        claims = _subjects(text, line.start(), line.end())
        if claims and not (carried and carried[0].mention.name.endswith(claims[0].mention.name)):
            carried = claims
        points = _points(text, line.start(), line.end())
        if len(points) == 1 and claims and len(line[0]) < 60:
            continue
        for a, b in points:
            draft = Draft(None, (title,), a, b, title=_point_title(text[a:b]))
            draft.claims = list(carried)
            draft.deadline = find_deadline(text, a, b)
            out.append(draft)
    return out


def _points(text: str, start: int, end: int) -> list[tuple[int, int]]:
    marks = [
        m
        for m in _POINT.finditer(text, start, end)
        if m.start() == start or text[m.start() - 1] in "。；;，,：: 　"
    ]
    if not marks:
        return [(start, end)]
    stops = [m.start() for m in marks[1:]] + [end]
    return [(m.end(), stop) for m, stop in zip(marks, stops, strict=True)]


def _point_title(words: str) -> str:
    clauses = [c for c in re.split(r"[。；;，,]", words.strip(" 　")) if c]
    for clause in clauses[:2]:
        if found := _REFORM.search(clause):
            return found["name"]
    if len(clauses) > 1 and (len(clauses[0]) < 6 or re.match(r"(?:在|以|按照|针对|依托|通过)", clauses[0])):
        return clauses[1]
    return clauses[0] if clauses else words.strip()


def _subjects(text: str, start: int, end: int) -> list[Claim]:
    """Return the units that open a sentence as its subject."""
    out: list[Claim] = []
    for sentence in re.finditer(r"[^。\n]+", text[start:end]):
        offset = start + sentence.start()
        masked = mask(sentence[0])
        found = _SUBJECT.search(masked.text)
        if not found or found.start() > 12:
            continue
        for at, mentions in masked.mentions:
            if found.start("units") <= at < found.end("units"):
                begin = offset + masked.origin[at]
                out += [
                    Claim(
                        "responsible",
                        begin + m.start,
                        begin + m.end,
                        begin + m.start,
                        begin + m.end,
                        m,
                        False,
                        "news",
                    )
                    for m in mentions
                    if is_unit_name(m.name)
                ]
    return out[:1]
