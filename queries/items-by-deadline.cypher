// title: 事项时限一览 | Items by deadline
// question: 各事项应于何时完成，由谁牵头？ | When are items due, and who leads them?
// group: 时限 | Deadlines
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: from date null
// params: to date null
// columns: deadline, district, item, leads, deadline_text, plan, item_id
// caption: deadline 完成时限 | Deadline
// caption: district 地区 | District
// caption: item 事项 | Item
// caption: leads 牵头单位 | Leading units
// caption: deadline_text 时限原文 | Deadline as written
// caption: plan 方案 | Plan
// caption: item_id 事项编号 | Item id
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item)
WHERE i.deadline IS NOT NULL AND ($district IS NULL OR p.district = $district)
  AND ($year IS NULL OR p.year = $year)
  AND ($from IS NULL OR i.deadline >= $from) AND ($to IS NULL OR i.deadline <= $to)
OPTIONAL MATCH (u:Unit)-[:LEADS]->(i)
WITH p, i, u.name AS unit
ORDER BY unit
WITH p, i, collect(unit) AS leads
RETURN i.deadline AS deadline, p.district AS district, i.name AS item, leads, i.deadline_text AS deadline_text,
       p.name AS plan, i.id AS item_id
ORDER BY deadline, district, plan, i.start_char, item_id
