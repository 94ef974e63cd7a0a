// title: 引用处 | Citing items
// question: 哪些事项引用了这份文件？ | Which items cite this document?
// reading: 一行是一处引用。 | One row is one place that cites.
// params: policy string null; doc_no string null
// columns: item_id, plan_id, item, plan, district, year, evidence, start
// caption: item 事项 | Item
// caption: plan 方案 | Plan
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: evidence 原文 | Words
MATCH (x)-[r:CITES]->(c:Policy)
WHERE c.name = $policy AND ($doc_no IS NULL OR c.doc_no = $doc_no)
MATCH (p:Plan)
WHERE p.id = r.plan_id
RETURN CASE WHEN x.id = p.id THEN null ELSE x.id END AS item_id, p.id AS plan_id,
       CASE WHEN x.id = p.id THEN null ELSE x.name END AS item, p.name AS plan, p.district AS district,
       p.year AS year, r.evidence AS evidence, r.start_char AS start
ORDER BY district, plan, plan_id, start
