"""Letters of Word's symbol fonts (Wingdings, Symbol) as the characters that a reader sees."""

UNKNOWN = "\ufffd"
_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the letters of symbol fonts


def _row(first: int, signs: str) -> dict[int, str]:
    return {first + n: sign for n, sign in enumerate(signs)}


_WINGDINGS = {
    **_row(0x6C, "●❍■□"),
    **_row(0x71, "❑❒⬧⧫◆❖"),
    **_row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_row(0x9E, "·•"),
    **_row(0xA1, "○⭕"),
    **_row(0xA7, "▪◻"),
    **_row(0xAB, "★✶"),
    **_row(0xD8, "➢"),
    **_row(0xDF, "←→↑↓"),
    **_row(0xE8, "➔"),
    **_row(0xFB, "✗✓☒☑"),
}
_WINGDINGS_2 = {
    **_row(0x4F, "✗✓☒☑"),
    **_row(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_row(0x96, "●"),
    **_row(0xA3, "□"),
    **_row(0xEA, "★"),
}
_SYMBOL = {**_row(0xA3, "≤"), **_row(0xB0, "°±"), **_row(0xB3, "≥×"), 0xB7: "•", 0xB9: "≠", 0xBB: "≈"}
_CIRCLE = "○"  # drawn by Word's usual bullet of the second level, the letter o
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(code: int, font: str) -> str:
    """Return the character of a letter of a symbol font; the replacement character for unknown ones."""
    if code not in _PRIVATE and font.lower() not in _FONTS:
        return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else UNKNOWN
    return _FONTS.get(font.lower(), _WINGDINGS).get(code & 0xFF, UNKNOWN)


def readable(bullet: str) -> str:
    """Return a bullet as a reader sees it: letters of symbol fonts are drawn as some dot or square."""
    return _CIRCLE if bullet == "o" else "".join(map(_bullet, bullet))


def _bullet(sign: str) -> str:
    if ord(sign) not in _PRIVATE:
        return sign
    return _WINGDINGS.get(ord(sign) & 0xFF, "•")
