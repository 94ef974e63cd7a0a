"""Read lines about several items: `以上3项任务由A牵头`, `第5、6项由B配合`, `以下各项由C督办`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.extract.drafts import Draft
from ingest.extract.outline import Node, number_of

_NUMERAL = r"(?:[（(]?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[）)]?)"
_UNIT = "[项条款]"
_ROW = rf"(?:{_UNIT}?[、,，至到和及~～\-—－]+第?{_NUMERAL})"
_THESE = rf"第{_NUMERAL}{_ROW}*{_UNIT}|{_NUMERAL}{_ROW}+[两三四五六七八九十]?{_UNIT}"
_AHEAD = "以下|下列|下述|后列|下面"
_MANNER = "均|都|全部|统一|分别|总体上?"
_GIVES = "由|(?:责任|牵头|主办|承办|配合|协办|参与)(?:单位|部门)|牵头[：:]|责任[：:]"
_LINE = re.compile(
    rf"[ 　]*(?:(?:(?P<after>{_AHEAD})|以上|上述|前述|上列)?(?P<these>{_THESE})"
    rf"|(?P<ahead>{_AHEAD})(?:(?P<next>{_NUMERAL})[项条款个件]|各项|所有|全部|每项)?"
    rf"(?:改革|重点|具体|主要|民生|项目|任务|工作|事项|举措|措施|内容|目标)*(?:{_MANNER})?(?={_GIVES})"
    r"|(?P<near>以上|上述|前述|上列|本组|本类|本节|本章|本部分|该部分)"
    rf"(?:[^，。；\n]{{0,6}}?(?P<count>{_NUMERAL})[项条款个])?"
    r"[^，。；\n]{0,10}(?:由|任务|工作|改革|事项|目标|单位)"
    rf"|(?P<named>{_NUMERAL}项)[^，。；\n]{{0,8}}(?:由|单位))"
)
_RANGE = re.compile(rf"第?({_NUMERAL})(?:{_UNIT}?([至到~～\-—－])+第?({_NUMERAL}))?")
_COUNT_WORD = re.compile(rf"[两三四五六七八九十]?{_UNIT}$")
_PART_END = re.compile(rf"[；;。\n]|[，,](?=第{_NUMERAL}{_ROW}*{_UNIT})")
_SECTION = ("本章", "本部分", "该部分", "本节")


class ScopeLine(NamedTuple):
    """A line about items before it: the `last` few, those with the `numbers`, or all of a part.

    `section` says that the part is the whole section, not the nearest group of items, `ahead` that the items
    come after it; None where the line does not say on which side they stand.
    """

    start: int
    end: int
    last: int | None
    numbers: frozenset[int]
    section: bool = False
    ahead: bool | None = False


def scope_line(text: str, start: int, end: int) -> ScopeLine | None:
    """Read the line [start, end); None if it does not speak about several items."""
    found = _LINE.match(text, start, end)
    if found is None:
        return None
    if found["ahead"]:
        return ScopeLine(
            start, end, _number(found["next"]) if found["next"] else None, frozenset(), ahead=True
        )
    if found["count"]:
        return ScopeLine(start, end, _number(found["count"]), frozenset())
    numbers: set[int] = set()
    for one in _RANGE.finditer(_COUNT_WORD.sub("", found["these"] or found["named"] or "")):
        first = _number(one[1])
        numbers.update(range(first, (_number(one[3]) if one[3] else first) + 1))
    where = (
        True
        if found["after"]
        else None
        if found["these"] and text[found.start("these") - 1] not in "上述列"
        else False
    )
    return ScopeLine(start, end, None, frozenset(numbers), found["near"] in _SECTION, where)


def _number(words: str) -> int:
    return number_of(words.replace("两", "二"))


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a line that may each speak of items of their own."""
    ends = [found.end() for found in _PART_END.finditer(text, start, end)]
    return [(a, b) for a, b in zip([start, *ends], [*ends, end], strict=True) if a < b]


def scope_parts(text: str, line: ScopeLine) -> list[ScopeLine]:
    """Return the sentences of a line that each name items of their own: `第12项…；第13项…`."""
    sentences = (scope_line(text, *span) for span in sentence_spans(text, line.start, line.end))
    parts = [part for part in sentences if part is not None]
    if not parts:
        return [line]
    ends = [part.start for part in parts[1:]] + [line.end]
    return [part._replace(end=end) for part, end in zip(parts, ends, strict=True)]


def meant(line: ScopeLine, node: Node, drafts: Sequence[Draft], before: int) -> list[Draft]:
    """Return the items that a line speaks of.

    Numbers may begin again in each group: the nearest group that has them all is meant.

    Args:
        node: the paragraph that the line closes, or the heading below which it stands.
        drafts: the items, in the order of the text.
        before: how many of them stand before the line.
    """
    groups = _groups(node)
    pool = drafts[before:] if line.ahead else drafts[:before] if line.ahead is False else drafts
    if line.numbers:
        found = [[d for d in _inside(group, pool) if _item_number(d) in line.numbers] for group in groups]
        anywhere = [d for d in pool if _item_number(d) in line.numbers]
        whole = (some for some in (*found, anywhere) if {_item_number(d) for d in some} == line.numbers)
        return next(whole, found[-1])
    if line.last:
        enough = (some for group in groups if len(some := _inside(group, pool)) >= line.last)
        near = next(enough, _inside(groups[-1], pool))
        return near[: line.last] if line.ahead else near[-line.last :]
    return _inside(groups[-1] if line.section else groups[0], pool)


def _groups(node: Node) -> list[Node]:
    """Return what holds a line, from the nearest heading to the section; for a paragraph without, itself."""
    out: list[Node] = [node] if node.children else []
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
