"""Read lists of persons with their posts: `何　敏`, `罗建平（区委常委、副区长）`, `副区长罗建平、何敏`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ingest import lexicon
from ingest.extract.statements.model import Claim
from ingest.extract.units import Mention, ends_like_unit, is_collective

_PART = re.compile(r"(?:[^、，,;；/\n（(]|[（(][^（()）\n]*(?:[）)]|$))+")
_INSIDE = re.compile(r"(?<=[（(])[^（()）]+(?=[）)]$)")
_WORD = re.compile(r"[^\s　（(）)]+|[（(][^）)]*[）)]?")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,5}|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+")
_LEVELS = "省市区县州盟旗镇乡党政人"  # how the body begins that a post is of
_OPENS_POST = _LEVELS + "副总局委办"  # letters that open a post rather than end a name
_DEPUTY = "(?:常务|第一)?副?"
_NOBODY = ("领导", "负责人", "责任人", "负责同志", "人员", "干部")  # 县政府分管领导: nobody by name
_ENDS_POST = tuple("长员局委办部处所站村镇乡")  # how posts and units end, and names do not
_REMARK = tuple("按见各另")  # how remarks begin: 按分工, 见附件
_GIVEN = 2  # letters of a given name
_LONGEST_UNIT = 3  # letters of a name that may end like a unit

_Named = tuple[int, int, str]  # where a name stands, and the name


@cache
def _leading() -> re.Pattern[str]:
    """Return an expression for a post before a name: 县委常委李建国."""
    return re.compile(rf".*(?:{lexicon.patterns('posts').pattern})(?P<name>[\u4e00-\u9fff·]{{2,}})")


@cache
def _trailing() -> re.Pattern[str]:
    """Return an expression for a post behind a name: 马学文副区长."""
    surnames, posts = lexicon.either("surnames"), lexicon.patterns("posts").pattern
    name = rf"(?![{_OPENS_POST}国公农])(?:{surnames})(?!务|委)[^{_OPENS_POST}常\W]{{1,2}}"
    return re.compile(
        rf"(?P<name>{name})(?:同志|{_DEPUTY}(?:[{_LEVELS}][\u4e00-\u9fff]{{0,6}}?)?(?:{posts}))"
    )


@cache
def _posted_surname() -> re.Pattern[str]:
    """Return an expression for a post and the first letter of a name that is spread: 副县长何 敏."""
    return re.compile(rf".*(?:{lexicon.patterns('posts').pattern})(?:{lexicon.either('surnames')})")


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]*(?:{lexicon.patterns('posts').pattern})")


@lru_cache(maxsize=4096)
def name_in(word: str) -> str | None:
    """Return the name of the person that a word names, with a post or without; None if it names nobody."""
    if not _NAME.fullmatch(word) and not _post().search(word) and not word.endswith("同志"):
        return None
    if word.endswith(_NOBODY) or word.startswith(_REMARK) or is_collective(word):
        return None
    if found := _trailing().fullmatch(word):
        return None if found["name"] in lexicon.words("unit_stems") else found["name"]
    if _post().fullmatch(word):
        return None
    found = _leading().fullmatch(word.removesuffix("同志"))
    name = found["name"] if found else word.removesuffix("同志")
    if not _NAME.fullmatch(name) or (len(name) > _LONGEST_UNIT and ends_like_unit(name)):
        return None
    return name


@lru_cache(maxsize=16384)
def is_person(name: str) -> bool:
    """Say whether a word reads as a person's name: a surname and one or two letters, or one with a dot."""
    if "·" in name:
        return _NAME.fullmatch(name) is not None
    surnames = lexicon.words("surnames")
    return not name.endswith(_ENDS_POST) and any(
        1 <= len(name) - len(surname) <= _GIVEN and surname in surnames for surname in (name[:1], name[:2])
    )


def person_claims(text: str, start: int, end: int, first: int | None = None) -> list[Claim]:
    """Read a list of persons: 何　敏; 刘洋、孙晓燕; 罗建平（副区长）; 副区长罗建平.

    Args:
        first: where the label of the list begins.
    """
    out = []
    for part in _PART.finditer(text, start, end):
        found = _named(text, *part.span()) or _bracketed(text, *part.span())
        for a, b, name in found:
            mention = Mention(a, b, text[a:b], name, "person")
            begin = a if first is None else first
            out.append(Claim("lead", a, b, begin, b, mention, True, "person-field"))
    return out


def _named(text: str, start: int, end: int) -> list[_Named]:
    """Return the names that the words of a stretch give, brackets left out."""
    out = []
    for a, b in _words(text, start, end):
        while b > a and text[b - 1] in "。.":
            b -= 1
        name = name_in("".join(text[a:b].split()))
        if name is None:
            continue
        at = text.find(name, a, b)
        if at < 0:  # where the letters are spread
            at = max(a, text.rfind(name[0], a, b))
            b = text.find(name[-1], at + 1, b) + 1 or b
        else:
            b = at + len(name)
        a = at
        out.append((a, b, name))
    return out


def _bracketed(text: str, start: int, end: int) -> list[_Named]:
    """Return the persons in a bracket behind a remark that names none: 按分工（李建国、何敏）."""
    if text[end - 1] not in "）)":
        return []
    found = _INSIDE.search(text, start, end)
    if found is None:
        return []
    names = [name for part in _PART.finditer(text, *found.span()) for name in _named(text, *part.span())]
    return names if all(is_person(name) for _, _, name in names) else []


def posted_persons(text: str, start: int, end: int) -> list[Claim]:
    """Read the person in a list of units who is named with a post: 副县长何小川、县教育局."""
    if not lexicon.patterns("posts").search(text, start, end):
        return []
    return person_claims(text, start, end)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a stretch, brackets left out; single letters side by side are one name (何　敏).

    So are a letter and the word beside it where a post stands there too: 副县长何 敏, 何 敏副县长.
    """
    before: tuple[int, int] | None = None
    for word in _WORD.finditer(text, start, end):
        here = word.span()
        if before and _is_spread(text, before, here):
            before = before[0], here[1]
            continue
        if before:
            yield before
        before = None if word[0][0] in "（(" else here
    if before:
        yield before


def _is_spread(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Say whether two words are the parts of one name."""
    one, other = "".join(text[slice(*left)].split()), text[slice(*right)]
    if len(other) == 1 and len(one) <= _GIVEN:
        return True
    if len(other) <= _GIVEN and _posted_surname().fullmatch(one):
        return True
    return len(one) == 1 and _trailing().fullmatch(one + other) is not None
