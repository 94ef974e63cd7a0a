"""Waits for a server no longer than it was given, whatever the server does."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

from graph.errors import QueryTimeout

T = TypeVar("T")
LATE = 1.0  # seconds that a server's own time limit may be late


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what `work` returns, or raise what it raises; QueryTimeout `LATE` after the time is up.

    Neo4j looks at the clock between rows only, so a single long computation outlives its time limit;
    the thread that waits for it is then left behind until the server answers.
    """
    done: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            done.put((work(), None))
        except BaseException as error:  # handed over to the thread that waits
            done.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, error = done.get(timeout=seconds + LATE)
    except Empty:
        raise QueryTimeout(f"the query took longer than {seconds:g} s") from None
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # work returned it
