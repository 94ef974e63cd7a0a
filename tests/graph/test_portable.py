"""The forms that the embedded engine answers wrongly, and their neighbours that it answers rightly."""

import pytest

from graph.errors import QueryError
from graph.portable import portable
from graph.tokens import render, tokenize

COUNTED = [
    ("EXISTS { (u)-[:A]->(x)<-[:B]-(v) }", "(0 < COUNT { (u)-[:A]->(x)<-[:B]-(v) })"),
    ("EXISTS { MATCH (u)-->(x)-->(v) }", "(0 < COUNT { MATCH (u)-->(x)-->(v) })"),
    ("EXISTS { (u)-->(x), (x)-->(v) }", "(0 < COUNT { (u)-->(x), (x)-->(v) })"),
    ("NOT EXISTS { (u)-[:A]->()-[:B]->() }", "NOT (0 < COUNT { (u)-[:A]->()-[:B]->() })"),
    ("(u)-[:A]->()<-[:B]-()", "(0 < COUNT { (u)-[:A]->()<-[:B]-() })"),
    ("u.x = 1 AND NOT (u)-->()-->()-->()", "u.x = 1 AND NOT (0 < COUNT { (u)-->()-->()-->() })"),
    ("(u.x = 1 OR (u)--()--())", "(u.x = 1 OR (0 < COUNT { (u)--()--() }))"),
    ("u.name STARTS WITH 'a' AND (u)-->()-->()", "u.name STARTS WITH 'a' AND (0 < COUNT { (u)-->()-->() })"),
    (
        "(u)-->()-->({x: 1}) OR (u)-->()<--()",
        "(0 < COUNT { (u)-->()-->({x: 1}) }) OR (0 < COUNT { (u)-->()<--() })",
    ),
    (
        "size([x IN [u] WHERE (x)-->()-->() | x]) > 0",
        "size([x IN [u] WHERE (0 < COUNT { (x)-->()-->() }) | x]) > 0",
    ),
    ("EXISTS { (u)-->(x) WHERE (x)-->()-->() }", "EXISTS { (u)-->(x) WHERE (0 < COUNT { (x)-->()-->() }) }"),
]
WRONG = [
    "MATCH (u) WHERE exists((u)-->()-->()) RETURN u.id AS id",
    "MATCH (x)-[r:A]->(c) MATCH (p:Plan {id: r.plan_id}) RETURN count(*) AS n",
    "MATCH (x)-[r:A]->(i), (p:Plan {id: i.plan_id}) RETURN count(*) AS n",
    "MATCH (x)-[r:A]->()-[s:B {k: r.k}]->() RETURN count(*) AS n",
    "MATCH (x)-[r:A]->() WHERE COUNT { (p:Plan {id: r.k}) } > 0 RETURN count(*) AS n",
    "MATCH (x)-[r:A]->() WHERE (x)-[:B]->({id: r.k}) RETURN count(*) AS n",
    "MATCH (x)-[r:A]->() RETURN [(p {id: r.k})-->(q) | q.id] AS l",
]
RIGHT = [
    "MATCH (u) WHERE EXISTS { (u)-[:A]->(x) } RETURN u.id AS id",
    "MATCH (u) WHERE EXISTS { (u)-[:A]->()<-[:B]-() WHERE true } RETURN u.id AS id",
    "MATCH (u) WHERE COUNT { (u)-[:A]->()<-[:B]-() } > 0 RETURN u.id AS id",
    "MATCH (u) WHERE COUNT { MATCH (u)-->()-->() } = 0 RETURN u.id AS id",
    "MATCH (u)-[:A]->()<-[:B]-(v) RETURN u.id AS id",
    "OPTIONAL MATCH (u)-[:A]->()<-[:B]-(v) WHERE u.x = 1 RETURN u.id AS id",
    "MATCH (u) WHERE NOT (u)-[:A]->() AND (u)-->() RETURN u.id AS id",
    "MATCH (u) WITH u MATCH (u)-->()-->(v) RETURN v.id AS id",
    "MATCH (u) RETURN size([(u)-->()-->(v) | v.id]) AS n, [p = (u)-->()-->() | length(p)] AS l",
    "MATCH (a), (b) WHERE (a.x) - (b.x) - (a.y) > 0 RETURN a.id AS id",
    "MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p) AS n",
    "UNWIND $ids AS id MATCH (u:Unit {id: id})-->(i {x: $x}) RETURN i.id AS id",
    "MATCH (u) RETURN {a: u.id, b: u.name} AS m, u {.id, x: u.name} AS n",
    "MATCH (u) WITH {a: u.id} AS m MATCH (v) WHERE v.id = m.a RETURN v.id AS id",
    "RETURN 'EXISTS { (a)-->()-->() }' AS x // (p {id: r.x})",
]


@pytest.mark.parametrize(("typed", "sent"), COUNTED)
def test_conditions_over_several_relationships_are_counted(typed: str, sent: str) -> None:
    for clause in ("MATCH (u) WHERE {} RETURN u.id AS id", "MATCH (u) WITH u WHERE {} RETURN u.id AS id"):
        found = render(portable(tokenize(clause.replace("{}", typed))))
        assert found.split() == clause.replace("{}", sent).split()


@pytest.mark.parametrize("query", WRONG)
def test_wrong_forms_are_refused_with_the_right_form(query: str) -> None:
    with pytest.raises(QueryError, match=r"write (COUNT \{ … \} > 0 instead|it in WHERE)"):
        portable(tokenize(query))


@pytest.mark.parametrize("query", RIGHT)
def test_right_forms_pass(query: str) -> None:
    assert render(portable(tokenize(query))) == render(tokenize(query))
