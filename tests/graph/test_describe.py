"""The documentation of the graph says what the declaration says, and the copy in docs/ is up to date."""

from pathlib import Path

import pytest

from graph.describe import describe_reports, describe_schema
from graph.reports import list_reports
from graph.schema import load_schema

DESCRIBED = {
    "graph": lambda: describe_schema(load_schema()),
    "reports": lambda: describe_reports(list_reports()),
}
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


def test_every_report_is_described() -> None:
    reports = list_reports()
    text = describe_reports(reports)
    for report in reports:
        assert f"### {report.name}\n\n{report.title.zh} {report.title.en}\n" in text
        assert (
            f"- {report.question.zh} {report.question.en}\n- {report.reading.zh} {report.reading.en}\n"
            in text
        )
        assert all(f"`{param.name}` {param.kind}, default " in text for param in report.params)
    groups = [report.group.zh for report in reports]
    assert text.count("\n## ") == len(set(groups)), "reports of a group stand together"


@pytest.mark.parametrize("what", DESCRIBED)
def test_the_copies_in_docs_are_up_to_date(what: str) -> None:
    assert (DOCS / f"{what}.md").read_text(encoding="utf-8") == DESCRIBED[what](), "run: make docs"
