// title: 各单位下一个时限 | What is due next
// question: 从某日起，各单位牵头的事项下一个何时到期？ | From a day on, when is the next item due that a unit leads?
// reading: “起”填今天；一行一个单位，最先到期者在前，并列出此后还有多少事项到期。 | Put today into From; one row is one unit, the nearest deadline first, with the number of items due from then on.
// group: 时限 | Deadlines
// order: 630
// params: from date null
// params: district string null MATCH (u:Unit) WHERE u.district IS NOT NULL RETURN DISTINCT u.district AS district ORDER BY district
// params: most int 500
// columns: unit, district, next_deadline, due_then, due
// caption: unit 单位 | Unit
// caption: district 地区 | District
// caption: next_deadline 下一时限 | Next deadline
// caption: due_then 届时到期 | Due then
// caption: due 此后共到期 | Due from then on
MATCH (u:Unit)-[r:LEADS]->(i:Item)
WHERE u.kind = 'unit' AND r.derived = false AND i.deadline IS NOT NULL AND ($from IS NULL OR i.deadline >= $from)
  AND ($district IS NULL OR u.district = $district)
WITH u.id AS id, min(i.deadline) AS next_deadline, count(*) AS due
ORDER BY next_deadline, due DESC, id
LIMIT $most
MATCH (u:Unit {id: id})
RETURN u.name AS unit, u.district AS district, next_deadline,
       COUNT { (u)-[r:LEADS]->(i:Item) WHERE r.derived = false AND i.deadline = next_deadline } AS due_then, due
ORDER BY next_deadline, due DESC, id
