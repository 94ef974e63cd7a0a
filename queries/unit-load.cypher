// title: 单位任务量 | Load of units
// question: 各单位共承担多少角色？ | How many roles does each unit carry?
// reading: 任务量是牵头、负责与参与之和；一个事项中的两种角色计为两次。 | Load is leads, responsibilities and participations together; two roles in one item count twice.
// group: 单位 | Units
// order: 120
// params: unit string null MATCH (u:Unit) RETURN u.name AS unit ORDER BY unit
// params: year int null MATCH (p:Plan) WHERE p.year IS NOT NULL RETURN DISTINCT p.year AS year ORDER BY year
// params: include_collectives bool false
// params: include_derived bool false
// columns: unit, district, led, responsible, participates, roles
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: led 牵头 | Leads
// caption: responsible 负责 | Responsible
// caption: participates 参与 | Participates
// caption: roles 角色数 | Roles
// chart: bar unit roles
MATCH (u:Unit)
WHERE ($unit IS NULL OR u.id = $unit OR u.name = $unit OR u.short = $unit)
  AND ($unit IS NOT NULL OR $include_collectives OR u.kind = 'unit')
WITH u.id AS id, u.name AS unit, u.district AS district,
     COUNT { (u)-[r:LEADS]->(i:Item) WHERE ($include_derived OR r.derived = false) AND ($year IS NULL OR i.year = $year) } AS led,
     COUNT { (u)-[r:RESPONSIBLE_FOR]->(i:Item) WHERE ($include_derived OR r.derived = false) AND ($year IS NULL OR i.year = $year) } AS responsible,
     COUNT { (u)-[r:PARTICIPATES_IN]->(i:Item) WHERE ($include_derived OR r.derived = false) AND ($year IS NULL OR i.year = $year) } AS participates
WHERE led + responsible + participates > 0
RETURN unit, district, led, responsible, participates, led + responsible + participates AS roles
ORDER BY roles DESC, led DESC, responsible DESC, unit, district, id
