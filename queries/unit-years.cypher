// title: 单位历年变化 | A unit over the years
// question: 一个单位各年承担的角色如何变化？ | How do the roles of a unit change over the years?
// reading: 一次一个单位；增减是牵头数与上一个有记录年度之差。 | One unit at a time; the change is in leads, against the last year before that has any role.
// group: 单位 | Units
// order: 160
// params: unit string first MATCH (u:Unit) WITH u, COUNT { (u)-[:LEADS]->() } AS led RETURN u.name AS unit ORDER BY led DESC, unit
// columns: unit, district, year, led, responsible, participates, change
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: led 牵头 | Leads
// caption: responsible 负责 | Responsible
// caption: participates 参与 | Participates
// caption: change 牵头增减 | Change in leads
// chart: line year led unit
MATCH (u:Unit)
WHERE u.id = $unit OR u.name = $unit OR u.short = $unit
MATCH (u)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false AND i.year IS NOT NULL
WITH u.id AS id, u.name AS unit, u.district AS district, i.year AS year,
     sum(CASE WHEN type(r) = 'LEADS' THEN 1 ELSE 0 END) AS led,
     sum(CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN 1 ELSE 0 END) AS responsible,
     sum(CASE WHEN type(r) = 'PARTICIPATES_IN' THEN 1 ELSE 0 END) AS participates
ORDER BY id, year
WITH id, unit, district, collect(year) AS years, collect(led) AS leads, collect(responsible) AS answers,
     collect(participates) AS joins
UNWIND range(0, size(years) - 1) AS n
RETURN unit, district, years[n] AS year, leads[n] AS led, answers[n] AS responsible, joins[n] AS participates,
       CASE WHEN n > 0 THEN leads[n] - leads[n - 1] END AS change
ORDER BY unit, district, id, year
