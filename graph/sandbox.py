"""Runs queries that a user typed in child processes, which may fall over without harm to the program.

The embedded engine works inside the process that asks it: when a query needs more memory than there
is, the engine aborts, and the program with it. So such a query goes to a child, which holds the
published graph open for reading, has little memory beyond that, and is ended when its time is up.
Children stay warm between queries; each answers one query at a time, and for one state of the file.
Requests and answers are length-prefixed msgpack on its standard streams, which also end it: when
this process is gone, the stream closes.
"""

import datetime
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import msgspec

from graph.errors import GraphError, QueryError, QueryTimeout, ReadOnlyError, StoreUnavailable

CHILDREN = 4  # queries at a time; the fifth waits for one of them
MEMORY = 1 << 30  # bytes that a child may take beyond the open graph
LARGEST = 64 << 20  # bytes of an answer
OPENING = 60.0  # seconds until a child has opened the graph
GRACE = 0.3  # seconds that the engine's own time limit may be late before the child is ended
_HEAD = 8  # bytes that give the length of a message
_ROOT = Path(__file__).parents[1]
_ERRORS = {kind.__name__: kind for kind in (QueryError, QueryTimeout, ReadOnlyError, StoreUnavailable)}
_DATE, _TIME = 1, 2  # msgpack's own types for date and datetime

Stamp = tuple[int, int, int]
Table = tuple[tuple[str, ...], list[tuple[Any, ...]]]


class Request(msgspec.Struct, array_like=True):
    """A checked query."""

    text: str
    params: dict[str, Any]
    timeout: float
    row_limit: int


class Answer(msgspec.Struct, array_like=True):
    """Columns and rows, or the name of an error of `graph.errors` and its message."""

    columns: tuple[str, ...] = ()
    rows: list[tuple[Any, ...]] = []
    error: tuple[str, str] | None = None


class Sandbox:
    """The children of one graph file."""

    def __init__(self, path: Path, *, memory: int = MEMORY, children: int = CHILDREN) -> None:
        """Prepare; a child starts when the first query needs it."""
        self.path = path.resolve()
        self.memory = memory
        self._slots = threading.BoundedSemaphore(children)
        self._lock = threading.Lock()
        self._idle: list[_Child] = []

    def read(
        self, stamp: Stamp, text: str, params: Mapping[str, Any], *, timeout: float, row_limit: int
    ) -> Table:
        """Run a query on the state of the file that `stamp` names.

        Raises QueryTimeout when its time is up or all children are busy for so long, QueryError when
        the child died of it, and what the engine says otherwise.
        """
        if not self._slots.acquire(timeout=timeout):
            raise QueryTimeout(f"other queries took up the {timeout:g} s that this one had; try again")
        try:
            child = self._take(stamp)
            try:
                answer = child.ask(Request(text, dict(params), timeout, row_limit))
            except GraphError:
                child.end()
                self._give(_Child(self.path, stamp, self.memory))  # opens the graph while nobody waits
                raise
            self._give(child)
        finally:
            self._slots.release()
        if answer.error is not None:
            raise _ERRORS.get(answer.error[0], QueryError)(answer.error[1])
        return answer.columns, answer.rows

    def close(self) -> None:
        """End the children."""
        with self._lock:
            while self._idle:
                self._idle.pop().end()

    def _take(self, stamp: Stamp) -> "_Child":
        with self._lock:
            for child in [each for each in self._idle if each.stamp != stamp or not each.is_alive()]:
                self._idle.remove(child)
                child.end()
            if self._idle:
                return self._idle.pop()
        return _Child(self.path, stamp, self.memory)

    def _give(self, child: "_Child") -> None:
        with self._lock:
            self._idle.append(child)


class _Child:
    """A process that answers queries."""

    def __init__(self, path: Path, stamp: Stamp, memory: int) -> None:
        self.stamp = stamp
        self._ready = False
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", "graph.sandbox_child", str(path), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
        )
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        # Not a method: the thread must not keep the child, whose end closes the stream.
        threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()

    def ask(self, request: Request) -> Answer:
        """Return the answer. Raises GraphError when the child is of no more use."""
        if not self._ready:
            opened = self._receive(OPENING, "the graph could not be opened for queries in time")
            if opened.error is not None:
                raise _ERRORS.get(opened.error[0], StoreUnavailable)(opened.error[1])
            self._ready = True
        try:
            message = encode(request)
        except (OverflowError, TypeError, ValueError) as error:
            raise QueryError(f"a parameter cannot be sent: {error}") from error
        try:
            if self._process.stdin is not None:
                send(self._process.stdin, message)
        except OSError as error:
            raise QueryError("the process for queries ended; try again") from error
        return self._receive(request.timeout + GRACE, f"the query took longer than {request.timeout:g} s")

    def _receive(self, seconds: float, late: str) -> Answer:
        try:
            message = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise QueryTimeout(late) from None
        if message is None:
            raise QueryError("the query needs more memory than a query may take; let it return or nest less")
        try:
            answer: Answer = decode(message, Answer)
        except (msgspec.MsgspecError, ValueError) as error:
            raise QueryError("the process for queries answered nonsense and was ended") from error
        return answer

    def is_alive(self) -> bool:
        """Say whether the process still runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()


def _listen(stream: IO[bytes], answers: "queue.SimpleQueue[bytes | None]") -> None:
    with stream:
        while (message := receive(stream)) is not None:
            answers.put(message)
    answers.put(None)


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message."""
    stream.write(len(message).to_bytes(_HEAD, "big") + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read a message, None at the end of the stream or where it is larger than any message of ours."""
    head = stream.read(_HEAD)
    size = int.from_bytes(head, "big")
    if len(head) < _HEAD or size > LARGEST:
        return None
    message = stream.read(size)
    return message if len(message) == size else None


def encode(message: Request | Answer) -> bytes:
    """Return the bytes of a message. Raises OverflowError, TypeError or ValueError for what has no form."""
    return msgspec.msgpack.encode(_tagged(msgspec.to_builtins(message, builtin_types=_NATIVE)))


def decode(message: bytes, kind: type[Any]) -> Any:
    """Return the message. Raises msgspec.MsgspecError or ValueError."""
    return msgspec.convert(msgspec.msgpack.decode(message, ext_hook=_untagged), kind, builtin_types=_NATIVE)


_NATIVE = (datetime.date, datetime.datetime, datetime.time, bytes)


def _tagged(value: Any) -> Any:
    """Mark dates, which msgpack would send as text."""
    if isinstance(value, datetime.datetime):
        return msgspec.msgpack.Ext(_TIME, value.isoformat().encode())
    if isinstance(value, datetime.date):
        return msgspec.msgpack.Ext(_DATE, value.isoformat().encode())
    if isinstance(value, (list, tuple)):
        return [_tagged(each) for each in value]
    if isinstance(value, dict):
        return {key: _tagged(each) for key, each in value.items()}
    return value


def _untagged(code: int, data: memoryview) -> datetime.date:
    text = bytes(data).decode()
    return datetime.datetime.fromisoformat(text) if code == _TIME else datetime.date.fromisoformat(text)
