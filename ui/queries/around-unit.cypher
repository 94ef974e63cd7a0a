// title: 一个单位的周围 | Around a unit
// question: 一个单位在哪些事项中，与谁一起？ | In which items does a unit stand, and with whom?
// reading: 一行是一个事项中的一个单位。 | One row is one unit in one item.
// params: unit_id string null; year int null
// columns: item_id, item, plan, year, unit_id, unit, role
// caption: item 事项 | Item
// caption: plan 方案 | Plan
// caption: year 年度 | Year
// caption: unit 单位 | Unit
// caption: role 角色 | Role
MATCH (u:Unit)
WHERE u.id = $unit_id
MATCH (u)-[:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)<-[:HAS_ITEM]-(p:Plan)
WHERE $year IS NULL OR p.year = $year
WITH DISTINCT i, p
MATCH (v:Unit)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i)
RETURN i.id AS item_id, i.name AS item, p.name AS plan, p.year AS year, v.id AS unit_id, v.name AS unit,
       CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'PARTICIPATES_IN' THEN 'participate' ELSE 'responsible' END AS role
ORDER BY plan, i.start_char, item_id, role, unit, unit_id
