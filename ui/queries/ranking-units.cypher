// title: 单位排名 | Units in order of leads
// question: 哪个单位牵头最多？ | Which unit leads most?
// reading: 牵头多者在前。 | Most leads first.
// params: district string null; year int null; include_collectives bool false
// columns: unit_id, unit, district, led, participates, responsible
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: led 牵头 | Leads
// caption: participates 参与 | Participates
// caption: responsible 责任 | Responsible
MATCH (u:Unit)
WHERE ($district IS NULL OR u.district = $district) AND ($include_collectives OR u.kind = 'unit')
WITH u.id AS unit_id, u.name AS unit, u.district AS district,
     COUNT { (u)-[r:LEADS]->(i:Item) WHERE r.derived = false AND ($year IS NULL OR i.year = $year) } AS led,
     COUNT { (u)-[r:PARTICIPATES_IN]->(i:Item) WHERE r.derived = false AND ($year IS NULL OR i.year = $year) } AS participates,
     COUNT { (u)-[r:RESPONSIBLE_FOR]->(i:Item) WHERE r.derived = false AND ($year IS NULL OR i.year = $year) } AS responsible
WHERE led + participates + responsible > 0
RETURN unit_id, unit, district, led, participates, responsible
ORDER BY led DESC, participates DESC, responsible DESC, unit, district, unit_id
