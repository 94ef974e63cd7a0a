"""Finds the query forms that the embedded engine answers wrongly, and writes or names the form that works.

Found in kglite 0.21.2, by comparing with a brute-force matcher and with Neo4j:
- a pattern of two or more relationships inside `EXISTS { }` or as a bare condition, without a WHERE
  of its own: only the first edge is tried. `0 < COUNT { }` is right, and is what we send;
- a property of another variable inside a pattern, `(p {id: r.plan_id})`: nothing matches when that
  variable is a relation, or is bound in the same MATCH. Such a query is refused.
"""

from dataclasses import dataclass, replace

from graph.errors import QueryError
from graph.tokens import Token, word_set

_OPEN = {"(": ")", "[": "]", "{": "}"}
_CLAUSES = word_set("MATCH WITH RETURN UNWIND CALL WHERE ORDER UNION SKIP LIMIT")
_CONDITIONS = word_set("WHERE WITH RETURN ORDER")  # clauses in which a pattern is a condition
_PATTERNS = word_set("MATCH PATTERN")


@dataclass
class _Frame:
    """An open bracket: what stands before it, and the clause reached inside it."""

    opener: str
    owner: str
    clause: str
    in_pattern: bool = False
    relationships: int = 0
    has_where: bool = False
    start: int = 0


def portable(tokens: list[Token]) -> list[Token]:
    """Return a query that the embedded engine answers rightly. Raises QueryError where there is none."""
    frames = [_Frame("", "", "")]
    written: dict[int, str] = {}  # what a token becomes
    at = counted = 0
    while at < len(tokens):
        word, frame = tokens[at].word, frames[-1]
        if word in _OPEN:
            frames.append(_opened(tokens, at, frame))
        elif word in _OPEN.values() and len(frames) > 1:
            closed = frames.pop()
            if closed.owner == "EXISTS" and closed.relationships > 1 and not closed.has_where:
                written |= {closed.start - 1: "(0 < COUNT", at: "})"}
            if word == ")":
                end = _read_chain(tokens, at, frames[-1])
                if end > counted:
                    if frames[-1].opener == "(" and frames[-1].owner == "EXISTS":
                        raise _wrong_condition(tokens[at])
                    written |= {closed.start: "(0 < COUNT { (", end: ") })"}
                    counted = end
        elif word == "." and frame.opener == "{" and frame.in_pattern and tokens[at - 1].is_name:
            raise _wrong_map(tokens[at - 1])
        elif word in _CLAUSES and not (at and tokens[at - 1].word in (".", ":")):
            if not (word == "WITH" and at and tokens[at - 1].word in ("STARTS", "ENDS")):
                frame.clause = word
            frame.has_where = frame.has_where or word == "WHERE"
        at += 1
    return [replace(token, text=written.get(at, token.text)) for at, token in enumerate(tokens)]


def _opened(tokens: list[Token], at: int, outer: _Frame) -> _Frame:
    """Return the frame of a bracket: a subquery begins anew, other brackets belong to their clause."""
    opener, owner, following = tokens[at].word, _sign(tokens, at - 1), _sign(tokens, at + 1)
    if opener == "{":
        subquery = owner in ("EXISTS", "COUNT", "COLLECT", "CALL") or (
            owner == ")" and outer.clause == "CALL"
        )
        clause = "PATTERN" if subquery and (following == "(" or _sign(tokens, at + 2) == "=") else ""
        in_pattern = not subquery and outer.opener in ("(", "[") and outer.in_pattern
        return _Frame(opener, owner, clause, in_pattern, start=at)
    if opener == "[" and (following == "(" or _sign(tokens, at + 2) == "="):
        return _Frame(opener, owner, "PATTERN")  # a pattern comprehension
    return _Frame(opener, owner, outer.clause, outer.clause in _PATTERNS or _relates(tokens, at), start=at)


def _relates(tokens: list[Token], at: int) -> bool:
    """Tell whether the bracket is a relationship or the node behind one, whatever the clause."""
    before, last = _sign(tokens, at - 2), _sign(tokens, at - 1)
    if tokens[at].word == "[":
        return last == "-" and before in (")", "<")
    return (last == "-" and before in ("-", "]")) or (last == ">" and before == "-")


def _read_chain(tokens: list[Token], at: int, frame: _Frame) -> int:
    """From the `)` of a node, count the relationships that follow it.

    Returns where the last one ends if they are a condition that the engine answers wrongly, else 0.
    """
    length, end = 0, at
    while (node := _relationship(tokens, end)) is not None:
        length, end = length + 1, node
    frame.relationships += length
    if length > 1 and frame.clause in _CONDITIONS and frame.owner != "SHORTESTPATH":
        return end
    return 0


def _relationship(tokens: list[Token], at: int) -> int | None:
    """Return the `)` of the node at the other end of a relationship that begins after `at`, or None."""
    at += 1
    if _sign(tokens, at) == "<":
        at += 1
    if _sign(tokens, at) != "-":
        return None
    at += 1
    if _sign(tokens, at) == "[":
        at = _closing(tokens, at) + 1
    if _sign(tokens, at) != "-":
        return None
    at += 1
    if _sign(tokens, at) == ">":
        at += 1
    return _closing(tokens, at) if _sign(tokens, at) == "(" else None


def _closing(tokens: list[Token], at: int) -> int:
    depth = 0
    for end in range(at, len(tokens)):
        if tokens[end].word in _OPEN:
            depth += 1
        elif tokens[end].word in _OPEN.values():
            depth -= 1
            if depth == 0:
                return end
    return len(tokens)


def _sign(tokens: list[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _wrong_condition(token: Token) -> QueryError:
    return QueryError(
        f"{token.place}: the embedded engine answers a condition over two or more "
        "relationships wrongly: write COUNT { … } > 0 instead (or = 0 for NOT)"
    )


def _wrong_map(token: Token) -> QueryError:
    return QueryError(
        f"{token.place}: the embedded engine may find nothing for a property of another "
        f"variable inside a pattern, {{key: {token.text}.…}}: write it in WHERE"
    )
