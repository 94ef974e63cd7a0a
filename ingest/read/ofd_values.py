"""Read the values that OFD writes into attributes: numbers, lists with repeats, matrices, paths."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

_MOST_REPEATS = 100_000
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(rf"[A-Za-z]|{_NUMBER.pattern}")
_OPERANDS = {"S": 2, "M": 2, "L": 2, "B": 6, "Q": 4, "A": 7, "C": 0}
Point = tuple[float, float]


class Matrix(NamedTuple):
    """Turns, scales and moves points."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def apply(self, x: float, y: float) -> Point:
        """Return where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "Matrix") -> "Matrix":
        """Return the matrix that does another one first."""
        e, f = self.apply(first.e, first.f)
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children with these names, whatever their namespace."""
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname in names:
            yield child


def attribute(element: etree._Element, name: str, default: str) -> str:
    """Return an attribute."""
    value = element.get(name)
    return default if value is None else value


def numbers(text: str | None) -> tuple[float, ...]:
    """Return the numbers of a text."""
    return tuple(map(float, _NUMBER.findall(text or "")))


def number(text: str | None, default: float) -> float:
    """Return the first number of a text."""
    return next(iter(numbers(text)), default)


def matrix(text: str | None) -> Matrix:
    """Return a matrix; without six numbers it moves nothing."""
    values = numbers(text)
    return Matrix(*values) if len(values) == 6 else Matrix()


def steps(text: str | None) -> list[float]:
    """Return the distances between characters: numbers, and `g 3 5.2` for three times 5.2."""
    tokens = (text or "").split()
    found: list[float] = []
    at = 0
    while at < len(tokens):
        if tokens[at] == "g":
            count = int(number(" ".join(tokens[at + 1 : at + 2]), 0))
            found += [number(" ".join(tokens[at + 2 : at + 3]), 0.0)] * max(0, min(count, _MOST_REPEATS))
            at += 3
        else:
            found.append(number(tokens[at], 0.0))
            at += 1
    return found


def paths(text: str | None) -> Iterator[list[Point]]:
    """Yield the parts of a path as the points that its lines and curves end at."""
    points: list[Point] = []
    operands: list[float] = []
    command = ""
    for token in _TOKEN.findall(text or ""):
        if token.isalpha():
            command, operands = token.upper(), []
            if command == "C" and points:
                points.append(points[0])
            if command in ("M", "S") and points:
                yield points
                points = []
            continue
        operands.append(float(token))
        if len(operands) == _OPERANDS.get(command, 0):
            points.append((operands[-2], operands[-1]))
            operands = []
    if points:
        yield points
