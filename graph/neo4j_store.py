"""The server store, on Neo4j's official driver. The only file that imports it.

A load is published at once, in one of two ways. Where a graph is published already, the load is one
transaction, which `checkpoint` commits. Where nothing is published, it may be far larger than a
transaction can be, so it is written in batches beside a node `Loading`; readers refuse a database that
holds this node, and `checkpoint` deletes it. The writer keeps that node locked, so there is one writer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import neo4j
import neo4j.exceptions
import neo4j.graph
import neo4j.spatial
import neo4j.time

from graph import cypher
from graph.base import CypherStore
from graph.deadline import within
from graph.errors import GraphError, LoadLost, QueryTimeout, ReadOnlyError, StoreUnavailable
from graph.neo4j_errors import opening_error, running_error
from graph.schema import Schema
from graph.store import Value

CONNECTING = 1.8  # seconds until a server that does not answer is given up
LOOKING = 0.8  # seconds to find out why
LOCKING = 10.0  # seconds to wait for another writer; a busy server may need some for itself
WRITING = 600.0  # seconds for one batch, or one index
LOADING = 4 * 3600.0  # seconds for a load that is one transaction
DELETED = 1000  # nodes a transaction, where all are deleted
# Seconds over which a transaction is repeated that failed by no fault of its own.
READ_RETRIES = 1.0
WRITE_RETRIES = 30.0

T = TypeVar("T")
Rows = tuple[tuple[str, ...], list[tuple[Value, ...]]]
Run = Callable[[str, dict[str, Any]], neo4j.Result]
DRIVER_ERRORS = (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError, OSError)
MARK = "MERGE (l:Loading {id: 'load'}) SET l.held = true"
UNMARK = "MATCH (l:Loading) DELETE l"
INDEXES = "SHOW INDEXES YIELD name RETURN name"


@dataclass
class _Load:
    """A load that is not published, and the transaction that holds the lock."""

    session: neo4j.Session
    transaction: neo4j.Transaction
    first: bool  # nothing was published before: written in batches, beside this transaction
    written: bool = False
    lost: bool = False


class Neo4jStore(CypherStore):
    """A Store on the server at `url`; open for reading unless `write`."""

    def __init__(
        self,
        url: str,
        *,
        user: str,
        password: str,
        database: str | None = None,
        write: bool = False,
        schema: Schema | None = None,
    ) -> None:
        """Connect, and take the lock to `write`. Raises StoreUnavailable within seconds when that fails."""
        super().__init__(schema)
        self.url = url
        self.database = database
        self.write = write
        self._load: _Load | None = None
        try:
            self._driver = neo4j.GraphDatabase.driver(
                url,
                auth=(user, password),
                connection_timeout=CONNECTING,
                connection_acquisition_timeout=CONNECTING,
                max_transaction_retry_time=WRITE_RETRIES if write else READ_RETRIES,
                notifications_min_severity="OFF",
            )
        except (*DRIVER_ERRORS, ValueError) as error:
            raise opening_error(url, database, error) from error
        try:
            within(CONNECTING, self._driver.verify_connectivity)
            self._count("RETURN 0")  # it does not look whether the database is there
            if write:
                self._load = self._begin()
        except (*DRIVER_ERRORS, ValueError) as error:
            self._driver.close()
            cause = error if getattr(error, "code", None) else self._cause(error, (user, password))
            raise opening_error(url, database, cause) from cause
        except QueryTimeout as error:  # the driver is left to its wait
            raise StoreUnavailable(
                f"cannot open {url}: what listens there says nothing; see ATLAS_DB"
            ) from error
        except StoreUnavailable:
            self._driver.close()
            raise

    def ensure_schema(self, schema: Schema) -> None:
        """Create a key for every label, and the declared indexes; wait until they are filled."""
        self._require_write()
        self.schema = schema
        there = self._managed(neo4j.READ_ACCESS, lambda run: _fetch(run(INDEXES, {}), None), WRITING)[1]
        names = {row[0] for row in there}
        missing = [text for name, text in cypher.schema_statements(schema) if name not in names]
        for text in (*missing, "CALL db.awaitIndexes(300)") if missing else ():
            self._commit(text, {})

    def checkpoint(self) -> None:
        """Publish what was written, at once. Raises LoadLost when that fails."""
        self._require_write()
        load = self._load
        if load is not None:
            self._in_load(load, _publish)
            load.session.close()
            self._load = None

    def discard(self) -> None:
        """Drop what was not published. What a first load wrote is deleted, now or by the next load."""
        load, self._load = self._load, None
        if load is None:
            return
        try:
            if load.first and not load.lost:
                self._delete_all()
                _publish(load.transaction)  # an empty graph
        except (*DRIVER_ERRORS, GraphError):
            pass  # the node Loading stays, so readers refuse what is there
        finally:
            load.session.close()

    def close(self) -> None:
        """Drop what was not published, and close the connections."""
        self.discard()
        self._driver.close()

    def _cause(self, error: Exception, auth: tuple[str, str]) -> Exception:
        """Return why an address cannot be opened; for routing (neo4j://) the driver does not tell."""
        if not self.url.startswith("neo4j"):
            return error
        url = self.url.replace("neo4j", "bolt", 1)
        try:
            with neo4j.GraphDatabase.driver(url, auth=auth, connection_timeout=LOOKING) as driver:
                within(LOOKING, driver.verify_connectivity)
        except QueryTimeout:
            pass
        except (*DRIVER_ERRORS, ValueError) as direct:
            return direct
        return error

    def _begin(self) -> _Load:
        """Take the writer's lock; what a first load left behind that was broken off is deleted."""
        self._commit(cypher.KEY.format(name="loading", label="Loading"), {})
        nodes, marks = (
            self._count("MATCH (n) RETURN count(n)"),
            self._count("MATCH (n:Loading) RETURN count(n)"),
        )
        first = nodes == marks or marks > 0
        self._try_lock(keep=first)
        session = self._driver.session(database=self.database)
        transaction = session.begin_transaction(timeout=LOADING)
        transaction.run(MARK).consume()
        if nodes > marks and first:
            self._delete_all()
        return _Load(session, transaction, first)

    def _try_lock(self, *, keep: bool) -> None:
        """Mark the database as being loaded; `keep` the mark. Raises StoreUnavailable when another writes."""
        try:
            with (
                self._driver.session(database=self.database) as session,
                session.begin_transaction(timeout=LOCKING) as transaction,
            ):
                transaction.run(MARK).consume()
                if not keep:
                    transaction.rollback()  # else the end of the block commits
        except neo4j.exceptions.Neo4jError as error:
            found = running_error(self.url, self.database, error, LOCKING)
            if isinstance(found, QueryTimeout):
                raise StoreUnavailable(f"{self.url} is being written by another program") from error
            raise found from error

    def _delete_all(self) -> None:
        text = f"MATCH (n) WHERE NOT n:Loading WITH n LIMIT {DELETED} DETACH DELETE n RETURN count(*) AS n"
        while self._commit(text, {}) > 0:
            pass

    def _count(self, text: str) -> int:
        return self._managed(neo4j.READ_ACCESS, lambda run: _number(run(text, {})), WRITING)

    def _require_write(self) -> None:
        if not self.write:
            raise ReadOnlyError(f"{self.url} is open for reading only")

    def _write(self, text: str, params: dict[str, Any]) -> int:
        self._require_write()
        if self._load is None:
            self._load = self._begin()
        self._load.written = True
        if self._load.first:
            return self._commit(text, params)
        return self._in_load(self._load, lambda transaction: _number(transaction.run(text, params)))

    def _commit(self, text: str, params: dict[str, Any]) -> int:
        return self._managed(neo4j.WRITE_ACCESS, lambda run: _number(run(text, params)), WRITING)

    def _read(
        self, text: str, params: dict[str, Any], *, timeout: float, row_limit: int, trusted: bool
    ) -> tuple[tuple[str, ...], list[tuple[Value, ...]]]:
        if self._load is not None and self._load.written and not self._load.first:
            return self._in_load(
                self._load, lambda transaction: _fetch(transaction.run(text, params), row_limit)
            )

        def work(run: Run) -> Rows:
            if not self.write:
                self._check_published(run)
            return _fetch(run(text, params), row_limit)

        return within(timeout, lambda: self._managed(neo4j.READ_ACCESS, work, timeout))

    def _check_published(self, run: Run) -> None:
        if _number(run("MATCH (l:Loading) RETURN count(l) AS n", {})):
            raise StoreUnavailable(
                f"no graph is published at {self.url} yet: its first load is running, or was broken off "
                f"(then load it again: python -m graph load BUILD --db {self.url})"
            )

    def _in_load(self, load: _Load, work: Callable[[neo4j.Transaction], T]) -> T:
        if load.lost:
            raise LoadLost(f"the load into {self.url} was lost before; nothing of it was published")
        try:
            return work(load.transaction)
        except DRIVER_ERRORS as error:
            load.lost = True
            found = running_error(self.url, self.database, error, LOADING)
            if isinstance(found, QueryTimeout):
                found = LoadLost(f"{self.url} ended the load; nothing of it was published: {error}")
            raise found from error

    def _managed(self, mode: str, work: Callable[[Run], T], timeout: float) -> T:
        @neo4j.unit_of_work(timeout=max(timeout, 0.001))  # 0 would be no limit
        def transact(transaction: neo4j.ManagedTransaction) -> T:
            return work(transaction.run)

        try:
            with self._driver.session(database=self.database, default_access_mode=mode) as session:
                run = session.execute_read if mode == neo4j.READ_ACCESS else session.execute_write
                return run(transact)
        except DRIVER_ERRORS as error:
            raise running_error(self.url, self.database, error, timeout) from error


def _publish(transaction: neo4j.Transaction) -> None:
    transaction.run(UNMARK).consume()
    transaction.commit()


def _number(result: neo4j.Result) -> int:
    """Return the count in the first row, or 0 where a statement gives no rows."""
    record = next(iter(result), None)
    return int(record[0]) if record is not None else 0


def _fetch(result: neo4j.Result, row_limit: int | None) -> Rows:
    """Return the columns and the first rows; of the rest the server sends less than 1000."""
    records = list(result) if row_limit is None else result.fetch(row_limit)
    rows = [tuple(_plain(value) for value in record) for record in records]
    columns = tuple(result.keys())
    result.consume()
    return columns, rows


def _plain(value: Any) -> Value:
    """Return a value of the driver as plain Python, as the embedded store gives it."""
    if isinstance(value, neo4j.graph.Node):
        return {"labels": sorted(value.labels), "properties": _plain(dict(value))}
    if isinstance(value, neo4j.graph.Relationship):
        return {"type": value.type, "properties": _plain(dict(value))}
    if isinstance(value, neo4j.graph.Path):
        return {"nodes": _plain(list(value.nodes)), "relationships": _plain(list(value.relationships))}
    if isinstance(value, (neo4j.time.Date, neo4j.time.DateTime)):
        return value.to_native()
    if isinstance(value, neo4j.time.Time):
        return value.to_native().isoformat()
    if isinstance(value, neo4j.time.Duration):
        return {"months": value.months, "days": value.days, "seconds": value.seconds}
    if isinstance(value, neo4j.spatial.WGS84Point):
        return {"latitude": value.latitude, "longitude": value.longitude}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)
