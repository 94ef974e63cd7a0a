// title: 方案概况 | Plans at a glance
// question: 每份方案有多少事项，多少写明了牵头单位和时限？ | How many items does each plan have, and how many name a lead and a deadline?
// group: 方案 | Plans
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// columns: plan, district, year, items, with_lead, with_deadline, units
// caption: plan 方案 | Plan
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: items 事项 | Items
// caption: with_lead 有牵头单位 | With a lead
// caption: with_deadline 有时限 | With a deadline
// caption: units 涉及单位 | Units
// chart: bar plan items
MATCH (p:Plan)
WHERE ($district IS NULL OR p.district = $district) AND ($year IS NULL OR p.year = $year)
OPTIONAL MATCH (p)-[:HAS_ITEM]->(i:Item)
OPTIONAL MATCH (i)<-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]-(u:Unit)
WITH p, count(DISTINCT i.id) AS items,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN i.id END) AS with_lead,
     count(DISTINCT CASE WHEN i.deadline IS NOT NULL THEN i.id END) AS with_deadline,
     count(DISTINCT u.id) AS units
RETURN p.name AS plan, p.district AS district, p.year AS year, items, with_lead, with_deadline, units
ORDER BY items DESC, plan, district, year, p.id
