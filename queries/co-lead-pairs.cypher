// title: 共同牵头的单位 | Units that lead together
// question: 哪些单位常在同一事项中共同牵头？ | Which units lead the same items together?
// reading: 一行一对单位，共同牵头的事项多者在前。 | One row is a pair of units, those with most items in common first.
// group: 协作 | Working together
// order: 410
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// params: most int 500
// columns: unit, partner, together
// caption: unit 单位 | Unit
// caption: partner 共同牵头单位 | Partner
// caption: together 共同牵头 | Led together
// chart: heatmap unit partner together
MATCH (u:Unit)-[r:LEADS]->(i:Item)<-[s:LEADS]-(v:Unit)
WHERE u.id < v.id AND r.derived = false AND s.derived = false AND ($year IS NULL OR i.year = $year)
  AND ($district IS NULL OR u.district = $district OR v.district = $district)
  AND ($include_collectives OR (u.kind = 'unit' AND v.kind = 'unit'))
WITH u.id AS one, v.id AS other, u.name AS first, v.name AS second, count(*) AS together
RETURN CASE WHEN first <= second THEN first ELSE second END AS unit,
       CASE WHEN first <= second THEN second ELSE first END AS partner, together
ORDER BY together DESC, unit, partner, one, other
LIMIT $most
