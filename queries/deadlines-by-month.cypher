// title: 各月到期事项数 | Items due by month
// question: 各月有多少事项到期？ | How many items are due in each month?
// group: 时限 | Deadlines
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// columns: month, items, with_lead
// caption: month 月份 | Month
// caption: items 到期事项 | Items due
// caption: with_lead 有牵头单位 | With a lead
// chart: line month items
MATCH (p:Plan)-[:HAS_ITEM]->(i:Item)
WHERE i.deadline IS NOT NULL AND ($district IS NULL OR p.district = $district)
  AND ($year IS NULL OR p.year = $year)
WITH substring(toString(i.deadline), 0, 7) AS month, COUNT { (i)<-[:LEADS]-() } AS leads
RETURN month, count(*) AS items, sum(CASE WHEN leads > 0 THEN 1 ELSE 0 END) AS with_lead
ORDER BY month
