"""Write digits, letters and characters that have several code points with their usual one."""

import re
import unicodedata

from ingest.repair.edits import Edit

DIGITS = "０-９"
LETTERS = "Ａ-Ｚａ-ｚ"
RADICALS = "\u2e80-\u2fdf"  # ⼈ for 人: fonts in PDFs give them
DOUBLES = "\uf900-\ufaff"  # 金 as U+F90A, from old character sets
FOUND = re.compile(
    f"[{DIGITS}{LETTERS}{RADICALS}{DOUBLES}]|(?<=[0-9０-９])％|(?<=[0-9０-９])．(?=[0-9０-９])"
)
TRIGGERS = frozenset(
    chr(code)
    for first, last in ("０９", "Ａｚ", "\u2e80\u2fdf", "\uf900\ufaff", "％％", "．．")
    for code in range(ord(first), ord(last) + 1)
)


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether any has another usual form."""
    return not chars.isdisjoint(TRIGGERS)


def find(text: str) -> list[Edit]:
    """Return the characters to replace. Full-width punctuation is the rule in Chinese and stays."""
    edits = []
    for match in FOUND.finditer(text):
        usual = unicodedata.normalize("NFKC", match[0])
        if usual != match[0]:
            edits.append(Edit(match.start(), match.end(), usual))
    return edits
