"""The kinds of values that a report's parameters have."""

import datetime
from collections.abc import Callable

from graph.store import Value

NO = frozenset({"false", "no", "0"})
YES = frozenset({"true", "yes", "1"})


def convert(kind: str, value: object) -> Value:
    """Return the value as the kind wants it; None and the text `null` are None.

    Raises ValueError when it is not of that kind, written as text or not.
    """
    if value is None or value == "null":
        return None
    try:
        return _CONVERTERS[kind](value)
    except (ValueError, TypeError) as error:
        raise ValueError(f"expected {kind}, found {value!r}") from error


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _int(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError
    return int(value)


def _float(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError
    return float(value)


def _bool(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = _string(value).lower()
    if word not in YES | NO:
        raise ValueError
    return word in YES


def _date(value: object) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(_string(value))


_CONVERTERS: dict[str, Callable[[object], Value]] = {
    "string": _string,
    "int": _int,
    "float": _float,
    "bool": _bool,
    "date": _date,
}
KINDS = tuple(_CONVERTERS)
