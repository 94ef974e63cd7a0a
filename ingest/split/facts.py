"""Document numbers, dates and years, as the words of a short line give them."""

import re
from calendar import monthrange

NUMERALS = str.maketrans(
    "〇○OＯοΟ零００oО◯一二三四五六七八九１２３４５６７８９", "000000000000123456789123456789"
)
YEAR = r"(?:[12]\d{3}|[一二][〇○OＯοΟ零０oО◯一二三四五六七八九]{3})"
NUMBER = r"(?:\d{1,2}|[〇○零元一二三四五六七八九十廿卅]{1,3})"
DATE = re.compile(
    rf"(?P<year>{YEAR})(?:年(?P<month>{NUMBER})月(?P<day>{NUMBER})日|(?P<sep>[-/.])(?P<month2>\d{{1,2}})(?P=sep)(?P<day2>\d{{1,2}})(?!\d))"
)
LONGEST_DATE = 13  # characters: 二〇一六年二十八月三十一日
# 罗办发〔2016〕1号, 隆府办发[2006]37号, 公告2016年第3号, 第12号
DOC_NO = re.compile(
    r"(?P<sign>[\u3400-\u9fff]{1,14}(?:（[\u3400-\u9fff]{1,4}）)?)"
    r"(?:[〔\[［（(【﹝〈<{](?P<year>[12]\d{3})年?[〕\]］）)】﹞〉>}]|(?P<plain>[12]\d{3})(?:[-—年]|(?=第)))"
    r"(?:第)?(?P<number>\d{1,5})号"
)
ORDER_NO = re.compile(r"[（(]?(?P<text>(?:[\u3400-\u9fff]{2,20}令)?第\d{1,4}号)[)）]?")
TITLE_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?![\d*×xX])|([一二][〇○OＯοΟ零一二三四五六七八九]{3})(?=年)"
)

# 2016年重点改革任务, but not 到2016年的目标任务.
TASK_YEAR = re.compile(
    r"(?<![\d至到自从—\-])(20\d\d)年(?:度)?(?:全[省市区县]|我[省市区县])?[\u4e00-\u9fff“”]{0,8}"
    r"(?:任务|要点|计划|工作|方案|目标)"
)


def read_number(numeral: str) -> int:
    """Return the value of a day or a month: `12`, `二十六`, `廿六`, `元`."""
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    numeral = numeral.replace("廿", "二十").replace("卅", "三十").replace("元", "一")
    tens, has_tens, ones = numeral.rpartition("十")
    ones = ones.translate(NUMERALS)
    value = int(ones) if ones.isdigit() else 0
    if not has_tens:
        return value
    return value + 10 * (int(tens.translate(NUMERALS)) if tens else 1)


def read_dates(compact: str) -> list[tuple[re.Match[str], str]]:
    """Return the dates in a line without blanks, each with its ISO form; impossible ones are left out."""
    found = []
    for match in DATE.finditer(compact):
        year = match["year"].translate(NUMERALS)
        month = read_number(match["month"] or match["month2"])
        day = read_number(match["day"] or match["day2"])
        if not year.isdigit() or not 1949 <= int(year) <= 2100 or not 1 <= month <= 12:
            continue
        if 1 <= day <= monthrange(int(year), month)[1]:
            found.append((match, f"{year}-{month:02}-{day:02}"))
    return found


def read_date_line(compact: str) -> str | None:
    """Return the date of a line that holds nothing else, e.g. `（2016年1月28日）`."""
    if len(compact) > LONGEST_DATE + 2:
        return None
    dates = read_dates(compact)
    if len(dates) == 1 and len(dates[0][0].group()) >= len(compact) - 2:
        bare = compact.replace(dates[0][0].group(), "")
        if bare.strip("()（）") == "":
            return dates[0][1]
    return None


def read_doc_no(compact: str) -> str | None:
    """Return the document number that a string begins or consists of, as `罗办发〔2016〕1号`."""
    if "号" not in compact:
        return None
    match = DOC_NO.match(compact.lstrip("(（"))
    if match is not None:
        return f"{match['sign']}〔{match['year'] or match['plain']}〕{int(match['number'])}号"
    order = ORDER_NO.fullmatch(compact)
    return order["text"] if order is not None else None


def doc_no_year(doc_no: str | None) -> int | None:
    """Return the year in a document number."""
    match = re.search(r"〔(\d{4})〕", doc_no or "")
    return int(match[1]) if match else None


def title_year(title: str) -> int | None:
    """Return the year that a title names; the first of a range; None where it is masked (`201*年`)."""
    match = TITLE_YEAR.search(title)
    if match is None:
        return None
    year = int(match[1] or match[2].translate(NUMERALS))
    return year if 1949 <= year <= 2100 else None


def cited_year(text: str) -> int | None:
    """Return the year of a plan cited in a sentence about this year: `今年…《…2018年…要点》`."""
    for sentence in re.split(r"[。\n]", text):
        if "今年" in sentence and (match := re.search(r"《[^》]*?((?:19|20)\d{2})年[^》]*》", sentence)):
            return int(match[1])
    return None


def task_year(text: str) -> int | None:
    """Return the year whose tasks a text without title and date speaks of, if it is always the same."""
    years = set(TASK_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None
