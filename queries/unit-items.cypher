// title: 单位承担的事项 | Items of a unit
// question: 一个单位在哪些事项中担任什么角色？ | In which items does a unit have which role?
// reading: 一次一个单位；一行是一个事项中的一种角色，点开可读原文。 | One unit at a time; one row is one role in one item, and leads to its words.
// group: 单位 | Units
// order: 170
// params: unit string first MATCH (u:Unit) WITH u, COUNT { (u)-[:LEADS]->() } AS led RETURN u.name AS unit ORDER BY led DESC, unit
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_derived bool false
// columns: unit, role, item, plan, year, deadline, deadline_text, surface, item_id
// caption: unit 单位 | Unit
// caption: role 角色 | Role
// caption: item 事项 | Item
// caption: plan 方案 | Plan
// caption: year 年度 | Year
// caption: deadline 完成时限 | Deadline
// caption: deadline_text 时限原文 | Deadline as written
// caption: surface 原文称谓 | As written
// caption: item_id 事项编号 | Item id
MATCH (u:Unit)
WHERE u.id = $unit OR u.name = $unit OR u.short = $unit
MATCH (u)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)<-[:HAS_ITEM]-(p:Plan)
WHERE ($year IS NULL OR p.year = $year) AND ($include_derived OR r.derived = false)
RETURN u.name AS unit,
       CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'PARTICIPATES_IN' THEN 'participate' ELSE 'responsible' END AS role,
       i.name AS item, p.name AS plan, p.year AS year, i.deadline AS deadline, i.deadline_text AS deadline_text,
       r.surface AS surface, i.id AS item_id
ORDER BY unit, role, year, plan, i.start_char, item_id, u.id
