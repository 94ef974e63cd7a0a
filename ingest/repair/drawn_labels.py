"""Take out the blanks with which the labels of fields are drawn to one width: `责 任 单 位：`."""

import re
from collections.abc import Iterable
from functools import cache

from ingest import lexicon
from ingest.repair.edits import Edit

_GAPS = "[ \u3000]{0,3}"
_BLANKS = re.compile("[ \u3000]+")
_LONGEST = 24  # letters of a label with its blanks


def _drawn(words: Iterable[str]) -> str:
    """Return an expression for words between whose letters blanks may stand, the longest first."""
    return "|".join(_GAPS.join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))


@cache
def _label() -> re.Pattern[str]:
    heads, nouns = _drawn(lexicon.mapping("label_heads")), _drawn(lexicon.mapping("label_nouns"))
    times = _drawn(lexicon.words("deadline_labels"))
    return re.compile(rf"(?:(?:{heads}){_GAPS}(?:{nouns})|{times})(?={_GAPS}[：:]$)")


@cache
def _end() -> re.Pattern[str]:
    """Return an expression for a colon behind a letter with which labels end: a cheap test."""
    words = [*lexicon.mapping("label_nouns"), *lexicon.words("deadline_labels")]
    letters = "".join(sorted({word[-1] for word in words}))
    return re.compile(f"[{re.escape(letters)}][ \u3000]{{0,3}}[：:]")


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it has blanks and labels."""
    return not chars.isdisjoint(" \u3000") and not chars.isdisjoint("：:")


def find(text: str) -> list[Edit]:
    """Return the blanks to take out; those before a label part it from what stands there."""
    edits = []
    for end in _end().finditer(text):
        near = text[max(0, end.end() - _LONGEST) : end.end()]
        if _BLANKS.search(near, 0, len(near) - 1) is None:
            continue
        if label := _label().search(near):
            at = end.end() - len(near) + label.start()
            edits += [Edit(at + gap.start(), at + gap.end(), "") for gap in _BLANKS.finditer(label[0])]
    return edits
