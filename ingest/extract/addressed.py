"""Read items that open with the units to which they give a duty: `（一）区商务委：负责…`."""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.duties import duty_roles
from ingest.extract.statements import Claim
from ingest.extract.units import is_collective, is_unit_name, split_units

_LONGEST = 60  # letters of the list of units


@cache
def _opening() -> re.Pattern[str]:
    verbs = f"{lexicon.either('duty_openers')}|配合|协助"
    return re.compile(
        rf"[ 　*]*(?P<units>[^：:。；;\n]{{2,{_LONGEST}}})[：:][ 　]*(?:主要|具体)?(?P<verb>{verbs})"
    )


def addressed_claims(text: str, start: int, end: int) -> list[Claim]:
    """Return the roles of the units that stand before the colon with which the item [start, end) opens."""
    found = _opening().match(text, start, end)
    if found is None:
        return []
    at = found.start("units")
    mentions = split_units(found["units"])
    if not mentions or not all(is_unit_name(m.name) or is_collective(m.name) for m in mentions):
        return []
    cue = at, found.end("verb")
    return [
        Claim(role, at + m.start, at + m.end, *cue, m, False, "duty")
        for role in duty_roles(text[found.start("verb") : end])
        for m in mentions
    ]
