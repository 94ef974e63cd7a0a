"""Classes of characters that several repairs ask about."""

import re
from functools import cache

from ingest.repair import lists

HAN = "\u3400-\u9fff"
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"


def _gb2312(rows: range) -> frozenset[str]:
    pairs = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return frozenset("".join(pair.decode("gb2312", errors="ignore") for pair in pairs))


@cache
def usual() -> frozenset[str]:
    """Return the Han characters of GB 2312: all that simplified text needs, some names apart."""
    return _gb2312(range(0xB0, 0xF8)).difference(lists.entries("stray_characters"))


@cache
def usual_run() -> re.Pattern[str]:
    """Return an expression for usual characters in a row."""
    return re.compile(f"[{''.join(sorted(usual()))}]+")


@cache
def frequent() -> frozenset[str]:
    """Return the 3,755 frequent characters of GB 2312."""
    return _gb2312(range(0xB0, 0xD8))


@cache
def old_forms() -> dict[str, str]:
    """Return each character that only traditional or Japanese text has, with its simplified form.

    Traditional forms that simplified text has too (后, 余, 乾, 著) are not among them, nor are those
    that it keeps in names (`data/repair/kept_characters.tsv`).
    """
    from opencc import OpenCC  # only documents with such characters need it

    kept = lists.entries("kept_characters")
    candidates = [chr(code) for code in range(0x4E00, 0xA000)]
    candidates = [char for char in candidates if char not in usual() and char not in kept]

    def convert(config: str, chars: list[str]) -> list[str]:
        return str(OpenCC(config).convert("\n".join(chars))).split("\n")

    forms = {}
    continental = convert("jp2t", candidates)
    columns = (candidates, convert("tw2s", candidates), continental, convert("t2s", continental))
    for char, simple, continental_form, from_japanese in zip(*columns, strict=True):
        if simple != char:
            forms[char] = simple
        elif continental_form != char and from_japanese in usual():
            forms[char] = from_japanese
    return forms
