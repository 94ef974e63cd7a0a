// title: 最常引用的文件 | Most cited documents
// question: 各方案最常引用哪些文件？ | Which documents do plans cite most?
// reading: 引用方案多的文件是各地共同的依据；同一方案多处引用只计一次。 | A document that many plans cite is their common ground; a plan that cites it often counts once.
// group: 扩散 | Spread
// order: 750
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// columns: policy, doc_no, plans, districts, items
// caption: policy 引用文件 | Document
// caption: doc_no 文号 | Number
// caption: plans 引用方案数 | Plans citing
// caption: districts 地区数 | Districts
// caption: items 引用事项数 | Items citing
// chart: bar policy plans
MATCH (x)-[:CITES]->(c:Policy)
WHERE ($district IS NULL OR x.district = $district) AND ($year IS NULL OR x.year = $year)
WITH c, count(DISTINCT x.plan_id) AS plans, count(DISTINCT x.district) AS districts,
     count(DISTINCT CASE WHEN x.id <> x.plan_id THEN x.id END) AS items
RETURN c.name AS policy, c.doc_no AS doc_no, plans, districts, items
ORDER BY plans DESC, items DESC, policy, c.id
