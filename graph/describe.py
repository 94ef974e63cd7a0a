"""Writes the documentation of the graph and of the saved reports from what declares them.

`docs/graph.md` and `docs/reports.md` are what this returns (`make docs`). The relations are drawn as a
Mermaid diagram, which code hosts show as a picture.
"""

from collections.abc import Iterable, Mapping, Sequence

from graph.reports import Report
from graph.schema import Property, RelationKind, Schema

SCOPES = {
    "plan": "comes from one plan's text and goes with it",
    "shared": "belongs to the whole build; goes when no plan names it any more",
}
HEAD = """# The graph

Made from `graph/schema.yml` by `make docs`; do not edit by hand. Every node has `id` and `name`;
nodes that belong to the whole build, and their relations, carry the stamp of the load that wrote
them as `run`.
"""
REPORTS = """# The saved reports

Made from the headers of `queries/` by `make docs`; do not edit by hand. `python -m graph report NAME`
runs one, with `-p KEY=VALUE` for each parameter; the app shows them all with their charts.
"""


def describe_schema(schema: Schema) -> str:
    """Return the labels, properties and relations of the graph as Markdown."""
    parts = [HEAD, _diagram(schema.relations), "## Nodes\n"]
    for kind in schema.nodes.values():
        parts.append(f"### {kind.label} {kind.caption.zh}\n\n{kind.caption.en}: {SCOPES[kind.scope]}.\n")
        parts.append(_properties(kind.properties))
    parts.append("## Relations\n")
    ends = (
        (
            f"`{kind.name}`",
            kind.caption.zh,
            kind.caption.en,
            f"{kind.source} → {kind.target}",
            kind.scope,
            _group(kind),
        )
        for kind in schema.relations
    )
    parts.append(_table(("relation", "中文", "English", "ends", "scope", "properties"), ends))
    for names, properties in _groups(schema.relations).items():
        parts.append(f"### Properties of {', '.join(f'`{name}`' for name in names)}\n")
        parts.append(_properties(properties))
    parts.append("## Not in the graph\n")
    parts.append(
        _table(("field of the records", "why"), ((f"`{k}`", why) for k, why in schema.left_out.items()))
    )
    return "\n".join(parts)


def describe_reports(reports: Iterable[Report]) -> str:
    """Return each report with its question, how to read it, its parameters and columns as Markdown."""
    parts, group = [REPORTS], None
    for report in reports:
        if report.group != group:
            group = report.group
            parts.append(f"## {group.zh} {group.en}\n")
        parameters = (
            f"`{each.name}` {each.kind}, default {_default(each.default)}" for each in report.params
        )
        parts.append(f"### {report.name}\n\n{report.title.zh} {report.title.en}\n")
        parts.append(f"- {report.question.zh} {report.question.en}")
        parts.append(f"- {report.reading.zh} {report.reading.en}")
        parts.append(f"- parameters: {'; '.join(parameters) or 'none'}")
        columns = (f"`{name}` {report.caption(name).zh} {report.caption(name).en}" for name in report.columns)
        parts.append(f"- columns: {'; '.join(columns)}\n")
    return "\n".join(parts)


def _default(value: object) -> str:
    return "none" if value is None else f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _diagram(relations: Sequence[RelationKind]) -> str:
    lines = [f"    {kind.source} -->|{kind.name}| {kind.target}" for kind in relations]
    return "\n".join(["```mermaid", "graph LR", *lines, "```", ""])


def _properties(properties: Mapping[str, Property]) -> str:
    rows = (
        (
            f"`{each.name}`",
            each.kind,
            each.caption.zh,
            each.caption.en,
            "yes" if each.index else "",
            ", ".join(f"`{field}`" for field in each.source) or ("measured" if each.derived else "computed"),
        )
        for each in properties.values()
    )
    return _table(("property", "kind", "中文", "English", "index", "from the records"), rows)


def _groups(relations: Iterable[RelationKind]) -> dict[tuple[str, ...], Mapping[str, Property]]:
    """Return the relation types that share their properties, each type once."""
    found: dict[tuple[str, ...], tuple[Mapping[str, Property], dict[str, None]]] = {}
    for kind in relations:
        if kind.properties:
            _, names = found.setdefault(tuple(kind.properties), (kind.properties, {}))
            names[kind.name] = None
    return {tuple(names): properties for properties, names in found.values()}


def _group(kind: RelationKind) -> str:
    return str(len(kind.properties)) if kind.properties else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
