// title: 单位任务量 | Load of a unit
// question: 一个单位牵头、参与、负责多少事项，时限在何时？ | How many items does a unit lead, take part in and answer for, and when are they due?
// group: 单位 | Units
// params: unit string null MATCH (u:Unit) RETURN u.name AS unit ORDER BY unit
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// columns: unit, district, led, participates, responsible, with_deadline, first_deadline, last_deadline
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: led 牵头 | Leads
// caption: participates 参与 | Participates
// caption: responsible 负责 | Responsible
// caption: with_deadline 有时限 | With a deadline
// caption: first_deadline 最早时限 | First deadline
// caption: last_deadline 最晚时限 | Last deadline
// chart: bar unit led
MATCH (u:Unit)
WHERE ($unit IS NULL OR u.id = $unit OR u.name = $unit OR u.short = $unit)
  AND ($unit IS NOT NULL OR $include_collectives OR u.kind = 'unit')
MATCH (u)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)<-[:HAS_ITEM]-(p:Plan)
WHERE $year IS NULL OR p.year = $year
WITH u,
     sum(CASE WHEN type(r) = 'LEADS' THEN 1 ELSE 0 END) AS led,
     sum(CASE WHEN type(r) = 'PARTICIPATES_IN' THEN 1 ELSE 0 END) AS participates,
     sum(CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN 1 ELSE 0 END) AS responsible,
     count(DISTINCT CASE WHEN i.deadline IS NOT NULL THEN i.id END) AS with_deadline,
     min(i.deadline) AS first_deadline, max(i.deadline) AS last_deadline
RETURN u.name AS unit, u.district AS district, led, participates, responsible, with_deadline,
       first_deadline, last_deadline
ORDER BY led DESC, responsible DESC, participates DESC, unit, district, u.id
