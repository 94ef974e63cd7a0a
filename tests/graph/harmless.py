"""Queries that a researcher may write. None is refused; those of BOTH also run on both stores."""

from pathlib import Path

_FORMS = """
RETURN 1 AS x
RETURN 'CREATE (n)' AS x, "DETACH DELETE n" AS y, 'it\\'s' AS z
RETURN 1 AS delete, 2 AS `set`, 3 AS `CREATE`
RETURN {set: 1, create: 2, delete: 3, `load`: 4} AS m
RETURN {a: {b: [1, 2, {c: 3}]}} AS m
RETURN [1, 2, 3][0] AS a, [1, 2, 3][1..] AS b, [1, 2, 3][..-1] AS c, [1, 2, 3][0..2] AS d
RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares
RETURN [x IN [3, 1, 2] | x] AS same, [x IN [1, 2] WHERE x > 1] AS some
RETURN 7 / 2 AS a, 7 % 2 AS b, 2 ^ 3 AS c, -3 AS d, 1.5e3 AS f, .5 AS g, 0x1F AS h, 0o17 AS i
RETURN 1_000_000 AS a, 1e-3 AS b
RETURN 1 < 2 AS a, 1 <= 2 AS b, 1 <> 2 AS c, 1 >= 2 AS d, 1 = 2 AS e, 'a' < 'b' AS f
RETURN true AND false OR NOT true XOR null AS x
RETURN null IS NULL AS a, null IS NOT NULL AS b, 1 IN [1, null] AS c, null = null AS d
RETURN 'a' + 'b' AS a, [1] + [2] AS b, 'a' + 1 AS c
RETURN (1 + 2) * (3 - 4) AS x, ((1)) AS y
RETURN CASE WHEN 1 = 1 THEN 'a' WHEN 1 = 2 THEN 'b' END AS x
RETURN CASE WHEN 1 = 1 THEN CASE 2 WHEN 2 THEN 'a' ELSE 'b' END ELSE 'c' END AS x
RETURN 1 AS x // a comment: CREATE (n)
RETURN 1 AS x /* a comment: DELETE n */
/* before */ RETURN /* inside */ 1 AS x // after
RETURN 'not // a comment' AS x, 'nor /* this */' AS y
RETURN "/*" AS a, 'x' AS b, "*/" AS c
RETURN 1 AS `// no comment`
RETURN '' AS empty, "" AS also, '\\\\' AS backslash, '\\n' AS line, '\\t' AS tab
RETURN '中文，“引号”、《书名》（括号）' AS x
RETURN '\\u4e2d\\u6587' AS x
RETURN 'C:\\\\users' AS x, 'C:\\users\\x' AS y
RETURN '😀' AS x, 'é' AS y, 'ﬁ' AS z
RETURN 'a\u00a0b' AS x, 'c\u200bd' AS y, '\u3000' AS z
RETURN\u00a01\u00a0AS\u00a0x
\ufeffRETURN 1 AS x
RETURN\t1\tAS\tx\r  LIMIT\r1
RETURN\u30001\u2028AS\u2003x
RETURN 1 AS x\u200b
RETURN\x0c1 AS x
RETURN 1 AS x;;
  RETURN 1 AS x ;
UNWIND [] AS x RETURN x
UNWIND [1, 2, 2] AS x RETURN DISTINCT x
UNWIND [1, 2, 3] AS x WITH x WHERE x > 1 RETURN sum(x) AS s
UNWIND [1, 2] AS x UNWIND ['a', 'b'] AS y RETURN x, y
WITH 1 AS x, 2 AS y RETURN x + y AS z
WITH {a: 1, b: {c: 2}} AS m RETURN m.a AS a, m.b.c AS c, m['a'] AS d
WITH [1, 2, 3] AS xs RETURN head(xs) AS h, last(xs) AS l, tail(xs) AS t, size(xs) AS n
MATCH (set:Unit)-[call:LEADS]->(merge) RETURN count(*) AS n
MATCH (n:`Unit`) WHERE n.`name` = 'x' RETURN n.`id` AS `id`
MATCH (n)-[:`LEADS`]->() RETURN count(*) AS n
MATCH (n) WHERE n.set = 1 OR n.create = 2 OR n.delete IS NULL RETURN count(*) AS n
MATCH (n) RETURN n.load AS a, n.call AS b, n.merge AS c, n.remove AS d, n.foreach AS e LIMIT 1
MATCH (n:Create)-[r:DELETE|SET]->(m:Load) RETURN type(r) AS t
MATCH (n) RETURN n.name AS x ORDER BY n.name, n.id LIMIT 0
OPTIONAL MATCH (n:Nothing) RETURN n.name AS name
MATCH (n) WHERE false RETURN n.id AS id
MATCH (a:Unit), (b:District) RETURN count(*) AS n
MATCH (a:Unit) MATCH (a)-[:IN_DISTRICT]->(b) RETURN count(*) AS n
MATCH (n) WITH n LIMIT 5 RETURN collect(n.id) AS ids
MATCH (n) RETURN count(*) AS n, count(n) AS m, count(DISTINCT n.name) AS d
MATCH (n:Unit) RETURN min(n.name) AS a, max(n.name) AS b, sum(size(n.name)) AS c, avg(size(n.name)) AS d
MATCH (n) WHERE size(n.name) > 2 RETURN count(n) AS n
MATCH (n) RETURN exists((n)-->()) AS x LIMIT 1
RETURN count(*) AS n, count ( * ) AS m
RETURN toLower('A') + TOUPPER('b') + tolower('C') AS x
RETURN lower('A') AS a, upper('b') AS b, char_length('ab') AS c, toIntegerOrNull('x') AS d
RETURN {a: NOT true, b: CASE WHEN true THEN 1 END, c: COUNT { (:Unit) }} AS m
RETURN [[1, 2], [3]] AS x, [] AS y, {} AS z
RETURN $name AS a, $names[0] AS b, $`name` AS c
RETURN reduce(s = 0, x IN [1, 2, 3] | s + x) AS s, reduce(p = 1, x IN [1, 2] | p * x) AS p
"""
LINES = [
    "// what for: CREATE nothing\nMATCH (u:Unit)\n// and why\nRETURN u.name AS unit",
    "MATCH (u:Unit)\r\nWHERE u.name <> ''\r\nRETURN\r\n\tcount(u) AS n\r\n",
    "RETURN 1 AS x // last\n",
    "/* several\n   lines: DROP */\nRETURN 1 AS x",
    "RETURN 'two\nlines' AS x",
]


def _lines(text: str) -> list[str]:
    return text.strip("\n").split("\n")


def _file(name: str) -> list[str]:
    return _lines(Path(__file__).with_name(name).read_text(encoding="utf-8"))[1:]


BOTH = [
    *_file("harmless.cypher"),
    *_lines(_FORMS),
    *LINES,
]
SERVER_ONLY = _file("server_only.cypher")
HARMLESS = [*BOTH, *SERVER_ONLY]
PARAMS = {
    "name": "a",
    "kind": "b",
    "names": ["财政局", "教育局"],
    "pattern": ".*局",
    "skip": 0,
    "limit": 5,
}
