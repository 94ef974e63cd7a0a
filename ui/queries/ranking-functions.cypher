// title: 职能排名 | Functions in order of leads
// question: 哪类职能牵头最多？ | Which function leads most?
// reading: 牵头多者在前。 | Most leads first.
// params: district string null; year int null; include_collectives bool false
// columns: function, districts, led, participates, responsible, units
// caption: function 职能 | Function
// caption: districts 牵头地区 | Districts leading
// caption: led 牵头 | Leads
// caption: participates 参与 | Participates
// caption: responsible 责任 | Responsible
// caption: units 牵头单位 | Units leading
MATCH (f:Function)
OPTIONAL MATCH (f)<-[:HAS_FUNCTION]-(u:Unit)-[r:LEADS]->(i:Item)
WHERE r.derived = false AND ($district IS NULL OR u.district = $district) AND ($year IS NULL OR i.year = $year)
  AND ($include_collectives OR u.kind = 'unit')
WITH f, count(DISTINCT u.district) AS districts, count(DISTINCT i) AS led, count(DISTINCT u) AS units
OPTIONAL MATCH (f)<-[:HAS_FUNCTION]-(u:Unit)-[r:PARTICIPATES_IN]->(i:Item)
WHERE r.derived = false AND ($district IS NULL OR u.district = $district) AND ($year IS NULL OR i.year = $year)
  AND ($include_collectives OR u.kind = 'unit')
WITH f, districts, led, units, count(DISTINCT i) AS participates
OPTIONAL MATCH (f)<-[:HAS_FUNCTION]-(u:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false AND ($district IS NULL OR u.district = $district) AND ($year IS NULL OR i.year = $year)
  AND ($include_collectives OR u.kind = 'unit')
WITH f.name AS function, districts, led, participates, count(DISTINCT i) AS responsible, units
WHERE led + participates + responsible > 0
RETURN function, districts, led, participates, responsible, units
ORDER BY led DESC, districts DESC, participates DESC, responsible DESC, function
