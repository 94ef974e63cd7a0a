"""Random expressions: the text for an engine, and what it is worth by the rules of Cypher."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.graph.differential.model import LABELS, WORDS, Edge, Node, Row, Value, literal

NUMBER, TEXT = "k", "s"  # the properties by which nodes and edges are compared


@dataclass(frozen=True)
class Expression:
    text: str
    value: Callable[[Row], Value]


Predicate = Expression  # its value is True, False or None


def constant(value: Value) -> Expression:
    return Expression(literal(value), lambda row: value)


def read(name: str, key: str) -> Expression:
    """A property, which is null for null."""

    def value(row: Row) -> Value:
        owner = row[name]
        return owner.properties.get(key) if isinstance(owner, (Node, Edge)) else None

    return Expression(f"{name}.{key}", value)


def negate(value: Value) -> Value:
    return None if value is None else not value


def both(values: list[Value]) -> Value:
    return False if False in values else None if None in values else True


def either(values: list[Value]) -> Value:
    return True if True in values else None if None in values else False


_COMPARE: dict[str, Callable[[Value, Value], bool]] = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "STARTS WITH": lambda a, b: a.startswith(b),
    "ENDS WITH": lambda a, b: a.endswith(b),
    "CONTAINS": lambda a, b: b in a,
    "=~": lambda a, b: re.fullmatch(b, a) is not None,
}


def compare(left: Expression, sign: str, right: Expression) -> Predicate:
    def value(row: Row) -> Value:
        a, b = left.value(row), right.value(row)
        return None if a is None or b is None else _COMPARE[sign](a, b)

    return Predicate(f"{left.text} {sign} {right.text}", value)


class Maker:
    """Makes expressions over the names that are bound."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def number(self, names: list[str], depth: int = 1) -> Expression:
        pick = self.chance.randrange(8 if depth else 3)
        if pick < 2 or not names:
            return constant(self.chance.choice([0, 1, 2, 3]))
        name = self.chance.choice(names)
        if pick < 5:
            return read(name, NUMBER)
        if pick == 5:
            other = constant(self.chance.randrange(3))
            return Expression(
                f"coalesce({name}.{NUMBER}, {other.text})",
                lambda row: _or(read(name, NUMBER).value(row), other.value(row)),
            )
        if pick == 6:
            text = read(name, TEXT)
            return Expression(f"size({text.text})", lambda row: _map_null(text.value(row), len))
        return self._case(names)

    def _case(self, names: list[str]) -> Expression:
        test, then, other = self.predicate(names, 0), self.number(names, 0), self.number(names, 0)
        return Expression(
            f"CASE WHEN {test.text} THEN {then.text} ELSE {other.text} END",
            lambda row: then.value(row) if test.value(row) is True else other.value(row),
        )

    def text(self, names: list[str]) -> Expression:
        if not names or self.chance.random() < 0.3:
            return constant(self.chance.choice(WORDS))
        return read(self.chance.choice(names), TEXT)

    def predicate(self, names: list[str], depth: int = 2) -> Predicate:
        pick = self.chance.random()
        if depth and pick < 0.35:
            return self._joined(names, depth)
        return self.chance.choice(
            [self._numbers, self._numbers, self._texts, self._null, self._member, self._quantified]
        )(names)

    def _joined(self, names: list[str], depth: int) -> Predicate:
        if self.chance.random() < 0.3:
            inner = self.predicate(names, depth - 1)
            return Predicate(f"NOT ({inner.text})", lambda row: negate(inner.value(row)))
        parts = [self.predicate(names, depth - 1) for _ in range(self.chance.randint(2, 3))]
        word, join = self.chance.choice([("AND", both), ("OR", either)])
        text = "(" + f" {word} ".join(part.text for part in parts) + ")"
        return Predicate(text, lambda row: join([part.value(row) for part in parts]))

    def _numbers(self, names: list[str]) -> Predicate:
        return compare(
            self.number(names), self.chance.choice(["=", "<>", "<", "<=", ">", ">="]), self.number(names)
        )

    def _texts(self, names: list[str]) -> Predicate:
        sign = self.chance.choice(["=", "<>", "<", "STARTS WITH", "ENDS WITH", "CONTAINS", "=~"])
        right = (
            constant(self.chance.choice([".*局", "(财政|教育)局", "改.", ".+"]))
            if sign == "=~"
            else self.text(names)
        )
        return compare(self.text(names), sign, right)

    def _null(self, names: list[str]) -> Predicate:
        inner = self.chance.choice([self.number, self.text])(names)
        word, wanted = self.chance.choice([("IS NULL", True), ("IS NOT NULL", False)])
        return Predicate(f"{inner.text} {word}", lambda row: (inner.value(row) is None) is wanted)

    def _member(self, names: list[str]) -> Predicate:
        left = self.number(names)
        members = [self.chance.choice([0, 1, 2, 3, None]) for _ in range(self.chance.randrange(4))]
        return Predicate(
            f"{left.text} IN {literal(members)}",
            lambda row: either(
                [
                    None if each is None or left.value(row) is None else left.value(row) == each
                    for each in members
                ]
            ),
        )

    def _quantified(self, names: list[str]) -> Predicate:
        members = [self.chance.choice([0, 1, 2]) for _ in range(self.chance.randrange(4))]
        right = self.number(names, 0)
        word, join = self.chance.choice(
            [("any", either), ("all", both), ("none", lambda values: negate(either(values)))]
        )

        def value(row: Row) -> Value:
            bound = right.value(row)
            return join([None if bound is None else each > bound for each in members])

        return Predicate(f"{word}(x IN {literal(members)} WHERE x > {right.text})", value)

    def label(self, name: str) -> Predicate:
        label = self.chance.choice(LABELS)
        return Predicate(
            f"{name}:{label}", lambda row: _map_null(row[name], lambda node: node.label == label)
        )


def _or(value: Value, other: Value) -> Value:
    return other if value is None else value


def _map_null(value: Value, call: Callable[[Value], Value]) -> Value:
    return None if value is None else call(value)
