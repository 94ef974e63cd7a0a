// Reading queries that the server answers and the embedded engine does not; it says so, and what to write instead.
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
