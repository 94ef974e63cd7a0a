"""The units that a heading, a signature or a field names."""

import re
from collections.abc import Iterable

from ingest.split.lists import load_national, load_organ_end

# Where one unit's name ends and the next begins without a blank: …办公室深圳市罗湖区人民政府.
GLUED = re.compile(
    r"(?<=办公室|办公厅|委员会)(?=(?!办公)[\u3400-\u9fff]{2,12}(?:人民政府|政府))|(?<=[委会])(?=(?!办公|员会)[\u3400-\u9fff]{2,10}人民政府)"
)


NO_ORGANS = re.compile(r"[。；：:;《》\d]")


def split_organs(words: str) -> tuple[str, ...]:
    """Return the units named one after the other in a heading or a signature.

    A blank may also stand inside a name (`深圳市罗湖区 人民政府办公室`), so a piece that does not end
    like a unit is joined to the next.
    """
    organs: list[str] = []
    rest = ""
    for piece in re.split(r"[\s、，,]+", words.strip()):
        rest += piece
        if load_organ_end().search(rest):
            organs += GLUED.split(rest)
            rest = ""
    return tuple(organs) if rest == "" else ()


def is_organ_line(words: str) -> bool:
    """Return whether a line names units and nothing else."""
    if len(words) > 90 or NO_ORGANS.search(words):
        return False
    return len(split_organs(words)) > 0


def is_national(named: Iterable[str]) -> bool:
    """Return whether what a document first names itself by is a body of the whole country."""
    first = next((words for words in named if words.strip()), "")
    return load_national().match(first.lstrip("《〈")) is not None
