// title: 方案概况 | Plans at a glance
// question: 每份方案有多少事项，多少写明了牵头单位和时限？ | How many items does each plan have, and how many name a lead and a deadline?
// reading: 一行一份方案；牵头数大于有牵头单位的事项数，说明有几家共同牵头的事项。 | One row is one plan; more leads than items with a lead means that units lead together.
// group: 覆盖 | Coverage
// order: 830
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// columns: plan, district, year, items, with_lead, with_deadline, leads
// caption: plan 方案 | Plan
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: items 事项 | Items
// caption: with_lead 有牵头单位 | With a lead
// caption: with_deadline 有时限 | With a deadline
// caption: leads 牵头数 | Leads
// chart: bar plan items
MATCH (p:Plan)
WHERE ($district IS NULL OR p.district = $district) AND ($year IS NULL OR p.year = $year)
RETURN p.name AS plan, p.district AS district, p.year AS year, COUNT { (p)-[:HAS_ITEM]->(:Item) } AS items,
       COUNT { (p)-[:HAS_ITEM]->(i:Item) WHERE EXISTS { (i)<-[:LEADS]-() } } AS with_lead,
       COUNT { (p)-[:HAS_ITEM]->(i:Item) WHERE i.deadline IS NOT NULL } AS with_deadline,
       COUNT { (p)-[:HAS_ITEM]->(:Item)<-[:LEADS]-(:Unit) } AS leads
ORDER BY items DESC, plan, district, year, p.id
