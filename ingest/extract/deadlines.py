"""Find deadlines and resolve them to dates where the text allows."""

import re
from calendar import monthrange

_DIGIT = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, "○": 0, "零": 0, "O": 0, "元": 1}
_YEAR = r"(?:20[\d*]{2}|二[〇○零O][一二三四五六七八九〇○零]{2})年"
_MONTH = r"(?:1[0-2]|0?[1-9])月(?:份)?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])[日号]"
_QUARTER = r"(?:第?[一二三四1-4]季度)"
_HALF = r"(?:上半年|下半年)"
_END = r"(?:底|末|初|中旬|上旬|下旬)"
_YEARLY = r"(?:今年|本年|当年|年)(?:底|末|内|终|中)"
_CORE = (
    rf"(?:{_YEAR}{_MONTH}(?:{_DAY}|{_END})?|{_YEAR}(?:年)?(?:底|末|内|初)?{_QUARTER}?(?:末)?|{_YEAR}{_HALF}|{_MONTH}(?:{_DAY}|{_END})?|{_QUARTER}(?:末|底)?"
    rf"|{_HALF}(?:底|末)?|{_YEARLY}|20\d\d[.．/\-](?:1[0-2]|0?[1-9])(?:[.．/\-](?:[12]\d|3[01]|0?[1-9]))?)"
)
_BEFORE = r"(?:之前|以前|前|内|之内|止)"
_DONE = r"(?:(?:全面|基本|全部|如期|力争|取得)?已?(?:完成|建成|启动|实现|见效|到位|出台|印发|投用|竣工|开工|明显成效|阶段性成效|上线|运行|启用)[^，。；,;）)\]〕】\n]{0,18})?"
_OPEN_ENDED = (
    r"(?:全年|全程|长期|持续|常年|常态化|每年|按月|按季度?|每月|每季度?|适时|即时|实时|贯穿全年|按(?:时序)?进度|按计划|按[^，。；]{1,12}(?:要求|时限|部署)(?:时限)?)"
    r"(?:推进|实施|坚持|执行|开展|落实|完成|进行|优化|抓好|推动|有效|任务|工作|进行|取得[^，。；]{0,8})*"
)
_SINCE = r"自[^，。；]{2,20}(?:之日)?起(?:\d+(?:日|天|个月)内)?"
_HEAD = r"(?:力争|争取|确保|预计|计划)?(?:在|于|到|至)?"
WHOLE = re.compile(
    rf"{_HEAD}(?:{_CORE}(?:[（(][^）)]{{1,10}}[）)])?{_BEFORE}?{_DONE}(?:[至到\-—－~～]{_CORE}{_BEFORE}?{_DONE})?|{_OPEN_ENDED}|{_SINCE})"
)
_IN_PROSE = re.compile(
    rf"(?P<head>(?:力争|争取|确保)?(?:在|于|到|至)?)(?:"
    rf"(?P<near>(?:{_YEAR})?(?:年)?(?:{_MONTH}(?:{_DAY}|{_END})?|{_QUARTER}(?:末|底)?|(?:年|今年|本年|当年)?{_END}|{_HALF}(?:底|末)?|{_YEAR}(?:底|末)?))(?:之前|以前|前)"
    rf"|(?P<end>(?:{_YEAR})?(?:年)?(?:{_MONTH}(?:底|末)|年(?:底|末)))"
    rf"|(?P<within>(?:今年|本年|当年|年)内|{_HALF}(?=[^，。]{{0,4}}(?:完成|建成|启动|实现|出台|力争)))"
    rf"|(?P<upto>(?<=到)20\d\d年(?:底|末)?)"
    rf")"
)
_HINT = re.compile(r"月|季度|年底|年末|年内|半年|到20|[日号年]前")
_NOT_BEFORE = re.compile(
    r"(?:截至|截止|延长至|有效期至|有效期|自|从|至今|以来|比|较|上|去|每|对|[一二三四五六七八九十\d])$"
)
_NOT_AFTER = re.compile(r"^(?:以来|起|始|的|向[^，。]{0,14}报|将[^，。]{0,20}报|报(?:送|区|市|县|省))")
_REPORT = re.compile(r"(?:报送|上报|报(?:区|市|县|省|镇)|备案|通报)")


def find_deadline(text: str, start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
    """Find a deadline in [start, end).

    Args:
        whole: the stretch must be a deadline from end to end (a cell, a part of a bracket); otherwise the
            last deadline of running prose is taken, which is the one that completes the item.

    Returns:
        Its half-open span, or None.
    """
    if whole:
        while start < end and text[start] in " 　\t\n，,；;。":
            start += 1
        while end > start and text[end - 1] in " 　\t\n，,；;。":
            end -= 1
        return (start, end) if start < end and WHOLE.fullmatch(text, start, end) else None
    if not _HINT.search(text, start, end):
        return None
    found = None
    for match in _IN_PROSE.finditer(text, start, end):
        before, after = (
            text[max(start, match.start() - 4) : match.start()],
            text[match.end() : min(end, match.end() + 24)],
        )
        if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
            continue
        if found is None or not match["upto"]:
            found = match.span()
    return found


def _number(text: str) -> int:
    return int("".join(str(_DIGIT.get(c, c)) for c in text))


def resolve_date(text: str, year: int | None) -> str | None:
    """Return the last day that a deadline allows, as ISO text.

    Args:
        text: the deadline, e.g. `6月底前完成`, `2016年第一季度完成`.
        year: the plan's year, used where the deadline names none; None if unknown.

    Returns:
        None where neither the text nor the plan names a year, for masked years (201*) and for
        deadlines without a date (全年, 长期坚持).
    """
    if re.search(r"20\d?\*+", text):
        return None
    tail = max((m.start() for m in re.finditer(r"(?<=.)[至到](?=20|\d{1,2}月|年)", text)), default=-1)
    first = re.search(r"20\d\d|二[〇○零O][一二三四五六七八九〇○零]{2}", text)
    part = text[tail + 1 :]
    found = re.search(r"(20\d\d)|(二[〇○零O][一二三四五六七八九〇○零]{2})", part) or first
    named = _number(found[0]) if found else year
    if named is None:
        return None
    if dotted := re.search(r"20\d\d[.．/\-](\d{1,2})(?:[.．/\-](\d{1,2}))?", part):
        return _iso(named, int(dotted[1]), int(dotted[2]) if dotted[2] else None)
    if month := re.search(r"(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]|(初|上旬)|(中旬))?", part):
        day = int(month[2]) if month[2] else 10 if month[3] else 20 if month[4] else None
        return _iso(named, int(month[1]), day)
    if quarter := re.search(r"第?([一二三四1-4])季度", part):
        return _iso(named, 3 * ("一二三四1234".index(quarter[1]) % 4 + 1), None)
    if "上半年" in part:
        return _iso(named, 6, None)
    if re.search(r"下半年|年底|年末|年内|年终|年$|年(?:前|完成)|20\d\d年", part):
        return _iso(named, 12, None)
    return None


def _iso(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{min(day or last, last):02d}"
