"""Read lines about items before them: `以上3项任务由A牵头`, `上述第5、6项由B配合`, `以上各项由C督办`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.extract.drafts import Draft
from ingest.extract.outline import Node, number_of

_NUMERAL = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_UNIT = "[项条款]"
_ROW = rf"(?:[、,，至到和及~～\-—－]第?{_NUMERAL})"
_THESE = rf"第{_NUMERAL}{_ROW}*{_UNIT}|{_NUMERAL}{_ROW}+[两三四五六七八九十]?{_UNIT}"
_LINE = re.compile(
    rf"[ 　]*(?:(?:以上|上述|前述|上列)?(?P<these>{_THESE})"
    r"|(?P<near>以上|上述|前述|上列|本组|本类|本节|本章|本部分|该部分)"
    rf"(?:[^，。；\n]{{0,6}}?(?P<count>{_NUMERAL})[项条款个])?"
    r"[^，。；\n]{0,10}(?:由|任务|工作|改革|事项|目标|单位)"
    rf"|(?P<named>{_NUMERAL}项)[^，。；\n]{{0,8}}(?:由|单位))"
)
_RANGE = re.compile(rf"第?({_NUMERAL})(?:([至到~～\-—－])第?({_NUMERAL}))?")
_COUNT_WORD = re.compile(rf"[两三四五六七八九十]?{_UNIT}$")
_SENTENCE = re.compile(r"[^；;。\n]+")
_SECTION = ("本章", "本部分", "该部分", "本节")


class ScopeLine(NamedTuple):
    """A line about items before it: the `last` few, those with the `numbers`, or all of a part.

    `section` says that the part is the whole section, not the nearest group of items.
    """

    start: int
    end: int
    last: int | None
    numbers: frozenset[int]
    section: bool = False


def scope_line(text: str, start: int, end: int) -> ScopeLine | None:
    """Read the line [start, end); None if it does not speak about items before it."""
    found = _LINE.match(text, start, end)
    if found is None:
        return None
    if found["count"]:
        return ScopeLine(start, end, _number(found["count"]), frozenset())
    numbers: set[int] = set()
    for one in _RANGE.finditer(_COUNT_WORD.sub("", found["these"] or found["named"] or "")):
        first = _number(one[1])
        numbers.update(range(first, (_number(one[3]) if one[3] else first) + 1))
    return ScopeLine(start, end, None, frozenset(numbers), found["near"] in _SECTION)


def _number(words: str) -> int:
    return number_of(words.replace("两", "二"))


def scope_parts(text: str, line: ScopeLine) -> list[ScopeLine]:
    """Return the sentences of a line that each name items of their own: `第12项…；第13项…`."""
    sentences = (scope_line(text, *found.span()) for found in _SENTENCE.finditer(text, line.start, line.end))
    parts = [part for part in sentences if part is not None]
    if not parts:
        return [line]
    ends = [part.start for part in parts[1:]] + [line.end]
    return [part._replace(end=end) for part, end in zip(parts, ends, strict=True)]


def meant(line: ScopeLine, node: Node, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the items that a line speaks of.

    Numbers may begin again in each group: the nearest group that has them all is meant.

    Args:
        node: the paragraph that the line closes.
        drafts: the items before the line.
    """
    groups = _groups(node)
    if line.numbers:
        found = [[d for d in _inside(group, drafts) if _item_number(d) in line.numbers] for group in groups]
        whole = (some for some in found if {_item_number(d) for d in some} == line.numbers)
        return next(whole, found[-1])
    if line.last:
        enough = (some for group in groups if len(some := _inside(group, drafts)) >= line.last)
        return next(enough, _inside(groups[-1], drafts))[-line.last :]
    return _inside(groups[-1] if line.section else groups[0], drafts)


def _groups(node: Node) -> list[Node]:
    """Return what holds a paragraph, from the nearest heading to the section; for one without, itself."""
    out: list[Node] = []
    above = node.parent
    while above is not None and above.rank >= 0:
        out.append(above)
        above = above.parent
    return out or [above if above is not None and len(above.children) > 1 else node]


def _inside(group: Node, drafts: Sequence[Draft]) -> list[Draft]:
    return [d for d in drafts if group.start <= d.start < group.end]


def _item_number(draft: Draft) -> int | None:
    """Return the number of an item; points (一是) have none of their own."""
    return None if draft.number is None or draft.number.endswith("是") else number_of(draft.number)
