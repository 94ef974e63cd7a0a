"""Chinese numerals."""

DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number below a hundred as it is counted: 十, 十二, 二十八."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones or not tens else "")


def spelt(year: int) -> str:
    """Return a year digit by digit, with the circle that older documents use: 二○一○."""
    return "".join(DIGITS[int(digit)] for digit in str(year)).replace("〇", "○")
