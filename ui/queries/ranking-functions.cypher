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
MATCH (f:Function)<-[:HAS_FUNCTION]-(u:Unit)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)<-[:HAS_ITEM]-(p:Plan)
WHERE ($district IS NULL OR u.district = $district) AND ($year IS NULL OR p.year = $year)
  AND ($include_collectives OR u.kind = 'unit')
WITH f.name AS function,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN u.district END) AS districts,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN i.id END) AS led,
     count(DISTINCT CASE WHEN type(r) = 'PARTICIPATES_IN' THEN i.id END) AS participates,
     count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN i.id END) AS responsible,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN u.id END) AS units
RETURN function, districts, led, participates, responsible, units
ORDER BY led DESC, districts DESC, participates DESC, responsible DESC, function
