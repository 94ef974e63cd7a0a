// title: 三家共同牵头 | Three units that lead together
// question: 哪三个单位常在同一事项中共同牵头？ | Which three units lead the same items together?
// reading: 一行三个单位；一个事项有四个牵头单位时计为四组。 | One row is three units; an item with four leads counts for four of them.
// group: 协作 | Working together
// order: 420
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: at_least int 2
// params: most int 500
// columns: unit, second, third, together
// caption: unit 单位 | Unit
// caption: second 第二单位 | Second unit
// caption: third 第三单位 | Third unit
// caption: together 共同牵头 | Led together
// chart: bar unit together
MATCH (i:Item)
WHERE COUNT { (i)<-[:LEADS]-() } > 2 AND ($year IS NULL OR i.year = $year)
MATCH (u:Unit)-[r:LEADS]->(i)
WHERE r.derived = false AND u.kind = 'unit' AND ($district IS NULL OR u.district = $district)
WITH i.id AS item, u.id AS id, u.name AS name
ORDER BY name, id
WITH item, collect(id) AS ids, collect(name) AS names
UNWIND range(0, size(ids) - 3) AS x
UNWIND range(x + 1, size(ids) - 2) AS y
UNWIND range(y + 1, size(ids) - 1) AS z
WITH ids[x] AS one, ids[y] AS two, ids[z] AS three, names[x] AS unit, names[y] AS second, names[z] AS third,
     count(*) AS together
WHERE together >= $at_least
RETURN unit, second, third, together
ORDER BY together DESC, unit, second, third, one, two, three
LIMIT $most
