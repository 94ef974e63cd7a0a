// title: 事项时限一览 | Items by deadline
// question: 各事项应于何时完成，由谁牵头？ | When are items due, and who leads them?
// reading: 按完成日期排列；“起”填今天，即得下一步到期的事项。 | In order of the date; put today into From to see what is due next.
// group: 时限 | Deadlines
// order: 620
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: from date null
// params: to date null
// params: most int 500
// columns: deadline, district, item, leads, deadline_text, plan, item_id
// caption: deadline 完成时限 | Deadline
// caption: district 地区 | District
// caption: item 事项 | Item
// caption: leads 牵头单位 | Leading units
// caption: deadline_text 时限原文 | Deadline as written
// caption: plan 方案 | Plan
// caption: item_id 事项编号 | Item id
MATCH (i:Item)
WHERE i.deadline IS NOT NULL AND ($district IS NULL OR i.district = $district) AND ($year IS NULL OR i.year = $year)
  AND ($from IS NULL OR i.deadline >= $from) AND ($to IS NULL OR i.deadline <= $to)
WITH i.id AS item_id, i.deadline AS deadline, i.district AS district, i.plan_id AS plan_id, i.start_char AS place
ORDER BY deadline, district, plan_id, place, item_id
LIMIT $most
MATCH (i:Item {id: item_id})
MATCH (p:Plan {id: plan_id})
OPTIONAL MATCH (u:Unit)-[:LEADS]->(i)
WITH deadline, district, plan_id, place, item_id, i.name AS item, i.deadline_text AS deadline_text, p.name AS plan, u.name AS unit
ORDER BY unit
WITH deadline, district, plan_id, place, item_id, item, deadline_text, plan, collect(unit) AS leads
RETURN deadline, district, item, leads, deadline_text, plan, item_id
ORDER BY deadline, district, plan_id, place, item_id
