"""The documentation of the graph says what the declaration says, and the copy in docs/ is up to date."""

from pathlib import Path

from graph.describe import describe_schema
from graph.schema import load_schema

DOCS = Path(__file__).parents[2] / "docs"


def test_everything_declared_is_described() -> None:
    schema = load_schema()
    text = describe_schema(schema)
    for kind in schema.nodes.values():
        assert f"### {kind.label} {kind.caption.zh}\n" in text
    for relation in schema.relations:
        assert f"{relation.source} -->|{relation.name}| {relation.target}\n" in text
    properties = [each for kind in schema.nodes.values() for each in kind.properties.values()]
    properties += [each for relation in schema.relations for each in relation.properties.values()]
    for each in properties:
        assert f"| `{each.name}` | {each.kind} | {each.caption.zh} | {each.caption.en} |" in text
    assert all(f"| `{field}` | {why} |" in text for field, why in schema.left_out.items())


def test_the_copy_in_docs_is_up_to_date() -> None:
    assert (DOCS / "graph.md").read_text(encoding="utf-8") == describe_schema(load_schema()), "run: make docs"
