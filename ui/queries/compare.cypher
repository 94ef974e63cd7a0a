// title: 两地按职能比较 | Two districts by function
// question: 同一职能在两地各承担多少？ | How much does a function carry in either district?
// reading: 一行是一类职能在一地。 | One row is a function in a district.
// params: left string null; right string null
// columns: function, district, led, responsible, participates
// caption: function 职能 | Function
// caption: district 地区 | District
// caption: led 牵头 | Leads
// caption: responsible 责任 | Responsible
// caption: participates 参与 | Participates
MATCH (u:Unit)
WHERE (u.district = $left OR u.district = $right) AND u.kind = 'unit' AND u.function IS NOT NULL
MATCH (u)-[r:LEADS|PARTICIPATES_IN|RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false
WITH u.function AS function, u.district AS district,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN i.id END) AS led,
     count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN i.id END) AS responsible,
     count(DISTINCT CASE WHEN type(r) = 'PARTICIPATES_IN' THEN i.id END) AS participates
RETURN function, district, led, responsible, participates
ORDER BY function, district
