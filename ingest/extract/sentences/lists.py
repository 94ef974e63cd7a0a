"""Find names in lists before a role verb that are no names elsewhere: `县供电公司、柳河镇、县教育局协办`."""

import re
from collections.abc import Iterator
from functools import cache

from ingest import lexicon
from ingest.extract.sentences.grammar import adverbs
from ingest.extract.units import is_ordinary, is_unit_name

_CLAUSE = re.compile(r"[^，。；：！？,;\n]+")
_PARTS = re.compile(r"、|以及|[和及与]")
_BEFORE = re.compile(r"^[ 　]*(?:并|同时|其中|具体)?由?[ 　]*")
# What ends like this is a unit only by its proper name.
_PROPER = re.compile(r"(?:公司|集团|银行|街道|镇|乡|园区|开发区|新区|某部|部队|大学|中学|医院)$")
_LEVEL = re.compile(r"驻?[省市区县州旗](?!场|域|级|直|属)")
_GENERAL = re.compile(
    r"龙头|骨干|民营|国有|重点|有关|相关|支持|鼓励|引导|推动|发挥|依托|社会|会同|联合|[各由的等]"
)
_SHORTEST = 3


@cache
def _verb() -> re.Pattern[str]:
    verbs = [row[0] for row in lexicon.rows("verbs", 5) if row[3] != "no"]
    return re.compile(rf"(?:{adverbs()})*(?:{'|'.join(sorted(verbs, key=len, reverse=True))})")


def proper_names(sentence: str) -> Iterator[str]:
    """Yield the proper names of lists that stand directly before a role verb, beside a unit known as one."""
    for clause in _CLAUSE.finditer(sentence):
        words = clause[0]
        verb = _verb().search(words)
        if verb is None:
            continue
        listed = _BEFORE.sub("", words[: verb.start()])
        parts = [part for part in _PARTS.split(listed) if part]
        proper = [part for part in parts if _is_proper(part)]
        known = any(is_unit_name(part, strong=True) or _LEVEL.match(part) for part in parts)
        if proper and known:
            yield from proper


def _is_proper(part: str) -> bool:
    if len(part) < _SHORTEST or not _PROPER.search(part) or _GENERAL.search(part):
        return False
    return (is_unit_name(part) or part.endswith(("某部", "部队"))) and not is_ordinary(part)
