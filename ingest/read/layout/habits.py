"""Learn from a document how its paragraphs end and begin, to judge lines of which the page does not tell it.

Where paragraphs are not indented, a line that is full and ends with a full stop may end a paragraph or not.
How often the document ends paragraphs so, and how often such characters stand inside its lines, says which is
likelier.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log

_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]")
_KINDS = {
    "section": r"第?[一二三四五六七八九十百零〇]{1,4}[、.．章条节]",
    "group": r"[（(][一二三四五六七八九十\d]{1,3}[)）]",
    "number": r"(?<!\d)\d{1,3}\s*[.．、﹒)）](?!\d)",
    "row": r"(?<!\S)\d{1,3}[ \t\u3000]",
    "bracket": r"[（(〔\[【]",
    "point": r"[一二三四五六七八九]是",
    "attached": r"附件|附[：:]",
}
_KIND = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS.items()))
_ENDS = (
    ("stop", "。！？!?"),
    ("semicolon", "；;"),
    ("comma", "，、,"),
    ("colon", "：:"),
    ("close", "）)〕]】"),
)
_END_OF = {char: name for name, chars in _ENDS for char in chars}
# How often, before anything is seen, an end is that of a paragraph, and how often it stands inside a line.
_BEFORE = {
    "stop": (0.5, 0.5),
    "close": (0.5, 0.5),
    "semicolon": (0.5, 0.5),
    "colon": (0.5, 0.5),
    "comma": (0.05, 2.0),
    "other": (0.5, 4.0),
}
_UNSEEN = (0.05, 0.5)  # numbers and labels seldom stand inside lines where none was seen
NUMBERED = frozenset(("section", "group", "number"))
_ENOUGH = 300_000  # characters in which labels are looked for
_LONGEST_LABEL = 6
_QUOTES = "”’」』"


@dataclass(slots=True)
class Habits:
    """How often characters end paragraphs and how often they stand inside lines; the same of beginnings."""

    ends: Counter[str] = field(default_factory=Counter)
    inner_ends: Counter[str] = field(default_factory=Counter)
    starts: Counter[str] = field(default_factory=Counter)
    inner_starts: Counter[tuple[str, str]] = field(default_factory=Counter)  # behind an end of a kind
    text: str = ""
    found: dict[tuple[str, str], int] = field(default_factory=dict)  # what was looked for in the text


def learn(lines: Iterable[tuple[str, bool, bool]]) -> Habits:
    """Return the habits of a document.

    Args:
        lines: each line with whether it surely begins a paragraph, and whether it surely ends one.
    """
    habits = Habits()
    texts = []
    for text, begins, ends in lines:
        texts.append(text)
        if begins:
            habits.starts[start_kind(text)] += 1
        if ends:
            habits.ends[end_kind(text)] += 1
        habits.inner_ends.update(_END_OF.get(char, "other") for char in text[:-1])
        for match in _KIND.finditer(text, 1):
            habits.inner_starts[end_kind(text[: match.start()].rstrip()), match.lastgroup or ""] += 1
    habits.text = "\n".join(texts)[:_ENOUGH]
    return habits


def start_kind(text: str) -> str:
    """Return how a text begins: the kind of its number, its label, or other."""
    if label := _LABEL.match(text):
        return label[0]
    kind = _KIND.match(text)
    return kind.lastgroup or "other" if kind else "other"


def end_kind(text: str) -> str:
    """Return how a text ends."""
    return _END_OF.get(text.rstrip(_QUOTES)[-1:], "other")


def parts_paragraphs(habits: Habits, before: str, after: str, odds: float) -> bool:
    """Say whether two lines that might be one paragraph are likelier two.

    Args:
        habits: of the document.
        before: the paragraph so far.
        after: the line that may go on with it.
        odds: that they are two for other reasons, as a logarithm.
    """
    if before.endswith(("：", ":")):
        return not _is_label(habits, before)
    end, start = end_kind(before), start_kind(after)
    if start.endswith(("：", ":")) and habits.starts[start] == 0:
        start = "other"  # no label, but the end of a sentence: 通知如下：
    seldom, often = _BEFORE[end]
    ended = log((habits.ends[end] + seldom) / (habits.inner_ends[end] + often))
    begun = log((habits.starts[start] + 0.2) / (habits.starts.total() + 1))
    within = log((_inner(habits, end, start) + _UNSEEN[start == "other"]) / (habits.inner_ends[end] + 1))
    return ended + begun - within + odds > 0


def _inner(habits: Habits, end: str, start: str) -> int:
    """Return how often a beginning stands inside lines behind an end."""
    if start.endswith(("：", ":")):
        if (end, start) not in habits.found:
            found = re.finditer(rf"(\S)[ \t\u3000]*{start}", habits.text)
            habits.found[end, start] = sum(1 for match in found if end_kind(match[1]) == end)
        return habits.found[end, start]
    if start == "other":
        known = sum(count for (kind, _), count in habits.inner_starts.items() if kind == end)
        return max(0, habits.inner_ends[end] - known)
    return habits.inner_starts[end, start]


def _is_label(habits: Habits, text: str) -> bool:
    """Say whether a text ends with a label that other lines have before a value: 责任单位：."""
    run = re.search(r"(^|[^\u4e00-\u9fff])([\u4e00-\u9fff]{2,})[：:]$", text)
    if run is None:
        return False
    if run[1] and run[1] in "。；;（(〔[【" and len(run[2]) <= _LONGEST_LABEL:
        return True
    whole = rf"(?<![\u4e00-\u9fff]){run[2]}" if len(run[2]) <= _LONGEST_LABEL else run[2][-4:]
    return any(_has_value(habits, label) for label in (whole, run[2][-4:]) if len(label) > 3)


def _has_value(habits: Habits, label: str) -> bool:
    """Say whether a label stands before a value somewhere."""
    if ("", label) not in habits.found:
        habits.found["", label] = re.search(f"{label}[：:](?!\n|$)", habits.text) is not None
    return habits.found["", label] > 0
