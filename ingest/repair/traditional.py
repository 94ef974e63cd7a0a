"""Turn traditional characters into simplified ones, in traditional text and where they stray."""

import re
from functools import cache
from typing import Any

from ingest.repair import lists
from ingest.repair.characters import HAN, old_forms, usual
from ingest.repair.edits import Edit

TRADITIONAL_SHARE = 0.1  # of the Han characters; measured: traditional text 0.28 to 0.35, simplified 0
HAN_RUN = re.compile(f"[{HAN}]")


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether any can be traditional."""
    return any("\u4e00" <= char <= "\u9fff" for char in chars - usual())


def find(text: str) -> list[Edit]:
    """Return the characters to change, whole lines at a time where the text is traditional.

    A stray form in simplified text is changed alone, for there 后, 余 and 乾 are what they seem.
    """
    forms = old_forms()
    if not any(char in forms for char in set(text)):
        return []
    whole = _is_traditional(text)
    edits = []
    start = 0
    for line in text.split("\n"):
        by_phrases = _convert(line) if whole or _is_traditional(line) else line
        new = "".join(forms.get(char, char) for char in by_phrases)
        pairs = enumerate(zip(line, new, strict=True), start=start)
        edits += [Edit(place, place + 1, simple) for place, (old, simple) in pairs if old != simple]
        start += len(line) + 1
    return edits


def _is_traditional(text: str) -> bool:
    old = sum(map(old_forms().__contains__, text))
    return old > 1 and old >= TRADITIONAL_SHARE * len(HAN_RUN.findall(text))


def _convert(line: str) -> str:
    """Convert by phrases; the converter for Taiwan, for the one for the mainland leaves 著力 as it is."""
    new: str = _converter().convert(line)
    for word in lists.entries("kept_words"):
        new = new.replace(word.replace("著", "着"), word)
    return new


@cache
def _converter() -> Any:
    from opencc import OpenCC  # only traditional text needs it

    return OpenCC("tw2s")
