// title: 各月到期事项数 | Items due by month
// question: 各月有多少事项到期？ | How many items are due in each month?
// reading: 高峰多在季末和年末；没有日期的时限不计。 | Peaks stand at the ends of quarters and years; deadlines without a date are left out.
// group: 时限 | Deadlines
// order: 610
// params: district string null MATCH (d:District) RETURN d.name AS district ORDER BY district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// columns: month, items, with_lead
// caption: month 月份 | Month
// caption: items 到期事项 | Items due
// caption: with_lead 有牵头单位 | With a lead
// chart: line month items
MATCH (i:Item)
WHERE i.deadline IS NOT NULL AND ($district IS NULL OR i.district = $district) AND ($year IS NULL OR i.year = $year)
WITH i.deadline AS day, count(*) AS due, sum(CASE WHEN EXISTS { (i)<-[:LEADS]-() } THEN 1 ELSE 0 END) AS led
RETURN substring(toString(day), 0, 7) AS month, sum(due) AS items, sum(led) AS with_lead
ORDER BY month
