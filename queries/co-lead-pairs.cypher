// title: 共同牵头的单位 | Units that lead together
// question: 哪些单位常在同一事项中共同牵头？ | Which units lead the same items together?
// group: 单位 | Units
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// columns: unit, partner, together
// caption: unit 单位 | Unit
// caption: partner 共同牵头单位 | Partner
// caption: together 共同牵头 | Led together
// chart: heatmap unit partner together
MATCH (u:Unit)-[:LEADS]->(i:Item)<-[:LEADS]-(v:Unit)
WHERE u.id < v.id AND ($district IS NULL OR u.district = $district OR v.district = $district)
  AND ($include_collectives OR (u.kind = 'unit' AND v.kind = 'unit'))
MATCH (p:Plan)-[:HAS_ITEM]->(i)
WHERE $year IS NULL OR p.year = $year
WITH u, v, count(DISTINCT i.id) AS together
WITH CASE WHEN u.name <= v.name THEN u.name ELSE v.name END AS unit,
     CASE WHEN u.name <= v.name THEN v.name ELSE u.name END AS partner, together, u.id AS one, v.id AS other
RETURN unit, partner, together
ORDER BY together DESC, unit, partner, one, other
