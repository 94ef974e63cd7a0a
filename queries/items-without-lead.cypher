// title: 没有牵头单位的事项 | Items without a lead
// question: 哪些事项没有写明牵头单位？ | Which items name no leading unit?
// reading: 这些事项或只写责任单位，或没有写明谁来做；“责任领导”不算牵头单位。 | Such items name only responsible units, or nobody; a leader who is named is not a leading unit.
// group: 事项 | Items
// order: 510
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: without_any_role bool false
// params: most int 500
// columns: district, plan, number, item, responsible, participates, leaders, item_id
// caption: district 地区 | District
// caption: plan 方案 | Plan
// caption: number 序号 | Number
// caption: item 事项 | Item
// caption: responsible 责任单位数 | Responsible units
// caption: participates 参与单位数 | Participating units
// caption: leaders 责任领导 | Leaders
// caption: item_id 事项编号 | Item id
MATCH (i:Item)
WHERE ($district IS NULL OR i.district = $district) AND ($year IS NULL OR i.year = $year)
  AND NOT EXISTS { (i)<-[:LEADS]-() }
  AND (NOT $without_any_role OR (NOT EXISTS { (i)<-[:RESPONSIBLE_FOR]-() } AND NOT EXISTS { (i)<-[:PARTICIPATES_IN]-() }))
WITH i.id AS item_id, i.district AS district, i.year AS year, i.plan_id AS plan_id, i.start_char AS place
ORDER BY district, year, plan_id, place, item_id
LIMIT $most
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item {id: item_id})
RETURN district, p.name AS plan, i.number AS number, i.name AS item,
       COUNT { (i)<-[:RESPONSIBLE_FOR]-() } AS responsible, COUNT { (i)<-[:PARTICIPATES_IN]-() } AS participates,
       i.leaders AS leaders, item_id
ORDER BY district, year, plan_id, place, item_id
