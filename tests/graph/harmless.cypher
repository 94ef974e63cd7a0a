// Queries that a researcher may write, one a line; all run on both stores.
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
MATCH (u:Unit) WHERE u.name =~ '\\d{4}年.*' RETURN u.name AS unit
MATCH (u:Unit) WHERE u.name =~ '\d{4}年.*' RETURN u.name AS unit
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
RETURN abs(-2) AS x
RETURN acos(0.5) AS x
RETURN asin(0.5) AS x
RETURN atan(0.5) AS x
RETURN atan2(1, 2) AS x
RETURN btrim(' a ') AS x
RETURN ceil(1.2) AS x
RETURN coalesce(null, 1) AS x
RETURN cos(0) AS x
RETURN cot(1) AS x
RETURN date('2016-01-02') AS x
RETURN date.truncate('year', date('2016-03-05')) AS x
RETURN datetime('2016-01-02T03:04:05Z') AS x
RETURN degrees(1.0) AS x
RETURN duration('P1D') IS NULL AS x
RETURN exp(0) AS x
RETURN floor(1.5) AS x
RETURN haversin(1.0) AS x
RETURN head([1]) AS x
RETURN last([1]) AS x
RETURN left('abc', 2) AS x
RETURN localdatetime('2016-01-02T03:04:05') AS x
RETURN log(1) AS x
RETURN log10(100) AS x
RETURN ltrim(' a') AS x
RETURN rtrim('a ') AS x
RETURN pi() AS x
RETURN radians(180) AS x
RETURN rand() < 1 AS x
RETURN randomUUID() <> '' AS x
RETURN range(1, 9, 2) AS x
RETURN replace('abc', 'b', 'x') AS x
RETURN reverse([1, 2]) AS x
RETURN right('abc', 1) AS x
RETURN round(1.25, 1) AS x
RETURN round(2.4) AS x
RETURN sign(-2) AS x
RETURN sin(0) AS x
RETURN size('中文') AS x
RETURN split('a,b', ',') AS x
RETURN sqrt(4) AS x
RETURN substring('abcd', 1, 2) AS x
RETURN tail([1, 2]) AS x
RETURN tan(0) AS x
RETURN toBoolean('true') AS x
RETURN toFloat('1.5') AS x
RETURN toInteger('3') AS x
RETURN toLower('A') AS x
RETURN toString(1) AS x
RETURN toString(date('2016-01-02')) AS x
RETURN toUpper('a') AS x
RETURN trim(' a ') AS x
RETURN valueType(1) <> '' AS x
