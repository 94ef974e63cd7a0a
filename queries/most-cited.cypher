// title: 最常引用的文件 | Most cited documents
// question: 各方案最常引用哪些文件？ | Which documents do plans cite most?
// group: 文件 | Documents
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
MATCH (p:Plan)
WHERE p.id = x.plan_id AND ($district IS NULL OR p.district = $district) AND ($year IS NULL OR p.year = $year)
WITH c, count(DISTINCT p.id) AS plans, count(DISTINCT p.district) AS districts,
     count(DISTINCT CASE WHEN labels(x)[0] = 'Item' THEN x.id END) AS items
RETURN c.name AS policy, c.doc_no AS doc_no, plans, districts, items
ORDER BY plans DESC, items DESC, policy, c.id
