// title: 职责表述 | Role statements
// question: 这些数字是从哪些文字读出来的？ | Which words do the figures come from?
// reading: 一行是一处表述。 | One row is one statement.
// params: unit_id string null; function string null; district string null
// params: year int null; role string null; include_collectives bool true
// columns: item_id, plan_id, number, item, unit, role, surface, district, year, plan, start, end, confidence, rule
// caption: number 序号 | Number
// caption: item 事项 | Item
// caption: unit 单位 | Unit
// caption: role 角色 | Role
// caption: surface 原文称谓 | Words
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: plan 方案 | Plan
// caption: confidence 可信度 | Confidence
// caption: rule 规则 | Rule
MATCH (u:Unit)
WHERE ($unit_id IS NULL OR u.id = $unit_id) AND ($function IS NULL OR u.function = $function)
  AND ($district IS NULL OR u.district = $district) AND ($include_collectives OR u.kind = 'unit')
MATCH (u)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)<-[:HAS_ITEM]-(p:Plan)
WHERE $year IS NULL OR p.year = $year
WITH u, r, i, p, CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'PARTICIPATES_IN' THEN 'participate' ELSE 'responsible' END AS role
WHERE $role IS NULL OR role = $role
RETURN i.id AS item_id, p.id AS plan_id, i.number AS number, i.name AS item, u.name AS unit, role,
       r.surface AS surface, p.district AS district, p.year AS year, p.name AS plan,
       r.start_char AS start, r.end_char AS end, r.confidence AS confidence, r.rule AS rule
ORDER BY district, year DESC, plan, plan_id, start, unit
