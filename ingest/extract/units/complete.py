"""Complete what a list of units leaves out, after the usage of the offices.

A level prefix said once holds for the departments that follow (`区教育局、卫计局` -> 区卫计局), and an ending
said once holds for the names before it (`计生、民政等部门`, `甲镇、乙镇人民政府`).
"""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.units.names import Mention, ends_like_unit, is_collective

_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2}(?:镇|乡|街道|市|县|旗|省|州|盟)$|[\u4e00-\u9fff]{2}(?<![新园开发景社校])区$"
)
_PLACE_GOVERNMENT = re.compile(
    r"(?:镇|乡|街道|市|县|区|旗|省|州|盟)(?P<tail>(?:党委[和及、]?)?(?:人民政府|政府)|(?:党工委[和及])?办事处)?$"
)
_ZONE = re.compile(
    r"(?:开发|高新|经开|新|园|示范|实验|试验|产业|工业|港|保税|综保|自贸|加工|度假|风景|景|旅游|功能|集聚|集中|合作|先行)区"
    r"(?P<tail>(?:党工委[和及])?(?:管委会|管理委员会))?$"
)
_GOVERNMENT_OF = re.compile(
    r"[\u4e00-\u9fff]{2,4}?(?P<tail>(?:自治州|地区|市|县|区|旗|镇|乡|街道)(?:人民政府|政府|办事处))$"
)
_BARE_CITY = re.compile(r"[\u4e00-\u9fff]州")  # 福州; names of units that end so are longer
_LONGEST_BARE_PLACE = 3  # letters
_OF_LEVEL = "属直级辖内"  # 市属, 市直: behind them the level letter is a prefix all the same
_MANY_PLACES = re.compile(r"各?(?:街道|社区|村)")
_SECOND_BODIES = frozenset(("管委会", "管理委员会", "办事处"))
_BARE_TAIL = frozenset(("办事处", "居委会", "村委会", "工作站", "人民政府", "政府", "党委"))


@cache
def _prefix() -> re.Pattern[str]:
    """Return an expression for the prefix of a name; words that begin like one (市场, 乡村) have none."""
    words = (row[0].removeprefix("word ") for row in lexicon.rows("unit_names", 3) if row[0][:5] == "word ")
    plain = "|".join(word[1:] for word in words if word[1] not in _OF_LEVEL)
    areas = lexicon.patterns("area_prefixes").pattern
    return re.compile(rf"(?:全?[省市区县州盟旗镇乡])(?!{plain})(?=..)|(?:{areas})(?!管委会|管理委员会)(?=..)")


@cache
def _stem() -> re.Pattern[str]:
    return re.compile(lexicon.either("unit_stems"))


def _vertical(name: str) -> re.Match[str] | None:
    return lexicon.patterns("vertical_units").match(name)


def complete_tails(mentions: list[Mention], endings: list[tuple[int, str]], text: str) -> list[Mention]:
    """Give the names of a list the endings that it says once.

    Args:
        mentions: the names of the list `text`.
        endings: (number of mentions before it, ending) of each 等部门 in the list.
    """
    if not endings and len(mentions) > 1 and text.rstrip().endswith("部门"):
        last = mentions[-1].name.removesuffix("部门")
        if last and all(not ends_like_unit(m.name) for m in mentions[:-1]):
            endings = [(len(mentions), "部门")]
    out, done = [], 0
    for count, ending in endings:
        out += _complete_part(mentions[done:count], ending)
        done = count
    return out + _complete_part(mentions[done:], None)


def _complete_part(mentions: list[Mention], ending: str | None) -> list[Mention]:
    out = list(mentions)
    for index, mention in enumerate(out):
        if tail := _zone_tail(mention, out[index + 1 :]):
            out[index] = mention._replace(name=mention.name + tail)
            continue
        complete = ends_like_unit(mention.name) and not _BARE_CITY.fullmatch(mention.name)
        if mention.kind == "unit" and _PLACE.search(mention.name):
            tail = _place_tail(mention, out[index + 1 :])
        elif mention.kind == "unit" and not complete:
            later = out[index + 1 :]
            tail = _branch_tail(mention, later) or _shared_place_tail(mention, later) or ending or ""
        else:
            tail = ""
            if index and (body := _second_body(out[index - 1].name, mention.name)):
                out[index] = mention._replace(name=body)
                continue
            place = _MANY_PLACES.match(out[index - 1].name) if index and mention.name in _BARE_TAIL else None
            if place:
                out[index] = mention._replace(name=place[0] + mention.name, kind="collective")
        if tail:
            out[index] = mention._replace(name=mention.name + tail)
    return out


def _place_tail(mention: Mention, later: list[Mention]) -> str:
    """Return 人民政府 for 甲镇 in `甲镇、乙镇人民政府`.

    Only places may stand between, and only streets have 办事处.
    """
    following = [m for x in later if (m := _PLACE_GOVERNMENT.search(x.name))]
    tail = next((m["tail"] for m in following if m["tail"]), "")
    fits = not tail.endswith("办事处") or mention.name.endswith("街道")
    return tail if fits and len(following) == len(later) else ""


def _second_body(before: str, name: str) -> str:
    """Return 甲开发区管委会 for 管委会 in `甲开发区党工委、管委会`."""
    place = before.removesuffix("党工委")
    fits = place != before and len(place) > 1 and not is_collective(before)
    return place + name if fits and name in _SECOND_BODIES else ""


def _zone_tail(mention: Mention, later: list[Mention]) -> str:
    """Return 管委会 for 甲开发区 in `甲开发区、乙新区管委会`: zones, the last of which says it for all."""
    if not mention.name.endswith("区") or mention.kind != "unit" or not _ZONE.search(mention.name):
        return ""
    for following in later:
        found = _ZONE.search(following.name)
        if found is None or following.kind != "unit":
            return ""
        if found["tail"]:
            return found["tail"]
    return ""


def _shared_place_tail(mention: Mention, later: list[Mention]) -> str:
    """Return 市人民政府 for 甲州 in `甲州、乙州市人民政府`: names of places whose level is said once."""
    if _stem().fullmatch(mention.name):
        return ""
    for name in (mention.name, *(x.name for x in later)):
        if found := _GOVERNMENT_OF.match(name):
            return found["tail"]
        if not 2 <= len(name) <= _LONGEST_BARE_PLACE or _stem().fullmatch(name):
            return ""
    return ""


def _branch_tail(mention: Mention, later: list[Mention]) -> str:
    """Return 某分公司 for 电信 in `电信、移动某分公司`."""
    if not later or not _vertical(mention.name):
        return ""
    branches = (x.name[m.end() :] for x in later if x.name.endswith("分公司") and (m := _vertical(x.name)))
    return next(branches, "")


def complete_prefix(mentions: list[Mention]) -> list[Mention]:
    """Hand the level prefix of a name on to the departments after it that have none."""
    out, prefix = [], ""
    for mention in mentions:
        found = _prefix().match(mention.name)
        if mention.kind == "unit" and found:
            prefix = "" if found[0].startswith("全") else found[0]
        elif prefix and mention.kind == "unit" and _takes_prefix(mention.name):
            mention = mention._replace(name=prefix + mention.name)
        out.append(mention)
    return out


def _takes_prefix(name: str) -> bool:
    if _prefix().match(name) or is_collective(name) or _vertical(name):
        return False
    if name.endswith(("分局", "支行", "街道")):
        return False
    return _stem().match(name) is not None or name.endswith("部门")
