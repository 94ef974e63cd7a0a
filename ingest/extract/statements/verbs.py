"""Read units with the verbs that give them their roles: `A牵头，B、C配合`."""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.statements.lists import list_claims
from ingest.extract.statements.model import Claim, as_role
from ingest.extract.units import OPEN, is_unit_name, list_end, split_units
from ingest.records import RoleName

_AFTER = re.compile(r"$|[，,、；;。.\s　）)〕\]】〗｝}/]")
_OBJECT_END = re.compile(r"[，,；;。\n]|$")
_CLAUSE = re.compile(r"[，,；;。\n]")
_EDGE = " 　，,、；;。"


@cache
def _verbs() -> dict[str, tuple[RoleName, str]]:
    """Return verb -> its role and whether an object may follow (yes, no), or names of units must precede."""
    return {verb: (as_role(role), takes) for verb, role, takes, _, _ in lexicon.rows("verbs", 5)}


@cache
def _pattern() -> re.Pattern[str]:
    adverbs = "|".join(row[0] for row in lexicon.rows("adverbs", 3) if row[1] != "sentence")
    verbs = "|".join(sorted(_verbs(), key=len, reverse=True))
    look_alikes = lexicon.patterns("verb_look_alikes").pattern
    nouns = "单位|部门|科室"
    # 为牵头单位 is as good as a verb; in 专班牵头单位按职责负责 the words belong to the name.
    heads = "|".join(lexicon.mapping("label_heads"))
    posts = rf"(?:均|都)?(?:作为|[为是])(?P<post>{heads})(?:{nouns})(?={_AFTER.pattern})"
    named = rf"(?!(?:{verbs})(?:{nouns})(?:{adverbs})*(?:{verbs}))"
    return re.compile(
        rf"(?:(?:{adverbs})[、，]?)*(?!{look_alikes})(?:{named}(?P<verb>{verbs})(?:{lexicon.either('verb_tails')})*|{posts})"
    )


@cache
def _word() -> re.Pattern[str]:
    """Return an expression for the verbs alone: a cheap test before the search with their adverbs."""
    return re.compile("|".join([*_verbs(), "责任单位", "责任部门", "成员单位"]))


def _role(found: re.Match[str]) -> tuple[RoleName, str]:
    """Return the role that a verb gives and whether an object may follow it."""
    if found["verb"]:
        return _verbs()[found["verb"]]
    return as_role(lexicon.mapping("label_heads")[found["post"]]), "no"


def has_verb(text: str, start: int, end: int, *, marks: bool = True) -> bool:
    """Say whether a stretch holds role verbs.

    Args:
        marks: whether marks such as （牵头） behind a name count as well.
    """
    if not _word().search(text, start, end):
        return False
    found = _pattern().finditer(text, start, end)
    return any(
        (marks or text[verb.start() - 1] not in OPEN)
        and (_role(verb)[1] != "unit" or _AFTER.match(text, verb.end(), end))  # 项目推进中心 is a name
        for verb in found
    )


def parse_verbs(text: str, start: int, end: int, default: RoleName | None, rule: str) -> list[Claim]:
    """Read `A牵头，B、C配合` at [start, end); units without a verb of their own get the default role."""
    claims: list[Claim] = []
    position = start
    joined = False
    for verb in _pattern().finditer(text, start, end):
        if verb.start() < position:
            continue
        role, takes = _role(verb)
        closes = _AFTER.match(text, verb.end(), end) is not None
        hands_on = not closes and role == "participate" and _hands_on(text, verb.end(), end)
        if not closes and not hands_on and takes != "yes":
            continue
        if (
            role == "participate"
            and (apart := max(text.rfind(sign, position, verb.start()) for sign in "；;")) > 0
        ):
            claims += _bare_claims(text, position, apart, default, rule)
            position = apart + 1
        if text[position : verb.start()].strip(_EDGE + "由"):
            stop = verb.start()
            if joined:
                stop = position + list_end(text[position:stop])
            found = list_claims(text, (position, stop), role, rule=rule, cue=verb.span())
            if (not closes or takes == "unit") and not all(is_unit_name(c.mention.name) for c in found):
                continue
            claims += found
        position = verb.end() if hands_on else _next_list(text, verb, end, closes=closes)
        joined = verb["verb"] == "会同"
    if not text[position:end].strip(_EDGE):
        return claims
    if not claims and default is not None:
        return list_claims(text, (position, end), default, rule=rule)
    if joined:
        end = position + list_end(text[position:end])
    if claims and all(is_unit_name(m.name) for m in split_units(text[position:end])):
        claims += list_claims(text, (position, end), "participate", rule=rule, doubt="no-verb")
    return claims


def _hands_on(text: str, start: int, end: int) -> bool:
    """Say whether units with a verb of their own follow a verb as its object: A配合B落实, A指导B实施."""
    following = _pattern().search(text, start, end)
    if following is None or _CLAUSE.search(text, start, following.start()):
        return False
    mentions = split_units(text[start : following.start()])
    return len(mentions) > 0 and all(is_unit_name(m.name, strong=True) for m in mentions)


def _bare_claims(text: str, start: int, end: int, default: RoleName | None, rule: str) -> list[Claim]:
    """Read units that a semicolon parts from those that help: A in `A；B、C协助` is not one that helps."""
    claims = list_claims(text, (start, end), default or "responsible", rule=rule, doubt="no-verb")
    return claims if all(is_unit_name(c.mention.name) for c in claims) else []


def _next_list(text: str, verb: re.Match[str], end: int, *, closes: bool) -> int:
    """Return where the next list may begin: behind the verb, or behind its object."""
    if verb["verb"] == "会同" or (closes and text[verb.end() : verb.end() + 1] in "、 　"):
        return verb.end()
    stop = _OBJECT_END.search(text, verb.end(), end)
    return stop.end() if stop else end
