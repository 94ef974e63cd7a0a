"""Tables of the GBK encoding as Windows reads it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

LEADS = range(0x81, 0xFF)
TRAILS = tuple(trail for trail in range(0x40, 0xFF) if trail != 0x7F)
ANY = 0  # stands for a lead byte that is not known
QUESTION = (0xA3, 0xBF)  # ？
WIDE_ASCII = 0xA3  # lead byte of the full-width ASCII characters


class Tables(NamedTuple):
    """What pairs of bytes stand for.

    `chars` gives the character of each trail byte, by lead byte; `leads` the pairs (lead byte,
    character) by trail byte; `vanishing` the trail bytes, by lead byte, of the pairs that stand for
    nothing and leave no trace.
    """

    chars: Mapping[int, Mapping[int, str]]
    leads: Mapping[int, tuple[tuple[int, str], ...]]
    vanishing: Mapping[int, frozenset[int]]


@cache
def tables() -> Tables:
    """Return the tables, made from Python's own codec."""
    chars: dict[int, dict[int, str]] = {}
    leads: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    vanishing = {}
    for lead in LEADS:
        row = {}
        for trail in TRAILS:
            char = bytes((lead, trail)).decode("gbk", errors="ignore")
            if len(char) == 1:
                row[trail] = char
                leads[trail].append((lead, char))
        chars[lead] = row
        if lead >= 0xA1 and len(row) < len(TRAILS):
            vanishing[lead] = frozenset(trail for trail in TRAILS if trail not in row)
    by_trail = {trail: tuple(pairs) for trail, pairs in leads.items()}
    return Tables(MappingProxyType(chars), MappingProxyType(by_trail), MappingProxyType(vanishing))


def pair(char: str) -> tuple[int, int] | None:
    """Return the two bytes of a character, None for one that has another number of bytes."""
    encoded = char.encode("gbk", errors="ignore")
    return (encoded[0], encoded[1]) if len(encoded) == 2 else None
