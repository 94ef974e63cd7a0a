"""The Cypher text that writes, made from the schema alone; both stores run the same words.

Only declared names go into the text. Values travel as parameters; dates as ISO text, which the
statement turns into dates, so that both stores keep real dates.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.errors import GraphError
from graph.schema import NodeKind, Property, RelationKind, Schema

STAMP = "run"  # what wrote a node or relation last: the load, or for what belongs to a plan the plan's digest
PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "int": (int,),
    "float": (float, int),
    "bool": (bool,),
    "date": (str, datetime.date),
}

KEY = "CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
NODE_INDEX = "CREATE INDEX {name}_{field} IF NOT EXISTS FOR (n:{label}) ON (n.{field})"
RELATION_INDEX = "CREATE INDEX {name}_{field} IF NOT EXISTS FOR ()-[r:{label}]-() ON (r.{field})"


def schema_statements(schema: Schema) -> Iterator[tuple[str, str]]:
    """Yield the name of each key and index on a server, and the statement that creates it."""
    for kind in schema.nodes.values():
        yield f"{kind.label.lower()}_id", KEY.format(name=kind.label.lower(), label=kind.label)
        yield from _indexes(NODE_INDEX, kind.label, kind.properties)
    for name in schema.relation_types:
        ends = [kind for kind in schema.relations if kind.name == name]
        yield from _indexes(RELATION_INDEX, name, ends[0].properties)


def upsert_nodes(kind: NodeKind) -> str:
    """Return the statement that creates or replaces nodes from `$rows`."""
    return f"UNWIND $rows AS row MERGE (n:{kind.label} {{id: row.id}}) " + _set("n", kind.properties)


def upsert_relations(kind: RelationKind) -> str:
    """Return the statement that creates or replaces relations from `$rows`."""
    return (
        f"UNWIND $rows AS row MATCH (a:{kind.source} {{id: row.source}}) "
        f"MATCH (b:{kind.target} {{id: row.target}}) "
        f"MERGE (a)-[r:{kind.name}]->(b) " + _set("r", kind.properties)
    )


def delete_plan(schema: Schema) -> Iterator[str]:
    """Yield the statements that delete what came from the plan `$plan_id`, each returning a count."""
    for kind in schema.nodes.values():
        if kind.scope == "plan":
            yield f"MATCH (n:{kind.label} {{plan_id: $plan_id}}) DETACH DELETE n RETURN count(*) AS n"


def delete_stale_of_plans(schema: Schema) -> Iterator[str]:
    """Yield the statements that delete what `$plans` (id, run) hold no more, each returning a count."""
    for relation in schema.relations:
        if relation.scope == "plan":
            at_target = schema.nodes[relation.target].scope == "plan"
            own, other = (
                (relation.target, relation.source) if at_target else (relation.source, relation.target)
            )
            pattern = f"<-[r:{relation.name}]-" if at_target else f"-[r:{relation.name}]->"
            yield (
                f"UNWIND $plans AS plan MATCH (n:{own} {{plan_id: plan.id}}){pattern}(:{other}) "
                f"WHERE r.{STAMP} <> plan.run DELETE r RETURN count(*) AS n"
            )
    for kind in schema.nodes.values():
        if kind.scope == "plan":
            yield (
                f"UNWIND $plans AS plan MATCH (n:{kind.label} {{plan_id: plan.id}}) "
                f"WHERE n.{STAMP} <> plan.run DETACH DELETE n RETURN count(*) AS n"
            )


def delete_stale(schema: Schema) -> Iterator[str]:
    """Yield the statements that delete what the load `$run` did not stamp, each returning a count."""
    for relation in schema.relations:
        if relation.scope == "shared":
            yield (
                f"MATCH (:{relation.source})-[r:{relation.name}]->(:{relation.target}) "
                f"WHERE r.{STAMP} <> $run DELETE r RETURN count(*) AS n"
            )
    for kind in schema.nodes.values():
        if kind.scope == "shared":
            yield f"MATCH (n:{kind.label}) WHERE n.{STAMP} <> $run DETACH DELETE n RETURN count(*) AS n"


def read_node(kind: NodeKind) -> str:
    """Return the query for the declared properties of the node `$id`."""
    columns = ", ".join(f"n.{name} AS {name}" for name in ("id", *kind.properties))
    return f"MATCH (n:{kind.label} {{id: $id}}) RETURN {columns}"


def read_neighbours(kind: NodeKind) -> str:
    """Return the query for the nodes one relation away from the node `$id`."""
    return (
        f"MATCH (n:{kind.label} {{id: $id}})-[r]-(x) "
        "RETURN type(r) AS relation, CASE WHEN startNode(r) = n THEN 'out' ELSE 'in' END AS direction, "
        "labels(x)[0] AS label, x.id AS id, x.name AS name "
        "ORDER BY relation, direction, label, name, id LIMIT $limit"
    )


def shortest_path(source: NodeKind, target: NodeKind, max_length: int) -> str:
    """Return the query for the first, in the order of its nodes, of the shortest paths from `$a` to `$b`."""
    return (
        f"MATCH (a:{source.label} {{id: $a}}) MATCH (b:{target.label} {{id: $b}}) "
        f"MATCH p = allShortestPaths((a)-[*..{max_length}]-(b)) "
        "RETURN [n IN nodes(p) | labels(n)[0]] AS labels, [n IN nodes(p) | n.id] AS ids, "
        "[n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS types, "
        "[i IN range(0, length(p) - 1) | startNode(relationships(p)[i]) = nodes(p)[i]] AS forward "
        "ORDER BY ids, types LIMIT 1"
    )


def batches(rows: Iterable[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows in lists of at most `size`."""
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def node_rows(kind: NodeKind, rows: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the rows as the statement wants them. Raises GraphError for an undeclared or mistyped value."""
    for row in rows:
        yield _row(row, ("id",), kind.properties, kind.label)


def relation_rows(kind: RelationKind, rows: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """As `node_rows`, for relations."""
    for row in rows:
        yield _row(row, ("source", "target"), kind.properties, kind.name)


def _set(variable: str, properties: Mapping[str, Property]) -> str:
    dates = [f", {variable}.{p.name} = date(row.{p.name})" for p in properties.values() if p.kind == "date"]
    return f"SET {variable} += row.properties" + "".join(dates)


def _row(
    row: Mapping[str, Any], keys: tuple[str, ...], declared: Mapping[str, Property], owner: str
) -> dict[str, Any]:
    rest = dict(row)
    result: dict[str, Any] = {key: rest.pop(key, None) for key in keys}
    if not all(isinstance(value, str) and value for value in result.values()):
        raise GraphError(f"{owner}: expected text for {', '.join(keys)}, found {result}")
    plain: dict[str, Any] = {STAMP: rest.pop(STAMP, None)}
    for name, kind in declared.items():
        value = _checked(rest.pop(name, None), kind, owner)
        (result if kind.kind == "date" else plain)[name] = value
    if rest:
        raise GraphError(f"{owner}: property {next(iter(rest))!r} is not declared in schema.yml")
    return {**result, "properties": plain}


def _checked(value: Any, kind: Property, owner: str) -> Any:
    if value is None:
        return None
    if not isinstance(value, PYTHON_TYPES[kind.kind]) or (isinstance(value, bool) and kind.kind != "bool"):
        raise GraphError(f"{owner}.{kind.name}: expected {kind.kind}, found {value!r}")
    return value.isoformat() if isinstance(value, datetime.date) else value


def _indexes(text: str, label: str, properties: Mapping[str, Property]) -> Iterator[tuple[str, str]]:
    name = label.lower()
    for field in (each.name for each in properties.values() if each.index):
        yield f"{name}_{field}", text.format(name=name, label=label, field=field)
