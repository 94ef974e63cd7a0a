"""Cuts Cypher text into tokens, and writes tokens as text in which no two readers can differ.

A query is never sent as it was typed: `render` writes it anew from its tokens, without comments, odd
white space and escapes. So what was checked is what the engine reads, whatever its own rules for
them are; they differ (kglite reads '\\d' as 'd', knows no block comments, and ends a line comment
elsewhere).
"""

import re
import unicodedata
from dataclasses import dataclass

from graph.errors import QueryError

_TOKEN = re.compile(
    r"""
    (?P<space>[\s\x00\x1a\u180e\u200b-\u200d\u2060\ufeff]+)
  | (?P<comment>//[^\r\n]*|/\*.*?\*/)
  | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<quoted>`(?:[^`\\]|``)*`)
  | (?P<parameter>\$(?:\w+|`(?:[^`\\]|``)*`))
  | (?P<number>(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?\w*)
  | (?P<word>[^\W\d]\w*)
  | (?P<sign>[!%&()*+,\-./:;<=>?@\[\]^{|}~])
    """,
    re.VERBOSE | re.DOTALL,
)
_NUMBER = re.compile(r"(?:\d[\d_]*)?\.?\d+(?:_\d+)*(?:[eE][+-]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+", re.ASCII)
# Neo4j undoes these before anything else, so they may stand for a quote or a word as well.
_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\u([0-9a-fA-F]{4})")
_IN_STRING = re.compile(r"\\(.)", re.DOTALL)
_MEANINGS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", '"': '"'}
_WRITTEN = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Cypher: `kind` is string, quoted, parameter, number, word or sign."""

    kind: str
    text: str
    line: int
    column: int
    spaced: bool = False  # whether something stood between it and the token before

    @property
    def is_name(self) -> bool:
        """Whether it may stand for a name: a word or a name in backticks."""
        return self.kind in ("word", "quoted")

    @property
    def word(self) -> str:
        """The word in upper case, or the sign itself; empty for every other kind."""
        return self.text.upper() if self.kind == "word" else self.text if self.kind == "sign" else ""

    @property
    def name(self) -> str:
        """The name without backticks, or the name of the parameter."""
        text = self.text.removeprefix("$")
        return text[1:-1].replace("``", "`") if text.startswith("`") else text

    @property
    def value(self) -> str:
        """What the string says."""
        return _IN_STRING.sub(lambda found: _MEANINGS.get(found[1], found[0]), self.text[1:-1])

    @property
    def place(self) -> str:
        """`line 2, column 5`."""
        return f"line {self.line}, column {self.column}"


def tokenize(cypher: str) -> list[Token]:
    """Return the tokens without space and comments.

    Raises QueryError for a string, comment or backtick that does not end, and for what has no meaning
    in Cypher.
    """
    cypher = _undo_escapes(cypher)
    tokens: list[Token] = []
    at, line, line_start, spaced = 0, 1, 0, False
    while at < len(cypher):
        match = _TOKEN.match(cypher, at)
        place = f"line {line}, column {at - line_start + 1}"
        if match is None:
            raise QueryError(f"{place}: {_complaint(cypher, at)}")
        kind, text = str(match.lastgroup), match.group()
        if text == "/" and cypher.startswith("/*", at):
            raise QueryError(f"{place}: the comment does not end")
        if kind in ("space", "comment"):
            spaced = True
        else:
            _check(kind, text, place)
            tokens.append(Token(kind, text, line, at - line_start + 1, spaced))
            spaced = False
        if "\n" in text:
            line, line_start = line + text.count("\n"), at + text.rfind("\n") + 1
        at = match.end()
    return tokens


def render(tokens: list[Token]) -> str:
    """Write tokens as text, each near its old place, so that an engine's message fits the query."""
    parts: list[str] = []
    line, column = 1, 1
    for token in tokens:
        starts_line = token.line > line
        if starts_line:
            parts.append("\n" * (token.line - line))
            line, column = token.line, 1
        gap = max(token.column - column, int(token.spaced and not starts_line))
        text = _written(token)
        parts.append(" " * gap + text)
        column += gap + len(text)
    return "".join(parts)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(text.split())


def parameters(tokens: list[Token]) -> set[str]:
    """Return the names of the parameters used."""
    return {token.name for token in tokens if token.kind == "parameter"}


def _undo_escapes(cypher: str) -> str:
    text = _ESCAPE.sub(lambda found: found[1] + chr(int(found[2], 16)), cypher)
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")  # joins escaped surrogate pairs
    except UnicodeDecodeError as error:
        raise QueryError("the query holds half a character (an unpaired surrogate)") from error


def _check(kind: str, text: str, place: str) -> None:
    if kind == "number" and not _NUMBER.fullmatch(text):
        raise QueryError(f"{place}: {text} is no number")
    # A reader that folds case would take ſ for S and K (Kelvin) for K, and see a keyword.
    for letter in text if kind == "word" and not text.isascii() else "":
        if not letter.isascii() and (letter.upper().isascii() or letter.lower().isascii()):
            raise QueryError(f"{place}: {letter!r} in {text} can be taken for another letter")


def _complaint(cypher: str, at: int) -> str:
    character = cypher[at]
    if character in "'\"`":
        return f"{character} has no end" if character != "`" else "` has no end, or holds a backslash"
    if cypher.startswith("$(", at):
        return "labels and types cannot be computed: $( … ) is not allowed"
    plain = {"，": ",", "“": '"', "”": '"', "‘": "'", "’": "'"}.get(
        character, unicodedata.normalize("NFKC", character)
    )
    hint = f"; write {plain}" if plain != character and plain.isascii() else ""
    return f"{character!r} has no meaning here{hint}"


def _written(token: Token) -> str:
    if token.kind == "string":
        return "'" + "".join(_WRITTEN.get(character, character) for character in token.value) + "'"
    if token.kind == "number":
        return token.text.replace("_", "")
    if token.kind == "parameter" and re.fullmatch(r"[A-Za-z_]\w*", token.name, re.ASCII):
        return f"${token.name}"
    return token.text
