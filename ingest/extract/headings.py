"""Read headings that name the units of all items below: `一、县教育局牵头的任务`, `（二）县民政局（3项）`."""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.outline import Node
from ingest.extract.statements import Claim, as_role, list_claims
from ingest.extract.units import is_ordinary, is_unit_name

_COUNT = r"(?:[（(][ 　]*(?:共|计)*[ 　]*\d{1,3}[ 　]*[项条个件类][^（()）]{0,6}[）)])?"
_LONGEST = 60  # letters of such a heading


@cache
def _charge() -> re.Pattern[str]:
    """Return an expression for a heading with a role verb."""
    written = (row[0] for row in lexicon.rows("verbs", 5) if row[2] != "unit")
    verbs = "|".join(sorted(written, key=len, reverse=True))
    adverbs = "|".join(row[0] for row in lexicon.rows("adverbs", 3))
    objects = lexicon.either("section_objects")
    return re.compile(
        rf"由?(?P<units>[^。；：:\n]{{2,40}}?)(?:{adverbs})*(?P<verb>{verbs})(?:{lexicon.either('verb_tails')})*"
        rf"的?[\u4e00-\u9fff“”]{{0,6}}?(?:{objects})(?:清单|分工)?{_COUNT}[：:]?[ 　]*$"
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?P<units>[^。；：:\n]{{3,40}}?){_COUNT}[：:]?[ 　]*$")


@cache
def _opens_like_unit() -> re.Pattern[str]:
    """Return an expression for how names of offices begin: 建设数字政府 is what to do."""
    return re.compile(rf"[省市区县州盟旗镇乡]|街道|国家|中共|全国|{lexicon.either('unit_stems')}")


def heading_claims(text: str, node: Node) -> list[Claim]:
    """Return the roles that the first line below the mark of a node gives, if it is nothing but a charge."""
    stop = text.find("\n", node.start, node.own)
    stop = node.own if stop < 0 else stop
    line = text[node.start : stop].strip(" 　*")
    if not 3 <= len(line) <= _LONGEST or "。" in line:
        return []
    offset = text.index(line, node.start)
    if found := _charge().match(line):
        role = {row[0]: row[1] for row in lexicon.rows("verbs", 5)}[found["verb"]]
        return _claims(text, offset, found, role, (offset + found.start(), offset + found.end("verb")))
    if (found := _bare().match(line)) and _opens_like_unit().match(line):
        return _claims(text, offset, found, "responsible", (offset, offset + found.end("units")))
    return []


def _claims(text: str, offset: int, found: re.Match[str], role: str, cue: tuple[int, int]) -> list[Claim]:
    span = offset + found.start("units"), offset + found.end("units")
    claims = list_claims(text, span, as_role(role), rule="heading", cue=cue)
    return claims if claims and all(_is_unit(claim.mention.name) for claim in claims) else []


def _is_unit(name: str) -> bool:
    return (
        is_unit_name(name, strong=True)
        and not is_ordinary(name)
        and lexicon.patterns("aim_verbs").match(name) is None
    )
