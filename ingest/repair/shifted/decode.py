"""Search for the likeliest characters that a stretch of damaged bytes can have been."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from ingest.repair.characters import old_forms
from ingest.repair.shifted import gbk
from ingest.repair.shifted.gaps import Gaps
from ingest.repair.shifted.language import Language
from ingest.repair.shifted.symbols import Symbol

BEAM = 72
BEAM_AT_MARK = 150  # a mark opens many ways; the characters that follow close most of them
RECENT = 3  # characters
ALIKE = 3  # states kept with the same recent characters
SPREAD = 22.0  # nats; a reading that much less likely than the best is given up
WAYS_ACROSS_GAPS = 14  # states from which vanished pairs are tried
PER_CHAR = 0.0  # what speaks for a longer text, as the model finds every character too unlikely
LOST = -1.0  # a byte lost in a mark
NARROWED = -1.0  # a full-width character that became an ASCII one
UNBALANCED = -9.0  # a closing bracket with none open before it in its line
INDENT = -0.5  # a space of the indentation, which the text has lost since
SETTLED = 8  # symbols read in step after which a stretch is over
LONGEST = 160  # symbols
MOST_MARKS = 5  # in a stretch: more are a row of question marks, and each takes long to weigh
READINGS = 24  # kept at the end, to be judged by their words


class State(NamedTuple):
    """One way to read the bytes so far.

    `pending` is a lead byte whose trail byte is still to come (`gbk.ANY` if it is lost), `last` the
    last two characters in their simplified form.
    """

    score: float
    pending: int | None
    text: str
    last: str


class Reading(NamedTuple):
    """A way to read the damaged text up to a place, and how likely it is."""

    score: float
    text: str
    end: int


@cache
def simple(char: str) -> str:
    """Return a character as the language model knows it: simplified, and ASCII where there is one."""
    return old_forms().get(_narrow(char), _narrow(char))


def _narrow(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" else char


def _open_brackets(text: str) -> int:
    return sum(map(text.count, "(（")) - sum(map(text.count, ")）"))


class Decoder:
    """Reads damaged stretches of one document."""

    def __init__(self, language: Language, *, narrow: bool) -> None:
        """Take the model of the document's language; `narrow` if its punctuation was made ASCII."""
        self._language = language
        self._narrow = narrow
        self._gaps = Gaps(language, simple)
        self._tables = gbk.tables()

    def read(self, symbols: Iterable[Symbol], before: str) -> list[Reading]:
        """Return the likeliest readings of a stretch, best first, none if its bytes fit nothing.

        Args:
            symbols: what follows the place where the damage shows; read until it is in step again.
            before: the line so far, simplified, with a line end before it.
        """
        opened = _open_brackets(before)
        states = [State(0.0, None, "", before[-2:])]
        end, settled = 0, 0
        marks = 0
        for number, symbol in enumerate(symbols):
            marks += symbol.is_mark
            if marks > MOST_MARKS:
                return []
            states = self._best(self._step(states, symbol, opened), symbol)
            if not states:
                return []
            end = symbol.end
            settled = 0 if states[0].pending is not None or symbol.char == "?" else settled + 1
            if settled == SETTLED or number == LONGEST:
                break
        in_step = [state for state in states if state.pending is None]
        return [Reading(state.score, state.text, end) for state in in_step[:READINGS]]

    def _best(self, states: Iterable[State], symbol: Symbol) -> list[State]:
        """Keep the likeliest states; of those that differ far back only, a few."""
        unique: dict[tuple[int | None, str], State] = {}
        for state in states:
            key = (state.pending, state.text)
            if key not in unique or unique[key].score < state.score:
                unique[key] = state
        best = []
        alike: Counter[tuple[int | None, str]] = Counter()
        width = BEAM_AT_MARK if symbol.is_mark else BEAM
        for state in sorted(unique.values(), reverse=True):
            group = (state.pending, state.text[-RECENT:])
            alike[group] += 1
            if alike[group] <= ALIKE:
                best.append(state)
            if len(best) == width or state.score < best[0].score - SPREAD:
                break
        return best

    def _step(self, states: list[State], symbol: Symbol, opened: int) -> Iterator[State]:
        """Yield the states that a symbol leads to."""
        states = states + list(self._across_gaps(states, symbol))
        pair = gbk.pair(symbol.char)
        if symbol.trails:
            for state in states:
                for trail in symbol.trails:
                    yield from self._feed(state, trail, opened)
        elif symbol.is_mark:
            yield from self._step_mark(states, opened)
        elif pair is not None:
            for state in states:
                for first in self._feed(state, pair[0], opened):
                    yield from self._feed(first, pair[1], opened)
        else:
            yield from self._step_narrow(states, symbol.char, opened)

    def _across_gaps(self, states: list[State], symbol: Symbol) -> Iterator[State]:
        """Yield the states after bytes that vanished before a symbol."""
        waiting = (state for state in states if state.pending is not None)
        for state in islice(waiting, WAYS_ACROSS_GAPS):
            for gap in self._gaps.find(state.pending or gbk.ANY, state.last, _next_trails(symbol)):
                text = state.text + self._shown(gap.chars)
                yield State(state.score + gap.score, gap.lead, text, (state.last + gap.simple)[-2:])

    def _shown(self, chars: str) -> str:
        return "".join(map(_narrow, chars)) if self._narrow else chars

    def _step_mark(self, states: list[State], opened: int) -> Iterator[State]:
        """A mark is itself, or ？ out of step, or a lost byte, or a lost byte with ？ behind it."""
        lost = [state for before in states for state in self._lose(before, opened)]
        yield from (self._emit(state, "?", opened) for state in states if state.pending is None)
        for state in (*states, *lost):
            for first in self._feed(state, gbk.QUESTION[0], opened):
                yield from self._feed(first, gbk.QUESTION[1], opened)
        yield from lost

    def _lose(self, state: State, opened: int) -> Iterator[State]:
        """Yield the states after one lost byte."""
        if state.pending is None:
            yield state._replace(score=state.score + LOST, pending=gbk.ANY)
        elif state.pending != gbk.ANY:
            for char in self._tables.chars[state.pending].values():
                made = self._emit(state, char, opened)
                yield made._replace(score=made.score + LOST)

    def _step_narrow(self, states: list[State], char: str, opened: int) -> Iterator[State]:
        """A character of one byte is itself, or a trail byte, or was full width and out of step."""
        code = ord(char)
        for state in states:
            if state.pending is None:
                yield self._emit(state, char, opened)
            elif code < 0x80:
                yield from self._feed(state, code, opened)
                for first in self._feed(state, gbk.WIDE_ASCII, opened):
                    yield from self._feed(first._replace(score=first.score + NARROWED), code + 0x80, opened)

    def _feed(self, state: State, byte: int, opened: int) -> Iterator[State]:
        """Yield the state after one more byte, if there can be one."""
        if state.pending is None:
            if byte > 0x80:
                yield state._replace(pending=byte)
        elif state.pending == gbk.ANY:
            yield from (self._emit(state, char, opened) for _, char in self._tables.leads.get(byte, ()))
        elif (char := self._tables.chars[state.pending].get(byte)) is not None:
            yield self._emit(state, char, opened)

    def _emit(self, state: State, char: str, opened: int) -> State:
        if char == "\u3000":
            return State(state.score + INDENT, None, state.text, state.last)
        new = simple(char)
        score = state.score + PER_CHAR + self._language.log_probability(state.last + new)
        if new == ")" and opened + _open_brackets(state.text) <= 0:
            score += UNBALANCED
        return State(score, None, state.text + self._shown(char), state.last[1] + new)


@cache
def _trails_of(char: str) -> tuple[int, ...]:
    """Return the bytes with which a character can end the one before it, out of step."""
    pair = gbk.pair(char)
    if pair is not None:
        return (pair[0],)
    return (ord(char), gbk.WIDE_ASCII) if "@" <= char <= "~" else (gbk.WIDE_ASCII,)


def _next_trails(symbol: Symbol) -> tuple[int, ...]:
    return symbol.trails or _trails_of(symbol.char)
