// title: 各单位牵头事项数 | Units by number of items led
// question: 哪些单位牵头的改革事项最多？ | Which units lead the most reform items?
// reading: 一行一个单位；牵头数多者在前，同数时参与多者在前，只参与的单位不在此列。 | One row is one unit, most leads first, then most participations; units that never lead are not listed.
// group: 单位 | Units
// order: 110
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// params: include_derived bool false
// columns: unit, district, led, participates
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: led 牵头 | Leads
// caption: participates 参与 | Participates
// chart: bar unit led
MATCH (u:Unit)
WHERE ($district IS NULL OR u.district = $district) AND ($include_collectives OR u.kind = 'unit')
WITH u.id AS id, u.name AS unit, u.district AS district,
     COUNT { (u)-[r:LEADS]->(i:Item) WHERE ($include_derived OR r.derived = false) AND ($year IS NULL OR i.year = $year) } AS led,
     COUNT { (u)-[r:PARTICIPATES_IN]->(i:Item) WHERE ($include_derived OR r.derived = false) AND ($year IS NULL OR i.year = $year) } AS participates
WHERE led > 0
RETURN unit, district, led, participates
ORDER BY led DESC, participates DESC, unit, district, id
