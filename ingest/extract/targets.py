"""Find quantified aims such as `进驻率达到85%以上` and read their value."""

import re

from ingest.records import Evidence, Target

_CLAUSE = re.compile(r"[^，。；;！？\n]+")
_VALUE = re.compile(
    r"(?P<value>\d+(?:\.\d+)?)\s?(?P<unit>%|％|‰|个百分点|亿元|万元|元|万?亩|万?人次|万?人|万?户|万?套|万?平方米|万?吨|公里|个工作日|个|家|项|件|处|所|名|条|座|场|倍|天|种|万|张|辆|台|级|兆瓦|成|户|村|次|小时)"
)
_AIM = re.compile(
    r"达到|达|不低于|不少于|不超过|不高于|控制在|压缩|降至|降到|下降|提高|增长|增加|新增|净增|建成|完成|新建|改造|实现|确保|力争|选择|培育|创建|减少|以上|以内|以下|覆盖率|比例"
)


def find_targets(text: str, start: int, end: int) -> tuple[Target, ...]:
    """Return the clauses of [start, end) that name an aim and a quantity; the value is the last one named."""
    found = []
    for clause in _CLAUSE.finditer(text, start, end):
        raw = clause[0]
        if not _AIM.search(raw):
            continue
        values = list(_VALUE.finditer(raw))
        if not values:
            continue
        value = values[-1]
        lead = len(raw) - len(raw.lstrip())
        a, b = clause.start() + lead, clause.end()
        found.append(
            Target(
                text=text[a:b],
                value=float(value["value"]),
                unit=value["unit"],
                evidence=Evidence(a, b, text[a:b]),
            )
        )
    return tuple(found)
