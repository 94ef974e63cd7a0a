// title: 量化目标 | Targets
// question: 哪些事项定了量化目标？ | Which items set a target in figures?
// reading: 一行一个事项，目标照录原文；有目标而无牵头单位的最难考核。 | One row is one item, its targets as written; a target without a lead is hardest to check.
// group: 事项 | Items
// order: 540
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: most int 500
// columns: district, plan, item, targets, leads, deadline, item_id
// caption: district 地区 | District
// caption: plan 方案 | Plan
// caption: item 事项 | Item
// caption: targets 目标 | Targets
// caption: leads 牵头单位数 | Leading units
// caption: deadline 完成时限 | Deadline
// caption: item_id 事项编号 | Item id
MATCH (i:Item)
WHERE ($district IS NULL OR i.district = $district) AND ($year IS NULL OR i.year = $year)
  AND i.targets IS NOT NULL
WITH i.id AS item_id, i.district AS district, i.year AS year, i.plan_id AS plan_id, i.start_char AS place
ORDER BY district, year, plan_id, place, item_id
LIMIT $most
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item {id: item_id})
RETURN district, p.name AS plan, i.name AS item, i.targets AS targets,
       COUNT { (i)<-[:LEADS]-() } AS leads, i.deadline AS deadline, item_id
ORDER BY district, year, plan_id, place, item_id
