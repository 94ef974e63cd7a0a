// title: 没有时限的事项 | Items without a deadline
// question: 哪些事项有牵头单位却没有写明完成日期？ | Which items have a lead but no date by which they are due?
// reading: “时限原文”有字的，写了时限但定不出日期。 | Where the last column but one has words, a time is named that gives no date.
// group: 事项 | Items
// order: 520
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: most int 500
// columns: district, plan, number, item, leads, deadline_text, item_id
// caption: district 地区 | District
// caption: plan 方案 | Plan
// caption: number 序号 | Number
// caption: item 事项 | Item
// caption: leads 牵头单位数 | Leading units
// caption: deadline_text 时限原文 | Deadline as written
// caption: item_id 事项编号 | Item id
MATCH (i:Item)
WHERE ($district IS NULL OR i.district = $district) AND ($year IS NULL OR i.year = $year)
  AND i.deadline IS NULL AND EXISTS { (i)<-[:LEADS]-() }
WITH i.id AS item_id, i.district AS district, i.year AS year, i.plan_id AS plan_id, i.start_char AS place
ORDER BY district, year, plan_id, place, item_id
LIMIT $most
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item {id: item_id})
RETURN district, p.name AS plan, i.number AS number, i.name AS item, COUNT { (i)<-[:LEADS]-() } AS leads,
       i.deadline_text AS deadline_text, item_id
ORDER BY district, year, plan_id, place, item_id
