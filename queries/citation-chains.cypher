// title: 引用链 | Chains of citation
// question: 方案引用了哪些方案，后者又引用了谁？ | Which plans does a plan cite, and which do those cite in turn?
// reading: 从左到右每步是一次引用，至多三步；长的链在前，它的各段也各占一行。 | Each step to the right is one citation, three at most; the longest first, and each part of a chain has its own row.
// group: 扩散 | Spread
// order: 740
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: at_least int 1
// params: most int 500
// columns: plan, district, year, cites, then_cites, last_cites, steps
// caption: plan 方案 | Plan
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: cites 引用 | Cites
// caption: then_cites 其又引用 | Which cites
// caption: last_cites 再引用 | Which cites
// caption: steps 步数 | Steps
MATCH path = (p:Plan)-[:CITES|SAME_AS*2..6]->(q:Plan)
WHERE ($district IS NULL OR p.district = $district) AND ($year IS NULL OR p.year = $year)
WITH p, length(path) / 2 AS steps, [n IN nodes(path) | n.name] AS names, [n IN nodes(path) | n.id] AS ids
WHERE steps >= $at_least
WITH p, steps, names, ids[2] AS second, ids[4] AS third, ids[6] AS last
RETURN p.name AS plan, p.district AS district, p.year AS year, names[2] AS cites, names[4] AS then_cites,
       names[6] AS last_cites, steps
ORDER BY steps DESC, plan, cites, then_cites, last_cites, p.id, second, third, last
LIMIT $most
