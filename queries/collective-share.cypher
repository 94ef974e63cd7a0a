// title: 统称所占比例 | Share of collectives
// question: 各地有多少角色只写统称（如“各街道办”）？ | How many roles name only a collective, such as 各街道办?
// reading: 比例高的地区责任不落到具体单位；百分数舍去小数。 | Where the share is high, responsibility is not laid on a certain unit; per cent are rounded down.
// group: 质量 | Quality
// order: 910
// columns: district, roles, collective, collective_percent
// caption: district 地区 | District
// caption: roles 角色数 | Roles
// caption: collective 统称角色 | Roles of collectives
// caption: collective_percent 统称占比% | Share, %
// chart: bar district collective_percent
MATCH (u:Unit)
WITH u.district AS district, u.kind AS kind,
     COUNT { (u)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->() WHERE r.derived = false } AS n
WITH district, sum(n) AS roles, sum(CASE WHEN kind = 'collective' THEN n ELSE 0 END) AS collective
WHERE roles > 0
RETURN district, roles, collective, 100 * collective / roles AS collective_percent
ORDER BY collective_percent DESC, collective DESC, district
