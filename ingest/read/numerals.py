"""Write a number as Word's automatic numbering does: 一、二十一、②、IV、０３."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEPS = ((1000, 0), (100, 1), (10, 2), (1, 3))
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED_BEYOND = 21  # ㉑ to ㊿ stand in two other blocks than ① to ⑳


def in_format(value: int, form: str) -> str:
    """Return a number in one of the formats of WordprocessingML (`chineseCounting`), decimal in others.

    A format of zeros alone (`000`) says how many digits there are at least.
    """
    if form.strip("0") == "":
        return str(value).zfill(len(form))
    return _FORMATS.get(form, str)(value)


def chinese(value: int, digits: str = _DIGITS, units: str = "千百十", *, ten: str = "") -> str:
    """Return a number in Chinese words; `ten` is the digit before the first unit of 10 to 19."""
    if not 0 < value < 10_000:
        return str(value) if value else digits[0]
    words, gap = "", False
    for step, at in _STEPS:
        digit = value // step % 10
        if digit:
            words += (digits[0] if gap and words else "") + digits[digit] + units[at : at + 1]
        gap = digit == 0
    one_ten = digits[1] + units[2]
    return ten + words.removeprefix(digits[1]) if value < 20 and words.startswith(one_ten) else words


def circled(value: int) -> str:
    """Return ① to ㊿, and the plain number beyond."""
    if value < _CIRCLED_BEYOND:
        return _in_row("①", 20)(value)
    if value <= 35:
        return chr(ord("㉑") + value - _CIRCLED_BEYOND)
    return chr(ord("㊱") + value - 36) if value <= 50 else str(value)


def _positional(digits: str) -> Callable[[int], str]:
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _in_row(first: str, count: int) -> Callable[[int], str]:
    """Return what counts through a row of characters, and goes on with plain numbers."""
    return lambda value: chr(ord(first) + value - 1) if 0 < value <= count else str(value)


def _of(signs: str) -> Callable[[int], str]:
    """Return what counts through some signs, and goes on with plain numbers."""
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _letters(value: int) -> str:
    """Return a, b … z, aa, bb: Word repeats the letter."""
    return chr(ord("a") + (value - 1) % 26) * min(1 + (value - 1) // 26, 30) if value > 0 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    out = ""
    for step, sign in _ROMAN:
        out += sign * (value // step)
        value %= step
    return out


def _sixty(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if 0 < value <= 60 else str(value)


def _japanese(value: int) -> str:
    """Return 百一 rather than 一百〇一: a single unit has no digit, a gap no zero."""
    return chinese(value).replace("一千", "千").replace("一百", "百").replace("一十", "十").replace("〇", "")


def _formal(value: int) -> str:
    return chinese(value, _FORMAL, "仟佰拾", ten=_FORMAL[1])


def _formal_traditional(value: int) -> str:
    return chinese(value, _FORMAL_TRADITIONAL, "仟佰拾", ten=_FORMAL_TRADITIONAL[1])


def _wide(value: int) -> str:
    return str(value).translate(_WIDE)


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": "{:02}".format,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "numberInDash": "- {} -".format,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": _in_row("⒈", 20),
    "decimalEnclosedParen": _in_row("⑴", 20),
    "ideographEnclosedCircle": _in_row("㊀", 10),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": _japanese,
    "ideographDigital": _positional(_DIGITS),
    "japaneseDigitalTenThousand": _positional(_DIGITS),
    "taiwaneseDigital": _positional("○" + _DIGITS[1:]),
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal_traditional,
    "japaneseLegal": _formal_traditional,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
}
