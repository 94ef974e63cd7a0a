// title: 引用链 | Chains of citation
// question: 方案引用了哪些方案，后者又引用了谁？ | Which plans does a plan cite, and which do those cite in turn?
// reading: 从左到右每步是一次引用，至多三步；空格表示链到此为止。 | Each step to the right is one citation, three at most; an empty cell ends the chain.
// group: 扩散 | Spread
// order: 740
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: most int 500
// columns: plan, district, year, cites, then_cites, last_cites, steps
// caption: plan 方案 | Plan
// caption: district 地区 | District
// caption: year 年度 | Year
// caption: cites 引用 | Cites
// caption: then_cites 其又引用 | Which cites
// caption: last_cites 再引用 | Which cites
// caption: steps 步数 | Steps
MATCH (p:Plan)-[:CITES]->(:Policy)-[:SAME_AS]->(q:Plan)
WHERE ($district IS NULL OR p.district = $district) AND ($year IS NULL OR p.year = $year)
OPTIONAL MATCH (q)-[:CITES]->(:Policy)-[:SAME_AS]->(s:Plan)
OPTIONAL MATCH (s)-[:CITES]->(:Policy)-[:SAME_AS]->(t:Plan)
RETURN p.name AS plan, p.district AS district, p.year AS year, q.name AS cites, s.name AS then_cites, t.name AS last_cites,
       CASE WHEN t IS NOT NULL THEN 3 WHEN s IS NOT NULL THEN 2 ELSE 1 END AS steps
ORDER BY steps DESC, plan, cites, then_cites, last_cites, p.id, q.id, s.id, t.id
LIMIT $most
