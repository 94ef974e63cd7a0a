// title: 没有牵头单位的事项 | Items without a lead
// question: 哪些事项没有写明牵头单位？ | Which items name no leading unit?
// group: 事项 | Items
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: without_any_role bool false
// columns: district, plan, number, item, responsible, participates, leaders, item_id
// caption: district 地区 | District
// caption: plan 方案 | Plan
// caption: number 序号 | Number
// caption: item 事项 | Item
// caption: responsible 责任单位数 | Responsible units
// caption: participates 参与单位数 | Participating units
// caption: leaders 责任领导 | Leaders
// caption: item_id 事项编号 | Item id
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item)
WHERE ($district IS NULL OR p.district = $district) AND ($year IS NULL OR p.year = $year)
WITH p, i, COUNT { (i)<-[:LEADS]-() } AS leads, COUNT { (i)<-[:RESPONSIBLE_FOR]-() } AS responsible,
     COUNT { (i)<-[:PARTICIPATES_IN]-() } AS participates
WHERE leads = 0 AND (NOT $without_any_role OR responsible + participates = 0)
RETURN p.district AS district, p.name AS plan, i.number AS number, i.name AS item, responsible, participates,
       i.leaders AS leaders, i.id AS item_id
ORDER BY district, plan, i.start_char, item_id
