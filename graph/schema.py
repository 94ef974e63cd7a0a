"""The declared graph: reads `schema.yml` and checks that it is consistent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.captions import Text2, parse_text2
from graph.errors import InvalidSchema

SCHEMA_FILE = Path(__file__).with_name("schema.yml")
KINDS = ("string", "int", "float", "bool", "date")
SCOPES = ("plan", "shared")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
# The embedded engine answers these by itself, or cannot parse them after a dot (notes on stores, 5.1).
RESERVED = frozenset({"id", "type", "label", "node_type", "title", "start", "end", "connection_type", "run"})


@dataclass(frozen=True)
class Property:
    """A property of a node or relation; `source` names the record fields that it holds.

    A `derived` one is computed from the graph after a load, which takes it away.
    """

    name: str
    kind: str
    caption: Text2
    index: bool = False
    source: tuple[str, ...] = ()
    derived: bool = False


@dataclass(frozen=True)
class NodeKind:
    """A label. Nodes of scope `plan` are deleted with their plan, `shared` ones with their last load."""

    label: str
    caption: Text2
    scope: str
    properties: Mapping[str, Property]


@dataclass(frozen=True)
class RelationKind:
    """A relation type between two labels. One type may join several pairs: one kind for each."""

    name: str
    source: str
    target: str
    caption: Text2
    scope: str
    properties: Mapping[str, Property]


@dataclass(frozen=True)
class Schema:
    """All labels and relations, and the record fields that are left out with the reason."""

    nodes: Mapping[str, NodeKind]
    relations: tuple[RelationKind, ...]
    left_out: Mapping[str, str]

    def relation(self, name: str, source: str, target: str) -> RelationKind:
        """Return the relation of that type between two labels. Raises InvalidSchema."""
        for kind in self.relations:
            if (kind.name, kind.source, kind.target) == (name, source, target):
                return kind
        raise InvalidSchema(f"no relation {name} from {source} to {target} is declared")

    @property
    def relation_types(self) -> tuple[str, ...]:
        """The relation types, each once, in the order of declaration."""
        return tuple(dict.fromkeys(kind.name for kind in self.relations))


@cache
def load_schema(path: Path = SCHEMA_FILE) -> Schema:
    """Read and check the schema. Raises InvalidSchema naming what is wrong."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise InvalidSchema(f"{path.name} is not YAML: {error}") from error
    return read_schema(data)


def read_schema(data: Any) -> Schema:
    """Turn the parsed YAML into a schema. Raises InvalidSchema."""
    top = _mapping(data, "schema", {"nodes", "groups", "relations", "left_out"})
    groups = {name: _properties(spec, name) for name, spec in (top.get("groups") or {}).items()}
    nodes = {label: _node(label, spec) for label, spec in (top.get("nodes") or {}).items()}
    if not nodes:
        raise InvalidSchema("schema: expected nodes, found none")
    relations: list[RelationKind] = []
    for name, spec in (top.get("relations") or {}).items():
        relations.extend(_relations(name, spec, nodes, groups))
    left_out = {str(field): str(why) for field, why in (top.get("left_out") or {}).items()}
    return Schema(nodes, tuple(relations), left_out)


def _node(label: str, spec: Any) -> NodeKind:
    spec = _mapping(spec, label, {"caption", "scope", "properties"})
    properties = _properties(spec.get("properties"), label)
    scope = _scope(spec, label)
    if "name" not in properties:
        raise InvalidSchema(f"{label}: every node has a name; none is declared")
    if scope == "plan" and "plan_id" not in properties:
        raise InvalidSchema(f"{label}: a node of scope plan needs plan_id")
    return NodeKind(_name(label), _caption(spec, label), scope, properties)


def _relations(
    name: str, spec: Any, nodes: Mapping[str, NodeKind], groups: Mapping[str, Mapping[str, Property]]
) -> list[RelationKind]:
    spec = _mapping(spec, name, {"caption", "scope", "ends", "group"})
    group = spec.get("group")
    if group is not None and group not in groups:
        raise InvalidSchema(f"{name}: unknown group {group!r}; known: {', '.join(groups)}")
    kinds = []
    for end in spec.get("ends") or []:
        labels = str(end).split()
        if len(labels) != 2 or not set(labels) <= set(nodes):
            raise InvalidSchema(f"{name}: expected two declared labels as ends, found {end!r}")
        properties = groups[group] if group is not None else {}
        source, target = labels
        kinds.append(
            RelationKind(_name(name), source, target, _caption(spec, name), _scope(spec, name), properties)
        )
    if not kinds:
        raise InvalidSchema(f"{name}: a relation needs ends")
    return kinds


def _properties(spec: Any, owner: str) -> dict[str, Property]:
    if not isinstance(spec, Mapping) or not spec:
        raise InvalidSchema(f"{owner}: expected properties, found {spec!r}")
    return {name: _property(name, each, f"{owner}.{name}") for name, each in spec.items()}


def _property(name: str, spec: Any, where: str) -> Property:
    spec = _mapping(spec, where, {"kind", "caption", "index", "from", "derived"})
    if name in RESERVED:
        raise InvalidSchema(f"{where}: this name is reserved")
    if spec.get("kind") not in KINDS:
        raise InvalidSchema(f"{where}: expected a kind of {', '.join(KINDS)}, found {spec.get('kind')!r}")
    source = spec.get("from") or ()
    source = (source,) if isinstance(source, str) else tuple(source)
    derived = bool(spec.get("derived"))
    if derived and source:
        raise InvalidSchema(f"{where}: a derived property does not come from a record")
    return Property(
        _name(name), spec["kind"], _caption(spec, where), bool(spec.get("index")), source, derived
    )


def _mapping(spec: Any, where: str, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(spec, Mapping):
        raise InvalidSchema(f"{where}: expected a mapping, found {spec!r}")
    extra = set(spec) - known
    if extra:
        raise InvalidSchema(
            f"{where}: unknown key {min(map(str, extra))!r}; known: {', '.join(sorted(known))}"
        )
    return spec


def _scope(spec: Mapping[str, Any], where: str) -> str:
    scope = spec.get("scope")
    if scope not in SCOPES:
        raise InvalidSchema(f"{where}: expected scope plan or shared, found {scope!r}")
    return str(scope)


def _caption(spec: Mapping[str, Any], where: str) -> Text2:
    try:
        return parse_text2(str(spec.get("caption", "")))
    except ValueError as error:
        raise InvalidSchema(f"{where}: caption: {error}") from error


def _name(name: str) -> str:
    if not NAME.fullmatch(name):
        raise InvalidSchema(f"{name!r}: names are ASCII letters, digits and _")
    return name
