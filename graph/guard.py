"""Lets only reading queries through, by an allow-list of clauses and functions; in front of both stores.

An expression never holds two operands side by side. So a word that follows a finished operand is an
operator or starts a clause, and must be on the list; so must the first word of a query or subquery.
A name before a bracket calls a function, which must be in `functions.tsv`. Whatever is not on the
lists, known to us or not, is refused.
"""

from graph.errors import QueryError, ReadOnlyError
from graph.functions import CLAUSES_INSTEAD, FUNCTIONS, way_out
from graph.tokens import Token, tokenize, word_set

CLAUSES = word_set("MATCH OPTIONAL WITH RETURN UNWIND CALL")
AFTER_OPERAND = CLAUSES | word_set(
    "WHERE ORDER SKIP OFFSET LIMIT UNION AS AND OR XOR NOT IN IS STARTS ENDS CONTAINS "
    "ASC DESC ASCENDING DESCENDING WHEN THEN ELSE END SHORTEST GROUPS NORMALIZED"
)
# Words after which an operand is still to come; every other word is an operand itself.
BEFORE_OPERAND = word_set(
    "MATCH OPTIONAL WITH RETURN UNWIND CALL WHERE ORDER BY SKIP OFFSET LIMIT UNION AS AND OR XOR NOT IN IS "
    "STARTS ENDS CONTAINS WHEN THEN ELSE CASE DISTINCT SHORTEST GROUPS"
)
SUBQUERIES = word_set("EXISTS COUNT COLLECT")
LONGEST = 50_000  # characters; the longest saved report has 2,000
# Measured on Neo4j 5.26: its parser takes time that doubles with each level of brackets or NOT.
DEEPEST = 30  # brackets in brackets
PREFIXES = 10  # NOT, + and - in a row
CHAIN = 500  # operators without a comma or a clause between, on which parsers recurse; CASE counts ten times
_PAIRS = {"(": ")", "[": "]", "{": "}"}


def check_read_only(cypher: str) -> list[Token]:
    """Return the tokens of a query that only reads. Raises ReadOnlyError or QueryError."""
    if len(cypher) > LONGEST:
        raise QueryError(f"the query has {len(cypher):,} characters; expected at most {LONGEST:,}")
    tokens = tokenize(cypher)
    while tokens and tokens[-1].word == ";":
        tokens.pop()
    if not tokens:
        raise QueryError("the query is empty")
    check_size(tokens)
    _Reader(tokens).check()
    return tokens


def check_size(tokens: list[Token]) -> None:
    """Refuse what is nested or chained so deep that a parser may hang or fall over."""
    opened: list[Token] = []
    chain = prefixes = 0
    for token in tokens:
        if token.word in _PAIRS:
            opened.append(token)
        elif token.word in _PAIRS.values() and (not opened or _PAIRS[opened.pop().word] != token.word):
            raise QueryError(f"{token.place}: {token.text} closes nothing")
        chain = 0 if token.word in _UNCHAINED else chain + _CHAINED.get(token.word, 0)
        prefixes = prefixes + 1 if token.word in _PREFIXES else 0
        if len(opened) > DEEPEST:
            raise QueryError(f"{token.place}: expected at most {DEEPEST} brackets in one another")
        if chain > CHAIN or prefixes > PREFIXES:
            raise QueryError(f"{token.place}: expected fewer operators in a row; a list and IN may do")
    if opened:
        raise QueryError(f"{opened[-1].place}: {opened[-1].text} is never closed")


_CHAINED = dict.fromkeys(
    [
        "+",
        "-",
        "*",
        "/",
        "%",
        "^",
        "=",
        "<",
        ">",
        ".",
        ":",
        "|",
        "&",
        "!",
        "NOT",
        "AND",
        "OR",
        "XOR",
        "IN",
        "[",
    ],
    1,
) | {"CASE": 10}
_PREFIXES = word_set("NOT + -")
_UNCHAINED = word_set("MATCH WITH RETURN UNWIND WHERE UNION ,")


class _Reader:
    """Walks over the tokens and knows, of each word, whether it is a keyword or a name."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.keywords: list[str] = []  # of each token read so far: the keyword or sign, or "" for a name
        self.braces: list[bool] = []  # of each open bracket: whether it is that of CALL { … }
        self.clause_due = True  # the next word begins a query
        self.query_ended = False  # CALL { … } just closed, which is no operand
        self.after_operand = False

    def check(self) -> None:
        for at, token in enumerate(self.tokens):
            keyword = "" if self._is_name(at) else token.word
            if self.clause_due and keyword not in CLAUSES and not self._continues_union(keyword):
                self._refuse(token, "a query begins with MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL or RETURN")
            if self.query_ended and keyword not in CLAUSES | {"UNION", "}", "ORDER", "SKIP", "LIMIT"}:
                self._refuse(token, "only a clause may follow CALL { … }")
            self._check_function(at, keyword)
            if token.kind == "word" and keyword:
                self._read_word(at, keyword)
            else:
                self._read_other(at)
            self.keywords.append(keyword)

    def _read_word(self, at: int, keyword: str) -> None:
        token, following = self.tokens[at], self._sign(at + 1)
        if self.after_operand and keyword not in AFTER_OPERAND and not self._trims(keyword):
            self._refuse(token, "only reading clauses are allowed")
        if keyword == "CALL" and following not in ("(", "{"):
            self._refuse(token, "procedures are not allowed, only CALL (x) { … }")
        if keyword == "CALL" and following == "(" and self._sign(self._closing(at + 1) + 1) != "{":
            self._refuse(token, "procedures are not allowed, only CALL (x) { … }")
        if keyword == "OPTIONAL" and following not in ("MATCH", "CALL"):
            self._refuse(token, "OPTIONAL is followed by MATCH")
        if self._before() == "{" and not self.clause_due and following not in (":", ",", "}", "="):
            self._refuse(token, "a map was expected here")
        self.clause_due = keyword == "UNION" or self._continues_union(keyword)
        self.after_operand = keyword not in BEFORE_OPERAND and not self._trims(keyword)
        self.query_ended = False

    def _read_other(self, at: int) -> None:
        token = self.tokens[at]
        if token.word == ";":
            self._refuse(token, "one statement at a time")
        if token.kind == "parameter" and self._sign(at + 1) == "(":
            self._refuse(token, "labels and types cannot be computed")
        opens = token.word == "{" and self._opens_subquery()
        self.clause_due = opens and not self._is_pattern(at + 1)
        self.query_ended = False
        if token.word in _PAIRS:
            self.braces.append(opens and (self._before() in ("CALL", ")")))
        elif token.word in _PAIRS.values():
            self.query_ended = self.braces.pop()
        if token.kind != "sign":
            self.after_operand = True
        else:
            self.after_operand = token.text in ")]}" or (token.text == "*" and not self.after_operand)

    def _is_name(self, at: int) -> bool:
        """Tell whether the token can only be a name: `n.set`, `:Set`, `AS set`, `{set: 1}`."""
        if self.tokens[at].kind != "word":
            return self.tokens[at].kind == "quoted"
        before = self._before()
        if before == ".":
            return len(self.keywords) < 2 or self.keywords[-2] != "."  # not the range in [1..size(x)]
        if before == ":" and self._value_due():
            return False
        return before in (":", "AS") or (before in ("{", ",", "(", "[") and self._sign(at + 1) == ":")

    def _value_due(self) -> bool:
        """Tell whether the last sign is the colon of a map, behind which an expression stands."""
        return len(self.keywords) > 2 and self.keywords[-3] in ("{", ",") and self._in_map()

    def _in_map(self) -> bool:
        depth = 0
        for keyword in reversed(self.keywords):
            if keyword in _PAIRS.values():
                depth += 1
            elif keyword in _PAIRS:
                if depth == 0:
                    return keyword == "{"
                depth -= 1
        return False

    def _continues_union(self, keyword: str) -> bool:
        return keyword in ("ALL", "DISTINCT") and self._before() == "UNION"

    def _trims(self, keyword: str) -> bool:
        """Tell whether the word belongs to `trim(BOTH 'x' FROM y)`."""
        if keyword == "FROM":
            return "TRIM" in self.keywords[-5:]
        return keyword in ("BOTH", "LEADING", "TRAILING") and self.keywords[-2:] == ["TRIM", "("]

    def _opens_subquery(self) -> bool:
        if self._before() != ")":
            return self._before() == "CALL" or self._before() in SUBQUERIES
        opening = len(self.keywords) - 1
        while opening > 0 and self.keywords[opening] != "(":
            opening -= 1
        return self.keywords[opening - 1] == "CALL"

    def _is_pattern(self, at: int) -> bool:
        """Tell whether a subquery is a bare pattern: `EXISTS { (a)-->(b) }`, `COUNT { p = (a)-->() }`."""
        return self._sign(at) == "(" or (self._sign(at + 1) == "=" and self._sign(at) not in CLAUSES)

    def _check_function(self, at: int, keyword: str) -> None:
        """Refuse the call of a function that is not listed."""
        if not self.tokens[at].is_name or self._before() == "." or keyword in BEFORE_OPERAND:
            return
        end = at
        while self._sign(end + 1) == "." and end + 2 < len(self.tokens) and self.tokens[end + 2].is_name:
            end += 2
        if self._sign(end + 1) != "(" or (self.after_operand and keyword in AFTER_OPERAND):
            return
        name = ".".join(token.name for token in self.tokens[at : end + 1 : 2])
        listed = FUNCTIONS.get(name.lower())
        if listed is None and "." not in name:
            raise QueryError(f"{self.tokens[at].place}: no function {name}(…) that queries may use")
        if listed is None or not listed.server:
            self._refuse(self.tokens[at], f"no function {name}(…) that queries may use{way_out(listed)}")

    def _before(self) -> str:
        return self.keywords[-1] if self.keywords else ""

    def _sign(self, at: int) -> str:
        return self.tokens[at].word if at < len(self.tokens) else ""

    def _closing(self, at: int) -> int:
        depth = 0
        for end in range(at, len(self.tokens)):
            depth += (self._sign(end) == "(") - (self._sign(end) == ")")
            if depth == 0:
                return end
        return len(self.tokens)

    def _refuse(self, token: Token, reason: str) -> None:
        instead = CLAUSES_INSTEAD.get(token.word, "")
        hint = f"; instead: {instead}" if instead else ""
        raise ReadOnlyError(f"{token.place}: {token.text} is refused: {reason}{hint}")
