"""Refuses reading queries that a server cannot stop: patterns that backtrack, texts that double.

Neo4j ends what takes too long, but looks at the clock only between rows: one value that takes for ever
to compute, or more memory than there is, harms every user of the server (measured on 5.26).
"""

import math
import re
from collections.abc import Mapping
from typing import Any

from graph.errors import QueryError
from graph.tokens import Token

LONGEST_RANGE = 1_000_000
DOUBLINGS = 8
REPEATS = 4  # unbounded repeats in one pattern: the time grows with the text's length to that power
_CLASS = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_QUANTIFIER = r"[*+?]|\{\d*,?\d*\}"
_REGEX = re.compile(
    rf"(?P<atom>\\Q.*?(?:\\E|$)|\\.|{_CLASS})|(?P<quantifier>{_QUANTIFIER})|(?P<other>.)", re.S
)
_UNBOUNDED = re.compile(r"[*+]|\{\d+,\}|\{\d*,?\d{3,}\}")
_BUILDS_TEXT = {"REDUCE", "LPAD", "RPAD"}


def check_bombs(tokens: list[Token], params: Mapping[str, Any]) -> None:
    """Raise QueryError for a query that could not be stopped once it runs."""
    _check_doubling(tokens)
    _check_nested(tokens, params)
    builds_text = any(_calls(tokens, at) in _BUILDS_TEXT for at in range(len(tokens)))
    for at in range(len(tokens)):
        if _calls(tokens, at) == "RANGE":
            _check_range(tokens, at + 2, params)
        elif _calls(tokens, at) == "REDUCE":
            _check_reduce(tokens, at + 2)
        elif tokens[at].word == "=" and _word(tokens, at + 1) == "~" and not tokens[at + 1].spaced:
            pattern = _pattern(tokens, at + 2, params)
            _check_pattern(pattern, tokens[at], 1 if builds_text else REPEATS)


def _check_range(tokens: list[Token], at: int, params: Mapping[str, Any]) -> None:
    if _length(tokens, at, params) > LONGEST_RANGE:
        raise QueryError(f"{tokens[at].place}: a range has at most {LONGEST_RANGE:,} numbers")


def _check_nested(tokens: list[Token], params: Mapping[str, Any]) -> None:
    """Refuse lists made in lists: unlike rows, they are computed in one go."""
    steps = 1.0
    for at in range(len(tokens)):
        if _calls(tokens, at) == "RANGE" and _word(tokens, at - 1) != "UNWIND":
            steps *= max(_length(tokens, at + 2, params), 1)
            if steps > LONGEST_RANGE:
                raise QueryError(
                    f"{tokens[at].place}: ranges in lists have at most {LONGEST_RANGE:,} steps in all"
                )


def _check_doubling(tokens: list[Token]) -> None:
    """Refuse texts that double again and again: WITH s + s AS s WITH s + s AS s …"""
    doubled = [
        at
        for at in range(len(tokens) - 2)
        if tokens[at].is_name and _word(tokens, at + 1) == "+" and tokens[at].text == tokens[at + 2].text
    ]
    if len(doubled) > DOUBLINGS:
        raise QueryError(
            f"{tokens[doubled[-1]].place}: expected at most {DOUBLINGS} sums of a value and itself"
        )


def _length(tokens: list[Token], at: int, params: Mapping[str, Any]) -> float:
    """Return what the numbers in range( … ) amount to at most."""
    inside = tokens[at : _closing(tokens, at)]
    numbers = [abs(_number(token, params)) for token in inside]
    if any(token.word in ("*", "^") for token in inside):
        return math.prod(number for number in numbers if number)
    return max(numbers, default=0) - (min(numbers) if inside and inside[0].kind == "number" else 0)


def _number(token: Token, params: Mapping[str, Any]) -> float:
    value = params.get(token.name) if token.kind == "parameter" else None
    if token.kind == "number":
        text = token.text.replace("_", "")
        return float(text) if not re.match("0[xo]", text) else int(text, 0)
    return value if isinstance(value, (int, float)) else 0


def _check_reduce(tokens: list[Token], at: int) -> None:
    """Refuse `reduce(s = 'a', x IN list | s + s)`; numbers may be doubled, and so may the cases of CASE."""
    end = _closing(tokens, at)
    bar = next((i for i in range(at, end) if tokens[i].word == "|"), end)
    if tokens[at + 2].kind == "number" and _word(tokens, at + 3) == ",":
        return
    seen = 0
    for token in tokens[bar:end]:
        if token.word in ("WHEN", "THEN", "ELSE"):
            seen = 0
        seen += token.is_name and token.name == tokens[at].name
        if seen > 1:
            raise QueryError(
                f"{token.place}: {token.text} may stand only once in what reduce( … | … ) adds up"
            )


def _pattern(tokens: list[Token], at: int, params: Mapping[str, Any]) -> str:
    """Return the pattern that stands after `=~`: texts and parameters, put together by +."""
    end = _closing(tokens, at + 1) if _word(tokens, at) == "(" else at
    inside = tokens[at + 1 : end] if end > at else _sum(tokens, at)
    parts = []
    for token in inside:
        if token.kind == "string":
            parts.append(token.value)
        elif token.kind == "parameter":
            parts.append(str(params.get(token.name) or ""))
        elif token.word != "+":
            raise QueryError(
                f"{token.place}: a pattern after =~ is text or a parameter: =~ '.*局' or =~ $pattern"
            )
    return "".join(parts)


def _sum(tokens: list[Token], at: int) -> list[Token]:
    end = at + 1
    while _word(tokens, end) == "+":
        end += 2
    return tokens[at:end]


def _check_pattern(pattern: str, token: Token, repeats: int) -> None:
    """Refuse repeats of what repeats or has alternatives, back references, and many repeats in a row."""
    groups = [False]  # of each open group, whether it holds a quantifier or an alternative
    closed, unbounded = False, 0
    for found in _REGEX.finditer(pattern):
        text, before, closed = found.group(), closed, False
        if found["quantifier"]:
            grows = _UNBOUNDED.fullmatch(text) is not None
            if before and (grows or text[0] == "{"):
                raise QueryError(
                    f"{token.place}: the pattern repeats a group that repeats or has alternatives itself"
                )
            unbounded += grows
            groups[-1] = True
        elif re.fullmatch(r"\\[1-9k]", text):
            raise QueryError(f"{token.place}: a pattern may not refer back to its groups")
        elif text == "(":
            groups.append(False)
        elif text == ")" and len(groups) > 1:
            closed = groups.pop()
            groups[-1] = groups[-1] or closed
        elif text == "|" and len(groups) > 1:
            groups[-1] = True
    if unbounded > repeats:
        raise QueryError(
            f"{token.place}: expected at most {repeats} of * and + in the pattern; write AND and CONTAINS"
        )


def _calls(tokens: list[Token], at: int) -> str:
    """Return the function that is called here, in upper case, or nothing."""
    called = tokens[at].is_name and _word(tokens, at + 1) == "(" and _word(tokens, at - 1) != "."
    return tokens[at].name.upper() if called else ""


def _closing(tokens: list[Token], at: int) -> int:
    """Return where the bracket closes inside which `at` stands."""
    depth = 1
    for end in range(at, len(tokens)):
        depth += (tokens[end].word in ("(", "[", "{")) - (tokens[end].word in (")", "]", "}"))
        if depth == 0:
            return end
    return len(tokens)


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""
