// title: 文件逐年扩散 | Spread of a document
// question: 某文件逐年被多少地区的方案引用，谁最先？ | Which districts cited a document first, and how many by each year?
// reading: 一行是一份文件的一个年度；“新增地区”是当年第一次引用它的地区，“累计”至当年为止。 | One row is a document in a year; new districts cite it for the first time in that year, the total runs up to it.
// group: 扩散 | Spread
// order: 730
// params: policy string null MATCH (c:Policy) RETURN c.name AS policy ORDER BY policy
// params: at_least int 2
// params: most int 500
// columns: policy, year, new_districts, total, adopters
// caption: policy 引用文件 | Document
// caption: year 年度 | Year
// caption: new_districts 新增地区 | New districts
// caption: total 累计地区 | Districts so far
// caption: adopters 新增者 | Who
// chart: line year total policy
MATCH (x)-[:CITES]->(c:Policy)
WHERE ($policy IS NULL OR c.name = $policy) AND x.year IS NOT NULL AND x.district IS NOT NULL
WITH c.id AS id, c.name AS policy, x.district AS district, min(x.year) AS year
ORDER BY district
WITH id, policy, year, collect(district) AS adopters
ORDER BY year
WITH id, policy, collect(year) AS years, collect(size(adopters)) AS counts, collect(adopters) AS lists,
     sum(size(adopters)) AS reached
WHERE reached >= $at_least
UNWIND range(0, size(years) - 1) AS n
RETURN policy, years[n] AS year, counts[n] AS new_districts, reduce(s = 0, k IN counts[0..n + 1] | s + k) AS total,
       lists[n] AS adopters
ORDER BY reached DESC, policy, id, year
LIMIT $most
