// title: 推导角色与直接角色 | Derived against direct roles
// question: 有多少角色是由统称展开推导出来的？ | How many roles were derived by expanding a collective?
// reading: 推导的角色没有原文点名，其他报表默认不计。 | No text names the unit of a derived role; other reports leave them out unless asked.
// group: 质量 | Quality
// order: 920
// columns: district, led_direct, led_derived, participates_direct, participates_derived
// caption: district 地区 | District
// caption: led_direct 直接牵头 | Direct leads
// caption: led_derived 推导牵头 | Derived leads
// caption: participates_direct 直接参与 | Direct participations
// caption: participates_derived 推导参与 | Derived participations
MATCH (u:Unit)
WITH u.district AS district, COUNT { (u)-[:LEADS]->() } AS led, COUNT { (u)-[r:LEADS]->() WHERE r.derived = true } AS derived,
     COUNT { (u)-[:PARTICIPATES_IN]->() } AS joined, COUNT { (u)-[r:PARTICIPATES_IN]->() WHERE r.derived = true } AS added
WITH district, sum(led) AS leads, sum(derived) AS led_derived, sum(joined) AS joins, sum(added) AS participates_derived
WHERE leads + joins > 0
RETURN district, leads - led_derived AS led_direct, led_derived, joins - participates_derived AS participates_direct,
       participates_derived
ORDER BY participates_derived DESC, led_derived DESC, district
