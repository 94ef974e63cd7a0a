// title: 牵头与参与之比 | Leading against participating
// question: 各单位是牵头多还是参与多？ | Does a unit lead more than it takes part?
// reading: 牵头占比是牵头数占牵头与参与之和的百分数（舍去小数）；高者为主办，低者为协办。 | The share is leads in per cent of leads and participations, rounded down: high means it runs things, low that it helps.
// group: 单位 | Units
// order: 130
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// params: at_least int 5
// columns: unit, district, led, participates, lead_percent
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: led 牵头 | Leads
// caption: participates 参与 | Participates
// caption: lead_percent 牵头占比% | Leads, %
// chart: scatter led participates unit
MATCH (u:Unit)
WHERE ($district IS NULL OR u.district = $district) AND ($include_collectives OR u.kind = 'unit')
WITH u.id AS id, u.name AS unit, u.district AS district,
     COUNT { (u)-[r:LEADS]->(i:Item) WHERE r.derived = false AND ($year IS NULL OR i.year = $year) } AS led,
     COUNT { (u)-[r:PARTICIPATES_IN]->(i:Item) WHERE r.derived = false AND ($year IS NULL OR i.year = $year) } AS participates
WHERE led + participates > 0 AND led + participates >= $at_least
RETURN unit, district, led, participates, 100 * led / (led + participates) AS lead_percent
ORDER BY lead_percent DESC, led DESC, participates DESC, unit, district, id
