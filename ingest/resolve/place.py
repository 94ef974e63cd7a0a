"""Read a district's full name into the places that its plan's units can belong to."""

import re
from dataclasses import dataclass
from functools import cache

# The ending of a place may stand inside a name (景德镇市, 沙市区, 新乡市): it ends the name only where
# no further ending follows. 济宁市市中区 is the one common name that breaks this; only 县 follows one letter.
PART = re.compile(
    r"(?:.县|.{2,}?(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|新城|街道|[省市盟区县旗镇乡]))"
    r"(?!市(?!中区)|区|县|省|自治|街道)"
)
LEVELS = {
    "省": "province",
    "自治区": "province",
    "特别行政区": "province",
    "市": "city",
    "自治州": "city",
    "地区": "city",
    "盟": "city",
    "新区": "county",
    "新城": "county",
    "区": "county",
    "县": "county",
    "自治县": "county",
    "旗": "county",
    "自治旗": "county",
    "镇": "township",
    "乡": "township",
    "街道": "township",
}
ENDINGS = sorted(LEVELS, key=len, reverse=True)
# The letter that stands for a place in the names of its units: 州发改委, 市教育局.
LETTERS = {
    "自治区": "区",
    "自治州": "州",
    "自治县": "县",
    "自治旗": "旗",
    "新区": "区",
    "新城": "区",
    "地区": "地",
}
NATIONS = frozenset({"全国", "中国", "国家", "中华人民共和国"})
MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})
DEPTH = {"nation": 0, "province": 1, "city": 2, "county": 3, "township": 4}


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the way down to a district.

    `name` is the full name from the top, `last` the own part of it, `short` that without its ending.
    """

    name: str
    last: str
    short: str
    letter: str
    level: str


@cache
def chain(district: str) -> tuple[Place, ...]:
    """Return the places that a full district name holds, the highest first, the district itself last.

    A name that ends like no place is one place of unknown level.
    """
    parts = [match[0] for match in PART.finditer(district)]
    if "".join(parts) != district:
        parts = [district]
    places: list[Place] = []
    for index, part in enumerate(parts):
        ending = next((e for e in ENDINGS if part.endswith(e)), "")
        level = _level(part, ending, places)
        # 眉县 and 沛县 keep their ending: one letter alone names no place.
        short = part.removesuffix(ending) if len(part) - len(ending) >= 2 else part
        places.append(Place("".join(parts[: index + 1]), part, short, LETTERS.get(ending, ending), level))
    return tuple(places)


def _level(part: str, ending: str, above: list[Place]) -> str:
    if part in NATIONS:
        return "nation"
    if part in MUNICIPALITIES:
        return "province"
    if ending == "市" and above and above[-1].level == "city":
        return "county"  # a city under a city is of county level: 新乡市辉县市
    return LEVELS.get(ending, "")


def parent_code(code: str | None, level: str) -> str | None:
    """Return the division code of the province or city that a six-digit code lies in, where it tells."""
    if code is None or len(code) != 6:
        return None
    if level == "province":
        return f"{code[:2]}0000"
    # 90 stands for divisions that a province governs without a city between (429004).
    return f"{code[:4]}00" if level == "city" and code[2:4] != "90" else None
