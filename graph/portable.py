"""Finds the one query form that the embedded engine answers wrongly, and names the form that works.

kglite 0.21.2 tries only the first edge of a pattern of two or more relationships inside `EXISTS { }`
or as a bare condition, when it has no WHERE of its own. `COUNT { … } > 0` says the same and is right.
"""

from dataclasses import dataclass

from graph.errors import QueryError
from graph.tokens import Token, place, word_set

_OPEN = {"(": ")", "[": "]", "{": "}"}
_CLAUSES = word_set("MATCH OPTIONAL WITH RETURN UNWIND CALL WHERE ORDER UNION SKIP LIMIT")
_CONDITIONS = word_set("WHERE WITH RETURN ORDER")  # clauses in which a pattern is a condition


@dataclass
class _Frame:
    """An open bracket: what stands before it, and the clause reached inside it."""

    opener: str
    owner: str
    clause: str
    relationships: int = 0
    has_where: bool = False


def check_portable(cypher: str, tokens: list[Token]) -> None:
    """Raise QueryError where the embedded engine would be wrong; see the module's text."""
    frames = [_Frame("", "", "")]
    at = 0
    while at < len(tokens):
        token, word, frame = tokens[at], tokens[at].word, frames[-1]
        if word in _OPEN:
            frames.append(_Frame(word, tokens[at - 1].word if at else "", _inherited(tokens, at, frame)))
        elif word in _OPEN.values() and len(frames) > 1:
            _check_exists(cypher, token, frames.pop())
            at = _read_chain(cypher, tokens, at, frames[-1]) if word == ")" else at
        elif word in _CLAUSES and not (at and tokens[at - 1].word in (".", ":")):
            starts_with = word == "WITH" and at > 0 and tokens[at - 1].word in ("STARTS", "ENDS")
            frame.clause = frame.clause if starts_with else word
            frame.has_where = frame.has_where or word == "WHERE"
        at += 1


def _inherited(tokens: list[Token], at: int, outer: _Frame) -> str:
    """Return the clause that counts inside a new bracket: a condition's brackets are condition too."""
    if tokens[at].word == "[" and at + 1 < len(tokens) and tokens[at + 1].word == "(":
        return "COMPREHENSION"
    return "" if tokens[at].word == "{" else outer.clause


def _read_chain(cypher: str, tokens: list[Token], at: int, frame: _Frame) -> int:
    """From the `)` of a node, count the relationships that follow it; return the last token read."""
    length, start = 0, tokens[at]
    end = at
    while (node := _relationship(tokens, end)) is not None:
        length, end = length + 1, node
    frame.relationships += length
    if length > 1 and frame.opener != "{" and frame.clause in _CONDITIONS and frame.owner != "SHORTESTPATH":
        raise _wrong(cypher, start)
    return end


def _relationship(tokens: list[Token], at: int) -> int | None:
    """Return the `)` of the node at the other end of a relationship that begins after `at`, or None."""
    signs = [token.word for token in tokens[at + 1 : at + 3]]
    at += 1 + (signs[:1] == ["<"])
    if at >= len(tokens) or tokens[at].word != "-":
        return None
    at += 1
    if at < len(tokens) and tokens[at].word == "[":
        at = _closing(tokens, at) + 1
    if at >= len(tokens) or tokens[at].word != "-":
        return None
    at += 1
    if at < len(tokens) and tokens[at].word == ">":
        at += 1
    return _closing(tokens, at) if at < len(tokens) and tokens[at].word == "(" else None


def _closing(tokens: list[Token], at: int) -> int:
    depth = 0
    for end in range(at, len(tokens)):
        if tokens[end].word in _OPEN:
            depth += 1
        elif tokens[end].word in _OPEN.values():
            depth -= 1
            if depth == 0:
                return end
    return len(tokens) - 1


def _check_exists(cypher: str, token: Token, frame: _Frame) -> None:
    if frame.opener == "{" and frame.owner == "EXISTS" and frame.relationships > 1 and not frame.has_where:
        raise _wrong(cypher, token)


def _wrong(cypher: str, token: Token) -> QueryError:
    return QueryError(
        f"{place(cypher, token.start)}: a condition over two or more relationships is answered wrongly "
        "by the embedded engine: write COUNT { … } > 0 instead (or = 0 for NOT)"
    )
