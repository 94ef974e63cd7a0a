"""Take out the blanks with which the labels of fields are drawn to one width: `责 任 单 位：`."""

import re

from ingest.repair.edits import Edit

_HEADS = "牵头|责任|配合|主办|协办|承办|协助|参与|参加|成员|实施|落实|主管|分管|包抓|联系|其他责任|主要责任"
_NOUNS = "单位|部门|科室|处室|股室|机构|领导|人|责任人"
_TIMES = "完成时限|完成时间|完成期限|时限要求|时间要求"
_GAPS = "[ \u3000]{0,3}"
_BLANKS = re.compile("[ \u3000]+")
_END = re.compile("[位门室构导人限间求][ \u3000]{0,3}[：:]")
_LONGEST = 24  # letters of a label with its blanks


def _drawn(words: str) -> str:
    """Return an expression for words between whose letters blanks may stand."""
    return "|".join(_GAPS.join(word) for word in words.split("|"))


_LABEL = re.compile(rf"(?:(?:{_drawn(_HEADS)}){_GAPS}(?:{_drawn(_NOUNS)})|{_drawn(_TIMES)})(?={_GAPS}[：:]$)")


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it has blanks and labels."""
    return not chars.isdisjoint(" \u3000") and not chars.isdisjoint("：:")


def find(text: str) -> list[Edit]:
    """Return the blanks to take out; those before a label part it from what stands there."""
    edits = []
    for end in _END.finditer(text):
        near = text[max(0, end.end() - _LONGEST) : end.end()]
        if _BLANKS.search(near, 0, len(near) - 1) is None:
            continue
        if label := _LABEL.search(near):
            at = end.end() - len(near) + label.start()
            edits += [Edit(at + gap.start(), at + gap.end(), "") for gap in _BLANKS.finditer(label[0])]
    return edits
