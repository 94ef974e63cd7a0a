"""Find quantified aims such as `进驻率达到85%以上` and read their value."""

import re
from collections.abc import Iterator
from functools import cache

from ingest import lexicon
from ingest.records import Evidence, Target

_DIGIT = re.compile(r"\d")
_STOP = re.compile(r"[，。；;！？\n]")


@cache
def _value() -> re.Pattern[str]:
    measures = sorted(lexicon.words("measures"), key=len, reverse=True)
    return re.compile(rf"(?P<value>\d+(?:\.\d+)?)\s?(?P<unit>{'|'.join(measures)})")


@cache
def _aim() -> re.Pattern[str]:
    return re.compile(lexicon.either("aims"))


def find_targets(text: str, start: int, end: int) -> tuple[Target, ...]:
    """Return the clauses of [start, end) that name an aim and a quantity; the value is the last one named."""
    found = []
    for a, b in _clauses_with_digits(text, start, end):
        if not _aim().search(text, a, b):
            continue
        *_, value = [None, *_value().finditer(text, a, b)]
        if value is None:
            continue
        words = text[a:b].lstrip()
        found.append(
            Target(
                text=words,
                value=float(value["value"]),
                unit=value["unit"],
                evidence=Evidence(b - len(words), b, words),
            )
        )
    return tuple(found)


def _clauses_with_digits(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while digit := _DIGIT.search(text, at, end):
        begin = digit.start() - len(_STOP.split(text[at : digit.start()])[-1])
        stop = _STOP.search(text, digit.end(), end)
        at = stop.end() if stop else end
        yield begin, stop.start() if stop else end
