"""Queries that are refused before an engine sees them, and bombs that are refused or stopped in time."""

_WRITE = """
CREATE (n:Item {id: 'x'})
create (n)
MATCH (n) DETACH DELETE n
MATCH (n) NODETACH DELETE n
MATCH (n) DELETE n
MATCH (n) SET n.name = 'x' RETURN n.id AS id
MATCH (n) SET n += {a: 1}
MATCH (n) SET n:Admin
MATCH (n)\tSeT n.name = 'x'
MATCH (n) REMOVE n.name
MERGE (n:Item {id: 'x'}) ON CREATE SET n.x = 1
INSERT (n:Item)
MATCH (n) INSERT (n)-[:T]->(:Item)
MATCH (n) WHERE n.x CREATE (m)
MATCH (n) WHERE n.as CREATE (m)
MATCH (n) WHERE n:as CREATE (m)
MATCH (n) WHERE n.call { CREATE (m) }
MATCH (n) WHERE n.x = 1 OR n.union CREATE (m)
MATCH (n) RETURN n.id AS id ORDER BY id DESC CREATE (m)
MATCH (n) RETURN n.id AS id LIMIT 1 CREATE (m)
MATCH (n) RETURN * CREATE (m)
MATCH (n) WITH * CREATE (m)
MATCH (n) WITH n AS CREATE CREATE (m)
MATCH (n) WITH n, [1, 2] CREATE (m)
MATCH (n) WITH {a: 1} CREATE (m)
MATCH (n) WITH $x CREATE (m)
MATCH (n) WITH 'x' CREATE (m)
MATCH (n) WITH `x` CREATE (m)
MATCH (n) WITH CASE WHEN true THEN 1 END CREATE (m)
MATCH (n) RETURN 1 AS x UNION CREATE (m)
MATCH (n) RETURN 1 AS x UNION ALL CREATE (m)
FOREACH (x IN [1] | CREATE (n))
MATCH (n) FOREACH (x IN [1] | SET n.a = x)
MATCH (a)-->+ CREATE (m)
MATCH (a)-[*] CREATE (m)
MATCH (n), CREATE (m)
CALL (n) { CREATE (m) }
CALL { CREATE (m) } RETURN 1 AS x
CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS
UNWIND [1] AS x CALL (x) { RETURN 1 AS y } IN TRANSACTIONS RETURN x
UNWIND [1] AS x CALL (x) { RETURN 1 AS y } IN 4 CONCURRENT TRANSACTIONS RETURN x
MATCH (n) CALL (n) { SET n.x = 1 } RETURN n.id AS id
MATCH (n) CALL (n) { MATCH (n) SET n.x = 1 } RETURN n.id AS id
MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n.id AS id
MATCH (n) RETURN COUNT { CREATE (m) RETURN m } AS c
MATCH (n) RETURN COLLECT { CREATE (m) RETURN m.id } AS c
RETURN {CREATE (n)} AS x
RETURN {a: CREATE (n)} AS x
RETURN [CREATE (n)] AS x
RETURN 1CREATE (n)
RETURN 1.0CREATE (n)
RETURN 0x1FCREATE (n)
RETURN 1 AS x; CREATE (n)
RETURN 1 AS x; RETURN 2 AS y
WHEN true THEN { CREATE (n) }
{ CREATE (n) }
MATCH (n:$($label)) RETURN n.id AS id
MATCH (n:$any($labels)) RETURN n.id AS id
MATCH (n) SET n[$key] = 1
"""
_ADMIN = """
SHOW SETTINGS
SHOW USERS YIELD *
SHOW TRANSACTIONS
SHOW INDEXES
SHOW PROCEDURES YIELD name
MATCH (n) SHOW FUNCTIONS
TERMINATE TRANSACTIONS 'neo4j-transaction-1'
DROP INDEX x
DROP DATABASE neo4j
CREATE INDEX FOR (n:Item) ON (n.x)
CREATE CONSTRAINT FOR (n:Item) REQUIRE n.x IS UNIQUE
CREATE USER eve SET PASSWORD 'x'
ALTER USER neo4j SET PASSWORD 'x'
ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'
GRANT ROLE admin TO neo4j
DENY READ {*} ON GRAPH * TO neo4j
START DATABASE neo4j
STOP DATABASE neo4j
ENABLE SERVER 'x'
DEALLOCATE DATABASES FROM SERVER 'x'
USE system SHOW USERS
USE other MATCH (n) RETURN n.id AS id
EXPLAIN MATCH (n) RETURN n.id AS id
PROFILE MATCH (n) RETURN n.id AS id
CYPHER 5 MATCH (n) RETURN n.id AS id
CYPHER runtime=slotted MATCH (n) RETURN n.id AS id
CYPHER 25 LET x = 1 RETURN x
LET x = 1 RETURN x
MATCH (n) FILTER n.x RETURN n.id AS id
MATCH (n) RETURN n NEXT RETURN 1 AS x
MATCH (n) FINISH
MATCH (n) RETURN n.id AS id FORMAT CSV
MATCH (n) USING PERIODIC COMMIT RETURN n.id AS id
USING PERIODIC COMMIT 500 LOAD CSV FROM 'file:///x' AS row RETURN row
"""
_REACH = """
LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row
load csv with headers FROM 'file:///etc/passwd' AS row RETURN row
LOAD CSV FROM 'http://169.254.169.254/latest/meta-data' AS row RETURN row
LOAD PARQUET FROM 'file:///x' AS row RETURN row
MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row
CALL { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row } RETURN row
MATCH (n) WHERE EXISTS { LOAD CSV FROM 'file:///x' AS row RETURN row } RETURN n.id AS id
/* harmless */ LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row
CALL db.labels()
CALL db.labels
CALL dbms.listConfig() YIELD name, value
CALL dbms.queryJmx('*:*')
CALL db.clearQueryCaches()
CALL apoc.load.json('http://x') YIELD value RETURN value
CALL apoc.export.csv.all('x.csv', {})
CALL apoc.cypher.run('CREATE (n)', {}) YIELD value RETURN value
CALL dbms.security.createUser('eve', 'x')
MATCH (n) CALL db.labels() YIELD label RETURN label
OPTIONAL CALL db.labels() YIELD label RETURN label
CALL `db`.`labels`()
CALL `db.labels`()
CALL (db.labels())
CALL db . labels ()
MATCH (n) RETURN apoc.cypher.runFirstColumn('x', {}) AS x
MATCH (n) RETURN `apoc`.`cypher`.`run`('x') AS x
MATCH (n) RETURN `apoc.cypher.run`('x') AS x
RETURN {a: apoc.load.json('x')} AS x
RETURN [x IN [1] | apoc.util.sleep(10000)] AS x
RETURN gds.util.x(1) AS x
RETURN date.evil() AS x
RETURN genai.vector.encode('x', 'OpenAI', {token: 'x'}) AS x
RETURN file() AS x
RETURN graph.byName('x') AS x
MATCH (n) WHERE id(n) = 0 RETURN n.name AS name
MATCH (n) RETURN `id`(n) AS x
RETURN nosuch(1) AS x
RETURN ID (1) AS x
"""
# Comments, quotes, escapes and letters that one reader takes for something else than another.
_TRICKS = [
    "RETURN 'a' AS x //\nCREATE (n)",
    "RETURN 'a' AS x //\rCREATE (n)",
    "RETURN 1 AS x // \\u000aCREATE (n)",
    "RETURN 'a\\'' AS x CREATE (n) //'",
    'RETURN "a\\"" AS x CREATE (n) //"',
    "RETURN '\\\\' AS x CREATE (n) //'",
    "RETURN '//' AS x CREATE (n)",
    "RETURN '/*' AS x CREATE (n) //*/",
    "RETURN 1 AS x /* CREATE */ CREATE (n)",
    "RETURN 1 AS x /* /* */ CREATE (n) /* */",
    "RETURN 1 AS x /**/CREATE/**/(n)",
    "RETURN 1 AS `a``` CREATE (n) //`",
    "RETURN 1 AS `a` CREATE (n) //`",
    "RETURN 1 AS `\\u0060 CREATE (n) //`",
    "RETURN '\\u0027 AS x CREATE (n) //'",
    "RETURN '\\u005c\\u005c' AS x CREATE (n) //'",
    "\\u0043REATE (n)",
    "MATCH (n) \\u0044ELETE n",
    "MATCH (n) DEL\\u0045TE n",
    "MATCH (n)\u00a0DELETE\u00a0n",
    "MATCH (n)\u2028DELETE\u2028n",
    "MATCH (n)\u3000DELETE n",
    "MATCH (n)\x0cDELETE n",
    "MATCH (n)\x1cDELETE n",
    "MATCH (n) DEL\u200bETE n",
    "MATCH (n) \ufeffDELETE n",
    "RETURN 1 AS x\u200bCREATE (n)",
    "RETURN 1 AS x\x00CREATE (n)",
    "\ufeffCREATE (n)",
    "MATCH (n) \u017fET n.x = 1",
    "MATCH (n) DETACH DELETE\u00ad n",
    "ＣＲＥＡＴＥ (n)",
    "СREATE (n)",
    "MATCH (n) RETURN $`x` CREATE (n)",
    "RETURN 1 AS x;//\nCREATE (n)",
    "RETURN '\ud800' AS x",
]
ATTACKS = [line for text in (_WRITE, _ADMIN, _REACH) for line in text.strip("\n").split("\n")] + _TRICKS

UNREADABLE = [
    "",
    "  // only a comment",
    ";",
    "RETURN 'open",
    'RETURN "open',
    "RETURN `open",
    "/* open",
    "RETURN #",
    "MATCH（n） RETURN 1 AS x",
    "RETURN “x” AS x",
    "RETURN (1 AS x",
    "RETURN 1) AS x",
    "RETURN [1} AS x",
    "RETURN " + "(" * 3000 + "1" + ")" * 3000 + " AS x",
    "RETURN " + "[" * 3000 + "]" * 3000 + " AS x",
    "RETURN " + "1+" * 9000 + "1 AS x",
    "RETURN " + "NOT " * 9000 + "true AS x",
    "RETURN " + "-" * 9000 + "1 AS x",
    "RETURN '" + "a" * 1_000_000 + "' AS x",
    "MATCH (n)" + "-->()" * 5000 + " RETURN 1 AS x",
    "RETURN " + "CASE WHEN true THEN " * 2000 + "1" + " END" * 2000 + " AS x",
    "RETURN 1" + "[0]" * 9000 + " AS x",
]

#: Refused by the guard, else ended by an error or the time limit; with the parameters of BOMB_PARAMS.
BOMBS = [
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a+)+$' AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a|aa)+$' AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '([a-z]*)*[A-Z]' AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(?:(?:a?){30}){30}' AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a*)\\\\1*b' AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '.*.*.*.*.*.*.*.*x' AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ ('(a' + '+)' + '+x') AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a' + '+)' + '+x' AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ $regex AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ ('(' + $part + ')+x') AS x",
    "WITH '(a+)' + '+x' AS p RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ p AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ replace('(aX)X', 'X', '+') AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ CASE WHEN true THEN '(a+)+x' END AS x",
    "RETURN reduce(s = '', x IN range(1, 30000) | s + 'a') =~ '.*a.*a.*a.*b' AS x",
    "RETURN reduce(s = 'a', x IN range(1, 40) | s + s) AS x",
    "RETURN size(reduce(s = 'a', x IN range(1, 40) | (s + 'b') + s)) AS x",
    "RETURN size(reduce(s = 'a', x IN range(1, 40) | replace(s, 'a', 'aa'))) AS x",
    "RETURN reduce(l = [1], x IN range(1, 40) | l + l) AS x",
    "RETURN reduce(l = [1], x IN range(1, 40) | [l, l]) AS x",
    "WITH 'a' AS s" + " WITH s + s AS s" * 40 + " RETURN size(s) AS n",
    "WITH [1] AS s" + " WITH s + s AS s" * 40 + " RETURN size(s) AS n",
    "WITH 'aaaaaaaaaa' AS s" + " WITH replace(s, 'a', 'aaaaaaaaaa') AS s" * 12 + " RETURN size(s) AS n",
    "UNWIND range(1, 1000000000) AS x RETURN collect(x) AS y",
    "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN collect(x * y) AS y",
    "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*) AS n",
    "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN DISTINCT x, y",
    "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN x, y ORDER BY x * y LIMIT 1",
    "RETURN [x IN range(1, 1000000000) | x] AS y",
    "RETURN range(1, 1000 * 1000 * 1000) AS y",
    "RETURN range(-1000000000, 0) AS y",
    "RETURN range(0, $big) AS y",
    "RETURN [x IN range(1, 100000) | [y IN range(1, 100000) | x * y]] AS z",
    "RETURN [x IN range(1, 100000) | range(1, 100000)] AS z",
    "RETURN size([x IN range(1, 1000000) WHERE any(y IN range(1, 1000000) WHERE x * y = -1)]) AS n",
    "RETURN reduce(s = 0, x IN range(1, 1000000) | s + reduce(t = 0, y IN range(1, 1000000) | t + y)) AS n",
    "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j) RETURN count(*) AS n",
    "MATCH (a), (b), (c), (d), (e), (f), (g), (h) WITH collect(a) + collect(h) AS l RETURN size(l) AS n",
    "MATCH (a)--(b)--(c)--(d)--(e)--(f)--(g)--(h)--(i)--(j)--(k)--(l)--(m)--(n)--(o) RETURN count(*) AS n",
    "MATCH p = (a)-[*]-(b) RETURN count(p) AS n",
    "MATCH p = (a)-[*1..60]-(b) RETURN collect(p) AS n",
    "MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN a.id AS x SKIP 9223372036854775807",
    "MATCH (n) RETURN n.id AS id LIMIT 99999999999999999999",
    "MATCH (n) CALL (n) { MATCH (a), (b), (c), (d), (e), (f), (g) RETURN count(*) AS c } RETURN sum(c) AS n",
    "MATCH (n) WHERE COUNT { (a)--(b)--(c)--(d)--(e)--(f)--(g)--(h)--(i)--(j) } > 0 RETURN n.id AS id",
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b UNWIND range(1, 99) AS c "
    "RETURN max(a * b * c) AS n",
]
BOMB_PARAMS = {"regex": "(a+)+x", "part": "a+", "big": 10**12}
