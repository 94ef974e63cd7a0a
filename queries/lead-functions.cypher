// title: 各职能牵头事项数 | Functions by number of items led
// question: 各地都由哪类职能的单位牵头改革？ | Which functions lead reform items, across districts?
// group: 职能 | Functions
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// columns: function, districts, led, participates, units
// caption: function 职能 | Function
// caption: districts 牵头地区数 | Districts leading
// caption: led 牵头 | Leads
// caption: participates 参与 | Participates
// caption: units 牵头单位数 | Units leading
// chart: bar function led
MATCH (f:Function)<-[:HAS_FUNCTION]-(u:Unit)-[r:LEADS|PARTICIPATES_IN]->(i:Item)<-[:HAS_ITEM]-(p:Plan)
WHERE ($year IS NULL OR p.year = $year) AND ($include_collectives OR u.kind = 'unit')
WITH f.name AS function,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN u.district END) AS districts,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN i.id END) AS led,
     count(DISTINCT CASE WHEN type(r) = 'PARTICIPATES_IN' THEN i.id END) AS participates,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN u.id END) AS units
WHERE led > 0
RETURN function, districts, led, participates, units
ORDER BY districts DESC, led DESC, participates DESC, function
