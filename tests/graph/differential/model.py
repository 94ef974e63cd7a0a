"""A small property graph, and Cypher's patterns matched in it by trying everything."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

LABELS = ("Unit", "Item", "Plan")
TYPES = ("LEADS", "CITES", "HAS")
WORDS = ("财政局", "教育局", "局", "改革", "a'b", "")
Value = Any  # a scalar, a list, None, or a Node or Edge
Row = dict[str, Value]


@dataclass(frozen=True)
class Node:
    id: str
    label: str
    properties: dict[str, Value] = field(hash=False, compare=False)


@dataclass(frozen=True)
class Edge:
    id: str
    kind: str
    source: Node
    target: Node
    properties: dict[str, Value] = field(hash=False, compare=False)


class Graph:
    """Random nodes and edges, with loops, parallel edges and missing values."""

    def __init__(self, chance: random.Random) -> None:
        self.nodes = [self._node(chance, n) for n in range(chance.randint(3, 9))]
        self.edges = [self._edge(chance, n) for n in range(chance.randint(2, 14))]

    def _node(self, chance: random.Random, n: int) -> Node:
        found = {"k": chance.choice([None, 0, 1, 2, 3]), "s": chance.choice([None, *WORDS])}
        return Node(f"n{n}", chance.choice(LABELS), {"id": f"n{n}", "name": f"n{n}", **found})

    def _edge(self, chance: random.Random, n: int) -> Edge:
        found = {"id": f"e{n}", "k": chance.choice([None, 0, 1, 2]), "s": chance.choice([None, "局"])}
        ends = chance.choice(self.nodes), chance.choice(self.nodes)
        return Edge(f"e{n}", chance.choice(TYPES), *ends, found)

    def steps(self, node: Node, kinds: tuple[str, ...], way: str) -> Iterator[tuple[Edge, Node]]:
        """Yield each edge at a node with the node at its other end; a loop once."""
        for edge in self.edges:
            if kinds and edge.kind not in kinds:
                continue
            if way in "->" and edge.source == node:
                yield edge, edge.target
            elif way in "-<" and edge.target == node:
                yield edge, edge.source


@dataclass(frozen=True)
class NodePattern:
    name: str
    labels: tuple[str, ...] = ()
    wanted: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        labels = ":" + "|".join(self.labels) if self.labels else ""
        return f"({self.name}{labels}{_map(self.wanted)})"

    def fits(self, node: Node) -> bool:
        if self.labels and node.label not in self.labels:
            return False
        return all(node.properties.get(key) == value for key, value in self.wanted)


@dataclass(frozen=True)
class Hop:
    name: str
    kinds: tuple[str, ...]
    way: str  # > < or - for both
    target: NodePattern
    reach: tuple[int, int] | None = None
    wanted: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        reach = f"*{self.reach[0]}..{self.reach[1]}" if self.reach else ""
        kinds = ":" + "|".join(self.kinds) if self.kinds else ""
        inside = f"{self.name}{kinds}{reach}{_map(self.wanted)}"
        arrow = f"-[{inside}]-" if inside else "--"
        return f"{'<' if self.way == '<' else ''}{arrow}{'>' if self.way == '>' else ''}{self.target}"


@dataclass(frozen=True)
class Pattern:
    start: NodePattern
    hops: tuple[Hop, ...]

    def __str__(self) -> str:
        return str(self.start) + "".join(map(str, self.hops))

    @property
    def node_names(self) -> list[str]:
        return [n.name for n in (self.start, *(hop.target for hop in self.hops)) if n.name]

    @property
    def edge_names(self) -> list[str]:
        return [hop.name for hop in self.hops if hop.name]


def match(graph: Graph, patterns: tuple[Pattern, ...], row: Row) -> Iterator[Row]:
    """Yield a row for each way to lay the patterns on the graph; no edge is used twice."""
    yield from (found for found, _ in _patterns(graph, patterns, row, frozenset()))


def _patterns(
    graph: Graph, patterns: tuple[Pattern, ...], row: Row, used: frozenset[Edge]
) -> Iterator[tuple[Row, frozenset[Edge]]]:
    if not patterns:
        yield row, used
        return
    first = patterns[0]
    for node in graph.nodes:
        for bound in _bind(row, first.start, node):
            for found, edges in _hops(graph, first.hops, node, bound, used):
                yield from _patterns(graph, patterns[1:], found, edges)


def _hops(
    graph: Graph, hops: tuple[Hop, ...], node: Node, row: Row, used: frozenset[Edge]
) -> Iterator[tuple[Row, frozenset[Edge]]]:
    if not hops:
        yield row, used
        return
    hop = hops[0]
    low, high = hop.reach or (1, 1)
    for edges, end in trails(graph, hop, node, low, high, used):
        for bound in _bind(row, hop.target, end):
            if hop.name and hop.name in row and row[hop.name] != edges[0]:
                continue
            if hop.name:
                bound = {**bound, hop.name: list(edges) if hop.reach else edges[0]}
            yield from _hops(graph, hops[1:], end, bound, used | set(edges))


def trails(
    graph: Graph, hop: Hop, node: Node, low: int, high: int, used: frozenset[Edge]
) -> Iterator[tuple[tuple[Edge, ...], Node]]:
    """Yield each walk of `low` to `high` edges that uses none twice."""
    if low <= 0:
        yield (), node
    if high == 0:
        return
    for edge, end in graph.steps(node, hop.kinds, hop.way):
        if edge not in used and all(edge.properties.get(k) == v for k, v in hop.wanted):
            for rest, last in trails(graph, hop, end, low - 1, high - 1, used | {edge}):
                yield (edge, *rest), last


def _bind(row: Row, pattern: NodePattern, node: Node) -> Iterator[Row]:
    if not pattern.fits(node) or (pattern.name in row and row[pattern.name] != node):
        return
    yield {**row, pattern.name: node} if pattern.name else row


def _map(wanted: tuple[tuple[str, Value], ...]) -> str:
    return " {" + ", ".join(f"{key}: {literal(value)}" for key, value in wanted) + "}" if wanted else ""


def literal(value: Value) -> str:
    """Write a value as Cypher."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return str(value)
