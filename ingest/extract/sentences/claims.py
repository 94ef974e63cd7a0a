"""Read the roles of running sentences with the rules of the grammar."""

import re
from functools import cache, lru_cache

from ingest import lexicon
from ingest.extract.sentences.grammar import UNIT, rules
from ingest.extract.sentences.mask import Masked, mask
from ingest.extract.statements import Claim, hand_on_prefix, person_claims, settle
from ingest.extract.units import Mention, is_ordinary, split_units
from ingest.records import RoleName

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_STATED = re.compile(
    r"牵头(?!单位|部门)|由[^，。；]{2,40}(?:负责|会同|共同)|[要应须需][^，。；]{0,6}(?:配合|协助)"
)
_LED_BY = re.compile(
    r"由(?P<who>[^，。；\n]{2,30}?)(?:具体|亲自|共同|分别|总)*(?:牵头|负责|主抓|挂帅|包抓|督办)"
)
_CHARGED = re.compile("[要应须需].*(?:配合|协助)")
_ADDRESSED = frozenset(("街道办", "街道办事处", "社区"))  # where a service is, not who carries it
_STRENGTH = {"lead": 0, "participate": 1, "responsible": 2}

# Role, rule, span of the unit, span of unit and cue, unit; offsets are into the sentence.
_Found = tuple[RoleName, str, tuple[int, int], tuple[int, int], Mention]


@cache
def _cue() -> re.Pattern[str]:
    duties = lexicon.either("duty_verbs")
    return re.compile(rf"{lexicon.patterns('sentence_cues').pattern}|由[^，。；]{{2,40}}(?:{duties})")


def may_state_roles(text: str, start: int, end: int) -> bool:
    """Say whether a stretch holds a cue word: a cheap test before `sentence_claims`."""
    return _cue().search(text, start, end) is not None


def sentence_claims(text: str, start: int, end: int, names: frozenset[str], *, strict: bool) -> list[Claim]:
    """Read the roles that the sentences of [start, end) state.

    Args:
        names: unit names of this document, as they stand in its fields and brackets.
        strict: the item states its roles in a bracket or field of its own, so that only sentences with
            牵头, 由…负责 or 要配合 add to them, and what units do besides is not a role.
    """
    out: list[Claim] = []
    for found in _SENTENCE.finditer(text, start, end):
        sentence = found[0]
        if _cue().search(sentence) and (not strict or _STATED.search(sentence)):
            known = frozenset(name for name in names if name in sentence)
            out += _claims(text, found.start(), _sentence_roles(sentence, known), strict=strict)
            out += _persons(text, *found.span())
    return out


@lru_cache(maxsize=4096)
def _sentence_roles(sentence: str, names: frozenset[str]) -> tuple[_Found, ...]:
    masked = mask(sentence, names)
    if UNIT not in masked.text:
        return ()
    out: list[_Found] = []
    seen: set[tuple[int, str]] = set()
    for role, rule, pattern in rules():
        for found in pattern.finditer(masked.text):
            group = next(name for name, value in found.groupdict().items() if value)
            around = masked.origin[found.start()], masked.origin[found.end()]
            for begin, mention in _mentions(masked, sentence, *found.span(group)):
                span = begin + mention.start, begin + mention.end
                if (span[0], rule) not in seen:
                    seen.add((span[0], rule))
                    out.append((role, rule, span, around, mention))
    return tuple(out)


def _mentions(masked: Masked, sentence: str, a: int, b: int) -> list[tuple[int, Mention]]:
    """Return the mentions of a list of units at [a, b) of the masked text, each with where it counts from.

    The list is read as a whole, so that a prefix said once is handed on, unless that gives other names.
    """
    single = [(masked.origin[i], m) for i, mentions in masked.mentions if a <= i < b for m in mentions]
    begin, end = single[0][0] + single[0][1].start, single[-1][0] + single[-1][1].end
    whole = [(begin, m) for m in split_units(sentence[begin:end])]
    same = [m.surface for _, m in whole] == [m.surface for _, m in single]
    return (
        whole if same and not any(m.kind == "unit" and m.name.endswith("部门") for _, m in single) else single
    )


def _claims(text: str, offset: int, roles: tuple[_Found, ...], *, strict: bool) -> list[Claim]:
    """Return the claims of one sentence that begins at `offset`, one for each mention."""
    led = any(role == "lead" for role, *_ in roles)
    given = led or any(text[offset + span[0] - 1 : offset + span[0]] == "由" for _, _, span, _, _ in roles)
    best: dict[int, Claim] = {}
    for found in roles:
        role, rule, (a, b), (first, last), mention = found
        if is_ordinary(mention.name) or (rule == "sentence-with" and not led):
            continue
        if strict and (mention.name in _ADDRESSED or not (given or _is_charged(text, offset, found))):
            continue
        if a in best and _STRENGTH[role] >= _STRENGTH[best[a].role]:
            continue
        span = offset + a, offset + b, offset + first, offset + last
        best[a] = Claim(role, *span, mention, False, rule)
    return settle(hand_on_prefix([best[a] for a in sorted(best)]))


def _persons(text: str, start: int, end: int) -> list[Claim]:
    """Read persons with their posts who lead: 由副县长何小川牵头."""
    out = []
    for found in _LED_BY.finditer(text, start, end):
        if "同志" in found["who"] or lexicon.patterns("posts").search(found["who"]):
            out += person_claims(text, *found.span("who"))
    return out


def _is_charged(text: str, offset: int, found: _Found) -> bool:
    """Say whether a sentence charges one unit by name to help (县财政局要配合做好…)."""
    role, _, (_, end), (_, last), mention = found
    if role != "participate" or mention.kind != "unit" or mention.name.endswith("政府"):
        return False
    return _CHARGED.search(text, offset + end, offset + last) is not None
