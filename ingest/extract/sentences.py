"""Find roles that running sentences state: `由区教育局牵头，区人社局配合`, `县财政局会同县编办制定…`.

Only sentences with a cue word are cut into words. The units found are masked by one sign each, so that the grammar
below is a handful of short patterns over units, adverbs and verbs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest import nlp
from ingest.extract.statements import Claim, settle
from ingest.extract.units import Mention, is_ordinary, is_unit_name, last_letters, split_units
from ingest.records import RoleName

CUE = re.compile(
    r"牵头|(?:责任|成员|协办)(?:单位|部门)均?[为是]|由[^，。；]{2,40}(?:起草|制定|编制|提出|组织|统筹|审查|核定|实施|办理|督促|开展|受理|汇总)|会同|配合|协助|协同|参与|参加|负责(?!人|同志)|主办|按照?各?自?职责|落实|支持|指导|督办|组织实施|考评|承办"
)
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_UNIT = "\ue000"
_LEFT = re.compile(
    r"(?:单位|部门)均?[为是]|[、，,；;：:。（(“”《—\s]|由|会同|和|及|与|以及|请|并|要求|组织(?!部|人事)"
)
_ADVERB = (
    r"(?:要|应|须|需|可|共同|分别|具体|统一|统筹|密切|积极|认真|主动|协同|联合|全力|切实|抓紧|尽快|总|一起|配合"
    r"|做好|抓好|搞好|给予|予以|按照?(?:各自)?的?(?:职责|职能)(?:分工)?|分工|依职责)"
)
_FOLLOW = re.compile(
    rf"[、，,；;。！？\s]|和|及|与|以及|等|{_ADVERB}|牵头|会同|负责|参与|参加|协助|落实|主办|为牵头|支持|指导|督办|组织实施|考评|承办|$"
)
# What stands before 为 is a label, not a unit: 以上3项的责任单位为…
_LABEL = re.compile(r"(?:责任|牵头|配合|成员|协办|主办|参与|参加)(?:单位|部门)$")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,3}(?:分局|支局|分公司|支行|分行|大队|支队)")
_LIST = rf"(?P<{{0}}>{_UNIT}(?:(?:[、，,\s]|和|及|与|以及){{{{1,2}}}}{_UNIT})*)(?:等(?:\d+个)?(?:相关|有关|主管|职能)*(?:部门|单位|企业)?)?"


def _list(name: str) -> str:
    return _LIST.format(name)


_PATTERNS: tuple[tuple[RoleName, str, re.Pattern[str]], ...] = (
    ("lead", "sentence-lead", re.compile(rf"{_list('units')}{_ADVERB}*(?:牵头|主办)(?!单位|部门)")),
    ("lead", "sentence-lead", re.compile(rf"{_list('units')}(?:为|是|作为)牵头(?:单位|部门)?")),
    ("lead", "sentence-with", re.compile(rf"{_list('units')}{_ADVERB}*(?:负责)?会同(?={_UNIT})")),
    ("participate", "sentence-with", re.compile(rf"(?<=会同){_list('units')}")),
    (
        "participate",
        "sentence-help",
        re.compile(
            rf"{_list('units')}(?:{_ADVERB})*(?:配合|协助|协同|参与|参加|协办|督办|(?:负责)?指导)"
            rf"|{_list('giving')}(?:要|应)[^，。；]{{0,20}}(?:给予|提供|予以)[^，。；]{{0,6}}支持|{_list('doing')}(?:做好|搞好)[^，。；]{{0,12}}配合"
        ),
    ),
    (
        "responsible",
        "sentence-duty",
        re.compile(rf"{_list('units')}{_ADVERB}*负责(?!人(?!员)|同志|制(?!定)|指导)"),
    ),
    (
        "responsible",
        "sentence-duty",
        re.compile(rf"{_list('units')}{_ADVERB}*(?:落实|组织实施|承担|考评|承办)(?=[，,；;。]|$)"),
    ),
    ("lead", "sentence-named", re.compile(rf"(?:牵头|主办)(?:单位|部门)均?[为是]{_list('units')}")),
    (
        "participate",
        "sentence-named",
        re.compile(rf"(?:配合|成员|协办|参与|参加)(?:单位|部门)均?[为是]{_list('units')}"),
    ),
    ("responsible", "sentence-named", re.compile(rf"(?<!其他)责任(?:单位|部门)均?[为是]{_list('units')}")),
    ("participate", "sentence-group", re.compile(rf"由{_list('units')}组成(?=.*为牵头)")),
    (
        "responsible",
        "sentence-duty",
        re.compile(
            rf"由{_list('units')}{_ADVERB}*(?:起草|制定|编制|提出|组织|统筹|审查|核定|实施|办理|督促|开展|受理|汇总)"
        ),
    ),
    (
        "responsible",
        "sentence-duty",
        re.compile(rf"{_list('units')}按照?各自的?(?:职责|职能)(?:分工)?(?!.{{0,4}}(?:牵头|配合|负责|落实))"),
    ),
)
_COLLECTIVE = re.compile(
    r"(?:(?:具有|承担|负有)[^，。、；]{2,20}的)?(?:各|有关|相关)[\u4e00-\u9fff]{0,10}?(?:（[\u4e00-\u9fff、]{1,8}）)?(?:人民政府|街道办事处|办事处|卫生服务中心|有关部门|相关部门|职能部门|部门|单位|政府|街道|乡镇|镇街|镇|乡|村|社区|中心|局|公司|企业|学校|医院)(?:（[\u4e00-\u9fff、]{1,8}）)?"
    r"(?=[、，,；;。]|和|及|与|等|配合|落实|负责|参与|协助|做好|按|要|具体|共同|分别|组织|支持)"
)
_PART = r"(?:(?!牵头|配合|会同|由|和|及|对|将|把|与)[\u4e00-\u9fff]){2,8}"
_ELIDED = re.compile(
    rf"(?!同)(?:{_PART}、[ 　]?){{1,14}}{_PART}等(?:\d+个)?(?:相关|有关|职能|主管)*(?:部门|单位)"
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with one sign for each unit; `origin[i]` is where sign i of `text` begins in the sentence."""

    text: str
    origin: tuple[int, ...]
    mentions: tuple[tuple[int, tuple[Mention, ...]], ...]  # offset in the masked text, what it stands for


def _known_spans(sentence: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    for pattern in (_ELIDED, _COLLECTIVE):
        for found in pattern.finditer(sentence):
            yield found.span()
    for name in known:
        at = sentence.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = sentence.find(name, at + 1)


def _word_spans(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield spans that begin at a boundary and end with a word that ends like a unit."""
    doc = nlp.read_words(sentence)
    ends, at = [], 0
    for token in doc:
        at += len(token.text)
        ends.append(at)
    letters = last_letters()
    lefts = sorted({0, *(found.end() for found in _LEFT.finditer(sentence))})
    for index, left in enumerate(lefts):
        stop = lefts[index + 1] if index + 1 < len(lefts) else len(sentence)
        near = ends[bisect_left(ends, left + 2) : bisect_left(ends, left + 23)]
        candidates = [
            e for e in near if sentence[e - 1] in letters and is_unit_name(sentence[left:e], strong=True)
        ]
        inside = [e for e in candidates if e <= stop or "和" in sentence[left:e]]
        followed = [e for e in inside if _FOLLOW.match(sentence, e)]
        if followed:
            yield left, followed[-1] if followed[-1] <= stop else followed[0]
        elif inside:
            branch = _BRANCH.match(sentence, inside[0])
            yield left, branch.end() if branch else _joined_end(sentence, inside)
    for span in doc.spans["units"]:
        a, b = ends[span.start] - len(doc[span.start].text), ends[span.end - 1]
        yield (a - 1 if a and sentence[a - 1] in "省市区县州镇" else a), b


def _joined_end(sentence: str, ends: list[int]) -> int:
    """Return where a name ends that is made of two, such as 区纪委监察委."""
    first, *more = ends
    return next((e for e in more if e - first <= 4 and is_unit_name(sentence[first:e], strong=True)), first)


def _longest_first(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop spans that overlap a longer one, like spaCy's `filter_spans` on offsets."""
    taken: list[tuple[int, int]] = []
    for a, b in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0])):
        if all(b <= c or a >= d for c, d in taken):
            taken.append((a, b))
    return sorted(taken)


@lru_cache(maxsize=4096)
def mask(sentence: str, known: frozenset[str] = frozenset()) -> Masked:
    """Find the units of a sentence and put one sign in the place of each.

    Args:
        known: names that the document uses in fields and brackets.
    """
    fixed = _longest_first([s for s in _known_spans(sentence, known) if not _LABEL.search(sentence, *s)])
    free = [
        s
        for s in _word_spans(sentence)
        if not _LABEL.search(sentence, *s) and all(s[1] <= a or s[0] >= b for a, b in fixed)
    ]
    parts, origin, mentions, at = [], [], [], 0
    for a, b in _longest_first(fixed + free):
        for i in range(at, a):
            parts.append(sentence[i])
            origin.append(i)
        mentions.append((len(parts), split_units(sentence[a:b])))
        parts.append(_UNIT)
        origin.append(a)
        at = b
    parts += sentence[at:]
    origin += range(at, len(sentence))
    return Masked("".join(parts), (*origin, len(sentence)), tuple(mentions))


@lru_cache(maxsize=4096)
def _sentence_roles(
    sentence: str, names: frozenset[str]
) -> tuple[tuple[RoleName, str, int, int, int, int, Mention], ...]:
    masked = mask(sentence, names)
    if _UNIT not in masked.text:
        return ()
    out, seen = [], set()
    for role, rule, pattern in _PATTERNS:
        for found in pattern.finditer(masked.text):
            group = next(name for name, value in found.groupdict().items() if value)
            first, last = masked.origin[found.start()], masked.origin[found.end()]
            for begin, mention in _mentions(masked, sentence, *found.span(group)):
                if (begin + mention.start, rule) not in seen:
                    seen.add((begin + mention.start, rule))
                    out.append((role, rule, begin + mention.start, begin + mention.end, first, last, mention))
    return tuple(out)


def _mentions(masked: Masked, sentence: str, a: int, b: int) -> list[tuple[int, Mention]]:
    """Return the mentions of a list of units at [a, b) of the masked text, each with the offset it counts from.

    The list is read as a whole, so that a prefix said once is handed on, unless that gives other names.
    """
    single = [(masked.origin[i], m) for i, mentions in masked.mentions if a <= i < b for m in mentions]
    begin, end = single[0][0] + single[0][1].start, single[-1][0] + single[-1][1].end
    whole = [(begin, m) for m in split_units(sentence[begin:end])]
    same = [m.surface for _, m in whole] == [m.surface for _, m in single]
    return whole if same and not any(m.name.endswith("部门") for _, m in single) else single


def may_state_roles(text: str, start: int, end: int) -> bool:
    """Say whether a stretch holds a cue word: a cheap test before `sentence_claims`."""
    return CUE.search(text, start, end) is not None


def sentence_claims(text: str, start: int, end: int, names: frozenset[str], *, strict: bool) -> list[Claim]:
    """Read the roles that the sentences of [start, end) state.

    Args:
        names: unit names of this document, as they stand in its fields and brackets.
        strict: the item states its roles in a bracket or field of its own, so that only sentences with
            牵头 or 由…负责 add to them, and what units do besides is not a role.
    """
    out: list[Claim] = []
    for found in _SENTENCE.finditer(text, start, end):
        sentence = found[0]
        if not CUE.search(sentence):
            continue
        if strict and not re.search(r"牵头(?!单位|部门)|由[^，。；]{2,40}负责", sentence):
            continue
        out += _clean_claims(text, found.start(), sentence, names, strict=strict)
    return out


def _clean_claims(
    text: str, offset: int, sentence: str, names: frozenset[str], *, strict: bool
) -> list[Claim]:
    claims: list[Claim] = []
    roles = _sentence_roles(sentence, names)
    led = any(role == "lead" for role, *_ in roles)
    leading = any(
        role == "lead" or text[offset + a - 1 : offset + a] == "由" for role, _, a, _, _, _, _ in roles
    )
    for role, rule, a, b, first, last, mention in roles:
        if is_ordinary(mention.name) or (rule == "sentence-with" and not led):
            continue
        if strict and (not leading or mention.name in ("街道办", "街道办事处", "社区")):
            continue
        claims.append(
            Claim(role, offset + a, offset + b, offset + first, offset + last, mention, False, rule, 0.85)
        )
    return settle(_one_role_each(claims))


def _one_role_each(claims: list[Claim]) -> list[Claim]:
    """Keep the strongest role where one mention has several."""
    rank = {"lead": 0, "participate": 1, "responsible": 2}
    best: dict[int, Claim] = {}
    for claim in claims:
        if claim.start not in best or rank[claim.role] < rank[best[claim.start].role]:
            best[claim.start] = claim
    return sorted(best.values(), key=lambda c: c.start)
