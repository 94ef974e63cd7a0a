"""What went wrong with a Neo4j server, in words that tell what to do; knows errors by code and text."""

import ssl

from graph.errors import GraphError, LoadLost, QueryError, QueryTimeout, ReadOnlyError, StoreUnavailable

# Part of the server's code: what to say of the server, and to do.
OPENING = {
    "AuthenticationRateLimit": "wrong passwords were given too often; wait some seconds",
    "Security.": "it refuses this user or password; set ATLAS_DB_USER and ATLAS_DB_PASSWORD",
    "DatabaseNotFound": "it has no database {database!r}; set or unset ATLAS_DB_NAME",
    "DatabaseUnavailable": "its database {database!r} is not running",
}
# Words in the driver's message, or in what caused it: the same.
NO_BOLT = "what listens there is no Neo4j server, or wants TLS; try neo4j+s:// or another port in ATLAS_DB"
UNKNOWN = "this host name is unknown; see ATLAS_DB"
CONNECTING = {
    "looks like HTTP": "what listens there speaks HTTP; give the port of Bolt, mostly 7687, in ATLAS_DB",
    "DNS resolve": UNKNOWN,
    "Name or service not known": UNKNOWN,
    "handshake": NO_BOLT,
    "Handshake": NO_BOLT,
    "incomplete": NO_BOLT,
    "closed": NO_BOLT,
}
TLS = (
    "TLS failed: {cause}; for a certificate of the server's own making use neo4j+ssc://, "
    "for a server without TLS neo4j:// in ATLAS_DB"
)
# The server ended the transaction: its time was up, or somebody ended it, mostly while it waited for a lock.
ENDED = ("TransactionTimedOut", "Transaction.Terminated", "LockClientStopped")
DOWN = "nothing answers there; start the server (dev/neo4j/server.py start) or set ATLAS_DB"
NO_MEMORY = (
    "this needs more memory than the server gives one transaction (db.memory.transaction.max); "
    "raise that with server.memory.heap.max_size, or load into an empty server, which needs little: {told}"
)


def opening_error(url: str, database: str | None, error: BaseException) -> StoreUnavailable:
    """Return what to raise when a server cannot be opened."""
    code = str(getattr(error, "code", "") or "")
    for part, words in OPENING.items():
        if part in code:
            return StoreUnavailable(f"cannot open {url}: {words.format(database=database or 'neo4j')}")
    causes = list(_causes(error))
    broken = next((each for each in causes if isinstance(each, ssl.SSLError)), None)
    if broken is not None:
        return StoreUnavailable(f"cannot open {url}: {TLS.format(cause=broken)}")
    told = " ".join(map(str, causes))
    words = next((words for part, words in CONNECTING.items() if part in told), DOWN)
    return StoreUnavailable(f"cannot open {url}: {words} ({str(error).splitlines()[0]})")


def running_error(url: str, database: str | None, error: Exception, timeout: float) -> GraphError:
    """Return what to raise when a statement fails on an open server."""
    code = str(getattr(error, "code", "") or "")
    told = getattr(error, "message", None) or error
    if "OutOfMemory" in code or "MemoryPool" in code:
        return QueryError(NO_MEMORY.format(told=told))
    if any(part in code for part in ENDED):
        return QueryTimeout(f"the query took longer than {timeout:g} s")
    if "AccessMode" in code:
        return ReadOnlyError(f"the server refused to write: {told}")
    if any(part in code for part in OPENING):
        return opening_error(url, database, error)
    if code.startswith("Neo.ClientError"):
        return QueryError(str(told))
    return LoadLost(f"{url} failed: {told}")


def _causes(error: BaseException | None) -> "list[BaseException]":
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
