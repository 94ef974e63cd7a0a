"""Read a document in a child process that may be slow, greedy or fall over without harm to the run.

One child serves all documents of a process; it is started when the first one needs it and again
after it had to be ended. Requests and answers are length-prefixed msgpack on its standard streams.
"""

import atexit
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import msgspec

from ingest.read.model import Content, UnreadableError

SECONDS = 120  # for one document; a plan of 300 pages takes a third of it
MEMORY = 3 << 30  # bytes of address space of the child
_HEAD = 8  # bytes that give the length of a message
_ROOT = Path(__file__).parents[2]


class Request(msgspec.Struct, array_like=True):
    """A document to read."""

    format: str
    data: bytes


class Answer(msgspec.Struct, array_like=True):
    """What came of it: content, or code, expected and found of the issue."""

    content: Content | None
    error: tuple[str, str, str] | None = None


def read(form: str, data: bytes, *, seconds: float = SECONDS) -> Content:
    """Return what the reader of a format makes of a file.

    Raises:
        UnreadableError: the reader says so, or took too long, too much memory, or died.
    """
    child = _child()
    try:
        answer = child.ask(Request(form, data), seconds)
    except TimeoutError:
        end()
        raise UnreadableError(
            "too-slow", f"a document that is read in {seconds:.0f} seconds", "one that takes longer"
        ) from None
    except (EOFError, BrokenPipeError):
        end()
        raise UnreadableError(
            "reader-died", "a document that can be read", "one that ended its reader"
        ) from None
    if answer.content is None:
        raise UnreadableError(*(answer.error or ("unreadable-file", "a document", "nothing")))
    return answer.content


class _Child:
    """A running reader."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", "ingest.read.child", str(MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
        )
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        stream = self._process.stdout
        while stream is not None and (message := receive(stream)) is not None:
            self._answers.put(message)
        self._answers.put(None)

    def ask(self, request: Request, seconds: float) -> Answer:
        """Send a request and wait for its answer."""
        if self._process.stdin is None:
            raise EOFError
        send(self._process.stdin, msgspec.msgpack.encode(request))
        try:
            message = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None
        if message is None:
            raise EOFError
        return msgspec.msgpack.decode(message, type=Answer)

    def is_usable(self) -> bool:
        """Say whether the child runs and is ours, not that of the process we were forked from."""
        return self.pid == os.getpid() and self._process.poll() is None

    def end(self) -> None:
        """End the child at once."""
        self._process.kill()
        self._process.wait()


_current: list[_Child] = []


def _child() -> _Child:
    if not _current or not _current[0].is_usable():
        _current[:] = [_Child()]
    return _current[0]


@atexit.register
def end() -> None:
    """End the child, if one runs; the next document starts another."""
    if _current and _current[0].pid == os.getpid():
        _current.pop().end()


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message."""
    stream.write(len(message).to_bytes(_HEAD, "big") + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read a message, None at the end of the stream."""
    head = stream.read(_HEAD)
    if len(head) < _HEAD:
        return None
    size = int.from_bytes(head, "big")
    message = stream.read(size)
    return message if len(message) == size else None
