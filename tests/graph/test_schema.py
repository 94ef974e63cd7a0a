"""The declaration: what is wrong in it is named; records, schema and mapping agree."""

import copy
from typing import Any

import msgspec
import pytest
import yaml

from graph.errors import InvalidSchema
from graph.mapping import plan_rows
from graph.rows import Rows
from graph.schema import SCHEMA_FILE, load_schema, read_schema
from graph.shared import Shared
from ingest import records
from tests.graph.samples import ISSUES, PLANS, UNITS

GOOD: dict[str, Any] = {
    "nodes": {
        "Plan": {
            "caption": "方案 | Plan",
            "scope": "plan",
            "properties": {
                "name": {"kind": "string", "caption": "标题 | Name"},
                "plan_id": {"kind": "string", "caption": "编号 | Id", "index": True},
            },
        }
    },
    "groups": {"role": {"rule": {"kind": "string", "caption": "规则 | Rule"}}},
    "relations": {
        "NEXT": {"caption": "下一 | Next", "scope": "plan", "ends": ["Plan Plan"], "group": "role"},
    },
}
BAD = [
    (["nodes"], {}, "expected nodes"),
    (["nodse"], {}, "unknown key 'nodse'"),
    (["nodes", "方案"], GOOD["nodes"]["Plan"], "names are ASCII"),
    (["nodes", "Plan", "caption"], "方案", "Plan: caption: expected '中文 | English'"),
    (["nodes", "Plan", "scope"], "all", "Plan: expected scope plan or shared, found 'all'"),
    (["nodes", "Plan", "colour"], "red", "Plan: unknown key 'colour'"),
    (["nodes", "Plan", "properties"], {}, "Plan: expected properties"),
    (
        ["nodes", "Plan", "properties", "name"],
        {"kind": "string", "caption": "名 | Name", "from": "Plan.title", "derived": True},
        "Plan.name: a derived property does not come from a record",
    ),
    (["nodes", "Plan", "properties", "title"], {"kind": "string"}, "Plan.title: this name is reserved"),
    (["nodes", "Plan", "properties", "name", "kind"], "text", "Plan.name: expected a kind of string"),
    (["nodes", "Plan", "properties", "name", "caption"], None, "Plan.name: caption"),
    (["nodes", "Plan", "properties", "name"], "string", "Plan.name: expected a mapping"),
    (["relations", "NEXT", "ends"], ["Plan Item"], "NEXT: expected two declared labels"),
    (["relations", "NEXT", "ends"], ["Plan"], "NEXT: expected two declared labels"),
    (["relations", "NEXT", "ends"], [], "NEXT: a relation needs ends"),
    (["relations", "NEXT", "group"], "rule", "NEXT: unknown group 'rule'; known: role"),
    (["relations", "NEXT", "scope"], None, "NEXT: expected scope"),
]


def test_the_declared_schema_is_good() -> None:
    schema = load_schema()
    assert set(schema.nodes) >= {"District", "Plan", "Area", "Item", "Unit", "Function", "Policy"}
    assert schema.relation("HAS_ITEM", "Area", "Item").name == "HAS_ITEM"
    with pytest.raises(InvalidSchema, match="no relation LEADS from Item to Unit"):
        schema.relation("LEADS", "Item", "Unit")


def test_a_small_schema_is_read() -> None:
    schema = read_schema(GOOD)
    assert schema.nodes["Plan"].properties["plan_id"].index
    assert schema.relations[0].properties["rule"].caption.en == "Rule"


@pytest.mark.parametrize(("path", "value", "words"), BAD)
def test_what_is_wrong_is_named(path: list[str], value: object, words: str) -> None:
    data = copy.deepcopy(GOOD)
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(InvalidSchema) as error:
        read_schema(data)
    assert words in str(error.value)


@pytest.mark.parametrize("missing", ["name", "plan_id"])
def test_needed_properties_are_named(missing: str) -> None:
    data = copy.deepcopy(GOOD)
    del data["nodes"]["Plan"]["properties"][missing]
    with pytest.raises(InvalidSchema, match=missing):
        read_schema(data)


def record_fields() -> set[str]:
    structs = [
        each for each in vars(records).values() if isinstance(each, type) and issubclass(each, msgspec.Struct)
    ]
    return {f"{each.__name__}.{name}" for each in structs for name in each.__struct_fields__}


def test_every_field_of_the_records_is_in_the_graph_or_left_out_for_a_reason() -> None:
    schema = load_schema()
    owners = [each.properties for each in schema.nodes.values()]
    owners += [each.properties for each in schema.relations]
    held = {source for properties in owners for each in properties.values() for source in each.source}
    assert held | set(schema.left_out) == record_fields()
    assert not held & set(schema.left_out)


def test_the_mapping_gives_exactly_the_declared_properties() -> None:
    schema, rows, shared = load_schema(), Rows(), Shared()
    for unit in UNITS:
        shared.add_unit(unit)
    for plan in PLANS:
        shared.add_plan(plan)
        rows.add(plan_rows(plan))
    for issue in ISSUES:
        shared.add_issue(issue)
    for part in (shared.nodes(), shared.relations(), shared.run("r", "now")):
        rows.add(part)
    written_later = {"Plan": {"digest"}}
    for label, kind in schema.nodes.items():
        given = {name for row in rows.nodes[label] for name in row}
        derived = {each.name for each in kind.properties.values() if each.derived}
        assert given == {"id", *kind.properties} - derived - written_later.get(label, set()), label
    for relation, found in rows.kinds(schema):
        given = {name for row in found for name in row}
        assert found and given == {"source", "target", *relation.properties}, relation.name
    unfilled = {("SIMILAR_TO", "Item", "Item")}  # declared for the reports, but not extracted yet
    assert {(r.name, r.source, r.target) for r in schema.relations} == set(rows.relations) | unfilled


def test_no_key_of_the_file_stands_twice() -> None:
    """YAML takes the last of two equal keys without a word."""

    def check(node: yaml.Node | None) -> None:
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys)), sorted(keys)
            for _, value in node.value:
                check(value)

    check(yaml.compose(SCHEMA_FILE.read_text(encoding="utf-8")))
