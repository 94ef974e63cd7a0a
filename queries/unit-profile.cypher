// title: 单位概况 | A unit at a glance
// question: 一个单位承担什么、与谁合作、跨哪些年度？ | What does a unit carry, with whom, over which years?
// reading: 一次一个单位；以简称（如“财政局”）查询时，各地同名单位各占一行。 | One unit at a time; a short name such as 财政局 gives one row for each district that has one.
// group: 单位 | Units
// order: 150
// params: unit string first MATCH (u:Unit) WITH u, COUNT { (u)-[:LEADS]->() } AS led RETURN u.name AS unit ORDER BY led DESC, unit
// columns: unit, district, function, led, responsible, participates, plans, areas, partners, first_year, last_year
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: function 职能 | Function
// caption: led 牵头 | Leads
// caption: responsible 负责 | Responsible
// caption: participates 参与 | Participates
// caption: plans 方案数 | Plans
// caption: areas 涉及领域 | Areas
// caption: partners 共同牵头单位数 | Units it leads with
// caption: first_year 最早年度 | First year
// caption: last_year 最晚年度 | Last year
MATCH (u:Unit)
WHERE u.id = $unit OR u.name = $unit OR u.short = $unit
OPTIONAL MATCH (u)-[a:LEADS]->(:Item)<-[b:LEADS]-(v:Unit)
WHERE a.derived = false AND b.derived = false
WITH u, count(DISTINCT v.id) AS partners
OPTIONAL MATCH (u)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false
WITH u, partners, sum(CASE WHEN type(r) = 'LEADS' THEN 1 ELSE 0 END) AS led,
     sum(CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN 1 ELSE 0 END) AS responsible,
     sum(CASE WHEN type(r) = 'PARTICIPATES_IN' THEN 1 ELSE 0 END) AS participates,
     count(DISTINCT i.plan_id) AS plans, count(DISTINCT i.area) AS areas,
     min(i.year) AS first_year, max(i.year) AS last_year
RETURN u.name AS unit, u.district AS district, u.function AS function, led, responsible, participates, plans, areas,
       partners, first_year, last_year
ORDER BY unit, district, u.id
