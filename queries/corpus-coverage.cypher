// title: 资料覆盖 | What the corpus covers
// question: 各地各年有多少方案和事项？ | How many plans and items are there of each district and year?
// reading: 空缺的年度没有收到方案，不等于没有改革；“无事项”的方案没有读出事项。 | A year that is missing has no plan in the corpus, which does not mean no reform; plans without items had none that could be read.
// group: 覆盖 | Coverage
// order: 810
// columns: district, year, plans, items, without_items
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: plans 方案数 | Plans
// caption: items 事项 | Items
// caption: without_items 无事项方案 | Plans without items
// chart: heatmap year district plans
MATCH (p:Plan)
WITH p.district AS district, p.year AS year, COUNT { (p)-[:HAS_ITEM]->(:Item) } AS n
RETURN district, year, count(*) AS plans, sum(n) AS items, sum(CASE WHEN n = 0 THEN 1 ELSE 0 END) AS without_items
ORDER BY district, year
