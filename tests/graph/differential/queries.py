"""Random read queries: each clause as text, and what it makes of the rows before it."""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.graph.differential.expressions import Expression, Maker, Predicate, constant, read
from tests.graph.differential.model import (
    LABELS,
    TYPES,
    Graph,
    Hop,
    Node,
    NodePattern,
    Pattern,
    Row,
    Value,
    match,
    trails,
)

MOST = 3000  # rows on the way; a query with more is thrown away


class TooMany(Exception):
    """The random query has more rows than is worth waiting for."""


@dataclass(frozen=True)
class Query:
    """The text, its rows as they must be, and whether their order counts."""

    text: str
    rows: list[tuple[Value, ...]]
    ordered: bool


def make(graph: Graph, chance: random.Random) -> Query:
    """Return a query whose answer is known."""
    while True:
        try:
            if chance.random() < 0.08:
                return _shortest(graph, chance)
            first = _Writer(graph, chance).query()
            if chance.random() < 0.9 or first.ordered:
                return first
            return _union(first, _Writer(graph, chance), chance)
        except TooMany:
            continue


class _Writer:
    """Writes one query clause by clause, and keeps the rows that they make."""

    def __init__(self, graph: Graph, chance: random.Random) -> None:
        self.graph, self.chance, self.maker = graph, chance, Maker(chance)
        self.lines: list[str] = []
        self.rows: list[Row] = [{}]
        self.nodes: list[str] = []
        self.edges: list[str] = []
        self.scalars: list[str] = []
        self.made = 0

    def query(self, columns: int | None = None) -> Query:
        """Return a whole query; `columns` asks for so many plain columns."""
        self._match(optional=False)
        for _ in range(self.chance.randrange(4)):
            clause = self.chance.choice(
                [
                    self._match,
                    self._optional,
                    self._group,
                    self._distinct,
                    self._limit,
                    self._call,
                    self._unwind,
                ]
            )
            clause()
        return self._return_plain(columns) if columns else self._return()

    # Clauses.

    def _optional(self) -> None:
        self._match(optional=True)

    def _match(self, optional: bool = False) -> None:
        patterns = tuple(self._pattern(named=True) for _ in range(self.chance.choice([1, 1, 1, 2])))
        nodes = [name for pattern in patterns for name in pattern.node_names]
        edges = [name for pattern in patterns for name in pattern.edge_names]
        names = list(dict.fromkeys([*self.nodes, *self.edges, *nodes, *edges]))
        where = self._where(names, list(dict.fromkeys([*self.nodes, *nodes])))
        self.lines.append(
            f"{'OPTIONAL ' if optional else ''}MATCH {', '.join(map(str, patterns))}{_where(where)}"
        )
        rows: list[Row] = []
        for row in self.rows:
            found = [each for each in self._matched(patterns, row) if _holds(where, each)]
            if not found and optional:
                found = [{**dict.fromkeys([*nodes, *edges]), **row}]
            rows += found
            if len(rows) > MOST:
                raise TooMany
        self.rows = rows
        self.nodes = list(dict.fromkeys([*self.nodes, *nodes]))
        self.edges += edges

    def _group(self) -> None:
        keys = self._some(self.nodes, 2)
        name, (text, total) = self._new("a"), self._total()
        limit = self.chance.randrange(3)
        self.lines.append(f"WITH {', '.join([*keys, f'{text} AS {name}'])} WHERE {name} >= {limit}")
        self.rows = [
            row for row in self._grouped(keys, {name: total}) if row[name] is not None and row[name] >= limit
        ]
        self._keep(keys, [name])

    def _distinct(self) -> None:
        keys = self._some(self.nodes, 2) or self.nodes[:1]
        self.lines.append(f"WITH DISTINCT {', '.join(keys)}")
        self.rows = self._grouped(keys, {})
        self._keep(keys, [])

    def _limit(self) -> None:
        """The first rows by an order that leaves no doubt: one row for each node."""
        key, amount, skip = (
            self.chance.choice(self.nodes),
            self.chance.randint(1, 4),
            self.chance.randrange(2),
        )
        down = self.chance.random() < 0.5
        self.lines.append(
            f"WITH DISTINCT {key} ORDER BY {key}.id{' DESC' if down else ''} SKIP {skip} LIMIT {amount}"
        )
        rows = self._grouped([key], {})
        self.rows = sort(rows, [(lambda row: _id(row[key]), down)])[skip : skip + amount]
        self._keep([key], [])

    def _call(self) -> None:
        """A subquery for each row, with one aggregate."""
        inner = self.chance.choice(self.nodes)
        pattern = self._pattern(start=inner, named=True, bound=[inner])
        names = list(dict.fromkeys([*pattern.node_names, *pattern.edge_names]))
        where = self.maker.predicate(names) if self.chance.random() < 0.5 else None
        counted, name = self.chance.choice(pattern.node_names), self._new("c")
        word = self.chance.choice(["count", "count", "sum", "max"])
        argument = counted if word == "count" else f"{counted}.k"
        self.lines.append(
            f"CALL ({inner}) {{ MATCH {pattern}{_where(where)} RETURN {word}({argument}) AS {name} }}"
        )
        total = _AGGREGATES[word]
        for row in self.rows:
            found = (
                []
                if row[inner] is None
                else [each for each in self._matched((pattern,), {inner: row[inner]}) if _holds(where, each)]
            )
            values = [each[counted] if word == "count" else _k(each[counted]) for each in found]
            row[name] = total([value for value in values if value is not None])
        self.scalars.append(name)

    def _unwind(self) -> None:
        name, members = (
            self._new("w"),
            [self.chance.choice([None, 0, 1, 2]) for _ in range(self.chance.randrange(3))],
        )
        self.lines.append(f"UNWIND {constant(members).text} AS {name}")
        self.rows = [{**row, name: value} for row in self.rows for value in members]
        self.scalars.append(name)

    # The last clause.

    def _return(self) -> Query:
        return self.chance.choice(
            [self._return_plain, self._return_total, self._return_groups, self._return_lists]
        )()

    def _return_plain(self, columns: int | None = None) -> Query:
        shown = [self._shown() for _ in range(columns or self.chance.randint(1, 3))]
        rows = [tuple(each.value(row) for each in shown) for row in self.rows]
        distinct = self.chance.random() < 0.4
        if distinct:
            rows = list(dict.fromkeys(rows))
        text = "RETURN " + ("DISTINCT " if distinct else "")
        text += ", ".join(f"{each.text} AS x{n}" for n, each in enumerate(shown))
        if columns or self.chance.random() < 0.5:
            return self._done(text, rows)
        downs = [self.chance.random() < 0.5 for _ in shown]
        text += " ORDER BY " + ", ".join(f"x{n}{' DESC' if down else ''}" for n, down in enumerate(downs))
        keys = [(lambda row, n=n: row[n], down) for n, down in enumerate(downs)]
        rows = sort(rows, keys)
        if self.chance.random() < 0.5:
            skip, limit = self.chance.randrange(3), self.chance.randrange(5)
            text, rows = f"{text} SKIP {skip} LIMIT {limit}", rows[skip : skip + limit]
        return self._done(text, rows, ordered=True)

    def _return_total(self) -> Query:
        totals = [self._total() for _ in range(self.chance.randint(1, 3))]
        text = ", ".join(f"{text} AS x{n}" for n, (text, _) in enumerate(totals))
        return self._done(f"RETURN {text}", [tuple(total(self.rows) for _, total in totals)])

    def _return_groups(self) -> Query:
        key, (text, total) = self._shown(), self._total()
        groups: dict[Value, list[Row]] = defaultdict(list)
        for row in self.rows:
            groups[key.value(row)].append(row)
        rows = [(value, total(group)) for value, group in groups.items()]
        return self._done(f"RETURN {key.text} AS x0, {text} AS x1", rows)

    def _return_lists(self) -> Query:
        """Lists made in a known order, and what functions of lists make of them."""
        key, name = self.chance.choice(self.nodes), self.chance.choice(self.nodes)
        groups = self._grouped(
            [key], {"list": lambda rows: sorted(_id(row[name]) for row in rows if row[name])}
        )
        text = (
            f"WITH {key}, {name} ORDER BY {name}.id WITH {key}, collect({name}.id) AS l "
            f"RETURN {key}.id AS x0, size(l) AS x1, head(l) AS x2, l[-1] AS x3, "
            "[x IN l WHERE x > 'n2'][0..2] AS x4, reduce(t = '', x IN l | t + x) AS x5"
        )
        if key == name:
            text = text.replace(f"WITH {key}, {name} ORDER", f"WITH {key} ORDER")
        rows = []
        for group in groups:
            ids = group["list"]
            ends = (ids[0], ids[-1]) if ids else (None, None)
            later = [each for each in ids if each > "n2"][:2]
            rows.append((_id(group[key]), len(ids), *ends, later, "".join(ids)))
        return self._done(text, rows)

    # Parts.

    def _pattern(
        self,
        start: str | None = None,
        named: bool = False,
        bound: list[str] | None = None,
        hops: int | None = None,
    ) -> Pattern:
        taken = self.nodes if bound is None else bound
        first = start or (
            self.chance.choice(taken) if taken and self.chance.random() < 0.7 else self._new("n")
        )
        length = self.chance.choice([0, 1, 1, 1, 2, 2, 3]) if hops is None else hops
        if first in taken and hops is None:
            length = max(length, 1)
        node = NodePattern(first) if first in taken else self._node(first)
        return Pattern(node, tuple(self._hop(named, taken) for _ in range(length)))

    def _node(self, name: str) -> NodePattern:
        labels = tuple(self.chance.sample(LABELS, self.chance.choice([0, 1, 1, 1, 2])))
        wanted = (("k", self.chance.randrange(3)),) if self.chance.random() < 0.15 else ()
        return NodePattern(name, labels, wanted)

    def _hop(self, named: bool, taken: list[str]) -> Hop:
        kinds = tuple(self.chance.sample(TYPES, self.chance.choice([0, 1, 1, 1, 2])))
        target = self._node(self._new("n") if named and self.chance.random() < 0.8 else "")
        if taken and self.chance.random() < 0.15:
            target = NodePattern(self.chance.choice(taken))
        reach = (
            self.chance.choice([(1, 2), (1, 3), (0, 1), (2, 2), (0, 2)])
            if self.chance.random() < 0.15
            else None
        )
        name = self._new("r") if named and not reach and self.chance.random() < 0.4 else ""
        wanted = (("k", self.chance.randrange(2)),) if not reach and self.chance.random() < 0.1 else ()
        return Hop(name, kinds, self.chance.choice("><-"), target, reach, wanted)

    def _where(self, names: list[str], nodes: list[str]) -> list[Predicate]:
        found = [self.maker.predicate(names) for _ in range(self.chance.choice([0, 0, 1, 1, 2]))]
        if self.chance.random() < 0.3:
            found.append(self._pattern_condition(nodes))
        if self.chance.random() < 0.15:
            found.append(self.maker.label(self.chance.choice(nodes)))
        return found

    def _pattern_condition(self, nodes: list[str]) -> Predicate:
        form = self.chance.choice(["exists", "bare", "count", "where"])
        start = self.chance.choice(nodes)
        hops = self.chance.randint(1, 3)
        pattern = self._pattern(start=start, named=form == "where", bound=nodes, hops=hops)
        inner = self._inner(pattern) if form == "where" else None
        least = self.chance.randrange(3) if form == "count" else 0
        text = {
            "exists": f"EXISTS {{ {pattern} }}",
            "bare": str(pattern),
            "count": f"COUNT {{ {pattern} }} > {least}",
            "where": f"EXISTS {{ MATCH {pattern}{_where(inner)} }}",
        }[form]
        negated = self.chance.random() < 0.3

        def value(row: Row) -> Value:
            if any(row[name] is None for name in pattern.node_names if name in row):
                return negated  # a pattern at a missing node is never there
            found = sum(_holds(inner, each) for each in self._matched((pattern,), row))
            return (found > least) is not negated

        return Predicate(f"NOT {text}" if negated else text, value)

    def _inner(self, pattern: Pattern) -> list[Predicate]:
        return [self.maker.predicate(list(dict.fromkeys([*pattern.node_names, *pattern.edge_names])))]

    def _shown(self) -> Expression:
        if self.scalars and self.chance.random() < 0.3:
            name = self.chance.choice(self.scalars)
            return Expression(name, lambda row: row[name])
        owner = self.chance.choice([*self.nodes, *self.edges])
        shown = [
            read(owner, "id"),
            read(owner, "k"),
            read(owner, "s"),
            self.maker.number([*self.nodes, *self.edges]),
        ]
        return self.chance.choice(shown)

    def _total(self) -> tuple[str, Callable[[list[Row]], Value]]:
        word = self.chance.choice(["count", "count", "sum", "min", "max", "avg"])
        if word == "count" and self.chance.random() < 0.3:
            return "count(*)", len
        distinct = self.chance.random() < 0.3
        if word == "count" and self.chance.random() < 0.5:
            name = self.chance.choice([*self.nodes, *self.edges])
            of = Expression(name, lambda row: row[name])
        else:
            of = self.maker.number([*self.nodes, *self.edges])

        def total(rows: list[Row]) -> Value:
            values = [value for value in map(of.value, rows) if value is not None]
            return _AGGREGATES[word](list(dict.fromkeys(values)) if distinct else values)

        return f"{word}({'DISTINCT ' if distinct else ''}{of.text})", total

    def _grouped(self, keys: list[str], totals: dict[str, Callable[[list[Row]], Value]]) -> list[Row]:
        groups: dict[tuple[Value, ...], list[Row]] = defaultdict(list)
        for row in self.rows:
            groups[tuple(row[key] for key in keys)].append(row)
        if not keys and not self.rows:
            groups[()] = []
        return [
            {**dict(zip(keys, values, strict=True)), **{name: total(rows) for name, total in totals.items()}}
            for values, rows in groups.items()
        ]

    def _matched(self, patterns: tuple[Pattern, ...], row: Row) -> list[Row]:
        found = []
        for each in match(self.graph, patterns, row):
            found.append(each)
            if len(found) > MOST:
                raise TooMany
        return found

    def _some(self, names: list[str], most: int) -> list[str]:
        return self.chance.sample(names, min(len(names), self.chance.randint(1, most)))

    def _keep(self, nodes: list[str], scalars: list[str]) -> None:
        self.nodes, self.edges, self.scalars = nodes, [], scalars

    def _new(self, letter: str) -> str:
        self.made += 1
        return f"{letter}{self.made}"

    def _done(self, last: str, rows: list[tuple[Value, ...]], *, ordered: bool = False) -> Query:
        return Query("\n".join([*self.lines, last]), rows, ordered)


def _union(first: Query, writer: _Writer, chance: random.Random) -> Query:
    width = len(first.rows[0]) if first.rows else 0
    if not width or any(isinstance(value, list) for row in first.rows for value in row):
        return first
    second = writer.query(columns=width)
    rows, word = first.rows + second.rows, chance.choice(["UNION", "UNION ALL"])
    return Query(
        f"{first.text}\n{word}\n{second.text}",
        rows if word == "UNION ALL" else list(dict.fromkeys(rows)),
        False,
    )


def _shortest(graph: Graph, chance: random.Random) -> Query:
    """The length of a shortest path between two different nodes, if there is one."""
    start, end = chance.sample(graph.nodes, 2)
    longest = chance.randint(1, 4)
    kinds = tuple(chance.sample(TYPES, chance.choice([0, 1, 2])))
    hop = Hop("", kinds, chance.choice("><-"), NodePattern("b"), (1, longest))
    lengths = [
        len(edges) for edges, last in trails(graph, hop, start, 1, longest, frozenset()) if last == end
    ]
    text = (
        f"MATCH (a:{start.label} {{id: '{start.id}'}}), (b {{id: '{end.id}'}})\n"
        f"MATCH p = shortestPath({Pattern(NodePattern('a'), (hop,))}) RETURN length(p) AS x0"
    )
    return Query(text, [(min(lengths),)] if lengths else [], False)


_AGGREGATES: dict[str, Callable[[list[Any]], Value]] = {
    "count": len,
    "sum": sum,
    "min": lambda values: min(values, default=None),
    "max": lambda values: max(values, default=None),
    "avg": lambda values: sum(values) / len(values) if values else None,
}


def sort(rows: list[Any], keys: list[tuple[Callable[[Any], Value], bool]]) -> list[Any]:
    """Sort as ORDER BY does: null is larger than all else."""
    for key, down in reversed(keys):
        rows = sorted(rows, key=lambda row: ((value := key(row)) is None, _comparable(value)), reverse=down)
    return rows


def _comparable(value: Value) -> Value:
    return 0 if value is None else value


def _where(where: list[Predicate] | Predicate | None) -> str:
    parts = where if isinstance(where, list) else [where] if where else []
    return " WHERE " + " AND ".join(part.text for part in parts) if parts else ""


def _holds(where: list[Predicate] | Predicate | None, row: Row) -> bool:
    parts = where if isinstance(where, list) else [where] if where else []
    return all(part.value(row) is True for part in parts)


def _id(value: Value) -> Value:
    return value.id if value is not None else None


def _k(value: Node) -> Value:
    return value.properties["k"]
