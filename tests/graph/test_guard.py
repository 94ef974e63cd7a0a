"""What the allow-lists let through and what they refuse. The tables are attacks.py and harmless.py."""

import contextlib
import time
from pathlib import Path

import pytest

from graph.bombs import check_bombs
from graph.errors import GraphError, QueryError, QueryTimeout, ReadOnlyError
from graph.functions import FUNCTIONS
from graph.guard import check_read_only
from graph.header import read_header
from graph.kglite_store import KgliteStore
from graph.store import Store
from graph.tokens import Token, render, tokenize
from tests.graph.attacks import ATTACKS, BOMB_PARAMS, BOMBS, UNREADABLE
from tests.graph.harmless import BOTH, HARMLESS, PARAMS

ROOT = Path(__file__).parents[2]
SAVED = [*sorted((ROOT / "queries").glob("*.cypher")), *sorted((ROOT / "ui" / "queries").glob("*.cypher"))]
SHORT = 0.5  # seconds that a bomb is given
# These take more than arguments; queries of harmless.cypher call them.
OWN_SYNTAX = ("all", "any", "none", "single", "reduce", "exists", "shortestPath", "allShortestPaths")


@pytest.mark.parametrize("query", ATTACKS)
def test_attacks_are_refused(query: str) -> None:
    with pytest.raises((ReadOnlyError, QueryError)):
        check_read_only(query)


@pytest.mark.parametrize("query", UNREADABLE)
def test_unreadable_text_is_a_query_error(query: str) -> None:
    with pytest.raises(QueryError):
        check_read_only(query)


@pytest.mark.parametrize("query", HARMLESS)
def test_harmless_queries_pass(query: str) -> None:
    check_bombs(check_read_only(query), PARAMS)


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_saved_reports_pass(path: Path) -> None:
    header = read_header(path.read_text(encoding="utf-8"), path)
    for text in (header.cypher, *(param.choices for param in header.params if param.choices)):
        check_bombs(check_read_only(text), {})


def meaning(token: Token) -> tuple[str, str]:
    if token.kind in ("string", "parameter"):
        return token.kind, token.value if token.kind == "string" else token.name
    return token.kind, token.text.replace("_", "") if token.kind == "number" else token.text


@pytest.mark.parametrize("query", [*HARMLESS, *(path.read_text(encoding="utf-8") for path in SAVED)])
def test_what_is_sent_reads_the_same(query: str) -> None:
    tokens = tokenize(query)
    again = tokenize(render(tokens))
    assert [meaning(token) for token in tokens] == [meaning(token) for token in again]
    assert render(again) == render(tokens)


def test_harmless_queries_run(loaded: Store) -> None:
    failed = []
    for query in BOTH:
        try:
            loaded.query(query, PARAMS)
        except GraphError as error:
            failed.append(f"{query}: {error}")
    assert failed == []


def test_stores_agree_on_functions(store: Store) -> None:
    """Every function that is said to be on both stores is known to either engine."""
    for function in FUNCTIONS.values():
        if function.server and function.embedded and function.name not in OWN_SYNTAX:
            try:
                store.query(f"RETURN {function.name}(1, 2, 3, 4) AS x")
            except QueryError as error:
                assert "nknown function" not in str(error), function.name


@pytest.mark.parametrize("query", BOMBS)
def test_bombs_are_refused_or_stopped(reader: Store, query: str) -> None:
    """A store may know a way to answer; what matters is that the time is kept, also by the next query."""
    began = time.monotonic()
    with contextlib.suppress(QueryError, QueryTimeout):
        reader.query(query, BOMB_PARAMS, timeout=SHORT)
    assert time.monotonic() - began < SHORT + 2
    assert reader.query("RETURN 1 AS n", timeout=5).rows == ((1,),)


def test_no_clause_can_be_put_anywhere_into_a_query() -> None:
    """A write clause behind any operand is refused, or is not a clause there."""
    for query in (BOTH[3], "MATCH (n:Item) WHERE n.x = 1 RETURN n.id AS id ORDER BY id DESC LIMIT 3"):
        tokens = check_read_only(query)
        places = [
            token.column - 1 + len(token.text)
            for token in tokens
            if token.text in ")]}" or token.kind == "number"
        ]
        assert places
        for place in places:
            with pytest.raises(GraphError):
                check_read_only(f"{query[:place]} DETACH DELETE n {query[place:]}")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("MATCH (n)\n  DELETE n", "line 2, column 3: DELETE is refused: only reading"),
        ("FOREACH (x IN [1] | SET n.x = 1)", "instead: UNWIND list AS x"),
        ("RETURN id(n) AS x", r"line 1, column 8: id is refused: .*; write the property id"),
        ("MATCH（n）RETURN 1 AS x", r"write \("),
        ("RETURN 'x", "line 1, column 8: ' has no end"),
        ("RETURN '局' =~ '(a+)+'", "line 1, column 12: the pattern repeats a group"),
        ("MATCH (n)\nRETURN range(1, 9999999)", "line 2, column 8: ranges in lists"),
        ("UNWIND range(1, 9999999) AS x RETURN x", "column 14: a range has at most"),
    ],
)
def test_messages_name_the_place_and_the_way_out(query: str, message: str) -> None:
    with pytest.raises(GraphError, match=message):
        check_bombs(check_read_only(query), {})


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("RETURN '\\d' AS x", "RETURN '\\\\d' AS x"),
        ('RETURN "it\'s" AS x', "RETURN 'it\\'s' AS x"),
        ("RETURN '\\u4e2d' AS x", "RETURN '中' AS x"),
        ("RETURN '\\ud83d\\ude00' AS x", "RETURN '😀' AS x"),
        ("RETURN 1_000 /* b */ AS x // c", "RETURN 1000          AS x"),
        ("\ufeffRETURN\u00a01\n\nAS x", " RETURN 1\n\nAS x"),
        ("RETURN $`a` AS x", "RETURN $a   AS x"),
        ("RETURN 1/**/AS/**/x", "RETURN 1    AS    x"),
    ],
)
def test_queries_are_written_anew(typed: str, sent: str) -> None:
    assert render(tokenize(typed)) == sent


def test_refused_texts_never_reach_the_engine(tmp_path: Path) -> None:
    path = tmp_path / "a.kgl"
    writer = KgliteStore(path, write=True)
    writer.checkpoint()
    for query in ("CREATE (n:Item {id: 'x'})", "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row"):
        for store in (writer, KgliteStore(path)):
            for trusted in (False, True):
                with pytest.raises(ReadOnlyError):
                    store.query(query, trusted=trusted)
