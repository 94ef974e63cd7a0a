// title: 各单位牵头事项数 | Units by number of items led
// question: 哪些单位牵头的改革事项最多？ | Which units lead the most reform items?
// group: 单位 | Units
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// columns: unit, district, led, participates
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: led 牵头 | Leads
// caption: participates 参与 | Participates
// chart: bar unit led
MATCH (u:Unit)
WHERE ($district IS NULL OR u.district = $district) AND ($include_collectives OR u.kind = 'unit')
MATCH (u)-[r:LEADS|PARTICIPATES_IN]->(i:Item)<-[:HAS_ITEM]-(p:Plan)
WHERE $year IS NULL OR p.year = $year
WITH u, sum(CASE WHEN type(r) = 'LEADS' THEN 1 ELSE 0 END) AS led,
     sum(CASE WHEN type(r) = 'PARTICIPATES_IN' THEN 1 ELSE 0 END) AS participates
WHERE led > 0
RETURN u.name AS unit, u.district AS district, led, participates
ORDER BY led DESC, participates DESC, unit, district, u.id
