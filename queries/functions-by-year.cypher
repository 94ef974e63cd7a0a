// title: 各职能历年牵头 | Functions over the years
// question: 各类职能逐年牵头多少事项？ | How many items does each function lead, year by year?
// reading: 一行是一类职能的一个年度；同一事项只计一次，年度不明的方案不计。 | One row is a function in a year; an item counts once, plans without a year are left out.
// group: 职能 | Functions
// order: 320
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: function string null MATCH (f:Function) RETURN f.name AS function ORDER BY function
// columns: function, year, led, units
// caption: function 职能 | Function
// caption: year 年度 | Year
// caption: led 牵头 | Leads
// caption: units 牵头单位数 | Units leading
// chart: line year led function
MATCH (u:Unit)-[r:LEADS]->(i:Item)
WHERE u.function IS NOT NULL AND u.kind = 'unit' AND r.derived = false
  AND i.year IS NOT NULL AND ($district IS NULL OR u.district = $district) AND ($function IS NULL OR u.function = $function)
WITH u.function AS function, i.year AS year, count(DISTINCT i) AS led, count(DISTINCT u) AS units
RETURN function, year, led, units
ORDER BY function, year
