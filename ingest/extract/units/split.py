"""Split a list of units as it stands in a plan into single mentions.

Names are parted by signs, by 和 behind a complete name, by spaces, or by nothing where a separator was lost;
what stands in brackets behind a name belongs to it.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ingest import lexicon
from ingest.extract.units.complete import complete_prefix, complete_tails
from ingest.extract.units.names import CLOSE, OPEN, Mention, ends_like_unit, is_collective
from ingest.extract.units.stations import complete_stations
from ingest.records import MentionKind

_HIDE = {"、": "\ue001", "，": "\ue002", "和": "\ue003", "及": "\ue004", "与": "\ue005"}
_SHOW = {ord(hidden): plain for plain, hidden in _HIDE.items()}
_STARS = "★☆▲△"
_OPENING, _CLOSING = frozenset(OPEN + "“"), frozenset(CLOSE + "”")
_SIGN = re.compile(f"[{re.escape(OPEN + CLOSE)}“”、，,；;\n\t|{_STARS} 　]")
_BRACKET = re.compile(f"[{re.escape(OPEN + CLOSE)}]")
_LEAD_MARK = re.compile(r"[（(〔〈【\[](?:总?牵头|主办|主责|牵头单位|[★☆▲△*●■◆])[）)〕〉】\]]$")
_STAR = re.compile(r"[★☆*▲△●■◆]\s*")
_STAR_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff）)])\s*[★☆*▲△●■◆]$")
_ENDS_NAME = re.compile(r"\s*(?:[、，,；;]|$)")  # behind a mark: it belongs to the name before it
_ALIAS = re.compile(r"(?<=.)[〈<]([^〉>]+)[〉>]$")
_INFIX = re.compile(r".+?[〈<（(]([^〉>）)]{1,3})[〉>）)](?=[办委]|督查室)")
_SHORT_FORM = re.compile(r"[（(〔](?:以下|下文|下)?(?:简称|统称|称)(?:为|：|:)?[“\"']?[^（）()]{1,20}[）)〕]")
_REST = re.compile(
    r"等(?P<count>\d+个)?(?:国务院|省|市|区|县|与[^、，]{2,16}的)?(?:直|级|政府)?"
    r"(?P<kind>(?:各|相关|有关|主管|职能|成员)*(?:部门|单位|企业|机构|地区|方面)?"
    r"(?:[和、\ue001\ue003](?:部门|单位|地方))?)$"
)
# What 等 sums up is a collective of its own where it says whose units or which.
_NAMED_REST = re.compile(
    r"等(?P<name>国务院(?:相关|有关)部门(?:和单位)?|与[^、，]{2,16}的(?:单位|部门)"
    r"|[省市区县州盟旗镇乡](?:级|直|属|管)(?:各|有关|相关)+(?:部门|单位|企业)|各(?:有关|相关)?(?:部门|单位))$"
)
_GROUP_SIGN = re.compile(r"等(?=各|涉及|所涉|属地|所在|沿线|辖区|相关|有关)")
_AND = re.compile(r"以及|[和及]|(?<!等)与")
_LOST = re.compile(
    r"(?<=[局委办厅])(?P<level>[省市区县])(?!政府|人民政府|委)"
    r"(?=[\u4e00-\u9fff]{2,12}(?:局|委|办|厅|中心|法院|检察院)(?:[、，,；;等]|$))"
)
_EDGE = " 　\n\t。.、，,:：;；|/／"


@lru_cache(maxsize=16384)
def split_units(text: str) -> tuple[Mention, ...]:
    """Split a list of units.

    Args:
        text: what stands in a role field or before a role verb, e.g. `区教育局、卫计局，各街道办`.

    Returns:
        The mentions in their order; offsets are into `text`. Pieces that are no names are returned
        as well: whether a piece is plausible is for the caller to judge (`is_unit_name`).
    """
    hidden = lexicon.patterns("joined_names").sub(_hidden, text)
    mentions: list[Mention] = []
    endings: list[tuple[int, str]] = []
    for start, stop in _spans(hidden):
        end = _group_start(hidden, start, stop)
        mention, elided = _one(hidden, start, end)
        if mention and hidden != text:
            plain = text[mention.start : mention.end]
            mention = mention._replace(surface=plain, name=mention.name.translate(_SHOW))
        if mention:
            mentions.append(mention)
        if elided:
            endings.append((len(mentions), "局" if "等与" in hidden[start:end] else "部门"))
            if named := _NAMED_REST.search(text, start, end):
                mentions.append(Mention(*named.span("name"), named["name"], named["name"], "collective"))
        if end < stop:
            name = text[end + 1 : stop]
            mentions.append(Mention(end + 1, stop, name, "".join(name.split()), "collective"))
    return tuple(complete_prefix(complete_tails(complete_stations(mentions), endings, text)))


@cache
def _leading() -> re.Pattern[str]:
    """Return an expression for what may stand before a name; 和 opens names as well: 和平街道, 和尚桥镇."""
    level = rf"[省市区县州盟旗镇乡街各所国中]|全[省市区县]|有关|相关|其他|{lexicon.either('unit_stems')}"
    joint = rf"和(?={level})(?!平[区县镇乡街路桥里])|及|与|以及|会同|联合|并|其中|同时"
    return re.compile(
        rf"(?:(?:并|同时|另|再|其中|分别)?由|请|{joint})(?=.{{2}})|[\s　:：·\-—]+"
        r"|[①-⑳]|[（(]?\d{1,2}[）)]|[一二三四五六七八九]是"
    )


@cache
def _group() -> re.Pattern[str]:
    """Return an expression for units of one kind that 等 sums up: 柳河居委会等涉及村（居）."""
    kinds = lexicon.either("collective_nouns")
    aside = r"(?:[（(][\u4e00-\u9fff、]{1,6}[）)])?"
    return re.compile(
        rf"等(?:各|涉及|所涉|属地|所在|沿线|辖区|相关|有关)[^、，]{{0,6}}?{aside}(?!部门|单位|企业)(?:{kinds}){aside}$"
    )


def _group_start(text: str, start: int, end: int) -> int:
    """Return where 等 and a kind of units close a piece, else the end of the piece."""
    if _GROUP_SIGN.search(text, start + 1, end) is None:
        return end
    found = _group().search(text, start + 1, end)
    return found.start() if found else end


def _hidden(found: re.Match[str]) -> str:
    return "".join(_HIDE.get(letter, letter) for letter in found[0])


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each name, without signs and leading words."""
    for piece in _pieces(text):
        for whole in _cut_lost(text, *piece):
            for part in _cut_and(text, *whole):
                start, end = _trim(text, *part)
                if start < end:
                    yield start, end


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut at separators outside brackets, and at white space between complete names."""
    found, depth, start = [], 0, 0
    for sign in _SIGN.finditer(text):
        letter, index = sign[0], sign.start()
        if letter in _OPENING:
            depth += 1
        elif letter in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and _parts(text, start, index, letter):
            found.append((start, index))
            start = index if letter in _STARS else index + 1
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip(" 　等。.")]


def _parts(text: str, start: int, index: int, letter: str) -> bool:
    """Say whether a sign outside brackets parts the name that began at `start` from the next.

    A line break inside a cell before a bracket parts no names: the bracket is an alias.
    """
    if letter in _STARS:
        return not (text[start:index].strip() and _ENDS_NAME.match(text, index + 1))
    if letter in " 　":
        left = text[start:index].strip(" 　★")
        return (len(left) >= 3 or _is_short(left, text[index + 1 : index + 2])) and ends_like_unit(left)
    return letter != "\n" or text[index + 1 : index + 2] not in ("（", "(")


def _is_short(name: str, following: str) -> bool:
    """Say whether two letters are a whole name: 妇联, 残联, but not 市委 in 市委 宣传部."""
    if name == "纪委":
        return following not in ("监", "办", "机")  # 纪委 监委 is one body
    return len(name) == 2 and name[1] in "联协" and ends_like_unit(name, strong=True)


def _cut_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at 和, 及, 与 where a complete name stands before (人力资源和社会保障局 stays whole)."""
    for found in _AND.finditer(text, start, end):
        left, right = text[start : found.start()].strip(), text[found.end() : end].strip()
        complete = len(left) >= 2 and (ends_like_unit(left) or is_collective(left) or left.endswith("等"))
        if complete and len(right) >= 2 and right[0] not in "）)〕]" and _balanced(left):
            return [(start, found.start()), *_cut_and(text, found.end(), end)]
    return [(start, end)]


def _cut_lost(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut where a separator was lost between two complete names of one level: 市自然资源局市林业局."""
    found = _LOST.search(text, start + 2, end)
    if not found or text[start:end].lstrip()[:1] != found["level"]:
        return [(start, end)]
    return [(start, found.start("level")), *_cut_lost(text, found.start("level"), end)]


def _balanced(text: str) -> bool:
    signs = _BRACKET.findall(text)
    return 2 * sum(sign in OPEN for sign in signs) == len(signs)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop white space, stops and leading words such as 由 from a piece."""
    while True:
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        found = _leading().match(text, start, end) or lexicon.patterns("about_words").match(text, start, end)
        if not found or found.end() == start:
            return start, end
        start = found.end()


def _one(text: str, start: int, end: int) -> tuple[Mention | None, bool]:
    """Read one piece; the flag says that a closing `等部门` or the like was cut off."""
    star = _STAR.match(text, start, end)
    start = star.end() if star and star.end() < end else start
    rest = _REST.search(text, start, end)
    elided = False
    if rest and rest.start() > start:
        end, elided = rest.start(), bool(rest["kind"] or rest["count"])
    behind = _STAR_BEHIND if end > start and text[end - 1] not in CLOSE else _LEAD_MARK
    mark = behind.search(text, start, end)
    end = mark.start() if mark else end
    if "称" in text[start:end] and (short := _SHORT_FORM.search(text, start, end)) and short.end() == end:
        end = short.start()
    surface = text[start:end]
    if not surface:
        return None, elided
    alias, infix = _ALIAS.search(surface), _INFIX.match(surface)
    alias = None if is_collective(surface) else alias  # 各区人民政府<管委会> are two sorts
    name = surface[: alias.start()] if alias else surface
    acting = alias[1] if alias else (infix[1] if infix else None)
    name = "".join(name.split())
    kind: MentionKind = "collective" if is_collective(name) else "unit"
    return Mention(start, end, surface, name, kind, acting, bool(star or mark)), elided
