// title: 跨领域单位 | Units that bridge areas
// question: 哪些单位牵头的事项跨多个领域？ | Which units lead items of several areas?
// reading: 领域是方案的一级标题；领域多的单位是各项改革之间的桥梁。 | An area is the first heading above an item; a unit with many areas links reforms that otherwise stand apart.
// group: 协作 | Working together
// order: 430
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: at_least int 2
// columns: unit, district, areas, led
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: areas 领域数 | Areas
// caption: led 牵头 | Leads
// chart: bar unit areas
MATCH (u:Unit)-[r:LEADS]->(i:Item)
WHERE u.kind = 'unit' AND r.derived = false AND ($district IS NULL OR u.district = $district) AND ($year IS NULL OR i.year = $year)
WITH u.id AS id, u.name AS unit, u.district AS district, count(DISTINCT i.area) AS areas, count(*) AS led
WHERE areas >= $at_least
RETURN unit, district, areas, led
ORDER BY areas DESC, led DESC, unit, district, id
