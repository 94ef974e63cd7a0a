"""Find deadlines and resolve them to dates where the text allows."""

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache, lru_cache

from ingest import lexicon

_DIGIT = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, "○": 0, "零": 0, "O": 0, "元": 1}
_CN_YEAR = r"二[〇○零O][一二三四五六七八九〇○零]{2}"
_YEAR = rf"(?:20[\d*]{{2}}|{_CN_YEAR})年"
_MONTH = r"(?:1[0-2]|0?[1-9])月(?:份)?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])[日号]"
_QUARTER = r"(?:第?[一二三四1-4]季度)"
_HALF = r"(?:上半年|下半年)"
_END = r"(?:底|末|初|中旬|上旬|下旬)"
_THIS = r"(?:[今本当明]年)"
_YEARLY = rf"(?:{_THIS}年?|年)(?:底|末|内|终|中)"
_CORE = (
    rf"(?:{_YEAR}{_MONTH}(?:{_DAY}|{_END})?|{_YEAR}(?:年)?(?:底|末|内|初)?{_QUARTER}?(?:末)?|{_YEAR}{_HALF}"
    rf"|{_THIS}?{_MONTH}(?:{_DAY}|{_END})?|{_THIS}?{_QUARTER}(?:末|底)?|{_THIS}?{_HALF}(?:底|末)?|{_YEARLY}"
    r"|20\d\d[.．/\-](?:1[0-2]|0?[1-9])(?:[.．/\-](?:[12]\d|3[01]|0?[1-9]))?)"
)
_BEFORE = r"(?:之前|以前|前|内|之内|止)"
# Feasts and seasons by which work is to be done; those on a fixed day have a date.
_DAYS = {"五一": (5, 1), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1), "十一": (10, 1), "国庆": (10, 1)}
_FEAST = (
    rf"(?:[“\"]?(?:{'|'.join(_DAYS)})[”\"]?|春节|元旦|元宵|清明|端午|中秋|教师节|[主入]?汛期?|入[冬夏]|[供采]暖[季期]?"
    r"|(?:[春秋]季)?开学|两节|春耕|秋收)(?:节|来临|到来)*"
)
_MOVING = re.compile(_FEAST + "前")  # on another day in each year
_SINCE = r"自[^，。；]{2,20}(?:之日)?起(?:\d+(?:日|天|个月)内)?"
_HEAD = r"(?:力争|争取|确保|预计|计划)?(?:在|于|到|至)?"
_IN_PROSE = re.compile(
    rf"(?P<head>(?:力争|争取|确保)?(?:在|于|到|至)?)(?:"
    rf"(?P<near>(?:{_YEAR}|{_THIS})?(?:年)?(?:{_MONTH}(?:{_DAY}|{_END})?|{_QUARTER}(?:末|底)?"
    rf"|(?:年|今年|本年|当年)?{_END}|{_HALF}(?:底|末)?|{_YEAR}(?:底|末)?))(?:之前|以前|前)"
    rf"|(?P<end>(?:{_YEAR}|{_THIS})?(?:年)?(?:{_MONTH}(?:底|末)|年(?:底|末)))"
    rf"|(?P<within>(?:今年|本年|当年|年)内"
    rf"|{_HALF}(?=[^，。]{{0,4}}(?:完成|建成|启动|实现|出台|力争)))"
    rf"|(?P<feast>(?:{_YEAR}|{_THIS})?{_FEAST}(?:之前|以前|前夕?))"
    rf"|(?P<done>(?:{_YEAR}|{_THIS})?{_MONTH}(?:{_DAY}|上旬|中旬|下旬|初)?(?=(?:全面|基本|全部|力争|如期)?"
    rf"(?:完成|建成|投用|竣工|启用|上线|出台|印发)(?!了|的)))"
    rf"|(?P<upto>(?<=到)20\d\d年(?:底|末)?)"
    rf")"
)
_HINT = re.compile(  # a plain choice, into which alone Python's engine looks ahead
    r"节前|一节?[”\"]?前|庆节?[”\"]?前|汛前|冬前|夏前|暖前|期前|月|季度|年底|年末|年内|半年|到20|日前|号前|年前"
)
# Every deadline in prose holds one of these signs, at most this many letters from its ends.
_ANCHOR = re.compile(r"前|底|末|年内|半年|到20|(?:月份?|[日号旬初])(?=[全基力如完建投竣启上出印])")
_REACH = 24
_NOT_BEFORE = re.compile(
    r"(?:截至|截止|[日号月底][至到]|延长至|有效期至|有效期|自|从|至今|以来|比|较|上|去|每年?|对|已经?于?|[一二三四五六七八九十\d])$"
)
_NOT_AFTER = re.compile(
    r"以来|起|始|的|向[^，。]{0,14}报|将[^，。]{0,20}报|报(?:送|区|市|县|省)(?![^，。；]{0,12}(?:审定|审批|审议|批准|印发))"
)
_EDGE = " 　\t\n，,；;。"
_MASKED_YEAR = re.compile(r"20\d?\*+")
_RANGE_SIGN = re.compile(r"(?<=.)(?:[至到—－~～]|(?<!\d)-)+(?=20|\d{1,2}月|年)")
_STAGE_SIGN = re.compile("[，；,;、]")
_NAMED_YEAR = re.compile(rf"20\d\d|{_CN_YEAR}")
_DOTTED = re.compile(r"20\d\d[.．/\-](\d{1,2})(?:[.．/\-](\d{1,2}))?")
_MONTH_DAY = re.compile(r"(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]|(初|上旬)|(中旬))?")
_NUMBERED_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_WHOLE_YEAR = re.compile(r"下半年|年底|年末|年内|年终|(?<!全)年$|年(?:前|完成)|20\d\d年")


@cache
def _whole() -> re.Pattern[str]:
    """Return the expression for a stretch that is a deadline from end to end."""
    done = lexicon.patterns("deadline_verbs").pattern
    done = rf"(?:(?:全面|基本|全部|如期|力争|取得)?已?(?:{done})[^，。；,;）)\]〕】\n]{{0,18}})?"
    open_ended, verbs = (lexicon.patterns(name).pattern for name in ("open_ended", "open_ended_verbs"))
    return re.compile(
        rf"{_HEAD}(?:{_CORE}(?:[（(][^）)]{{1,10}}[）)])?{_BEFORE}?{done}"
        rf"(?:[至到\-—－~～]{_CORE}{_BEFORE}?{done})?|{_FEAST}(?:之前|以前|前夕?){done}|(?:{open_ended})(?:{verbs})*|{_SINCE})"
    )


def find_deadline(text: str, start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
    """Find a deadline in [start, end).

    Args:
        whole: the stretch must be a deadline from end to end (a cell, a part of a bracket); otherwise the
            last deadline of running prose is taken, which is the one that completes the item.

    Returns:
        Its half-open span, or None.
    """
    if whole:
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        return (start, end) if start < end and _whole().fullmatch(text, start, end) else None
    if not _HINT.search(text, start, end):
        return None
    found = None
    for match in _in_prose(text, start, end):
        before = text[max(start, match.start() - 4) : match.end("head")]
        if match["done"] and match["head"].endswith("至"):
            continue  # 至5月28日完成20场: so far
        if _NOT_BEFORE.search(before) or _NOT_AFTER.match(text, match.end(), min(end, match.end() + _REACH)):
            continue
        if found is None or not match["upto"]:
            found = match.span()
    return found


def _in_prose(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what may be a deadline; the slow expression is tried only around signs that each holds."""
    low = high = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() - _REACH > high:
            yield from _IN_PROSE.finditer(text, low, high)
            low = anchor.start() - _REACH
        high = min(end, anchor.end() + _REACH)
    yield from _IN_PROSE.finditer(text, low, high)


def _number(text: str) -> int:
    return int("".join(str(_DIGIT.get(c, c)) for c in text))


@cache
def _stages() -> re.Pattern[str]:
    """Return an expression for a cell that names several stages by their dates: 4月听证，9月底前执行."""
    stage = rf"{_HEAD}{_CORE}{_BEFORE}?[^，；,;。、]{{0,16}}"
    open_ended = lexicon.patterns("open_ended").pattern
    return re.compile(rf"{stage}(?:[，；,;、]+(?:{stage}|(?:{open_ended})[^，；,;。、]{{0,8}}))+[。；]?")


def has_stages(text: str) -> bool:
    """Say whether a text is nothing but stages of work, each with its date."""
    return _STAGE_SIGN.search(text) is not None and _stages().fullmatch(text) is not None


@lru_cache(maxsize=4096)
def resolve_date(text: str, year: int | None) -> str | None:
    """Return the last day that a deadline allows, as ISO text; of several stages the last is the end.

    Args:
        text: the deadline, e.g. `6月底前完成`, `2016年第一季度完成`, `3月底前试行，年底前推广`.
        year: the plan's year, used where the deadline names none; None if unknown.

    Returns:
        None where neither the text nor the plan names a year, for masked years (201*) and for
        deadlines without a date (全年, 长期坚持).
    """
    if _STAGE_SIGN.search(text) is None:
        return _last_day(text, year)
    if _MASKED_YEAR.search(text):
        return None
    ends = []
    for stage in _STAGE_SIGN.split(text):
        found = _NAMED_YEAR.search(stage)
        year = _number(found[0]) if found else year
        ends.append(_last_day(stage, year))
    return max((end for end in ends if end), default=None)


def _last_day(text: str, year: int | None) -> str | None:
    if _MASKED_YEAR.search(text):
        return None
    tail = max((m.start() for m in _RANGE_SIGN.finditer(text)), default=-1)
    part = text[tail + 1 :]
    found = _NAMED_YEAR.search(part) or _NAMED_YEAR.search(text)
    named = _number(found[0]) if found else year
    if named is None:
        return None
    named += found is None and "明年" in part
    if feast := next((day for name, day in _DAYS.items() if name in part), None):
        return _iso(named, *feast)
    if _MOVING.search(part):
        return None
    if dotted := _DOTTED.search(part):
        return _iso(named, int(dotted[1]), int(dotted[2]) if dotted[2] else None)
    if month := _MONTH_DAY.search(part):
        day = int(month[2]) if month[2] else 10 if month[3] else 20 if month[4] else None
        return _iso(named, int(month[1]), day)
    if quarter := _NUMBERED_QUARTER.search(part):
        return _iso(named, 3 * ("一二三四1234".index(quarter[1]) % 4 + 1), None)
    if "上半年" in part:
        return _iso(named, 6, None)
    if _WHOLE_YEAR.search(part):
        return _iso(named, 12, None)
    return None


def _iso(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{min(day or last, last):02d}"
