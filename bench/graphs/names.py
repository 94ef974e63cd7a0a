"""Invented names for places, units and items: long lists by combining a few signs."""

from collections.abc import Sequence
from itertools import product

FIRST = "青白长东南云石柳河新双临金玉龙凤安平永和清泰嘉昌"
SECOND = "河石岭屏圩溪桥塘湾港林江山川原城阳陵"
CITY_FIRST = "甲乙丙丁戊己庚辛壬癸"

# Function, short name of the unit that has it; the first are the ones that lead most.
UNITS = (
    ("发展改革", "发展改革局"),
    ("财政", "财政局"),
    ("机构编制", "编办"),
    ("教育", "教育局"),
    ("人力资源", "人力资源局"),
    ("住房建设", "住房建设局"),
    ("卫生健康", "卫生健康局"),
    ("民政", "民政局"),
    ("城市管理", "城市管理局"),
    ("司法", "司法局"),
    ("市场监管", "市场监管局"),
    ("农业农村", "农业农村局"),
    ("审计", "审计局"),
    ("信访", "信访局"),
    ("统计", "统计局"),
    ("政务服务", "政务服务局"),
    ("组织", "委组织部"),
)
COLLECTIVES = ("各街道办事处", "各有关单位")
AREAS = (
    "政务服务",
    "财税体制",
    "社会治理",
    "教育综合改革",
    "医药卫生",
    "城市管理",
    "农村综合改革",
    "组织人事",
)
PARTS = ["窗口与流程", "队伍与机构", "数据与平台"]
VERBS = ["推进", "完善", "整合", "试行", "规范", "压减", "公开", "评估"]
THINGS = (
    "审批事项",
    "预算编制",
    "学区共建",
    "社区议事",
    "分级诊疗",
    "执法协作",
    "土地流转",
    "人才引进",
    "信用监管",
    "数据共享",
)
AIMS = ["清单管理", "一窗受理", "联席会议", "第三方评估", "限时办结"]
POLICIES = ("关于{}的意见", "关于{}工作的实施办法", "{}三年行动方案")


def districts(count: int) -> list[tuple[str, str]]:
    """Return names and division codes (of the unused province 99): a city, then its districts.

    Args:
        count: how many; every 15th is a city, whose code the districts after it share.
    """
    names = ["".join(pair) for pair in product(FIRST, SECOND)]
    found: list[tuple[str, str]] = []
    city = ""
    for number in range(count):
        block, place = divmod(number, 15)
        if place == 0:
            letter, round_ = CITY_FIRST[block % 10], block // 10
            city = f"{letter}{names[round_][:1] if round_ else ''}市"
            found.append((city, f"99{block + 1:02d}00"))
        else:
            kind = "县" if place % 4 == 0 else "区"
            found.append((f"{city}{names[number % len(names)]}{kind}", f"99{block + 1:02d}{place:02d}"))
    return found


def titles(count: int) -> list[str]:
    """Return titles of items; the later ones of a long list carry a number."""
    made = [verb + thing + aim for verb, thing, aim in product(VERBS, THINGS, AIMS)]
    return [
        made[n % len(made)] + (f"（{n // len(made) + 1}）" if n >= len(made) else "") for n in range(count)
    ]


def policies(count: int, subjects: Sequence[str]) -> list[str]:
    """Return titles of documents that plans cite."""
    return [
        POLICIES[n % 3].format(subjects[n // 3 % len(subjects)])
        + (f"（{n // (3 * len(subjects)) + 1}）" if n >= 3 * len(subjects) else "")
        for n in range(count)
    ]
