"""Write the numbers and dates of a spreadsheet as a Chinese reader sees them in its cells."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from ingest.read.numerals import in_format

# Formats that files name by number only; 27 to 58 are those of Chinese Excel.
_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_YEAR_MONTH_DAY = 'yyyy"年"m"月"d"日"'
_TIME, _FULL_TIME = '上午/下午h"时"mm"分"', '上午/下午h"时"mm"分"ss"秒"'
BUILT_IN = {
    **dict(enumerate(("General", "0", "0.00", "#,##0", "#,##0.00"))),
    **dict(enumerate(("0%", "0.00%", "0.00E+00", "General", "General"), start=9)),
    **dict(enumerate(("yyyy/m/d", "d-mmm-yy", "d-mmm", "mmm-yy", "h:mm AM/PM"), start=14)),
    **dict(enumerate(("h:mm:ss AM/PM", "h:mm", "h:mm:ss", "yyyy/m/d h:mm"), start=19)),
    **dict(enumerate((_YEAR_MONTH, _MONTH_DAY, _MONTH_DAY, "m-d-yy", _YEAR_MONTH_DAY), start=27)),
    **dict(enumerate(('h"时"mm"分"', 'h"时"mm"分"ss"秒"', _TIME, _FULL_TIME, _YEAR_MONTH), start=32)),
    **dict(enumerate(("#,##0", "#,##0", "#,##0.00", "#,##0.00"), start=37)),
    **dict(enumerate(("mm:ss", "[h]:mm:ss", "mm:ss.0", "0.0E+0", "General"), start=45)),
    **dict(enumerate((_YEAR_MONTH, _MONTH_DAY, _YEAR_MONTH, _MONTH_DAY, _MONTH_DAY), start=50)),
    **dict(enumerate((_TIME, _FULL_TIME, _YEAR_MONTH, _MONTH_DAY), start=55)),
}
_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)" | \\(?P<escaped>.) | _. | \*.
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>general|@)
    | (?P<half>am/pm|a/p|上午/下午)
    | (?P<date>y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|e+(?![+\-]))
    | (?P<digits>[\#0?](?:[\#0?,.]*[\#0?.,])?(?:e[+\-]0+)?)
    | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"[<>=]")
_CURRENCY = re.compile(r"\$([^\-]*)")
_WEEKDAYS = "一二三四五六日"
_LAST_DAY = 2_958_466  # 31 December 9999, the last day that Excel knows
_LEAP_1904 = 1462  # days between the two calendars of Excel
_LONGEST_PLAIN = 1e18
_LARGEST = 1e15  # beyond, a spreadsheet has no digits to show
_PLACES = 10  # behind the point


class _Part(NamedTuple):
    """A piece of a format: what it is, and its letters."""

    kind: str
    text: str


def shown(value: float, code: str, *, since_1904: bool = False) -> str:
    """Return a number as a cell with this format shows it.

    Args:
        value: the number; dates are days since the end of 1899.
        code: the format, as `0.00%` or `yyyy"年"m"月"`.
        since_1904: dates count from 1904, as on an old Macintosh.
    """
    if code == "General" or not abs(value) < _LARGEST:
        return plain(value)
    sections = _sections(code)
    section, value = _choose(sections, value)
    kinds = {part.kind for part in section}
    if not section and len(sections) > 1:
        return ""  # ;; hides what would stand there
    if "date" in kinds:
        return _date(value, section, since_1904=since_1904)
    is_fraction = _Part("other", "/") in section and "digits" in kinds
    if "condition" in kinds or is_fraction or not section:
        return plain(value)
    return _fill(section, value)


def plain(value: float) -> str:
    """Return a number without a format: whole numbers without a point."""
    if abs(value) < _LONGEST_PLAIN and value == int(value):
        return str(int(value))
    return f"{value:.15g}"


@lru_cache(maxsize=1024)
def _sections(code: str) -> list[list[_Part]]:
    """Return the sections of a format: for positive and negative numbers, zero and text."""
    sections: list[list[_Part]] = [[]]
    for match in _TOKEN.finditer(code):
        part = _part(match)
        if part == _Part("other", ";"):
            sections.append([])
        elif part is not None:
            sections[-1].append(part)
    return sections


def _part(match: re.Match[str]) -> _Part | None:
    kind = match.lastgroup
    if kind is None:
        return None
    text = match[kind]
    if kind == "bracket":
        return _bracket(text)
    if kind in ("quoted", "escaped"):
        return _Part("literal", text)
    return _Part(kind, text.lower() if kind == "date" else text)


def _bracket(text: str) -> _Part | None:
    if text.lower().strip("hms") == "":
        return _Part("date", text.lower())
    if text.upper().startswith("DBNUM"):
        return _Part("numerals", text[5:])
    if _CONDITION.match(text):
        return _Part("condition", text)
    currency = _CURRENCY.match(text)
    return _Part("literal", currency[1]) if currency and currency[1] else None


def _choose(sections: Sequence[list[_Part]], value: float) -> tuple[list[_Part], float]:
    """Return the section for a number and the number to write in it."""
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _fill(section: Sequence[_Part], value: float) -> str:
    """Write a number in the place of the digits of a section, its other letters around it."""
    percents = min(section.count(_Part("other", "%")), 2)
    numerals = next((part.text for part in section if part.kind == "numerals"), None)
    out, is_written = "", False
    for part in section:
        if part.kind in ("literal", "other"):
            out += part.text
        elif part.kind in ("digits", "general") and not is_written:
            is_written = True
            digits = "" if part.kind == "general" else part.text
            out += _number(Decimal(repr(value)) * 100**percents, digits, numerals)
    return out.strip()


def _number(value: Decimal, digits: str, numerals: str | None) -> str:
    """Write a number with as many digits as a format asks for, "" for as many as it has."""
    whole, _, fraction = digits.partition(".")
    if "e" in digits.lower():
        return f"{value:.{fraction.lower().partition('e')[0].count('0')}E}"
    if numerals is not None and not fraction:
        form = "chineseLegalSimplified" if numerals == "2" else "chineseCounting"
        return in_format(int(value.to_integral_value(ROUND_HALF_UP)), form)
    if not digits:
        return plain(float(value))
    fraction = fraction[:_PLACES]
    thousands = len(whole) - len(whole.rstrip(","))  # commas at the end say that thousands are shown
    whole = whole.rstrip(",")
    rounded = (value / 1000**thousands).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = f"{abs(rounded):{',' if ',' in whole else ''}f}"
    integer, point, rest = text.partition(".")
    required = len(fraction.rstrip("#?"))
    rest = rest[:required] + rest[required:].rstrip("0")
    sign = "-" if rounded < 0 else ""
    integer = "" if integer == "0" and "0" not in whole else integer.zfill(whole.count("0"))
    return sign + integer + (point + rest if rest else "")


def _date(value: float, section: Sequence[_Part], *, since_1904: bool) -> str:
    days = value + (_LEAP_1904 if since_1904 else 0)
    if not 0 <= days < _LAST_DAY:
        return plain(value)
    if days < 60:  # Excel believes that 1900 was a leap year
        days += 1
    moment = datetime(1899, 12, 30) + timedelta(seconds=round(days * 86_400))
    letters = "".join(part.text for part in section if part.kind == "date")
    return _in_chinese(moment, letters) if "mmm" in letters else _in_letters(moment, section)


def _in_chinese(moment: datetime, letters: str) -> str:
    """Return a date whose month a format names in English letters: Chinese Excel makes Jun-21 of 2021-6."""
    year = f"{moment.year}年" if "y" in letters else ""
    return f"{year}{moment.month}月" + (f"{moment.day}日" if "d" in letters else "")


def _in_letters(moment: datetime, section: Sequence[_Part]) -> str:
    """Return a date as the letters of a format say; `m` beside hours or seconds is minutes."""
    kinds = {part.kind for part in section}
    letters = [part.text for part in section if part.kind == "date"]
    hour = (moment.hour % 12 or 12) if "half" in kinds else moment.hour
    numbers = {"y": moment.year, "e": moment.year, "m": moment.month}
    numbers |= {"d": moment.day, "h": hour, "s": moment.second, "minute": moment.minute}
    out, at = "", -1
    for part in section:
        if part.kind == "half":
            out += "上午" if moment.hour < 12 else "下午"
        elif part.kind != "date":
            out += part.text if part.kind in ("literal", "other") else ""
        else:
            at += 1
            before, after = letters[at - 1 : at], letters[at + 1 : at + 2]
            beside = "".join(before)[:1] == "h" or "".join(after)[:1] == "s"
            kind = "minute" if part.text[0] == "m" and beside else part.text[0]
            if kind == "a" or part.text.startswith("ddd"):
                out += ("" if part.text == "aaa" else "星期") + _WEEKDAYS[moment.weekday()]
            else:
                out += _digits(numbers[kind], len(part.text), kind, in_chinese="numerals" in kinds)
    return out.strip()


def _digits(value: int, width: int, kind: str, *, in_chinese: bool) -> str:
    if in_chinese:
        return in_format(value, "ideographDigital" if kind in "ye" else "chineseCounting")
    return f"{value:0{min(width, 2)}}"
