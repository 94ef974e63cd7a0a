"""The child process of `ingest.read.guard`: reads one document after the other until its input ends."""

import contextlib
import os
import sys
from importlib import import_module

import msgspec

from ingest.read.formats import READERS
from ingest.read.guard import Answer, Request, receive, send
from ingest.read.model import Content, UnreadableError


def answer(request: Request) -> Answer:
    """Read a document; whatever a parser throws at a damaged file becomes an answer."""
    try:
        content: Content = import_module(READERS[request.format]).read(request.data, request.format)
    except UnreadableError as error:
        return Answer(None, (error.code, error.expected, error.found))
    except MemoryError:
        return Answer(None, ("too-large", "a document that fits into memory", "one that needs more"))
    except RecursionError:
        return Answer(None, ("damaged-file", "a document", "parts nested without end"))
    except Exception as error:  # a parser may throw anything at a damaged file
        found = f"{type(error).__name__}: {error}"[:200]
        return Answer(None, ("damaged-file", f"a {request.format} document", found))
    return Answer(content)


def _limit_memory(limit: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Serve requests on the standard streams; what a library prints goes nowhere."""
    _limit_memory(int(sys.argv[1]))
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while (message := receive(incoming)) is not None:
        send(outgoing, msgspec.msgpack.encode(answer(msgspec.msgpack.decode(message, type=Request))))


if __name__ == "__main__":
    main()
