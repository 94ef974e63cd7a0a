// title: 各职能牵头事项数 | Functions by number of items led
// question: 各地都由哪类职能的单位牵头改革？ | Which functions lead reform items, across districts?
// reading: 职能可跨地区比较；先看有多少地区由它牵头，再看事项数，同一事项只计一次。 | Functions compare across districts: first in how many districts each leads, then in how many items, each counted once.
// group: 职能 | Functions
// order: 310
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// params: include_derived bool false
// columns: function, districts, led, participates, units
// caption: function 职能 | Function
// caption: districts 牵头地区数 | Districts leading
// caption: led 牵头 | Leads
// caption: participates 参与 | Participates
// caption: units 牵头单位数 | Units leading
// chart: bar function led
MATCH (u:Unit)-[r:LEADS]->(i:Item)
WHERE u.function IS NOT NULL AND ($include_collectives OR u.kind = 'unit')
  AND ($include_derived OR r.derived = false) AND ($year IS NULL OR i.year = $year)
WITH u.function AS function, count(DISTINCT u.district) AS districts, count(DISTINCT i) AS led, count(DISTINCT u) AS units
OPTIONAL MATCH (f:Function {id: function})<-[:HAS_FUNCTION]-(v:Unit)-[s:PARTICIPATES_IN]->(j:Item)
WHERE ($include_collectives OR v.kind = 'unit') AND ($include_derived OR s.derived = false)
  AND ($year IS NULL OR j.year = $year)
WITH function, districts, led, units, count(DISTINCT j) AS participates
RETURN function, districts, led, participates, units
ORDER BY districts DESC, led DESC, participates DESC, function
