// title: 事项 | Items
// question: 方案中有哪些事项？ | Which items does a plan have?
// reading: 按在方案中的次序。 | In the order of the plan.
// params: plan_id string null
// columns: item_id, number, item, path, start
// caption: number 序号 | Number
// caption: item 事项 | Item
// caption: path 所属领域 | Path
MATCH (i:Item)
WHERE i.plan_id = $plan_id
RETURN i.id AS item_id, i.number AS number, i.name AS item, i.path AS path, i.start_char AS start
ORDER BY start, item_id
