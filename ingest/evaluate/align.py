"""Pair the items of the answers with the items that were read, by title, text and number."""

from collections.abc import Sequence
from typing import NamedTuple

from ingest.evaluate.answers import ItemAnswer
from ingest.evaluate.keys import likeness, likeness_bound, plain
from ingest.records import Item

_ALIKE = 0.6  # below this two items are not the same
_SLACK = 1e-9  # for rounding, where a bound stands in for the likeness
_BEGINS = 0.95  # one title begins with the other, or the item's text with the title
_INEXACT = 0.9  # the most that titles of other letters are worth
_SAME_NUMBER = 0.04  # decides between items with much the same title
_TITLE = 60  # letters of a title that are compared
_SHORTEST = 4  # letters that a title must have to count as the beginning of another
_CONTENT = 16  # letters of `content_start` that are looked for

Pair = tuple[ItemAnswer | None, Item | None]


class _Face(NamedTuple):
    """What of an item is compared, as letters and digits; `body` is its text, or how its content begins."""

    title: str
    number: str
    body: str


def align(wanted: Sequence[ItemAnswer], items: Sequence[Item]) -> list[Pair]:
    """Pair items one to one, the likest first, the order in the document breaking ties.

    Returns:
        The pairs, then the items that were missed, then those that were read beside the answers.
    """
    left = [_Face(plain(w.title), plain(str(w.number or "")), plain(w.content_start or "")) for w in wanted]
    right = [_Face(plain(i.title), plain(i.number or ""), plain(i.text)) for i in items]
    pairs = []
    for i, want in enumerate(left):
        for j, got in enumerate(right):
            if (score := _score(want, got)) is not None:
                drift = abs(i / len(left) - j / len(right))
                pairs.append((-score, round(drift, 3), i, j))
    return _take_best(sorted(pairs), wanted, items)


def _take_best(
    pairs: Sequence[tuple[float, float, int, int]], wanted: Sequence[ItemAnswer], items: Sequence[Item]
) -> list[Pair]:
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in pairs:
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    out: list[Pair] = [(wanted[i], items[j]) for i, j in paired.items()]
    out += [(want, None) for i, want in enumerate(wanted) if i not in paired]
    out += [(None, item) for j, item in enumerate(items) if j not in taken]
    return out


def _score(want: _Face, got: _Face) -> float | None:
    """Return how well an item fits an answer, None where it does not."""
    title = _certain(want, got)
    shown = want.title[:_TITLE], (got.title or got.body)[:_TITLE]
    if title is None and _with_rest(want, got, _INEXACT * likeness_bound(*shown)) < _ALIKE - _SLACK:
        return None
    score = _with_rest(want, got, _INEXACT * likeness(*shown) if title is None else title)
    return score if score >= _ALIKE else None


def _certain(want: _Face, got: _Face) -> float | None:
    """Return the score of titles that are the same or begin alike, else None: their letters decide."""
    if want.title and want.title == got.title:
        return 1.0
    shorter, longer = sorted((want.title, got.title), key=len)
    if len(shorter) >= _SHORTEST and longer.startswith(shorter):
        return _BEGINS
    return _BEGINS if want.title and got.body.startswith(want.title) else None


def _with_rest(want: _Face, got: _Face, score: float) -> float:
    """Add what the content and the number say to the score of the titles."""
    if want.body:
        score = 0.5 * score + 0.5 * (want.body[:_CONTENT] in got.body)
    return score + (_SAME_NUMBER if want.number and want.number == got.number else 0.0)
