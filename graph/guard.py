"""Lets only reading queries through, by an allow-list of clauses; the same in front of both stores.

An expression never holds two operands side by side. So a word that follows a finished operand is an
operator or starts a clause, and must be on the list; so must the first word of a query or subquery.
Whatever is not on the list, known to us or not, is refused.
"""

from graph.errors import QueryError, ReadOnlyError
from graph.tokens import Token, place, tokenize, word_set

CLAUSES = word_set("MATCH OPTIONAL WITH RETURN UNWIND CALL")
AFTER_OPERAND = CLAUSES | word_set(
    "WHERE ORDER SKIP OFFSET LIMIT UNION AS AND OR XOR NOT IN IS STARTS ENDS CONTAINS "
    "ASC DESC ASCENDING DESCENDING WHEN THEN ELSE END"
)
# Words after which an operand is still to come; every other word is an operand itself.
BEFORE_OPERAND = word_set(
    "MATCH OPTIONAL WITH RETURN UNWIND CALL WHERE ORDER BY SKIP OFFSET LIMIT UNION AS AND OR XOR NOT IN IS "
    "STARTS ENDS CONTAINS WHEN THEN ELSE CASE DISTINCT"
)
SUBQUERIES = word_set("EXISTS COUNT COLLECT")
# Built-in functions whose name has a dot; all others come from plug-ins.
NAMESPACES = word_set("date datetime localdatetime time localtime duration point")


def check_read_only(cypher: str) -> list[Token]:
    """Return the tokens of a query that only reads. Raises ReadOnlyError or QueryError."""
    tokens = tokenize(cypher)
    while tokens and tokens[-1].word == ";":
        tokens.pop()
    if not tokens:
        raise QueryError("the query is empty")
    _Reader(cypher, tokens).check()
    return tokens


class _Reader:
    """Walks over the tokens and knows, of each word, whether it is a keyword or a name."""

    def __init__(self, cypher: str, tokens: list[Token]) -> None:
        self.cypher = cypher
        self.tokens = tokens
        self.keywords: list[str] = []  # of each token read so far: the keyword or sign, or "" for a name
        self.clause_due = True
        self.after_operand = False

    def check(self) -> None:
        for at, token in enumerate(self.tokens):
            keyword = "" if self._is_name(at) else token.word
            if self.clause_due and keyword not in CLAUSES and not self._continues_union(keyword):
                self._refuse(token, "a query begins with MATCH, OPTIONAL MATCH, UNWIND, WITH or RETURN")
            self._check_plugin(at)
            if token.kind == "word" and keyword:
                self._read_word(at, keyword)
            else:
                self._read_other(at)
            self.keywords.append(keyword)

    def _read_word(self, at: int, keyword: str) -> None:
        token, following = self.tokens[at], self._sign(at + 1)
        if self.after_operand and keyword not in AFTER_OPERAND:
            self._refuse(token, "only reading clauses are allowed")
        if keyword == "CALL" and following not in ("(", "{"):
            self._refuse(token, "procedures are not allowed, only CALL (x) { … }")
        if keyword == "OPTIONAL" and following != "MATCH":
            self._refuse(token, "OPTIONAL is followed by MATCH")
        if self._before() == "{" and not self.clause_due and following not in (":", ",", "}", "="):
            self._refuse(token, "a map was expected here")
        self.clause_due = keyword == "UNION" or self._continues_union(keyword)
        self.after_operand = keyword not in BEFORE_OPERAND

    def _read_other(self, at: int) -> None:
        token = self.tokens[at]
        if token.word == ";":
            self._refuse(token, "one statement at a time")
        self.clause_due = token.word == "{" and self._opens_subquery() and not self._is_pattern(at + 1)
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
        return before in (":", "AS") or (before in ("{", ",", "(", "[") and self._sign(at + 1) == ":")

    def _continues_union(self, keyword: str) -> bool:
        return keyword in ("ALL", "DISTINCT") and self._before() == "UNION"

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

    def _check_plugin(self, at: int) -> None:
        """Refuse `a.b(…)` unless it is a built-in such as `date.truncate(…)`."""
        first = self.tokens[at]
        if not first.is_name or self._before() == ".":
            return
        end = at
        while self._sign(end + 1) == "." and end + 2 < len(self.tokens) and self.tokens[end + 2].is_name:
            end += 2
        if end > at and self._sign(end + 1) == "(" and first.text.lower() not in NAMESPACES:
            self._refuse(first, "functions of plug-ins are not allowed")

    def _before(self) -> str:
        return self.keywords[-1] if self.keywords else ""

    def _sign(self, at: int) -> str:
        return self.tokens[at].word if at < len(self.tokens) else ""

    def _refuse(self, token: Token, reason: str) -> None:
        raise ReadOnlyError(f"{place(self.cypher, token.start)}: {token.text} is refused: {reason}")
