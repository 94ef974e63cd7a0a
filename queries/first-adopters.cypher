// title: 首创与扩散 | First adopters
// question: 哪地最先提出某事项，后来有多少地区跟进？ | Where did an item begin, and how many districts followed?
// reading: 事项若在别地没有更早的相似事项即为首创；跟进地区是此后年度有相似事项的地区。 | An item is a first where no other district has a similar one earlier; followers are districts with a similar item in a later year.
// group: 扩散 | Spread
// order: 720
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: at_least float 0.9
// params: most int 500
// columns: item, district, year, followers, first_followed, last_followed, item_id
// caption: item 事项 | Item
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: followers 跟进地区数 | Districts that followed
// caption: first_followed 最早跟进 | First followed
// caption: last_followed 最晚跟进 | Last followed
// caption: item_id 事项编号 | Item id
// chart: bar item followers
MATCH (a:Item)-[s:SIMILAR_TO]-(b:Item)
WHERE s.score >= $at_least AND a.year < b.year AND a.district <> b.district AND ($district IS NULL OR a.district = $district)
  AND NOT EXISTS { (a)-[e:SIMILAR_TO]-(c:Item) WHERE e.score >= $at_least AND c.year < a.year AND c.district <> a.district }
WITH a.id AS item_id, count(DISTINCT b.district) AS followers, min(b.year) AS first_followed, max(b.year) AS last_followed
ORDER BY followers DESC, first_followed, item_id
LIMIT $most
MATCH (a:Item {id: item_id})
RETURN a.name AS item, a.district AS district, a.year AS year, followers, first_followed, last_followed, item_id
ORDER BY followers DESC, first_followed, item_id
