"""Find the places where bytes are out of step, and decide whether a reading is better than nothing."""

import re
from collections.abc import Mapping
from itertools import takewhile

from ingest.repair import pinyin
from ingest.repair.characters import HAN, TONED, frequent, old_forms, usual
from ingest.repair.edits import Edit
from ingest.repair.shifted import symbols
from ingest.repair.shifted.decode import Decoder, Reading, simple
from ingest.repair.shifted.language import Language

MARK = re.compile(rf"(?:(?<=[{HAN}。，；：、）》”“《（,;:()])|(?<![^\n]))\?(?=[^\s”’」』)）])")
READ_AS_DAMAGE = re.compile(rf"[{HAN}?]\([a-zü]*[{TONED}]|\?[a-zü]*[{TONED}]")
STRANGE = re.compile(  # what no author puts behind a question mark
    rf"""
    [\u0370-\u04ff\u2460-\u24ff\u2500-\u257f\u3040-\u312f\ue000-\uf8ff]
    | ^[A-Za-z_^`~|{{}}\\@。，；：、]
    | [{HAN}][A-Za-z_^`~|{{}}\\@][{HAN}]
    """,
    re.VERBOSE,
)
LOOK_AHEAD = 6  # characters behind a mark in which damage must show
DAMAGED_STRETCH = 40  # characters behind a mark that the language is not learnt from
ENOUGH = 8.0  # nats; how much likelier a reading must be than the text as it stands
PATIENCE = 20  # marks in a row that are the author's own: so are the rest, and each takes 0.2 s to weigh
WORDS_WEIGHT = 0.4


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether bytes can be out of step in it."""
    return "?" in chars


def find(text: str) -> list[Edit]:
    """Return the stretches to replace, each with its gain; a `?` of the author's own stays."""
    starts = [match.start() for match in MARK.finditer(text)]
    if not starts or not _shows_damage(text, starts):
        return []
    known = symbols.readings(text)
    language = Language(_undamaged(text))
    decoder = Decoder(language, narrow="，" not in text)
    edits: list[Edit] = []
    refused = 0
    for start in starts:
        if edits and start < edits[-1].end:
            continue
        edit = _mend(text, start, known, decoder, language)
        refused = refused + 1 if edit is None else 0
        if edit is not None:
            edits.append(edit)
        elif refused == PATIENCE:
            break
    return edits


def _mend(
    text: str, start: int, known: Mapping[str, tuple[int, ...]], decoder: Decoder, language: Language
) -> Edit | None:
    """Return what a stretch that begins with a mark most likely was, None if it is best as it is."""
    line = text.rfind("\n", 0, start) + 1
    before = "\n\n" + _as_known(text[line:start])
    best = _likeliest(decoder.read(symbols.read(text, start, known), before), before)
    if best is None:
        return None
    stretch = text[start : best.end]
    gain = best.score - language.score(_as_known(stretch), before[-2:])
    same = _same_end(stretch, best.text)
    return Edit(start, best.end - same, best.text[: len(best.text) - same], gain) if gain > ENOUGH else None


def _likeliest(readings: list[Reading], before: str) -> Reading | None:
    """Return the reading whose characters and words are the likeliest."""
    from ingest import nlp  # heavy, and only damaged text needs it

    def by_words(reading: Reading) -> float:
        return reading.score + WORDS_WEIGHT * nlp.log_probability(_as_known(before[-1] + reading.text))

    return max(readings, key=by_words, default=None)


def _same_end(one: str, other: str) -> int:
    """Return the number of characters at the end that two texts share."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _undamaged(text: str) -> str:
    """Return the text as the language model is to know it, without what follows the marks."""
    return _as_known(re.sub(rf"\?.{{0,{DAMAGED_STRETCH}}}", "\n", text))


def _as_known(text: str) -> str:
    return "".join(map(simple, pinyin.RESIDUE.sub("", text)))


def _shows_damage(text: str, starts: list[int]) -> bool:
    """Tell whether marks can be damage: a model of the language is slow to load."""
    if READ_AS_DAMAGE.search(text) or not set(text).isdisjoint(old_forms()):
        return True
    return any(_looks_damaged(text[start + 1 : start + 1 + LOOK_AHEAD]) for start in starts)


def _looks_damaged(stretch: str) -> bool:
    """Tell whether characters follow that no author puts behind a question mark."""
    return STRANGE.search(stretch) is not None or any(map(_is_rare, stretch))


def _is_rare(char: str) -> bool:
    if not "\u3400" <= char <= "\u9fff":
        return False
    form = char if char in usual() else old_forms().get(char, char)
    return form not in frequent()
