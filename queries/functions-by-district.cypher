// title: 各地职能对照 | Functions by district
// question: 同类职能在各地各牵头多少事项？ | How many items does the same function lead in each district?
// reading: 行是职能、列是地区的对照表；地区可用“、”列举几个，不填为全部。 | A matrix of functions and districts; list some districts with 、 between them, or leave it for all.
// group: 职能 | Functions
// order: 330
// params: districts string null
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// columns: function, district, led, units
// caption: function 职能 | Function
// caption: district 地区 | District
// caption: led 牵头 | Leads
// caption: units 牵头单位数 | Units leading
// chart: heatmap district function led
MATCH (u:Unit)-[r:LEADS]->(i:Item)
WHERE u.function IS NOT NULL AND u.kind = 'unit' AND r.derived = false
  AND u.district IS NOT NULL AND ($districts IS NULL OR u.district IN split($districts, '、'))
  AND ($year IS NULL OR i.year = $year)
WITH u.function AS function, u.district AS district, count(DISTINCT i) AS led, count(DISTINCT u) AS units
RETURN function, district, led, units
ORDER BY function, district
