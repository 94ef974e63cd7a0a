"""The child process of `graph.sandbox`: answers queries on one graph file until its input ends."""

import contextlib
import os
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from graph.errors import GraphError, QueryError
from graph.kglite_store import KgliteStore
from graph.sandbox import LARGEST, Answer, Request, decode, encode, receive, send


def answer(store: KgliteStore, request: Request) -> bytes:
    """Run a query; whatever goes wrong becomes an answer."""
    try:
        result = store.query(
            request.text, request.params, timeout=request.timeout, row_limit=request.row_limit, trusted=True
        )
        message = encode(Answer(result.columns, list(result.rows)))
        if len(message) > LARGEST:
            raise QueryError(f"the answer has more than {LARGEST >> 20} MB; let the query return less")
    except GraphError as error:
        message = _refusal(error)
    except (MemoryError, RecursionError):
        message = _refusal(QueryError("the query needs more memory than a query may take"))
    except Exception as error:  # the engine may throw anything at an odd query
        message = _refusal(QueryError(f"{type(error).__name__}: {error}"))
    return message


def _refusal(error: GraphError) -> bytes:
    return encode(Answer(error=(type(error).__name__, str(error)[:2000])))


def _limit_memory(more: int) -> None:
    """Let the process take no more than what it has now and `more` bytes, where the system can say so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _listen(incoming: IO[bytes], requests: "SimpleQueue[bytes]") -> None:
    """Take requests; when the parent is gone, end at once, even in the middle of a query."""
    while (message := receive(incoming)) is not None:
        requests.put(message)
    os._exit(0)


def main() -> None:
    """Serve requests on the standard streams; what the engine prints goes nowhere."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    requests: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(incoming, requests), daemon=True).start()
    try:
        store = KgliteStore(Path(sys.argv[1]))
    except GraphError as error:
        send(outgoing, _refusal(error))
        return
    _limit_memory(int(sys.argv[2]))
    send(outgoing, encode(Answer()))
    while True:
        send(outgoing, answer(store, decode(requests.get(), Request)))


if __name__ == "__main__":
    main()
