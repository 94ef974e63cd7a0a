// title: 单点职能 | Single points of responsibility
// question: 哪些职能在一地只由一个单位牵头？ | Which functions are led by one unit only in a district?
// reading: 牵头数越大，该职能越依赖这一个单位；“同职能单位”是当地有此职能的单位数。 | The more leads, the more the function hangs on this unit; the last column counts the units of the district that have the function.
// group: 集中度 | Concentration
// order: 220
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: at_least int 1
// columns: district, function, unit, led, units
// caption: district 地区 | District
// caption: function 职能 | Function
// caption: unit 单位 | Unit
// caption: led 牵头 | Leads
// caption: units 同职能单位 | Units with it
// chart: bar unit led
MATCH (u:Unit)
WHERE u.kind = 'unit' AND u.function IS NOT NULL AND u.district IS NOT NULL
  AND ($district IS NULL OR u.district = $district)
WITH u.name AS unit, u.district AS district, u.function AS function,
     COUNT { (u)-[r:LEADS]->(i:Item) WHERE r.derived = false AND ($year IS NULL OR i.year = $year) } AS led
WITH district, function, count(*) AS units, sum(led) AS led, collect(CASE WHEN led > 0 THEN unit END) AS leading
WHERE size(leading) = 1 AND led >= $at_least
RETURN district, function, leading[0] AS unit, led, units
ORDER BY led DESC, district, function
