"""Find labels such as `牵头单位：` and say what they announce."""

import re
from functools import cache, lru_cache

from ingest import lexicon
from ingest.extract.statements.model import Label
from ingest.extract.units import is_ordinary, is_unit_name

_STOPS = "：:。\n"  # what no label holds
_ASIDE = re.compile(r"[（(][^）)]*[）)]|\s")
_LONGEST_LABEL, _LONGEST_ASIDE = 24, 40
_FIXED = ("person_labels", "deadline_labels", "other_labels")
_STRONGEST_FIRST = ("lead", "participate", "responsible")
_WORD = "(?<![\u4e00-\u9fff])"  # where a word begins for sure
_LEVEL = r"(?:[省市区县州盟旗镇乡村局校院][级直属]?|科级|具体|主要|相关|行业)"
# A sort of unit makes a label behind these alone: 责任企业, but 参与企业 or 支持乡镇 is a word of prose.
_FIRM = ("牵头", "主办", "主责", "责任", "配合", "协办")


@cache
def _names() -> str:
    """Return an expression for the labels, without the colon."""
    heads, nouns = _either("label_heads"), _either("label_nouns")
    leaders = "|".join(
        word for word, kind in lexicon.mapping("label_nouns").items() if kind == "person" and len(word) > 1
    )
    roles = (
        rf"(?:{heads})(?:(?:{heads})|考核|[和及、/或]|（责任）|(?:第[一二]))*"
        rf"{_LEVEL}?(?:{nouns})(?:[和及、/](?:{heads})?(?:{nouns}))*"
    )
    fixed = "|".join(lexicon.either(name) for name in _FIXED)
    alone = f"{lexicon.either('label_alone')}|{lexicon.either('label_division')}"
    return rf"{fixed}|{roles}|{_WORD}(?:{alone}|[\u4e00-\u9fff]{{1,8}}(?:{leaders}))"


@cache
def _pattern() -> re.Pattern[str]:
    aside = r"[（(](?:[^）)]{1,8}|[^）)]*[首第前][^）)]*牵头[^）)]*)[）)]"
    return re.compile(rf"(?P<label>{_names()})(?:{aside})?(?:均?[为是])?[ 　]{{0,4}}[：:]")


@cache
def _marked() -> re.Pattern[str]:
    """Return an expression for labels in brackets before the units: （牵头）A；（参与）B."""
    # The sign first: it is found sooner. A round bracket behind a unit marks that unit: 县教育局（牵头）.
    opening = r"[（(〔【\[](?<![\u4e00-\u9fff][（(〔])"
    return re.compile(
        rf"{opening}(?P<label>{_names()})[）)】〕\]](?=[ 　]?[\u4e00-\u9fff]|[ 　]?\d{{1,4}}[年月.．])"
    )


@cache
def _spaced() -> re.Pattern[str]:
    """Return an expression for labels that only a space parts from their values: 牵头单位 县教育局."""
    return re.compile(
        rf"(?:(?<=[\n。；;，,（(）)〔【\[\t 　])|^)(?P<label>{_names()})(?:（[^）]{{1,8}}）)?"
        r"(?:[ 　]{1,4}|(?<=[限间])(?=\d))"
        r"(?P<value>[^\s，。；、：:]{1,24})"
    )


@cache
def _gap() -> re.Pattern[str]:
    """Return an expression for a space behind a letter with which labels end: a cheap test."""
    return re.compile(rf"[{_ends()}）)][ 　]|(?<=时[限间])(?=\d)")


@cache
def _longest_first(name: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon.mapping(name), key=len, reverse=True))


def _either(name: str) -> str:
    return "|".join(_longest_first(name))


@cache
def _colon() -> re.Pattern[str]:
    """Return an expression for a colon behind a letter with which labels end: a cheap test."""
    return re.compile(f"[{_ends()}）) 　][：:]")


@cache
def _ends() -> str:
    """Return the letters with which labels end, for a set of them in an expression."""
    lists = (*_FIXED, "label_alone", "label_division")
    ends = [*lexicon.mapping("label_nouns"), *(word for name in lists for word in lexicon.words(name))]
    return re.escape("".join(sorted({word[-1] for word in ends} | set("为是"))))


# A label of which no word is known, beside those of roles: 支撑单位：.
_UNKNOWN = re.compile(
    r"(?:(?<=[；;，,。、：:\s])|^)(?P<label>[\u4e00-\u9fff]{2,6}(?:单位|部门|科室))[ 　]{0,4}[：:]$"
)
_ROLES = frozenset((*_STRONGEST_FIRST, "beside"))
_BESIDE = 160  # letters from a label to one that stands beside it


@lru_cache(maxsize=4096)
def label_kind(label: str) -> str | None:
    """Return what a label announces: a role, person, deadline, division, other or None."""
    label = _ASIDE.sub("", label)
    if label in lexicon.words("label_division"):
        return "division"
    if label in lexicon.words("deadline_labels"):
        return "deadline"
    if label in lexicon.words("person_labels"):
        return "person"
    heads, nouns = lexicon.mapping("label_heads"), lexicon.mapping("label_nouns")
    found = [role for head, role in heads.items() if head in label]
    noun = next((word for word in _longest_first("label_nouns") if label.endswith(word)), None)
    if noun and nouns[noun] == "person" and (found or len(noun) > 1):
        return "person"
    if not found:
        return "other" if label in lexicon.words("other_labels") else None
    if (noun is None and label not in heads) or (noun and nouns[noun] == "body" and not _is_firm(label)):
        return None
    if any(word in label for word in ("其他责任", "其它责任")):
        return "participate"
    return next(role for role in _STRONGEST_FIRST if role in found)


def _is_firm(label: str) -> bool:
    return any(head in label for head in _FIRM)


def find_labels(text: str, start: int = 0, end: int | None = None) -> list[Label]:
    """Return the labels of a stretch of text in order."""
    limit = len(text) if end is None else end
    found: list[Label] = []
    at = start
    for colon in _colon().finditer(text, start, limit):
        sign, high = colon.end() - 1, colon.end()
        low = max(at, sign - _LONGEST_LABEL - _aside(text, at, sign))
        low = 1 + max(*(text.rfind(stop, low, sign) for stop in _STOPS), low - 1)
        at = high
        match = _pattern().search(text, low, high)
        if match and (kind := label_kind(match["label"])):
            found.append(Label(match.start(), match.end(), kind, match["label"]))
        elif match is None and found and (beside := _unknown(text, found[-1], low, high)):
            found.append(beside)
    for match in _marked().finditer(text, start, limit):
        kind = label_kind(match["label"])
        if kind and not any(label.start <= match.start() < label.end for label in found):
            found.append(Label(match.start(), match.end(), kind, match["label"]))
    found += _spaced_labels(text, start, limit, found)
    return sorted(found, key=lambda label: label.start)


def _aside(text: str, start: int, sign: int) -> int:
    """Return how long the bracket before a colon is: 责任单位（列第一位的为牵头单位，下同）：."""
    if text[sign - 1] not in "）)":
        return 0
    opening = max(text.rfind(bracket, max(start, sign - _LONGEST_ASIDE), sign) for bracket in "（(")
    return 0 if opening < 0 else sign - opening


def _spaced_labels(text: str, start: int, end: int, known: list[Label]) -> list[Label]:
    """Return the labels without a colon: each before a unit, or on the line of such a one."""
    found: list[tuple[Label, bool]] = []
    at = start
    for gap in _gap().finditer(text, start, end):
        low = max(at, gap.start() - _LONGEST_LABEL, text.rfind("\n", start, gap.start()) + 1)
        match = _spaced().search(text, low, min(end, gap.end() + _LONGEST_LABEL))
        if match is None or match.end("label") > gap.end():
            continue
        kind = label_kind(match["label"])
        if kind is None or kind == "other" or any(x.start <= match.start() < x.end for x in known):
            continue
        at = match.start("value")
        sure = kind in _STRONGEST_FIRST and label_kind(match["value"]) is None and _is_named(match["value"])
        if sure or kind not in _STRONGEST_FIRST:
            found.append((Label(match.start(), at, kind, match["label"]), sure))
    lines = {text.rfind("\n", 0, label.start) for label, sure in found if sure}
    return [label for label, sure in found if sure or text.rfind("\n", 0, label.start) in lines]


def _is_named(word: str) -> bool:
    """Say whether a word is the name of a unit, and not one for any unit."""
    return is_unit_name(word) and not is_ordinary(word)


def _unknown(text: str, last: Label, low: int, high: int) -> Label | None:
    """Return a label of units that no list knows, right behind the field of a role."""
    if last.kind not in _ROLES or high - last.end > _BESIDE:
        return None
    match = _UNKNOWN.search(text, low, high)
    if match is None or match["label"] in lexicon.words("other_labels") or "。" in text[last.end : high]:
        return None
    return Label(match.start(), match.end(), "beside", match["label"])
