// title: 方案 | Plans
// question: 一地一年有哪些方案？ | Which plans are there of a district and year?
// reading: 新的在前。 | The newest first.
// params: district string null; year int null
// columns: plan_id, plan, district, year, doc_no, items
// caption: plan 方案 | Plan
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: doc_no 文号 | Document number
// caption: items 事项 | Items
MATCH (p:Plan)
WHERE ($district IS NULL OR p.district = $district) AND ($year IS NULL OR p.year = $year)
WITH p, COUNT { (p)-[:HAS_ITEM]->() } AS items
RETURN p.id AS plan_id, p.name AS plan, p.district AS district, p.year AS year, p.doc_no AS doc_no, items
ORDER BY district, year DESC, plan, plan_id
