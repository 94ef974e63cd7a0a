"""Split a list of units as it stands in a plan into single mentions and complete what it leaves out.

The rules follow the usage of the offices: a level prefix said once holds for the departments that follow
(`区教育局、卫计局` -> 区卫计局), a department without ending takes it from `等部门` (`计生、民政等部门`), and names
that stand for many units (各街道办) are kept whole.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ingest import lexicon
from ingest.records import MentionKind

OPEN, CLOSE = "（(〔[【〈<《［", "）)〕]】〉>》］"
SEPARATORS = "、，,；;\n\t|"
LEVELS = "省市区县州盟旗镇乡"
_HIDE = {"、": "\ue001", "，": "\ue002", "和": "\ue003", "及": "\ue004", "与": "\ue005"}
_SHOW = {ord(hidden): plain for plain, hidden in _HIDE.items()}
_LEAD_MARK = re.compile(r"[（(](?:牵头|主办|总牵头|牵头单位)[）)]$")
_STAR = re.compile(r"^[★☆*▲●■◆]\s*")
_ALIAS = re.compile(r"[〈<]([^〉>]+)[〉>]$")
_INFIX = re.compile(r"^.+?[〈<（(]([^〉>）)]{1,3})[〉>）)](?=[办委]|督查室)")
_REST = re.compile(
    r"等(?P<count>\d+个)?(?:国务院|省|市|区|县|与[^、，]{2,16}的)?(?:直|级|政府)?(?P<kind>(?:相关|有关|主管|职能|成员)*"
    r"(?:部门|单位|企业|机构|地区|方面)?(?:[和、\ue001\ue003](?:部门|单位|地方))?)$"
)
# What 等 sums up is a collective of its own where it says whose units or which.
_NAMED_REST = re.compile(r"等(?P<name>国务院(?:相关|有关)部门(?:和单位)?|与[^、，]{2,16}的(?:单位|部门))$")
_AND = re.compile(r"以及|[和及]|(?<!等)与")
_PREFIX = re.compile(rf"^(?:全?[{LEVELS}])(?!场|域|政公用|政园林|容)(?=..)")
_LOST = re.compile(
    r"(?<=[局委办厅])(?P<level>[省市区县])(?!政府|人民政府|委)(?=[\u4e00-\u9fff]{2,12}(?:局|委|办|厅|中心|法院|检察院)(?:[、，,；;等]|$))"
)
_LEADING = re.compile(
    r"^(?:(?:并|同时|另|再|其中|分别)?由|请|和|及|与|以及|会同|联合|并|其中|同时)(?=.{2})|^[\s　:：·\-—]+"
)
_BRACKETED = re.compile(r"[（(〈<〔][^）)〉>〕]*[）)〉>〕]")
_LETTERS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”·、\-]+")
# Words that open or join clauses: a stretch of running text with one of them is no name.
_CLAUSE = re.compile(
    r"按照|根据|通过|推进|实现|完成|加强|共建|组建|建立|健全|加快|做好|负责|牵头|配合|会同|制定|以及|对于|为了|组成|联合制定"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{2}(?:镇|乡|街道|市|县|旗)$|[\u4e00-\u9fff]{2}(?<![新园开发景社校])区$")
_PLACE_GOVERNMENT = re.compile(r"(?:镇|乡|街道|市|县|区|旗)(?P<tail>人民政府|政府|办事处)?$")
_BARE_TAIL = {"办事处", "居委会", "村委会", "工作站", "人民政府", "政府", "党委"}


class Mention(NamedTuple):
    """One unit named in a list; `start` and `end` are offsets into the list."""

    start: int
    end: int
    surface: str
    name: str
    kind: MentionKind
    acting_as: str | None = None
    leads: bool = False


@cache
def _strengths() -> dict[str, str]:
    return lexicon.mapping("unit_suffixes")


@cache
def _suffix(strong: bool) -> re.Pattern[str]:
    chosen = [word for word, strength in _strengths().items() if not strong or strength == "strong"]
    body = "|".join(re.escape(word) for word in sorted(chosen, key=len, reverse=True))
    return re.compile(f"(?:{body})(?:[（(〈<〔][^）)〉>〕]+[）)〉>〕])*(?:等)?$")


@cache
def _collective() -> re.Pattern[str]:
    starts = "|".join(f"(?:{word})" for word in lexicon.words("collectives"))
    return re.compile(f"^(?:{starts})|(?:{lexicon.either('collective_endings')})$")


@cache
def _vertical() -> re.Pattern[str]:
    return lexicon.patterns("vertical_units", anchored=True)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(lexicon.words("ordinary_words"))


@cache
def _stem() -> re.Pattern[str]:
    return re.compile(f"^(?:{lexicon.either('unit_stems')})")


@cache
def _whole_stem() -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.either('unit_stems')})")


@cache
def _joined() -> re.Pattern[str]:
    return lexicon.patterns("joined_names")


@cache
def last_letters() -> frozenset[str]:
    """Return the letters with which names of units end: a cheap test before `is_unit_name`."""
    return frozenset(word[-1] for word in _strengths()) | frozenset("）)〉>〕")


@cache
def _ordinary_ending() -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.either('ordinary_endings')})$|\\d[\u4e00-\u9fff]$")


@lru_cache(maxsize=65536)
def ends_like_unit(name: str, *, strong: bool = False) -> bool:
    """Say whether a name ends as names of units do; `strong` endings are enough in running text."""
    if strong and is_ordinary(name):
        return False
    if strong and name.endswith("部") and _whole_stem().fullmatch(name[:-1]):
        return True
    return bool(_suffix(strong).search(name)) and not _ordinary_ending().search(name)


def is_ordinary(name: str) -> bool:
    """Say whether a name is an ordinary word by itself (办公室, 企业): a unit in a field, none in running text."""
    return name in _ordinary()


def is_collective(name: str) -> bool:
    """Say whether a name stands for many units at once (各街道办, 有关部门)."""
    return bool(_collective().search(name))


@lru_cache(maxsize=65536)
def is_unit_name(name: str, *, strong: bool = False) -> bool:
    """Say whether a whole string reads as the name of one unit or collective."""
    plain = _BRACKETED.sub("", name)
    if (
        not 2 <= len(plain) <= 30
        or not _LETTERS.fullmatch(plain)
        or ("、" in plain and not is_collective(name))
    ):
        return False
    if strong and (is_ordinary(name) or _CLAUSE.search(plain)):
        return False
    return ends_like_unit(name, strong=strong and not is_collective(name))


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut at separators outside brackets, and at white space between complete names."""
    found, depth, start = [], 0, 0
    for index, char in enumerate(text):
        if char in OPEN or char == "“":
            depth += 1
        elif char in CLOSE or char == "”":
            depth = max(0, depth - 1)
        elif depth == 0 and (
            (char in SEPARATORS and not _alias_follows(text, index))
            or char in "★☆▲"
            or (char in "  　" and _space_splits(text, start, index))
        ):
            found.append((start, index))
            start = index if char in "★☆▲" else index + 1
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip(" 　等。.")]


def _alias_follows(text: str, index: int) -> bool:
    """A line break inside a cell before a bracket parts no names: the bracket is an alias."""
    return text[index] == "\n" and text[index + 1 : index + 2] in ("（", "(")


def _space_splits(text: str, start: int, index: int) -> bool:
    left = text[start:index].strip(" 　★")
    return len(left) >= 3 and ends_like_unit(left)


def _cut_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at 和, 及, 与 where a complete name stands before (人力资源和社会保障局 stays whole)."""
    for found in _AND.finditer(text, start, end):
        left, right = text[start : found.start()].strip(), text[found.end() : end].strip()
        complete = len(left) >= 2 and (ends_like_unit(left) or is_collective(left) or left.endswith("等"))
        if complete and len(right) >= 2 and not re.match(r"[）)〕\]]", right) and _balanced(left):
            return [(start, found.start()), *_cut_and(text, found.end(), end)]
    return [(start, end)]


def _cut_lost(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut where a separator was lost between two complete names of one level: 市自然资源局市林业局."""
    found = _LOST.search(text, start + 2, end)
    if not found or text[start:end].lstrip()[:1] != found["level"]:
        return [(start, end)]
    return [(start, found.start("level")), *_cut_lost(text, found.start("level"), end)]


def _balanced(text: str) -> bool:
    return sum(c in OPEN for c in text) == sum(c in CLOSE for c in text)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop white space, stops and leading words such as 由 from a piece."""
    while True:
        while start < end and text[start] in " 　\n\t。.、，,:：;；|":
            start += 1
        while end > start and text[end - 1] in " 　\n\t。.、，,:：;；|":
            end -= 1
        found = _LEADING.match(text, start, end)
        if not found or found.end() == start:
            return start, end
        start = found.end()


def _one(text: str, start: int, end: int) -> tuple[Mention | None, bool]:
    """Read one piece; the flag says that a closing `等部门` or the like was cut off."""
    star = _STAR.match(text[start:end])
    start += star.end() if star else 0
    rest = _REST.search(text, start, end)
    elided = False
    if rest and rest.start() > start:
        end, elided = rest.start(), bool(rest["kind"] or rest["count"])
    mark = _LEAD_MARK.search(text[start:end])
    body_end = start + mark.start() if mark else end
    surface = text[start:body_end]
    if not surface:
        return None, elided
    alias, infix = _ALIAS.search(surface), _INFIX.match(surface)
    name = surface[: alias.start()] if alias else surface
    acting = alias[1] if alias else (infix[1] if infix else None)
    name = "".join(name.split())
    kind: MentionKind = "collective" if is_collective(name) else "unit"
    return Mention(start, body_end, surface, name, kind, acting, bool(star or mark)), elided


def _complete_tail(mentions: list[Mention], elided: str | None) -> list[Mention]:
    """Give each name the ending that the list says once: `甲镇、乙镇人民政府`, `计生、民政等部门`."""
    out = list(mentions)
    for index, mention in enumerate(out):
        later = out[index + 1 :]
        if mention.kind == "unit" and _PLACE.search(mention.name):
            following = [m for x in later if (m := _PLACE_GOVERNMENT.search(x.name))]
            tail = next((m["tail"] for m in following if m["tail"]), None)
            if tail and len(following) == len(later):
                out[index] = mention._replace(name=mention.name + tail)
        elif not ends_like_unit(mention.name) and mention.kind == "unit":
            branch = next(
                (
                    x.name[m.end() :]
                    for x in later
                    if x.name.endswith("分公司") and (m := _vertical().match(x.name))
                ),
                "",
            )
            if branch and _vertical().match(mention.name):
                out[index] = mention._replace(name=mention.name + branch)
            elif elided:
                out[index] = mention._replace(name=mention.name + elided)
        elif (
            mention.name in _BARE_TAIL
            and index
            and (place := re.match(r"各?(?:街道|社区|村)", out[index - 1].name))
        ):
            out[index] = mention._replace(name=place[0] + mention.name, kind="collective")
    return out


def _takes_prefix(name: str) -> bool:
    if (
        _PREFIX.match(name)
        or is_collective(name)
        or _vertical().match(name)
        or name.endswith(("分局", "支行", "街道"))
    ):
        return False
    return bool(_stem().match(name)) or name.endswith(("部门",))


def _complete_prefix(mentions: list[Mention]) -> list[Mention]:
    """Hand the level prefix of a name on to the departments after it that have none."""
    out, prefix = [], ""
    for mention in mentions:
        found = _PREFIX.match(mention.name)
        if mention.kind == "unit" and found:
            prefix = found[0] if len(found[0]) == 1 else ""
        elif prefix and mention.kind == "unit" and _takes_prefix(mention.name):
            mention = mention._replace(name=prefix + mention.name)
        out.append(mention)
    return out


@lru_cache(maxsize=65536)
def split_units(text: str) -> tuple[Mention, ...]:
    """Split a list of units.

    Args:
        text: what stands in a role field or before a role verb, e.g. `区教育局、卫计局，各街道办`.

    Returns:
        The mentions in their order; offsets are into `text`. Pieces that are no names are returned
        as well: whether a piece is plausible is for the caller to judge (`is_unit_name`).
    """
    hidden = _joined().sub(lambda found: "".join(_HIDE.get(c, c) for c in found[0]), text)
    mentions: list[Mention] = []
    endings: list[tuple[int, str]] = []
    for a, b in _pieces(hidden):
        for c, d in (span for whole in _cut_lost(hidden, a, b) for span in _cut_and(hidden, *whole)):
            start, end = _trim(hidden, c, d)
            if start >= end:
                continue
            mention, elided = _one(hidden, start, end)
            if mention:
                plain = text[mention.start : mention.end]
                mentions.append(mention._replace(surface=plain, name=mention.name.translate(_SHOW)))
            if elided:
                endings.append((len(mentions), "局" if "等与" in hidden[start:end] else "部门"))
                if named := _NAMED_REST.search(text, start, end):
                    a, b = named.span("name")
                    mentions.append(Mention(a, b, named["name"], named["name"], "collective"))
    return tuple(_complete_prefix(_elide(mentions, endings, text)))


def _elide(mentions: list[Mention], endings: list[tuple[int, str]], text: str) -> list[Mention]:
    """Apply `等部门` to the names before it, or a closing `…部门` to bare departments before it."""
    if not endings and len(mentions) > 1 and text.rstrip().endswith("部门"):
        last = mentions[-1].name.removesuffix("部门")
        if last and all(not ends_like_unit(m.name) for m in mentions[:-1]):
            endings = [(len(mentions), "部门")]
    out, done = [], 0
    for count, ending in endings:
        out += _complete_tail(mentions[done:count], ending)
        done = count
    return out + _complete_tail(mentions[done:], None)
