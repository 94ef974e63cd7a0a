"""Complete places that share the name of their station: `东河、西河派出所`."""

import re
from functools import cache

from ingest import lexicon
from ingest.extract.units.names import Mention, ends_like_unit

_PLACE = re.compile(r"[\u4e00-\u9fff]{2,3}")
_STATION = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,3})(?P<tail>派出所|司法所|供电所|税务所|街道办事处|街道|法庭)"
)


@cache
def _stem() -> re.Pattern[str]:
    return re.compile(lexicon.either("unit_stems"))


def _is_bare(name: str) -> bool:
    """Say whether a name is that of a place and lacks the ending of a unit."""
    return _PLACE.fullmatch(name) is not None and not ends_like_unit(name) and not _stem().fullmatch(name)


def complete_stations(mentions: list[Mention]) -> list[Mention]:
    """Give places of two or three letters the ending that the next full name of the list has."""
    out = list(mentions)
    tail = ""
    for index in range(len(out) - 1, -1, -1):
        name = out[index].name
        if found := _STATION.fullmatch(name):
            tail = "" if _stem().fullmatch(found["place"]) else found["tail"]
        elif tail and out[index].kind == "unit" and _is_bare(name):
            out[index] = out[index]._replace(name=name + tail)
        else:
            tail = ""
    return out
