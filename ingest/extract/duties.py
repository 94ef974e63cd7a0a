"""Read parts such as 职责分工 and 责任主体, where every sentence that opens with a unit gives it a duty."""

import re
from collections.abc import Sequence
from functools import cache

from ingest import lexicon
from ingest.extract import scope
from ingest.extract.drafts import Draft
from ingest.extract.outline import Node, heading
from ingest.extract.sentences import UNIT, mask
from ingest.extract.statements import Claim, Statement
from ingest.extract.units import Mention, is_unit_name, split_units
from ingest.records import RoleName

_SENTENCE = re.compile(r"[^。\n]+。?")
_GENERIC = frozenset(("各部门", "各单位", "各相关部门", "各有关部门", "各地", "各级"))
_CLAUSE_END = re.compile("[，；。]")
_HELPS = re.compile(r"[，；](?:积极|密切)?配合")


@cache
def _subject() -> re.Pattern[str]:
    join, rest = r"(?:[、，]|和|及|与|以及)", r"(?:等(?:相关|有关)?(?:部门|单位))?"
    return re.compile(
        rf"[ 　*]*由?(?P<units>{UNIT}(?:{join}{UNIT})*{rest})[：:]?(?P<verb>{lexicon.either('duty_openers')})"
    )


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"[ 　*]*成立(?P<name>[^，。；]{{3,30}}?(?:{lexicon.either('groups')}))")


@cache
def _office() -> re.Pattern[str]:
    group = rf"(?:工作)?(?:{lexicon.either('groups')})?"
    return re.compile(rf"[ 　*]*(?P<name>{group}办公室)设在[^，。；]{{2,20}}，(?P<duty>负责[^，。；]+)")


def read_duties(text: str, root: Node, statements: Sequence[Statement]) -> list[Draft]:
    """Return an item for each duty of the parts that divide the duties; none if the plan has no such part.

    Where another section holds tasks that state their roles, the part only says the same once more by unit.
    """
    out: list[Draft] = []
    stated = scope.Stated(statements)
    for node in root.walk():
        if node.rank < 0 or node.children or not scope.is_duty_part(text, node):
            continue
        if any(s.claims for s in stated.within(node.start, node.end)) or scope.repeats_tasks(node, stated):
            continue
        path = tuple(heading(text, n) for n in reversed(scope.chain(node)))
        group: str | None = None
        first_of_line = -1
        for found in _SENTENCE.finditer(text, node.start, node.end):
            line = text.count("\n", node.start, found.start())
            fresh, first_of_line = line != first_of_line, line
            group = _group_name(found[0]) or group
            draft = _duty(text, found.start(), found.end(), path, group, fresh=fresh)
            if draft:
                out.append(draft)
    return out


def _group_name(sentence: str) -> str | None:
    found = _group().match(sentence)
    return found["name"] if found else None


def _duty(
    text: str, start: int, end: int, path: tuple[str, ...], group: str | None, *, fresh: bool
) -> Draft | None:
    sentence = text[start:end]
    if (found := _group().match(sentence)) and "负责" in sentence:
        return _draft(text, start, end, path, f"成立{found['name']}", [_named(start, found, found["name"])])
    if (found := _office().match(sentence)) and group:
        return _draft(text, start, end, path, found["duty"], [_named(start, found, f"{group}办公室")])
    masked = mask(sentence)
    subject = _subject().match(masked.text)
    if not subject:
        return None
    a, b = masked.origin[subject.start("units")], masked.origin[subject.end("units")]
    mentions = [m for m in split_units(sentence[a:b]) if is_unit_name(m.name)]
    if not mentions or (not fresh and all(m.name in _GENERIC for m in mentions)):
        return None
    predicate = sentence[b:].lstrip("：:要应是为").rstrip("。")
    roles = duty_roles(sentence[b:].lstrip("：:要应"))
    cue = (start + a, start + masked.origin[subject.end("verb")])
    claims = [
        Claim(role, start + a + m.start, start + a + m.end, *cue, m, False, "duty")
        for role in roles
        for m in mentions
    ]
    return _draft(text, start, end, path, _CLAUSE_END.split(predicate, 1)[0], claims)


def _named(start: int, found: re.Match[str], name: str) -> Claim:
    a, b = start + found.start("name"), start + found.end("name")
    mention = Mention(a, b, found["name"], name, "unit")
    return Claim("responsible", a, b, start + found.start(), start + found.end(), mention, False, "duty")


def duty_roles(predicate: str) -> list[RoleName]:
    """Return the roles that a duty gives: one that opens with 牵头 leads, with 配合 takes part.

    牵头 or 配合 in a later clause comes on top of being responsible.
    """
    if predicate.startswith("牵头"):
        return ["lead"]
    if predicate.startswith(("配合", "协助")):
        return ["participate"]
    out: list[RoleName] = ["responsible"]
    if re.search(r"[，；]牵头", predicate):
        out.append("lead")
    if _HELPS.search(predicate):
        out.append("participate")
    return out


def _draft(text: str, start: int, end: int, path: tuple[str, ...], title: str, claims: list[Claim]) -> Draft:
    while start < end and text[start] in " 　\n*":
        start += 1
    return Draft(None, path, start, end, title=title, claims=claims, explicit=True, keep_all=True)
