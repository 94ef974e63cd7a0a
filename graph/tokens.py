"""Cuts Cypher text into tokens, so that strings, comments and backticks are never taken for clauses."""

import re
from dataclasses import dataclass

from graph.errors import QueryError

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+)
  | (?P<comment>//[^\r\n]*|/\*.*?\*/)
  | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<quoted>`(?:[^`]|``)*`)
  | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
  | (?P<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?\w*)
  | (?P<word>[^\W\d]\w*)
  | (?P<sign>[!%&()*+,\-./:;<=>?@\[\]^{|}~])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\[uU]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Cypher: `kind` is string, quoted, parameter, number, word or sign."""

    kind: str
    text: str
    start: int

    @property
    def is_name(self) -> bool:
        """Whether it may stand for a name: a word or a name in backticks."""
        return self.kind in ("word", "quoted")

    @property
    def word(self) -> str:
        """The word in upper case, or the sign itself; empty for every other kind."""
        return self.text.upper() if self.kind == "word" else self.text if self.kind == "sign" else ""


def tokenize(cypher: str) -> list[Token]:
    """Return the tokens without space and comments.

    Raises QueryError for a string, comment or backtick that does not end, for a character that has
    no meaning in Cypher, and for `\\u` escapes: a server may undo them before it looks for the end
    of a string, so that the text means something else to it than to us.
    """
    escape = _ESCAPE.search(cypher)
    if escape is not None:
        raise QueryError(f"{place(cypher, escape.start())}: write the character itself, not a \\u escape")
    tokens: list[Token] = []
    at = 0
    while at < len(cypher):
        match = _TOKEN.match(cypher, at)
        if match is None:
            what = "has no end" if cypher[at] in "'\"`" else "has no meaning here"
            raise QueryError(f"{place(cypher, at)}: {cypher[at]!r} {what}")
        kind = str(match.lastgroup)
        if match.group() == "/" and cypher.startswith("/*", at):
            raise QueryError(f"{place(cypher, at)}: the comment does not end")
        if kind not in ("space", "comment"):
            tokens.append(Token(kind, match.group(), at))
        at = match.end()
    return tokens


def word_set(text: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(text.split())


def parameters(tokens: list[Token]) -> set[str]:
    """Return the names of the parameters used."""
    return {token.text[1:].strip("`") for token in tokens if token.kind == "parameter"}


def place(cypher: str, offset: int) -> str:
    """Return `line 2, column 5` for an offset."""
    before = cypher[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - (before.rfind(chr(10)) + 1) + 1}"
