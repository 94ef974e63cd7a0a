"""Find labels such as `牵头单位：` and say what they announce."""

import re
from functools import cache, lru_cache

from ingest import lexicon
from ingest.extract.statements.model import Label

_ASIDE = re.compile(r"[（(][^）)]*[）)]|\s")
_LONGEST_LABEL = 24
_FIXED = ("person_labels", "deadline_labels", "other_labels")
_ALONE = ("牵头", "配合", "协办", "主办")  # heads that are labels without a noun
_STRONGEST_FIRST = ("lead", "participate", "responsible")


@cache
def _pattern() -> re.Pattern[str]:
    head, noun = _either("label_heads"), _either("label_nouns")
    roles = (
        rf"(?:{head})(?:(?:{head})|考核|[和及、/或]|（责任）|(?:第[一二]))*"
        rf"(?:[区县市省]级?|镇级|乡级|科级)?(?:{noun})(?:[和及、/](?:{head})?(?:{noun}))*"
    )
    fixed = "|".join(lexicon.either(name) for name in _FIXED)
    return re.compile(rf"(?P<label>{fixed}|{roles}|{'|'.join(_ALONE)})(?:（[^）]{{1,8}}）)?[ 　]{{0,4}}[：:]")


def _either(name: str) -> str:
    return "|".join(sorted(lexicon.mapping(name), key=len, reverse=True))


@cache
def _colon() -> re.Pattern[str]:
    """Return an expression for a colon behind a letter with which labels end: a cheap test."""
    ends = [*lexicon.mapping("label_nouns"), *_ALONE, *(w for name in _FIXED for w in lexicon.words(name))]
    letters = "".join(sorted({word[-1] for word in ends}))
    return re.compile(f"[{re.escape(letters)}） 　][：:]")


@lru_cache(maxsize=4096)
def label_kind(label: str) -> str | None:
    """Return what a label announces: lead, participate, responsible, person, deadline, other or None."""
    label = _ASIDE.sub("", label)
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
    return next(role for role in _STRONGEST_FIRST if role in found)


def find_labels(text: str, start: int = 0, end: int | None = None) -> list[Label]:
    """Return the labels of a stretch of text in order."""
    found: list[Label] = []
    at = start
    for colon in _colon().finditer(text, start, len(text) if end is None else end):
        sign, high = colon.end() - 1, colon.end()
        low = max(at, sign - _LONGEST_LABEL)
        low = 1 + max(text.rfind("：", low, sign), text.rfind(":", low, sign), low - 1)
        at = high
        match = _pattern().search(text, low, high)
        if match and (kind := label_kind(match["label"])):
            found.append(Label(match.start(), match.end(), kind, match["label"]))
    return found
