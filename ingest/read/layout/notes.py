"""Tell the notes at the foot of a page from its text."""

import re

from ingest.read.layout.model import Block, Line, Region

_SMALL = 0.9  # of the size of most text
_MARK = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹①-⑳*※]|[\[〔【]\d{1,2}[\]〕】]|\d{1,2}(?=[^\d.．、）)年月日])|注[：:\d]")


def part_notes(region: Region) -> tuple[list[Block], list[Line]]:
    """Return the blocks of a region, and the notes below them: small lines, the first with a mark."""
    start = len(region.blocks)
    while start > 0 and _is_small(region.blocks[start - 1], region):
        start -= 1
    while start < len(region.blocks) and not _is_marked(region.blocks[start]):
        start += 1
    if start == 0:
        return region.blocks, []
    return region.blocks[:start], [block for block in region.blocks[start:] if isinstance(block, Line)]


def _is_small(block: Block, region: Region) -> bool:
    return isinstance(block, Line) and block.size < _SMALL * region.size


def _is_marked(block: Block) -> bool:
    return isinstance(block, Line) and _MARK.match(block.text) is not None
