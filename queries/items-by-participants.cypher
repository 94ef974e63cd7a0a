// title: 参与单位最多的事项 | Items by number of participants
// question: 哪些事项需要最多单位配合？ | Which items need the most units to work together?
// reading: 参与单位多的事项协调最难；统称（如“各街道办”）默认不计。 | Items with many participants are the hardest to coordinate; collectives are left out unless asked for.
// group: 事项 | Items
// order: 530
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// params: include_derived bool false
// params: at_least int 3
// params: most int 500
// columns: item, plan, district, leads, participates, item_id
// caption: item 事项 | Item
// caption: plan 方案 | Plan
// caption: district 地区 | District
// caption: leads 牵头单位数 | Leading units
// caption: participates 参与单位数 | Participating units
// caption: item_id 事项编号 | Item id
// chart: bar item participates
MATCH (i:Item)
WHERE ($district IS NULL OR i.district = $district) AND ($year IS NULL OR i.year = $year)
  AND COUNT { (i)<-[:PARTICIPATES_IN]-() } >= $at_least
WITH i.id AS item_id,
     COUNT { (i)<-[r:PARTICIPATES_IN]-(u:Unit) WHERE ($include_collectives OR u.kind = 'unit') AND ($include_derived OR r.derived = false) } AS participates
WHERE participates > 0 AND participates >= $at_least
WITH item_id, participates
ORDER BY participates DESC, item_id
LIMIT $most
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item {id: item_id})
RETURN i.name AS item, p.name AS plan, i.district AS district,
       COUNT { (i)<-[r:LEADS]-(u:Unit) WHERE ($include_collectives OR u.kind = 'unit') AND ($include_derived OR r.derived = false) } AS leads,
       participates, item_id
ORDER BY participates DESC, item_id
