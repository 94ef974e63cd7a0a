// title: 牵头集中度 | Concentration of leads
// question: 各地的牵头任务是否集中在少数单位？ | Are the leads of a district held by a few units?
// reading: 集中指数是各单位牵头占比平方和（0 至 10000）：10000 表示只有一个单位牵头；百分数舍去小数。 | The index is the sum of squared shares (Herfindahl, 0 to 10,000): 10,000 means that one unit leads all; per cent are rounded down.
// group: 集中度 | Concentration
// order: 210
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// columns: district, units, led, top_unit, top_percent, top_three_percent, herfindahl
// caption: district 地区 | District
// caption: units 牵头单位数 | Units leading
// caption: led 牵头 | Leads
// caption: top_unit 牵头最多的单位 | Unit that leads most
// caption: top_percent 首位占比% | Its share, %
// caption: top_three_percent 前三占比% | Share of the top three, %
// caption: herfindahl 集中指数 | Herfindahl
// chart: bar district herfindahl
MATCH (u:Unit)
WHERE ($district IS NULL OR u.district = $district) AND ($include_collectives OR u.kind = 'unit')
WITH u.id AS id, u.name AS unit, u.district AS district,
     COUNT { (u)-[r:LEADS]->(i:Item) WHERE r.derived = false AND ($year IS NULL OR i.year = $year) } AS led
WHERE led > 0
WITH id, unit, district, led
ORDER BY led DESC, unit, id
WITH district, collect(unit) AS units, collect(led) AS leads, sum(led) AS led, sum(led * led) AS squares
RETURN district, size(units) AS units, led, units[0] AS top_unit, 100 * leads[0] / led AS top_percent,
       100 * reduce(s = 0, n IN leads[0..3] | s + n) / led AS top_three_percent, 10000 * squares / (led * led) AS herfindahl
ORDER BY herfindahl DESC, led DESC, district
