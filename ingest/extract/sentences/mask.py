"""Find the units of a sentence and put one sign in the place of each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest import lexicon, nlp
from ingest.extract.sentences.grammar import UNIT, adverbs
from ingest.extract.sentences.lists import proper_names
from ingest.extract.sentences.whole_lists import list_spans
from ingest.extract.units import Mention, is_unit_name, last_letters, split_units

_LEFT = re.compile(
    r"(?:单位|部门)均?[为是]|[、，,；;：:。（(“”《—\s]|由|会同|和|及|与|以及|请|并|要求|组织(?!部|人事)"
)
_NEW = re.compile("由|会同|(?:单位|部门)均?[为是]")  # words inside no name: what follows them is another one
# What stands before 为 is a label, not a unit: 以上3项的责任单位为…
_LABEL = re.compile(r"(?:责任|牵头|配合|成员|协办|主办|参与|参加)(?:单位|部门)$")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,3}(?:分局|支局|分公司|支行|分行|大队|支队)")
_STATIONED = re.compile(
    r"[\u4e00-\u9fff]{2,10}驻[\u4e00-\u9fff]{2,12}?(?:监察组|工作组|办事处|专员办|特派办)"
)
_ANYBODY = ("机构", "企业", "单位", "学校", "医院", "政府", "园区", "社区", "园", "校")  # not one by its name
_SHORTEST_AGENT = 3  # letters of a name that only 由 makes a unit
_PART = r"(?:(?!牵头|配合|会同|由|和|及|对|将|把|与)[\u4e00-\u9fff]){2,8}"
_ELIDED = re.compile(
    rf"(?!同)(?:{_PART}、[ 　]?){{1,14}}{_PART}等(?:\d+个)?(?:相关|有关|职能|主管)*(?:部门|单位)"
)
_ALIAS = re.compile(r"[（(](?P<name>[\u4e00-\u9fff]{2,14})[）)]")
_MANY = re.compile("各|有关|相关")
_LEVELS = "省市区县州镇"
_SHORTEST, _LONGEST = 2, 22  # letters of a name in running text
_BEHIND_DO = frozenset("事理法学案结税证好实")  # 办事, 办理, 办法 …
_JOINED = 4  # letters of the second of two names written as one


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with one sign for each unit.

    `origin[i]` is where sign i of `text` begins in the sentence; `mentions` are pairs of an offset in `text`
    and what the sign there stands for.
    """

    text: str
    origin: tuple[int, ...]
    mentions: tuple[tuple[int, tuple[Mention, ...]], ...]


@lru_cache(maxsize=4096)
def mask(sentence: str, known: frozenset[str] = frozenset()) -> Masked:
    """Find the units of a sentence and put one sign in the place of each.

    Args:
        known: names that the document uses in fields and brackets.
    """
    known = known.union(proper_names(sentence))
    fixed: list[tuple[int, int]] = []
    for spans in (list_spans(sentence), _known_spans(sentence, known), _word_spans(sentence)):
        free = [s for s in spans if not _LABEL.search(sentence, *s) and _is_free(s, fixed)]
        fixed = _longest_first(fixed + free)
    parts: list[str] = []
    origin: list[int] = []
    mentions, at = [], 0
    for a, b in _longest_first([(a, _alias_end(sentence, b)) for a, b in fixed]):
        parts += sentence[at:a]
        origin += range(at, a)
        mentions.append((len(parts), split_units(sentence[a:b])))
        parts.append(UNIT)
        origin.append(a)
        at = b
    parts += sentence[at:]
    origin += range(at, len(sentence) + 1)
    return Masked("".join(parts), tuple(origin), tuple(mentions))


def _alias_end(sentence: str, end: int) -> int:
    """Return where a name ends with the other name in brackets behind it: 县财政局（国资办）."""
    found = _ALIAS.match(sentence, end)
    if found and _follow().match(sentence, found.end()) and is_unit_name(found["name"]):
        return found.end()
    return end


def _is_free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Say whether a span overlaps none of those taken."""
    return all(span[1] <= a or span[0] >= b for a, b in taken)


def _longest_first(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop spans that overlap a longer one, like spaCy's `filter_spans` on offsets."""
    taken: list[tuple[int, int]] = []
    for a, b in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0])):
        if all(b <= c or a >= d for c, d in taken):
            taken.append((a, b))
    return sorted(taken)


@cache
def _follow() -> re.Pattern[str]:
    """Return an expression for what may follow the name of a unit."""
    verbs = "|".join(row[0] for row in lexicon.rows("verbs", 5) if row[2] != "unit")
    return re.compile(rf"[、，,；;。！？\s]|和|及|与|以及|等|{adverbs()}|{verbs}|为牵头|$")


@cache
def _collective() -> re.Pattern[str]:
    aside = r"(?:（[\u4e00-\u9fff、]{1,8}）)?"
    return re.compile(
        r"(?:(?:具有|承担|负有)[^，。、；]{2,20}的)?(?:[省市区县州旗镇乡][级直属])?(?:各|有关|相关)(?:(?!由|会同)[\u4e00-\u9fff]){0,10}?"
        rf"{aside}(?:{lexicon.either('collective_nouns')}){aside}"
        r"(?=[、，,；;。]|和|及|与|等|配合|落实|负责|参与|协助|做好|按|要|具体|共同|分别|组织|支持)"
    )


def _known_spans(sentence: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield spans that are units whatever stands around them: lists with 等部门, collectives, known names."""
    if "等" in sentence and "、" in sentence:
        for found in _ELIDED.finditer(sentence):
            yield found.span()
    if _MANY.search(sentence):
        for found in _collective().finditer(sentence):
            yield found.span()
    for name in known:
        at = sentence.find(name)
        while at >= 0:
            yield (at - 1 if at and sentence[at - 1] in _LEVELS else at), at + len(name)
            at = sentence.find(name, at + 1)


@cache
def _last_letter() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(last_letters())))}]")


def _word_spans(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield spans that begin at a boundary and end with a word that ends like a unit."""
    words = nlp.Words(sentence)
    ends = [found.end() for found in _last_letter().finditer(sentence)]
    lefts = sorted({0, *(found.end() for found in _LEFT.finditer(sentence))})
    for left, stop in zip(lefts, [*lefts[1:], len(sentence)], strict=True):
        near = ends[bisect_left(ends, left + _SHORTEST) : bisect_right(ends, left + _LONGEST)]
        inside = [
            end
            for end in near
            if (end <= stop or ("和" in sentence[left:end] and not _NEW.search(sentence, left, end)))
            and (is_unit_name(sentence[left:end], strong=True) or _is_agent(sentence, left, end))
            and words.end_at(end)
            and not _goes_on(sentence, end)
        ]
        if inside and (group := _STATIONED.match(sentence, left)):
            yield left, group.end()
            continue
        followed = [end for end in inside if _follow().match(sentence, end)]
        if followed:
            yield left, followed[-1] if followed[-1] <= stop else followed[0]
        elif inside:
            branch = _BRANCH.match(sentence, inside[0])
            yield left, branch.end() if branch else _joined_end(sentence, inside)
    for start, end in words.units():
        if _goes_on(sentence, end):
            continue
        yield (start - 1 if start and sentence[start - 1] in _LEVELS else start), end


def _is_agent(sentence: str, start: int, end: int) -> bool:
    """Say whether 由 and a verb make a unit of a name whose ending alone would not: 由某某集团承担."""
    return (
        end - start >= _SHORTEST_AGENT
        and sentence[start - 1 : start] in ("由", "同")
        and _follow().match(sentence, end) is not None
        and is_unit_name(sentence[start:end])
        and not sentence.endswith(_ANYBODY, start, end)
        and lexicon.patterns("clause_words").search(sentence, start, end) is None
    )


def _goes_on(sentence: str, end: int) -> bool:
    """Say whether 办 opens a word of its own: 县民政局编制办事指南."""
    return sentence[end - 1] == "办" and sentence[end : end + 1] in _BEHIND_DO


def _joined_end(sentence: str, ends: list[int]) -> int:
    """Return where a name ends that is made of two, such as 区纪委监察委."""
    first, *more = ends
    joined = (e for e in more if e - first <= _JOINED and is_unit_name(sentence[first:e], strong=True))
    return next(joined, first)
