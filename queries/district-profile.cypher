// title: 地区概况 | Districts at a glance
// question: 各地有多少方案、事项和单位，多少事项写明了牵头和时限？ | How many plans, items and units does a district have, and how many items name a lead and a deadline?
// reading: 牵头与时限的比例反映方案写得是否具体。 | The shares with a lead and with a deadline tell how definite its plans are.
// group: 覆盖 | Coverage
// order: 820
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// columns: district, plans, first_year, last_year, items, with_lead, with_deadline, units
// caption: district 地区 | District
// caption: plans 方案数 | Plans
// caption: first_year 最早年度 | First year
// caption: last_year 最晚年度 | Last year
// caption: items 事项 | Items
// caption: with_lead 有牵头单位 | With a lead
// caption: with_deadline 有时限 | With a deadline
// caption: units 单位数 | Units
// chart: bar district items
MATCH (d:District)
WHERE $district IS NULL OR d.name = $district
OPTIONAL MATCH (d)<-[:ISSUED_IN]-(p:Plan)
WITH d, count(p) AS plans, min(p.year) AS first_year, max(p.year) AS last_year
RETURN d.name AS district, plans, first_year, last_year, COUNT { (d)<-[:ISSUED_IN]-(:Plan)-[:HAS_ITEM]->(:Item) } AS items,
       COUNT { (d)<-[:ISSUED_IN]-(:Plan)-[:HAS_ITEM]->(i:Item) WHERE EXISTS { (i)<-[:LEADS]-() } } AS with_lead,
       COUNT { (d)<-[:ISSUED_IN]-(:Plan)-[:HAS_ITEM]->(i:Item) WHERE i.deadline IS NOT NULL } AS with_deadline,
       COUNT { (d)<-[:IN_DISTRICT]-(u:Unit) WHERE u.kind = 'unit' } AS units
ORDER BY items DESC, plans DESC, district
