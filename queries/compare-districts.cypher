// title: 两地职能对比 | Two districts by function
// question: 两地的同类职能各牵头、参与多少事项？ | How many items do the same functions lead and take part in, in two districts?
// reading: 一次两地；差别大的职能是两地分工不同之处。 | Two districts at a time; functions that differ most are where they divide the work differently.
// group: 职能 | Functions
// order: 340
// params: first string first MATCH (u:Unit) WHERE u.district IS NOT NULL WITH u.district AS district, COUNT { (u)-[:LEADS]->() } AS n WITH district, sum(n) AS led RETURN district ORDER BY led DESC, district
// params: second string first MATCH (u:Unit) WHERE u.district IS NOT NULL WITH u.district AS district, COUNT { (u)-[:LEADS]->() } AS n WITH district, sum(n) AS led RETURN district ORDER BY led DESC, district
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// columns: function, first_led, second_led, first_participates, second_participates
// caption: function 职能 | Function
// caption: first_led 甲地牵头 | First: leads
// caption: second_led 乙地牵头 | Second: leads
// caption: first_participates 甲地参与 | First: participates
// caption: second_participates 乙地参与 | Second: participates
// chart: scatter first_led second_led function
MATCH (u:Unit)
WHERE (u.district = $first OR u.district = $second) AND u.function IS NOT NULL AND ($include_collectives OR u.kind = 'unit')
MATCH (u)-[r:LEADS|PARTICIPATES_IN]->(i:Item)
WHERE r.derived = false AND ($year IS NULL OR i.year = $year)
WITH u.function AS function,
     count(DISTINCT CASE WHEN u.district = $first AND type(r) = 'LEADS' THEN i.id END) AS first_led,
     count(DISTINCT CASE WHEN u.district = $second AND type(r) = 'LEADS' THEN i.id END) AS second_led,
     count(DISTINCT CASE WHEN u.district = $first AND type(r) = 'PARTICIPATES_IN' THEN i.id END) AS first_participates,
     count(DISTINCT CASE WHEN u.district = $second AND type(r) = 'PARTICIPATES_IN' THEN i.id END) AS second_participates
WITH function, first_led, second_led, first_participates, second_participates,
     first_led + second_led AS led, first_participates + second_participates AS participates
RETURN function, first_led, second_led, first_participates, second_participates
ORDER BY led DESC, participates DESC, function
