"""The server store, on Neo4j's official driver. The only file that imports it."""

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

import neo4j
import neo4j.exceptions
import neo4j.graph
import neo4j.time

from graph.base import CypherStore
from graph.deadline import within
from graph.errors import QueryError, QueryTimeout, ReadOnlyError, StoreUnavailable
from graph.schema import Schema
from graph.store import Value

CONNECTING = 3.0  # seconds until an address at which nothing listens is given up
T = TypeVar("T")
WRITING = 600.0  # seconds for one batch of rows


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
        """Connect; raises StoreUnavailable within seconds when that fails."""
        super().__init__(schema)
        self.url = url
        self.database = database
        self.write = write
        try:
            self._driver = neo4j.GraphDatabase.driver(
                url,
                auth=(user, password),
                connection_timeout=CONNECTING,
                connection_acquisition_timeout=CONNECTING,
                max_transaction_retry_time=CONNECTING,
                notifications_min_severity="OFF",
            )
            self._driver.verify_connectivity()
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError, ValueError) as error:
            raise StoreUnavailable(f"cannot open {url}: {error}") from error

    def ensure_schema(self, schema: Schema) -> None:
        """Create a key for every label and the declared indexes."""
        self.schema = schema
        for kind in schema.nodes.values():
            name = kind.label.lower()
            self._write(
                f"CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (n:{kind.label}) REQUIRE n.id IS UNIQUE", {}
            )
            for field in (p.name for p in kind.properties.values() if p.index):
                self._write(
                    f"CREATE INDEX {name}_{field} IF NOT EXISTS FOR (n:{kind.label}) ON (n.{field})", {}
                )

    def checkpoint(self) -> None:
        """Do nothing: each batch is published as it is committed."""

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _write(self, text: str, params: dict[str, Any]) -> int:
        if not self.write:
            raise ReadOnlyError(f"{self.url} is open for reading only")

        @neo4j.unit_of_work(timeout=WRITING)
        def work(transaction: neo4j.ManagedTransaction) -> int:
            record = next(iter(transaction.run(text, params)), None)
            return int(record[0]) if record is not None else 0

        return self._managed(neo4j.WRITE_ACCESS, work, WRITING)

    def _read(
        self, text: str, params: dict[str, Any], *, timeout: float, row_limit: int, trusted: bool
    ) -> tuple[tuple[str, ...], list[tuple[Value, ...]]]:
        @neo4j.unit_of_work(timeout=timeout)
        def work(transaction: neo4j.ManagedTransaction) -> tuple[tuple[str, ...], list[tuple[Value, ...]]]:
            result = transaction.run(text, params)
            records = result.fetch(row_limit)
            return tuple(result.keys()), [tuple(_plain(value) for value in record) for record in records]

        return within(timeout, lambda: self._managed(neo4j.READ_ACCESS, work, timeout))

    def _managed(self, mode: str, work: Callable[[neo4j.ManagedTransaction], T], timeout: float) -> T:
        try:
            with self._driver.session(database=self.database, default_access_mode=mode) as session:
                run = session.execute_read if mode == neo4j.READ_ACCESS else session.execute_write
                return run(work)
        except neo4j.exceptions.Neo4jError as error:
            if "TransactionTimedOut" in str(error.code) or "Terminated" in str(error.code):
                raise QueryTimeout(f"the query took longer than {timeout:g} s") from error
            if "AccessMode" in str(error.code):
                raise ReadOnlyError(f"the server refused to write: {error.message}") from error
            raise QueryError(f"{error.message}") from error
        except (neo4j.exceptions.DriverError, OSError) as error:
            raise StoreUnavailable(f"{self.url} does not answer: {error}") from error


def _plain(value: Any) -> Value:
    if isinstance(value, (neo4j.time.Date, neo4j.time.DateTime, neo4j.time.Time)):
        native = value.to_native()
        return native if isinstance(native, datetime.date) else native.isoformat()
    if isinstance(value, neo4j.graph.Node):
        return {"labels": sorted(value.labels), "properties": _plain(dict(value))}
    if isinstance(value, neo4j.graph.Relationship):
        return {"type": value.type, "properties": _plain(dict(value))}
    if isinstance(value, neo4j.graph.Path):
        return {
            "nodes": [_plain(node) for node in value.nodes],
            "relationships": [_plain(each) for each in value.relationships],
        }
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)
