// title: 单位 | Units
// question: 有哪些单位？ | Which units are there?
// reading: 按名称排列。 | By name.
// params: name string null; district string null
// columns: unit_id, unit, district
// caption: unit 单位 | Unit
// caption: district 地区 | District
MATCH (u:Unit)
WHERE ($name IS NULL OR u.name = $name) AND ($district IS NULL OR u.district = $district)
RETURN u.id AS unit_id, u.name AS unit, u.district AS district
ORDER BY unit, district, unit_id
