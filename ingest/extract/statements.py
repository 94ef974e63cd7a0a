"""Find statements of responsibility in brackets and after labels, and read who has which role in them.

A statement is one bracket (`（区教育局牵头，区人社局配合）`), or the labelled fields that stand together
(`牵头单位：…` `责任单位：…`). Within one statement, whoever stands beside a leading unit takes part; without a
leading unit `责任单位` and `负责` mean responsible.
"""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from ingest import lexicon
from ingest.extract.deadlines import find_deadline
from ingest.extract.units import CLOSE, OPEN, Mention, is_ordinary, is_unit_name, split_units
from ingest.records import RoleName


class Claim(NamedTuple):
    """One unit or person in one role; offsets are into the plan's text.

    [start, end) is the name, [first, last) the name with the words that give it the role.
    """

    role: RoleName
    start: int
    end: int
    first: int
    last: int
    mention: Mention
    person: bool
    rule: str
    confidence: float


@dataclass(slots=True)
class Statement:
    """What one bracket or group of fields says; `onward` claims hold for all later items too."""

    start: int
    end: int
    claims: list[Claim] = field(default_factory=list)
    deadlines: list[tuple[int, int]] = field(default_factory=list)
    onward: list[Claim] = field(default_factory=list)
    bare: bool = False


class Label(NamedTuple):
    """A label such as `牵头单位：`; `kind` is a role, person, deadline or other."""

    start: int
    end: int
    kind: str
    text: str


@cache
def _label_pattern() -> re.Pattern[str]:
    heads, nouns = lexicon.mapping("label_heads"), lexicon.mapping("label_nouns")
    head = "|".join(sorted(heads, key=len, reverse=True))
    noun = "|".join(sorted(nouns, key=len, reverse=True))
    roles = rf"(?:{head})(?:(?:{head})|考核|[和及、/或]|（责任）|(?:第[一二]))*(?:[区县市省]级?|镇级|乡级|科级)?(?:{noun})(?:[和及、/](?:{head})?(?:{noun}))*"
    fixed = "|".join(lexicon.either(name) for name in ("person_labels", "deadline_labels", "other_labels"))
    return re.compile(
        rf"(?P<label>{fixed}|{roles}|牵头|配合|协办|主办)(?:（[^）]{{1,8}}）)?[ 　]{{0,4}}[：:]"
    )


@cache
def label_kind(label: str) -> str | None:
    """Return what a label announces: lead, participate, responsible, person, deadline, other or None."""
    label = re.sub(r"[（(][^）)]*[）)]|\s", "", label)
    if label in lexicon.words("deadline_labels"):
        return "deadline"
    if label in lexicon.words("person_labels"):
        return "person"
    heads, nouns = lexicon.mapping("label_heads"), lexicon.mapping("label_nouns")
    found = [role for head, role in heads.items() if head in label]
    if not found:
        return "other" if label in lexicon.words("other_labels") else None
    noun = next((word for word in sorted(nouns, key=len, reverse=True) if label.endswith(word)), None)
    if noun is None and label not in heads:
        return None
    if noun and nouns[noun] == "person":
        return "person"
    if any(word in label for word in ("其他责任", "其它责任")):
        return "participate"
    return next(role for role in ("lead", "participate", "responsible") if role in found)


_COLON = re.compile("[：:]")
_LONGEST_LABEL = 24


def find_labels(text: str, start: int = 0, end: int | None = None) -> list[Label]:
    """Return the labels of a stretch of text in order."""
    found: list[Label] = []
    at = start
    for colon in _COLON.finditer(text, start, len(text) if end is None else end):
        match = _label_pattern().search(text, max(at, colon.start() - _LONGEST_LABEL), colon.end())
        at = colon.end()
        if match and match.end() == colon.end() and (kind := label_kind(match["label"])):
            found.append(Label(match.start(), match.end(), kind, match["label"]))
    return found


_VERB = re.compile(
    r"(?:按(?:照)?(?:各自)?(?:的)?(?:职责|职能)(?:分工)?|结合(?:各自)?(?:实际|职责|职能)|分工|根据职责(?:分工)?|依职责|(?:共同|分别|具体|联合|密切|积极|协同|统一|总体|主要|切实|认真)(?=.{0,6}(?:牵头|负责|配合|参与|参加|协助|协办|落实|实施|承办)))*"
    r"(?P<verb>总牵头|牵头|主办|主抓|会同|配合|协助|协办|协同|参与|参加|督办|指导|支持|负责(?!人|同志|制)|承办|组织实施|具体实施|落实|实施|承担|考评)"
    r"(?P<tail>(?:负责|组织实施|组织|实施|落实|配合|参与|推进|抓好|做好|执行|完成|分别|共同|等)*)"
)
_AFTER_VERB = re.compile(r"$|[，,、；;。.\s　）)〕\]】]")
_OBJECT_END = re.compile(r"[，,；;。\n]|$")
_ONWARD = re.compile(
    r"(?:以下|下列|上述|以上|所有)(?:各项|全部|所有)?(?:任务|工作|事项)均?(?:需|由|须)(?P<units>[^，。；]{2,30}?)(?:共同|配合|分别|负责)*(?:落实|配合|负责|参与)[^；。]*"
)
_FIRST_LEADS = re.compile(
    r"[，。；,;]?(?:列|排)?(?:在)?(?:首位|第一位?|首个)?[^，。；、]{0,8}(?:为|是)牵头(?:单位|部门)[，,]?(?:下同)?"
)


def list_claims(
    text: str,
    start: int,
    end: int,
    role: RoleName,
    rule: str,
    confidence: float,
    cue: tuple[int, int] | None = None,
) -> list[Claim]:
    """Read a list of units that stands at [start, end) of the text.

    Args:
        cue: where the words stand that give the role: a label before the list or a verb after it.
    """
    out = []
    for mention in split_units(text[start:end]):
        claim_role: RoleName = "lead" if mention.leads else role
        sure = confidence if is_unit_name(mention.name) else min(confidence, 0.8)
        a, b = start + mention.start, start + mention.end
        first, last = (min(a, cue[0]), max(b, cue[1])) if cue else (a, b)
        out.append(Claim(claim_role, a, b, first, last, mention, False, rule, sure))
    return out


_NAME = re.compile(r"[\u4e00-\u9fff·]{2,5}")


def person_claims(text: str, start: int, end: int, first: int | None = None) -> list[Claim]:
    """Read a list of persons: 何　敏; 刘洋、孙晓燕; 罗建平（副区长）; `first` is where their label begins."""
    out = []
    for part in re.finditer(r"[^、，,;；/\n]+", text[start:end]):
        words = [w for w in re.finditer(r"[^\s　（(）)]+|[（(][^）)]*[）)]", part[0]) if w[0][0] not in "（("]
        groups = [words] if all(len(w[0]) == 1 for w in words) else [[w] for w in words]
        for group in groups:
            name = "".join(w[0] for w in group).rstrip("。.")
            if not group or not _NAME.fullmatch(name):
                continue
            a = start + part.start() + group[0].start()
            b = start + part.start() + group[-1].end()
            mention = Mention(a, b, text[a:b], name, "person")
            out.append(
                Claim("lead", a, b, a if first is None else first, b, mention, True, "person-field", 0.95)
            )
    return out


def parse_verbs(
    text: str, start: int, end: int, default: RoleName | None, rule: str, confidence: float
) -> list[Claim]:
    """Read `A牵头，B、C配合` at [start, end); units without a verb of their own get the default role."""
    claims: list[Claim] = []
    position = start
    for verb in _VERB.finditer(text, start, end):
        if verb.start() < position:
            continue
        after = _AFTER_VERB.match(text, verb.end(), end)
        role = lexicon.mapping("verbs")[verb["verb"]]
        chosen: RoleName = (
            "lead" if role == "lead" else "participate" if role == "participate" else "responsible"
        )
        if not after and verb["verb"] not in ("牵头", "会同", "负责", "配合", "参与", "协助", "主办"):
            continue
        if text[position : verb.start()].strip(" 　，,、；;。由"):
            found = list_claims(text, position, verb.start(), chosen, rule, confidence, verb.span())
            if not after and not all(is_unit_name(c.mention.name) for c in found):
                continue
            claims += found
        if verb["verb"] == "会同" or (after and text[verb.end() : verb.end() + 1] in "、 　"):
            position = verb.end()
        else:
            stop = _OBJECT_END.search(text, verb.end(), end)
            position = stop.end() if stop else end
    rest = text[position:end].strip(" 　，,、；;。")
    if rest and default is not None and claims == []:
        claims += list_claims(text, position, end, default, rule, confidence)
    elif rest and claims and all(is_unit_name(m.name) for m in split_units(text[position:end])):
        claims += list_claims(text, position, end, "participate", rule, confidence - 0.1)
    return claims


def settle(claims: list[Claim]) -> list[Claim]:
    """Beside a leading unit everyone else in the statement takes part, whatever the word."""
    leading = any(claim.role == "lead" and not claim.person for claim in claims)
    if not leading:
        return claims
    return [c._replace(role="participate") if c.role == "responsible" else c for c in claims]


def _take_deadlines(text: str, start: int, end: int) -> tuple[int, int, list[tuple[int, int]]]:
    """Cut deadlines that open or close a stretch: `6月底完成，…`, `…，4月底前完成`."""
    found = []
    while True:
        cut = max(text.rfind(mark, start, end) for mark in "，；。,; 　")
        span = find_deadline(text, cut + 1 if cut >= start else start, end, whole=True)
        if span is None or cut < start:
            break
        found.append(span)
        end = cut
    cuts = [at for mark in "，；,;" if (at := text.find(mark, start, end)) >= 0]
    if cuts and (span := find_deadline(text, start, min(cuts), whole=True)):
        found.append(span)
        start = min(cuts) + 1
    return start, end, found


def _has_verb(text: str, start: int, end: int) -> bool:
    """Say whether a field holds role verbs other than marks such as （牵头） behind a name."""
    return any(text[found.start() - 1] not in "（(" for found in _VERB.finditer(text, start, end))


def _read_field(text: str, label: Label, end: int, out: Statement) -> None:
    """Read the value of one label, [label.end, end), into a statement."""
    start = label.end
    if label.kind == "other":
        return
    if label.kind == "deadline":
        while end > start and text[end - 1] in " 　\n\t。；;，,":
            end -= 1
        while start < end and text[start] in " 　\n\t":
            start += 1
        start = max(start, text.rfind("\n", start, end) + 1)
        if start < end:
            out.deadlines.append((start, end))
        return
    if label.kind == "person":
        out.claims += person_claims(text, start, end, label.start)
        return
    onward = _ONWARD.search(text, start, end)
    if onward:
        out.onward += list_claims(text, *onward.span("units"), "participate", "onward", 0.9)
        end = onward.start()
    note = _FIRST_LEADS.search(text, start, end)
    end = note.start() if note else end
    start, end, deadlines = _take_deadlines(text, start, end)
    out.deadlines += deadlines
    role: RoleName = (
        "lead" if label.kind == "lead" else "participate" if label.kind == "participate" else "responsible"
    )
    if not text[start:end].strip(" 　，,、；;。/—-－无"):
        return
    if _has_verb(text, start, end):
        claims = parse_verbs(text, start, end, role, "label-verb", 0.97)
        out.claims += [c._replace(role=role) if c.role == "responsible" else c for c in claims]
    else:
        out.claims += list_claims(text, start, end, role, "label", 0.99, (label.start, label.end))


def split_marks(claims: list[Claim]) -> list[Claim]:
    """Where a unit of a flat list is marked as leading (★, （牵头）), the others take part."""
    if any(c.mention.leads for c in claims):
        return [c._replace(role="participate") if not c.mention.leads and not c.person else c for c in claims]
    return claims


def read_fields(text: str, labels: list[Label], stops: list[int], start: int, end: int) -> Statement:
    """Read labelled fields into one statement; `stops[i]` ends the value of `labels[i]`."""
    out = Statement(start, end)
    for label, stop in zip(labels, stops, strict=True):
        _read_field(text, label, stop, out)
    out.claims = settle(split_marks(out.claims))
    return out


def _read_before(text: str, start: int, first: int, out: Statement) -> None:
    """Read what stands in a bracket before its first label: a deadline, or `A负责；督办单位：…`."""
    span = find_deadline(text, start, first, whole=True)
    if span:
        out.deadlines.append(span)
    elif _VERB.search(text, start, first):
        out.claims = settle([*parse_verbs(text, start, first, None, "verb-bracket", 0.97), *out.claims])


def read_bracket(text: str, start: int, end: int) -> Statement | None:
    """Read what stands inside a bracket, [start, end) without the brackets; None if it states no role."""
    found = _read_content(text[start:end])
    if found is None:
        return None
    return Statement(
        start - 1,
        end + 1,
        [_moved(c, start) for c in found.claims],
        [(a + start, b + start) for a, b in found.deadlines],
        [_moved(c, start) for c in found.onward],
        found.bare,
    )


def _moved(claim: Claim, by: int) -> Claim:
    role, start, end, first, last, *rest = claim
    return Claim(role, start + by, end + by, first + by, last + by, *rest)


@lru_cache(maxsize=16384)
def _read_content(text: str) -> Statement | None:
    """Read the inside of a bracket by itself: offices repeat the same brackets, so they are read once."""
    start, end = 0, len(text)
    labels = find_labels(text, start, end)
    if any(label.kind != "other" for label in labels):
        stops = [label.start for label in labels[1:]] + [end]
        out = read_fields(text, labels, stops, start - 1, end + 1)
        _read_before(text, start, labels[0].start, out)
        return out if out.claims or out.deadlines or out.onward else None
    out = Statement(start - 1, end + 1)
    if span := find_deadline(text, start, end, whole=True):
        out.deadlines.append(span)
        return out
    note = _FIRST_LEADS.search(text, start, end)
    stop = note.start() if note else end
    start, stop, out.deadlines = _take_deadlines(text, start, stop)
    onward = _ONWARD.search(text, start, stop)
    if onward:
        out.onward += list_claims(text, *onward.span("units"), "participate", "onward", 0.9)
        stop = onward.start()
    if _VERB.search(text, start, stop):
        claims = parse_verbs(text, start, stop, None, "verb-bracket", 0.97)
        if not claims or not all(_plausible(c.mention) for c in claims):
            return None
        out.claims = settle(split_marks(claims))
        return out
    claims = list_claims(text, start, stop, "responsible", "bare-list", 0.9)
    if not claims or not all(
        is_unit_name(c.mention.name) and not is_ordinary(c.mention.name) for c in claims
    ):
        return None
    out.claims, out.bare = settle(split_marks(claims)), True
    return out


def _plausible(mention: Mention) -> bool:
    return is_unit_name(mention.name) or (
        2 <= len(mention.name) <= 12
        and not re.search(r"[的了为在对将把使让]|鼓励|支持|引导|企业", mention.name)
    )


def close_bracket(text: str, start: int, limit: int) -> int:
    """Return the offset of the bracket that closes the one at `start`, or the end of the line."""
    depth = 0
    for found in re.compile(rf"[{re.escape(OPEN + CLOSE)}\n]").finditer(text, start, limit):
        char = found[0]
        if char == "\n":
            return found.start()
        depth += 1 if char in OPEN else -1
        if depth == 0:
            return found.start()
    return limit
