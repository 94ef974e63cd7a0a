// title: 各地改革领域 | Areas by district
// question: 各地在各领域安排了多少事项？ | How many items does each district have in each area?
// reading: 领域是方案的一级标题，照录原文；没有标题的事项不计。 | An area is the first heading above an item, as written; items without a heading are left out.
// group: 事项 | Items
// order: 550
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// columns: area, district, items, with_lead, with_deadline
// caption: area 领域 | Area
// caption: district 地区 | District
// caption: items 事项 | Items
// caption: with_lead 有牵头单位 | With a lead
// caption: with_deadline 有时限 | With a deadline
// chart: heatmap district area items
MATCH (i:Item)
WHERE i.area IS NOT NULL AND ($district IS NULL OR i.district = $district) AND ($year IS NULL OR i.year = $year)
RETURN i.area AS area, i.district AS district, count(*) AS items,
       sum(CASE WHEN EXISTS { (i)<-[:LEADS]-() } THEN 1 ELSE 0 END) AS with_lead,
       sum(CASE WHEN i.deadline IS NOT NULL THEN 1 ELSE 0 END) AS with_deadline
ORDER BY items DESC, area, district
