// title: 同类事项在别处 | The same item elsewhere
// question: 同样的事项在别的地区由谁牵头？ | Who leads the same item in another district?
// reading: 一行是两地各一个相似的事项及其牵头单位；相似度最高为 1。 | One row is two similar items of two districts with those who lead them; a score of 1 is the same wording.
// group: 扩散 | Spread
// order: 710
// params: item string null
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: at_least float 0.9
// params: most int 500
// columns: score, item, district, year, leads, other_item, other_district, other_year, other_leads, item_id
// caption: score 相似度 | Score
// caption: item 事项 | Item
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: leads 牵头单位 | Led by
// caption: other_item 别处事项 | Item elsewhere
// caption: other_district 别处 | Elsewhere
// caption: other_year 别处年度 | Year there
// caption: other_leads 别处牵头单位 | Led there by
// caption: item_id 事项编号 | Item id
MATCH (a:Item)-[s:SIMILAR_TO]->(b:Item)
WHERE s.score >= $at_least AND a.district <> b.district
  AND ($district IS NULL OR a.district = $district OR b.district = $district)
  AND ($item IS NULL OR a.id = $item OR a.name = $item OR b.id = $item OR b.name = $item)
WITH a.id AS one, b.id AS other, s.score AS score
ORDER BY score DESC, one, other
LIMIT $most
MATCH (a:Item {id: one})
OPTIONAL MATCH (u:Unit)-[:LEADS]->(a)
WITH score, one, other, a, u.name AS unit
ORDER BY unit
WITH score, one, other, a, collect(unit) AS leads
MATCH (b:Item {id: other})
OPTIONAL MATCH (v:Unit)-[:LEADS]->(b)
WITH score, one, other, a, leads, b, v.name AS unit
ORDER BY unit
WITH score, one, other, a, leads, b, collect(unit) AS other_leads
RETURN score, a.name AS item, a.district AS district, a.year AS year, leads, b.name AS other_item,
       b.district AS other_district, b.year AS other_year, other_leads, one AS item_id
ORDER BY score DESC, one, other
