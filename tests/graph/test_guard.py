"""What the allow-list lets through and what it refuses."""

import pytest

from graph.errors import GraphError, QueryError, ReadOnlyError
from graph.guard import check_read_only

ATTACKS = [
    "CREATE (n:Item {id: 'x'})",
    "create (n)",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n) DELETE n",
    "MATCH (n) SET n.name = 'x' RETURN n.id AS id",
    "MATCH (n)\nSeT n.name = 'x'",
    "MATCH (n) REMOVE n.name",
    "MERGE (n:Item {id: 'x'})",
    "INSERT (n:Item)",
    "MATCH (n) WHERE n.x CREATE (m)",
    "MATCH (n) WHERE n.as CREATE (m)",
    "MATCH (n) WHERE n:as CREATE (m)",
    "MATCH (n) WHERE n.call { CREATE (m) }",
    "MATCH (n) WHERE n.x = 1 OR n.union CREATE (m)",
    "MATCH (n) RETURN n.id AS id ORDER BY id DESC CREATE (m)",
    "MATCH (n) RETURN n.id AS id LIMIT 1 CREATE (m)",
    "MATCH (n) RETURN * CREATE (m)",
    "MATCH (n) WITH * CREATE (m)",
    "MATCH (n) WITH n AS CREATE CREATE (m)",
    "MATCH (n) WITH n, [1, 2] CREATE (m)",
    "MATCH (n) WITH {a: 1} CREATE (m)",
    "MATCH (n) WITH $x CREATE (m)",
    "MATCH (n) WITH 'x' CREATE (m)",
    "MATCH (n) WITH `x` CREATE (m)",
    "MATCH (n) WITH CASE WHEN true THEN 1 END CREATE (m)",
    "MATCH (n) RETURN 1 AS x UNION CREATE (m)",
    "MATCH (n) RETURN 1 AS x UNION ALL CREATE (m)",
    "FOREACH (x IN [1] | CREATE (n))",
    "MATCH (n) FOREACH (x IN [1] | SET n.a = x)",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "load csv with headers FROM 'file:///etc/passwd' AS row RETURN row",
    "MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "/* harmless */ LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "CALL db.labels()",
    "CALL db.labels",
    "MATCH (n) CALL db.labels() YIELD label RETURN label",
    "OPTIONAL CALL db.labels() YIELD label RETURN label",
    "CALL `db`.`labels`()",
    "CALL (n) { CREATE (m) }",
    "CALL { CREATE (m) } RETURN 1 AS x",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n.id AS id",
    "MATCH (n) CALL (n) { MATCH (n) SET n.x = 1 } RETURN n.id AS id",
    "MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n.id AS id",
    "MATCH (n) RETURN COUNT { CREATE (m) RETURN m } AS c",
    "MATCH (n) RETURN COLLECT { CREATE (m) RETURN m.id } AS c",
    "RETURN 1 AS x; CREATE (n)",
    "RETURN 1 AS x; RETURN 2 AS y",
    "RETURN 'a' AS x //\nCREATE (n)",
    "RETURN 'a\\'' AS x CREATE (n) //'",
    'RETURN "a\\"" AS x CREATE (n) //"',
    "RETURN 1 AS `a``` CREATE (n) //`",
    "RETURN '\\u0027 AS x CREATE (n) //'",
    "RETURN 1 AS x /* CREATE */ CREATE (n)",
    "EXPLAIN MATCH (n) RETURN n.id AS id",
    "PROFILE MATCH (n) RETURN n.id AS id",
    "CYPHER 5 MATCH (n) RETURN n.id AS id",
    "USE other MATCH (n) RETURN n.id AS id",
    "SHOW SETTINGS",
    "SHOW USERS YIELD *",
    "TERMINATE TRANSACTIONS 'x'",
    "DROP INDEX x",
    "CREATE INDEX FOR (n:Item) ON (n.x)",
    "ALTER USER neo4j SET PASSWORD 'x'",
    "START DATABASE neo4j",
    "MATCH (n) RETURN n.id AS id FORMAT CSV",
    "MATCH (n) FINISH",
    "MATCH (n) FILTER n.x RETURN n.id AS id",
    "LET x = 1 RETURN x",
    "WHEN true THEN { CREATE (n) }",
    "{ CREATE (n) }",
    "MATCH (n) RETURN apoc.cypher.runFirstColumn('x', {}) AS x",
    "MATCH (n) RETURN `apoc`.`cypher`.`run`('x') AS x",
    "RETURN gds.util.x(1) AS x",
    "RETURN {CREATE (n)} AS x",
]
UNREADABLE = [
    "",
    "  // only a comment",
    ";",
    "RETURN 'open",
    'RETURN "open',
    "RETURN `open",
    "/* open",
    "RETURN #",
    "MATCH\u00a0(n) RETURN 1 AS x",
    "RETURN 1 AS x\u200bCREATE (n)",
    "MATCH（n） RETURN 1 AS x",
]
HARMLESS = [
    "MATCH (n:Item) RETURN n.id AS id",
    "match (n) where n.x = 1 return n.id as id order by id asc skip 1 limit 2",
    "MATCH (n) RETURN n.set AS a, n.create AS b, n.delete AS c",
    "MATCH (n:Set)-[r:CREATE|DELETE]->(m:Load) RETURN type(r) AS t",
    "MATCH (set:Item)-[load:LEADS]-() RETURN set.id AS id",
    "RETURN 'CREATE (n)' AS x, \"DETACH DELETE\" AS y, 'it''s' AS z".replace("'it''s'", "'it\\'s'"),
    "RETURN 1 AS `CREATE (n)` // MERGE (m)",
    "RETURN 1 AS x /* DELETE */",
    "RETURN 1 AS delete, 2 AS set",
    "RETURN {set: 1, create: 2, in: 3, call: 4} AS m",
    "MATCH (n) RETURN n {.id, .set, merge: 1, .*} AS m",
    "WITH {a: 1} AS m RETURN m.a AS a",
    "MATCH (n) RETURN $create AS x, $`set` AS y",
    "MATCH (n) WHERE n.x STARTS WITH 'a' OR n.x ENDS WITH 'b' AND NOT n.x CONTAINS 'c' RETURN n.id AS id",
    "MATCH (n) WHERE n.x IS NOT NULL AND n.y IN [1, 2] XOR n.z =~ '.*' RETURN DISTINCT n.id AS id",
    "MATCH (n) WHERE EXISTS { (n)-->() } RETURN COUNT { (n)--() } AS c",
    "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE m.x = 1 } RETURN n.id AS id",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n.id AS id, c",
    "MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN count(m) AS c } RETURN c",
    "MATCH p = shortestPath((a:Unit)-[:LEADS*..8]-(b:Unit)) RETURN length(p) AS n",
    "UNWIND range(1, 3) AS x RETURN x UNION ALL RETURN 4 AS x UNION RETURN 5 AS x",
    "RETURN CASE 1 WHEN 1 THEN 'a' ELSE 'b' END AS x, [x IN [1..2] WHERE x > 1 | x * 2] AS y",
    "RETURN reduce(s = 0, x IN [1, 2] | s + x) AS s, all(x IN [1] WHERE x > 0) AS a",
    "MATCH (n) WITH *, 1 AS x RETURN *",
    "MATCH (n) RETURN count(*) AS c, count(DISTINCT n.x) AS d, -1.5e3 AS e;",
    "MATCH (a)-[:T*1..3]->(b), (c)<--(d) RETURN [1, 2][0..1] AS s, 7 % 2 AS r, 2 ^ 3 AS p",
    "RETURN date.truncate('month', date('2016-01-05')) AS d, duration.inDays(date(), date()) AS n",
    "MATCH (n) RETURN n.name AS `数量`, '中文' AS x",
    "OPTIONAL MATCH (n) RETURN null AS x, true AS y",
]


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
    assert check_read_only(query)


def test_no_clause_can_be_put_anywhere_into_a_query() -> None:
    """A write clause at any place between two tokens is refused, or is not a clause there."""
    for query in ("MATCH (n:Item) WHERE n.x = 1 RETURN n.id AS id ORDER BY id DESC LIMIT 3", HARMLESS[17]):
        tokens = check_read_only(query)
        ends = [
            token.start + len(token.text) for token in tokens if token.text in ")]}" or token.kind == "number"
        ]
        for place in ends:
            with pytest.raises(GraphError):
                check_read_only(f"{query[:place]} DETACH DELETE n {query[place:]}")


def test_the_message_names_the_place_and_the_word() -> None:
    with pytest.raises(ReadOnlyError, match=r"line 2, column 3: DELETE is refused: only reading"):
        check_read_only("MATCH (n)\n  DELETE n")
