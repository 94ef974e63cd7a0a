"""Writes a query as the embedded engine wants it, and offers another form for what it lacks.

The engine has other names for some functions, takes letters beyond ASCII in backticks only, and makes
up properties that no plan, unit or item has (`n.type` is its label, `n.title` its name).
"""

from dataclasses import replace

from graph.errors import QueryError
from graph.functions import FUNCTIONS, way_out
from graph.portable import portable
from graph.tokens import Token, word_set

MADE_UP = word_set("title type label node_type")


def embedded(tokens: list[Token]) -> list[Token]:
    """Return the tokens to send. Raises QueryError for what the engine lacks or answers wrongly."""
    for at in range(len(tokens)):
        lacking = _lacking(tokens, at)
        if lacking:
            raise QueryError(f"{tokens[at].place}: the embedded engine has no {lacking}")
    return portable([_translated(tokens, at) for at in range(len(tokens))])


def _translated(tokens: list[Token], at: int) -> Token:
    token = tokens[at]
    if token.kind == "word" and not token.text.isascii():
        return replace(token, text=f"`{token.text}`")
    if not token.is_name or _word(tokens, at - 1) == ".":
        return token
    end = at
    while _word(tokens, end + 1) == "." and end + 2 < len(tokens) and tokens[end + 2].is_name:
        end += 2
    function = FUNCTIONS.get(".".join(part.name for part in tokens[at : end + 1 : 2]).lower())
    if function is None or _word(tokens, end + 1) != "(":
        return token
    if not function.embedded:
        lacking = f"the embedded engine has no {function.name}(…), or not a right one"
        raise QueryError(f"{token.place}: {lacking}{way_out(function)}")
    renamed = end == at and function.embedded.lower() != token.name.lower()
    return replace(token, text=function.embedded) if renamed else token


def _lacking(tokens: list[Token], at: int) -> str:
    """Return what the engine lacks that begins at a token, with the form to write instead."""
    token, before, after = tokens[at], _word(tokens, at - 1), _word(tokens, at + 1)
    if token.word == "COLLECT" and after == "{":
        return "COLLECT { … }; write [(a)-->(b) | b.name], or collect() in a CALL (x) { … }"
    if token.word in ("BOTH", "LEADING", "TRAILING") and before == "(" and tokens[at - 2].word == "TRIM":
        return "trim(BOTH … FROM …); write trim(x) or replace(x, …, '')"
    if token.word == "WHERE" and before != "." and _in_pattern(tokens, at):
        return "WHERE inside a pattern; write it behind the pattern"
    arrow = before in ("-", ">") and token.word in ("+", "{")
    if (arrow and _word(tokens, at - 2) in ("]", "-")) or (
        before == ")" and token.word == "{" and _counts(tokens, at)
    ):
        return "quantified paths; write -[:TYPE*1..3]->"
    if token.word == "*" and before == "." and _word(tokens, at - 2) in ("{", ","):
        return "n {.*} without properties of its own making; name the properties: n {.id, .name}"
    if token.is_name and token.name in MADE_UP and before == "." and tokens[at - 2].is_name and after != "(":
        return f"{token.name} of its own: every node has id and name, labels(n) and type(r) tell the kind"
    return ""


def _in_pattern(tokens: list[Token], at: int) -> bool:
    """Tell whether the bracket around a token is that of a node or relation."""
    depth = 0
    for start in range(at - 1, -1, -1):
        word = tokens[start].word
        if word in (")", "]", "}"):
            depth += 1
        elif word in ("(", "[", "{"):
            if depth == 0:
                before = _word(tokens, start - 1)
                return (word == "(" and before == "MATCH") or (word != "{" and before in ("-", ">"))
            depth -= 1
    return False


def _counts(tokens: list[Token], at: int) -> bool:
    """Tell whether braces hold the numbers of a repeat: {1,3}."""
    return at + 1 < len(tokens) and (tokens[at + 1].kind == "number" or _word(tokens, at + 1) == ",")


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""
