// title: 存疑的角色 | Doubtful roles
// question: 哪些角色读得没有把握？ | Which roles were read with little confidence?
// reading: 可信度低者在前，宜对照原文复核。 | The least certain first; check them against the text.
// group: 质量 | Quality
// order: 930
// params: below float 0.8
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: most int 500
// columns: confidence, role, unit, district, item, surface, rule, item_id
// caption: confidence 可信度 | Confidence
// caption: role 角色 | Role
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: item 事项 | Item
// caption: surface 原文称谓 | As written
// caption: rule 规则 | Rule
// caption: item_id 事项编号 | Item id
MATCH (u:Unit)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)
WHERE r.confidence < $below AND r.derived = false AND ($district IS NULL OR u.district = $district)
RETURN r.confidence AS confidence,
       CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'PARTICIPATES_IN' THEN 'participate' ELSE 'responsible' END AS role,
       u.name AS unit, u.district AS district, i.name AS item, r.surface AS surface, r.rule AS rule, i.id AS item_id
ORDER BY confidence, item_id, role, unit, u.id
LIMIT $most
