"""JSON-LD 1.1: one document with its own `@context`, which any RDF library reads.

- A node is `urn:reform-atlas:node:Label:id`, of the type `atlas:Label` and of the types of schema.org,
  PROV and SKOS that `terms.yml` lists.
- A relation is a node too, of the type `atlas:TYPE`, with `atlas:source`, `atlas:target` and its
  properties, so that the words that a role was read from stay with it; and where `terms.yml` has a term
  for it, it also is a plain statement between its ends.
- Properties have their kind by the context: dates are `xsd:date`, whole numbers `xsd:integer`. One that is
  not there is left out.
"""

import datetime
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from graph.schema import NodeKind, RelationKind
from graph.store import Value
from graph.tables import Table

BASE = "urn:reform-atlas:node:"
XSD = {"int": "integer", "float": "double", "bool": "boolean", "date": "date"}


def write(tables: list[Table], path: Path) -> None:
    """Write the document, a node a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"@context": ' + _json(context(tables)) + ',\n"@graph": [')
        separator = "\n"
        for table in tables:
            for each in _objects(table):
                file.write(separator + _json(each))
                separator = ",\n"
        file.write("\n]}\n")


def context(tables: list[Table]) -> dict[str, Any]:
    """Return the `@context`: prefixes, and each property with its term and kind."""
    found: dict[str, Any] = {"@version": 1.1, **terms()["prefixes"]}
    for table in tables:
        for name, kind in table.columns.items():
            term = terms()["properties"].get(name, f"atlas:{name}")
            if name in ("source", "target"):
                found[name] = {"@id": term, "@type": "@id"}
            elif name != "id":
                found[name] = {"@id": term, "@type": f"xsd:{XSD[kind]}"} if kind in XSD else {"@id": term}
    return found | {"id": {"@id": "atlas:id"}}


@cache
def terms() -> dict[str, Any]:
    """Read `terms.yml`."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("terms.yml").read_text(encoding="utf-8"))
    return found


def _objects(table: Table) -> Iterator[dict[str, Any]]:
    kind = table.kind
    if isinstance(kind, NodeKind):
        types = [f"atlas:{kind.label}", *terms()["nodes"].get(kind.label, ())]
        for row in table.rows():
            yield {"@id": _iri(kind.label, row[0]), "@type": types, **_values(table, row)}
        return
    term = terms()["relations"].get(kind.name)
    for number, row in enumerate(table.rows()):
        ends = _iri(kind.source, row[0]), _iri(kind.target, row[1])
        yield {
            "@id": f"urn:reform-atlas:relation:{table.name}:{number}",
            "@type": f"atlas:{kind.name}",
            **_values(table, row),
            "source": ends[0],
            "target": ends[1],
        }
        if term is not None:
            yield _statement(kind, term, ends)


def _statement(kind: RelationKind, term: dict[str, Any], ends: tuple[str, str]) -> dict[str, Any]:
    one, other = reversed(ends) if term.get("reverse") else ends
    return {"@id": one, term["term"]: {"@id": other}}


def _values(table: Table, row: tuple[Value, ...]) -> dict[str, Any]:
    return {name: value for name, value in zip(table.columns, row, strict=True) if value is not None}


def _iri(label: str, key: Value) -> str:
    """Return the name of a node; signs that an IRI may not have are percent-encoded."""
    return f"{BASE}{label}:{quote(str(key), safe='')}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_date)


def _date(value: datetime.date) -> str:
    return value.isoformat()
