"""Queries that a researcher may write. None is refused; those of BOTH also run on both stores."""

_UNITS = """
MATCH (u:Unit) RETURN u.name AS unit
match (u:Unit) return u.id as id order by id skip 1 limit 2
MATCH (u:Unit) RETURN u.name AS unit ORDER BY unit DESC LIMIT 5;
MATCH (u:Unit)-[:LEADS]->(i:Item) RETURN u.name AS unit, count(i) AS led ORDER BY led DESC, unit LIMIT 5
MATCH (u:Unit)-[r:LEADS|PARTICIPATES_IN]->(i:Item) RETURN type(r) AS kind, count(*) AS n ORDER BY kind
MATCH (u:Unit)-[r:LEADS]->(:Item) WHERE r.confidence >= 0.5 RETURN u.name AS unit, avg(r.confidence) AS c
MATCH (u:Unit) WHERE u.name CONTAINS '局' RETURN count(*) AS n
MATCH (u:Unit) WHERE u.name STARTS WITH '区' OR u.name ENDS WITH '办' RETURN u.name AS unit
MATCH (u:Unit) WHERE NOT u.name CONTAINS '局' AND u.kind <> 'collective' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '.*(财政|发改).*' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '(?i)^.*局$' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '[一-龥]+局' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '\\\\d{4}年.*' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '\\d{4}年.*' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ ('.*' + '财政' + '.*') RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '.*' + '财政' + '.*' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '.*财政.*局.*' AND u.kind IS NOT NULL RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '(财政|教育)局?' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '.{2,8}局' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name IN ['财政局', '教育局', "卫计局"] RETURN u.name AS unit
MATCH (u:Unit) WHERE u.district IS NULL XOR u.kind = 'unit' RETURN u.name AS unit
MATCH (u:Unit) WHERE (u.kind = 'unit' OR u.kind = 'collective') AND NOT (u.name = '') RETURN count(u) AS n
MATCH (u:Unit) WHERE EXISTS { (u)-[:LEADS]->(:Item) } RETURN u.name AS unit
MATCH (u:Unit) WHERE NOT EXISTS { (u)-[:LEADS]->() } RETURN u.name AS unit
MATCH (u:Unit) WHERE EXISTS { MATCH (u)-[:LEADS]->(i:Item) WHERE i.deadline IS NULL } RETURN u.name AS unit
MATCH (u:Unit) WHERE EXISTS { (u)-[:LEADS]->(i) WHERE i.text CONTAINS '改革' } RETURN u.name AS unit
MATCH (u:Unit) WHERE (u)-[:LEADS]->() AND NOT (u)-[:PARTICIPATES_IN]->() RETURN u.name AS unit
MATCH (u:Unit) WHERE EXISTS { (u)-[:LEADS]->(:Item)<-[:LEADS]-(:Unit) } RETURN u.name AS unit
MATCH (u:Unit) WHERE (u)-[:LEADS]->(:Item)<-[:LEADS]-(:Unit) RETURN u.name AS unit
MATCH (u:Unit) WHERE COUNT { (u)-[:LEADS]->() } > 1 RETURN u.name AS unit
MATCH (u:Unit) WHERE COUNT { (u)-[:LEADS]->(:Item)<-[:LEADS]-(:Unit) } > 0 RETURN u.name AS unit
MATCH (u:Unit) WHERE COUNT { MATCH (u)-[:LEADS]->(i:Item) WHERE i.deadline IS NOT NULL } = 0 RETURN u.name AS unit
MATCH (u:Unit) RETURN u.name AS unit, COUNT { (u)-[:LEADS]->() } AS led ORDER BY led DESC, unit
MATCH (u:Unit)-[:LEADS]->(i:Item)<-[:PARTICIPATES_IN]-(v:Unit) RETURN u.name AS a, v.name AS b, count(*) AS n
MATCH (u:Unit)-[:LEADS]->(i)<-[:LEADS]-(v:Unit) WHERE u.id < v.id RETURN u.name AS a, v.name AS b, count(i) AS n
MATCH (u:Unit)-[:LEADS]->(i:Item)<-[r:PARTICIPATES_IN]-(v:Unit) WHERE r.rule = 'x' RETURN count(*) AS n
MATCH (u:Unit)-[:IN_DISTRICT]->(d:District) RETURN d.name AS district, count(DISTINCT u) AS units
MATCH (u:Unit)-[:HAS_FUNCTION]->(f:Function) WITH f, count(u) AS n WHERE n > 1 RETURN f.name AS function, n
MATCH (u:Unit)-[:HAS_FUNCTION]->(f) OPTIONAL MATCH (u)-[:LEADS]->(i:Item) RETURN f.name AS f, count(i) AS n
MATCH (u:Unit) OPTIONAL MATCH (u)-[:LEADS]->(i:Item) WHERE i.deadline IS NULL RETURN u.name AS u, count(i) AS n
MATCH (u:Unit) WITH u ORDER BY u.name LIMIT 3 MATCH (u)-[:LEADS]->(i) RETURN u.name AS unit, i.name AS item
MATCH (u:Unit) WITH DISTINCT u.kind AS kind RETURN kind ORDER BY kind
MATCH (u:Unit) WITH *, size(u.name) AS n RETURN n, count(*) AS units ORDER BY n
MATCH (u:Unit) WITH collect(u.name) AS names RETURN size(names) AS n, names[0] AS first, names[-1] AS last
MATCH (u:Unit) WITH u.district AS d, collect(DISTINCT u.name)[0..3] AS names RETURN d, names
MATCH (u:Unit) RETURN u {.id, .name, led: COUNT { (u)-[:LEADS]->() }} AS unit
MATCH (u:Unit) RETURN u {.name, what: 'unit'} AS unit
MATCH (u:Unit) RETURN u AS unit LIMIT 2
MATCH (u:Unit) RETURN [(u)-[:LEADS]->(i:Item) | i.name] AS items
MATCH (u:Unit) RETURN [(u)-[:LEADS]->(i) WHERE i.deadline IS NULL | i.name] AS items
MATCH (u:Unit) RETURN size([(u)-[:LEADS]->(i)<-[:LEADS]-(v) | v.id]) AS n
MATCH (u:Unit) RETURN DISTINCT labels(u) AS l
MATCH (u:Unit) WHERE u:Unit RETURN count(u) AS n
MATCH (n:Unit|Item) RETURN labels(n)[0] AS label, count(*) AS n
MATCH (n) RETURN labels(n) AS labels, count(*) AS n ORDER BY n DESC
MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY n DESC, type
MATCH (a)-[r]-(b) RETURN count(r) AS n
MATCH (a)--(b) RETURN count(*) AS n
MATCH (a)-->(b)<--(c) RETURN count(*) AS n
MATCH (a)-[r]->(b) RETURN startNode(r).id AS a, endNode(r).id AS b, type(r) AS t
MATCH (u:Unit {name: '财政局'}) RETURN u.id AS id
MATCH (u:Unit {name: $name, kind: $kind}) RETURN u.id AS id
MATCH (u:Unit) WHERE $name IS NULL OR u.name = $name RETURN u.id AS id ORDER BY id
MATCH (u:Unit) WHERE u.name IN $names RETURN u.id AS id
MATCH (u:Unit) WHERE u.name =~ $pattern RETURN u.id AS id
MATCH (u:Unit) WHERE u.name =~ '.*' + $name + '.*' RETURN u.id AS id
MATCH (u:Unit) RETURN u.id AS id SKIP $skip LIMIT $limit
MATCH (u:Unit) RETURN u.id AS id ORDER BY id ASC
MATCH (u:Unit) RETURN u.id AS id ORDER BY u.name DESCENDING, u.id ASCENDING
MATCH (u:Unit) RETURN count(*) AS n UNION MATCH (i:Item) RETURN count(*) AS n
MATCH (u:Unit) RETURN 'unit' AS what, count(*) AS n UNION ALL MATCH (i:Item) RETURN 'item' AS what, count(*) AS n
MATCH (u:Unit) CALL (u) { MATCH (u)-[:LEADS]->(i:Item) RETURN count(i) AS n } RETURN u.name AS unit, n
MATCH (u:Unit) CALL { WITH u MATCH (u)-[:LEADS]->(i:Item) RETURN count(i) AS n } RETURN u.name AS unit, n
MATCH (d:District) CALL (d) { MATCH (d)<-[:IN_DISTRICT]-(u) RETURN u.name AS top ORDER BY top LIMIT 1 } RETURN d.name AS d, top
MATCH (u:Unit) CALL (u) { MATCH (u)-[:LEADS]->(i) RETURN i.id AS x UNION MATCH (u)-[:PARTICIPATES_IN]->(i) RETURN i.id AS x } RETURN u.name AS u, count(x) AS n
CALL { MATCH (u:Unit) RETURN count(u) AS units } CALL { MATCH (i:Item) RETURN count(i) AS items } RETURN units, items
CALL () { MATCH (u:Unit) RETURN count(u) AS units } RETURN units
"""
_ITEMS = """
MATCH (i:Item) WHERE i.deadline < date('2016-07-01') RETURN i.name AS item, i.deadline AS due ORDER BY due, item
MATCH (i:Item) WHERE i.deadline IS NOT NULL RETURN i.deadline.year AS year, i.deadline.month AS month, count(*) AS n
MATCH (i:Item) WHERE i.deadline >= date({year: 2016, month: 1, day: 1}) RETURN count(*) AS n
MATCH (i:Item) WHERE i.deadline <= date('2016-01-01') + duration({days: 90}) RETURN count(*) AS n
MATCH (i:Item) WHERE i.deadline >= date() - duration('P30D') RETURN count(*) AS n
MATCH (i:Item) RETURN duration.inDays(date('2016-01-01'), i.deadline).days AS days
MATCH (i:Item) WHERE i.deadline IS NOT NULL RETURN date.truncate('month', i.deadline) AS month, count(*) AS n
MATCH (i:Item) RETURN substring(toString(i.deadline), 0, 7) AS month, count(*) AS n
MATCH (i:Item) RETURN i.deadline.quarter AS quarter, i.deadline.week AS week, i.deadline.dayOfWeek AS day
MATCH (i:Item) RETURN CASE WHEN i.deadline IS NULL THEN '无期限' ELSE '有期限' END AS what, count(*) AS n
MATCH (i:Item) RETURN CASE i.number WHEN '1' THEN 'first' WHEN '2' THEN 'second' ELSE 'other' END AS what, count(*) AS n
MATCH (i:Item) RETURN sum(CASE WHEN i.deadline IS NULL THEN 1 ELSE 0 END) AS none, count(*) AS n
MATCH (i:Item) RETURN coalesce(i.deadline, date('2099-12-31')) AS due, i.name AS name ORDER BY due, name
MATCH (i:Item) RETURN i.text AS text, size(i.text) AS length ORDER BY length DESC LIMIT 3
MATCH (i:Item) WHERE i.text CONTAINS 'DROP' OR i.text CONTAINS "DELETE" RETURN i.id AS id
MATCH (i:Item) WHERE i.text CONTAINS '创建' AND i.name <> 'CREATE (n)' RETURN i.id AS id
MATCH (i:Item) RETURN replace(i.name, '改革', '') AS short, split(i.name, '、') AS parts
MATCH (i:Item) RETURN left(i.name, 2) AS a, right(i.name, 2) AS b, trim(i.name) AS c, reverse(i.name) AS d
MATCH (i:Item) RETURN toInteger(i.number) AS n, toFloat(i.number) AS f ORDER BY n
MATCH (i:Item) WHERE toInteger(i.number) % 2 = 0 RETURN i.id AS id
MATCH (i:Item) WHERE NOT (i)<-[:LEADS]-() RETURN i.name AS item
MATCH (i:Item) WHERE COUNT { (i)<-[:PARTICIPATES_IN]-() } >= 2 RETURN i.name AS item
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item)<-[:LEADS]-(u:Unit) RETURN p.name AS plan, u.name AS unit, count(i) AS n
MATCH (p:Plan)-[:HAS_AREA]->(a:Area)-[:HAS_ITEM]->(i:Item) RETURN p.name AS plan, a.name AS area, count(i) AS n
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item) WITH p, count(i) AS n RETURN p.year AS year, sum(n) AS items, avg(n) AS mean
MATCH (p:Plan)-[:ISSUED_IN]->(d:District) RETURN d.name AS d, min(p.year) AS first, max(p.year) AS last
MATCH (p:Plan) WHERE p.year = 2016 AND p.district CONTAINS '区' RETURN p.name AS plan
MATCH (p:Plan) WHERE 2014 <= p.year AND p.year <= 2018 RETURN p.name AS plan
MATCH (p:Plan) RETURN DISTINCT p.year AS year ORDER BY year
MATCH (p:Plan) RETURN p.name AS `计划`, p.year AS `年份` ORDER BY `年份`, `计划`
MATCH (p:Plan) RETURN p.name AS `plan name`, p.year AS `a ``quoted`` year`
MATCH (p:Plan)-[:CITES]->(c:Policy) RETURN c.name AS policy, count(DISTINCT p) AS plans ORDER BY plans DESC, policy
MATCH (x)-[:CITES]->(c:Policy) WHERE x:Item OR x:Plan RETURN c.name AS policy, count(x) AS n
MATCH (p:Plan)-[:CITES]->(:Policy)-[:SAME_AS]->(q:Plan) RETURN p.name AS a, q.name AS b
MATCH p = (a:Plan)-[*1..3]->(b:Policy) RETURN length(p) AS len, count(*) AS n ORDER BY len
MATCH (a:Plan)-[:CITES|SAME_AS*1..4]->(b) RETURN DISTINCT b.name AS name
MATCH (a:Unit)-[:HOSTS*1..2]->(b:Unit) RETURN a.name AS a, b.name AS b
MATCH (a:District)-[:PART_OF*0..2]->(b:District) RETURN a.name AS a, b.name AS b
MATCH p = shortestPath((a:Unit {id: $name})-[:LEADS|PARTICIPATES_IN*..6]-(b:Unit {id: $kind})) RETURN length(p) AS n
MATCH (a:Unit {id: $name}), (b:Unit {id: $kind}) MATCH p = shortestPath((a)-[*..4]-(b)) RETURN [n IN nodes(p) | n.name] AS names
MATCH p = allShortestPaths((a:Unit {id: $name})-[*..4]-(b:Unit {id: $kind})) RETURN count(p) AS n
MATCH p = (a:Unit)-[:LEADS]->(i) RETURN [r IN relationships(p) | type(r)] AS types LIMIT 2
MATCH p = (a:Unit)-[:LEADS]->(i) WHERE all(n IN nodes(p) WHERE n.id IS NOT NULL) RETURN count(p) AS n
MATCH (i:Item) WHERE any(w IN ['改革', '试点'] WHERE i.name CONTAINS w) RETURN i.name AS item
MATCH (i:Item) WHERE none(w IN ['改革', '试点'] WHERE i.name CONTAINS w) RETURN count(i) AS n
MATCH (i:Item) WHERE single(w IN ['改革', '试点'] WHERE i.name CONTAINS w) RETURN count(i) AS n
UNWIND ['改革', '试点'] AS word MATCH (i:Item) WHERE i.name CONTAINS word RETURN word, count(i) AS n
UNWIND $names AS name MATCH (u:Unit {name: name}) RETURN u.id AS id
UNWIND range(2014, 2018) AS year OPTIONAL MATCH (p:Plan {year: year}) RETURN year, count(p) AS plans
UNWIND [{id: 1, name: 'a'}, {id: 2, name: 'b'}] AS row RETURN row.id AS id, row.name AS name
MATCH (i:Item) WITH i.name AS name, count(*) AS n WHERE n > 1 RETURN name, n
MATCH (i:Item) WITH count(*) AS total MATCH (j:Item) WHERE j.deadline IS NULL WITH total, count(j) AS n RETURN 100.0 * n / total AS share
MATCH (i:Item) WITH collect(i) AS items UNWIND items AS i RETURN i.id AS id
MATCH (i:Item)<-[:LEADS]-(u) WITH i, u ORDER BY u.name WITH i, collect(u.name) AS leads RETURN i.name AS item, reduce(t = '', n IN leads | t + n + ' ') AS all
MATCH (i:Item)<-[:LEADS]-(u) WITH i, collect(u.name) AS l RETURN reduce(t = '', n IN l | CASE WHEN t = '' THEN n ELSE t + '、' + n END) AS units
MATCH (i:Item) WITH collect(size(i.name)) AS xs RETURN reduce(m = 0, x IN xs | CASE WHEN x > m THEN x ELSE m END) AS longest
MATCH (i:Item) RETURN i.name AS name, i.text AS text, i.start_char AS start, i.end_char AS `end`
MATCH (a:Item)-[s:SIMILAR_TO]->(b:Item) WHERE s.score > 0.8 RETURN a.name AS a, b.name AS b, round(s.score, 2) AS score
MATCH (s:Source)-[:WITNESSES]->(p:Plan) RETURN s.name AS file, p.name AS plan
MATCH (x:Issue) RETURN x.code AS code, x.severity AS severity, count(*) AS n
MATCH (r:Run) RETURN r.finished AS finished
"""
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
_CALLS = """
abs(-2)|acos(0.5)|asin(0.5)|atan(0.5)|atan2(1, 2)|btrim(' a ')|ceil(1.2)|coalesce(null, 1)|cos(0)|cot(1)|date('2016-01-02')
date.truncate('year', date('2016-03-05'))|datetime('2016-01-02T03:04:05Z')|degrees(1.0)|duration('P1D') IS NULL|exp(0)|floor(1.5)
haversin(1.0)|head([1])|last([1])|left('abc', 2)|localdatetime('2016-01-02T03:04:05')|log(1)|log10(100)|ltrim(' a')|rtrim('a ')
pi()|radians(180)|rand() < 1|randomUUID() <> ''|range(1, 9, 2)|replace('abc', 'b', 'x')|reverse([1, 2])|right('abc', 1)|round(1.25, 1)
round(2.4)|sign(-2)|sin(0)|size('中文')|split('a,b', ',')|sqrt(4)|substring('abcd', 1, 2)|tail([1, 2])|tan(0)|toBoolean('true')
toFloat('1.5')|toInteger('3')|toLower('A')|toString(1)|toString(date('2016-01-02'))|toUpper('a')|trim(' a ')|valueType(1) <> ''
"""
# What the server answers and the embedded engine does not; it says so, with what to write instead.
SERVER_ONLY = """
MATCH (i:Item WHERE i.deadline IS NULL) RETURN count(i) AS n
MATCH (u:Unit)-[r:LEADS WHERE r.confidence > 0.5]->(i) RETURN count(i) AS n
MATCH (u:Unit) RETURN COLLECT { MATCH (u)-[:LEADS]->(i) RETURN i.name ORDER BY i.name } AS items
MATCH (a:Unit)-[:HOSTS]->{1,2}(b:Unit) RETURN count(*) AS n
MATCH (a:Unit)-[:HOSTS]->+(b:Unit) RETURN count(*) AS n
MATCH (a:Unit) ((x)-[:HOSTS]->(y)){1,3} (b:Unit) RETURN count(*) AS n
MATCH p = SHORTEST 1 (a:Unit)-[:HOSTS]->+(b:Unit) RETURN length(p) AS n
MATCH p = ALL SHORTEST (a:Unit)-[:HOSTS]->+(b:Unit) RETURN length(p) AS n
MATCH p = ANY SHORTEST (a:Unit)-[:HOSTS]-+(b:Unit) RETURN length(p) AS n
MATCH (u:Unit) RETURN percentileCont(size(u.name), 0.5) AS median, stDev(size(u.name)) AS sd
RETURN duration.between(date('2016-01-01'), date('2016-03-01')) AS d
RETURN isEmpty('') AS a, nullIf(1, 1) AS b, timestamp() > 0 AS c
RETURN trim(BOTH 'x' FROM 'xax') AS a, trim(LEADING 'x' FROM 'xa') AS b
RETURN 1 < 2 < 3 AS x
RETURN 1 AS `中文`, 2 AS 中文名
MATCH (单位:Unit) RETURN 单位.name AS 名称
MATCH (n) RETURN keys(n) AS k, properties(n) AS p, n {.*} AS m LIMIT 1
RETURN 'ab' IS NFC NORMALIZED AS x
WITH 5 AS limit RETURN limit
WITH 1 AS order, 2 AS skip RETURN order, skip
MATCH (match:Unit) RETURN match.name AS name
OPTIONAL CALL () { MATCH (u:Unit) RETURN u.name AS name } RETURN name
""".strip().splitlines()


LINES = [
    "// what for: CREATE nothing\nMATCH (u:Unit)\n// and why\nRETURN u.name AS unit",
    "MATCH (u:Unit)\r\nWHERE u.name <> ''\r\nRETURN\r\n\tcount(u) AS n\r\n",
    "RETURN 1 AS x // last\n",
    "/* several\n   lines: DROP */\nRETURN 1 AS x",
    "RETURN 'two\nlines' AS x",
]


def _lines(text: str) -> list[str]:
    return text.strip("\n").split("\n")


BOTH = [
    *_lines(_UNITS),
    *_lines(_ITEMS),
    *_lines(_FORMS),
    *LINES,
    *(f"RETURN {call} AS x" for line in _lines(_CALLS) for call in line.split("|")),
]
HARMLESS = [*BOTH, *SERVER_ONLY]
PARAMS = {
    "name": "a",
    "kind": "b",
    "names": ["财政局", "教育局"],
    "pattern": ".*局",
    "skip": 0,
    "limit": 5,
}
