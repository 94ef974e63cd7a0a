// title: 只参与不牵头的单位 | Units that only participate
// question: 哪些单位只参与、从不牵头或负责？ | Which units take part in items but never lead or answer for one?
// reading: 一行一个单位；在全部方案中都没有牵头或负责过。 | One row is one unit that leads or answers for no item in any plan.
// group: 单位 | Units
// order: 140
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: include_collectives bool false
// params: include_derived bool false
// columns: unit, district, participates
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: participates 参与 | Participates
// chart: bar unit participates
MATCH (u:Unit)
WHERE ($district IS NULL OR u.district = $district) AND ($include_collectives OR u.kind = 'unit')
WITH u.id AS id, u.name AS unit, u.district AS district, COUNT { (u)-[:LEADS|RESPONSIBLE_FOR]->() } AS more,
     COUNT { (u)-[r:PARTICIPATES_IN]->() WHERE $include_derived OR r.derived = false } AS participates
WHERE participates > 0 AND more = 0
RETURN unit, district, participates
ORDER BY participates DESC, unit, district, id
