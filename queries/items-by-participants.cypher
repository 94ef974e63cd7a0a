// title: 参与单位最多的事项 | Items by number of participants
// question: 哪些事项需要最多单位配合？ | Which items need the most units to work together?
// group: 事项 | Items
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// columns: item, plan, district, leads, participates, item_id
// caption: item 事项 | Item
// caption: plan 方案 | Plan
// caption: district 地区 | District
// caption: leads 牵头单位数 | Leading units
// caption: participates 参与单位数 | Participating units
// caption: item_id 事项编号 | Item id
// chart: bar item participates
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item)
WHERE ($district IS NULL OR p.district = $district) AND ($year IS NULL OR p.year = $year)
WITH p, i,
     COUNT { (i)<-[:LEADS]-(u:Unit) WHERE $include_collectives OR u.kind = 'unit' } AS leads,
     COUNT { (i)<-[:PARTICIPATES_IN]-(u:Unit) WHERE $include_collectives OR u.kind = 'unit' } AS participates
WHERE participates > 0
RETURN i.name AS item, p.name AS plan, p.district AS district, leads, participates, i.id AS item_id
ORDER BY participates DESC, leads DESC, plan, i.start_char, item_id
