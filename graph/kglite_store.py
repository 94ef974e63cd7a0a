"""The embedded store: a graph in one file, on kglite. The only file that imports the driver.

A writer works in memory under the engine's writer lease, without a log; `checkpoint` writes a new
file and renames it over the old one. So readers, in this process or others, see the last published
graph until then, and a load that fails leaves it as it was. A reader opens the file again when it
has changed.
"""

import datetime
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kglite

from graph.base import CypherStore
from graph.embedded import embedded
from graph.errors import QueryError, QueryTimeout, ReadOnlyError, StoreUnavailable
from graph.sandbox import Sandbox
from graph.schema import Schema
from graph.store import Value
from graph.tokens import Token

# Wrong counts in 0.21.2 where a bare count is returned over two relationships with a filter on one.
WRONG_PASSES = ["fuse_match_return_aggregate"]
# An error in place of no rows, where CALL (x) follows an aggregation that found nothing.
WRONG_BEFORE_CALL = ["fuse_match_with_aggregate"]


class KgliteStore(CypherStore):
    """A Store in the file `path`; open for reading unless `write`."""

    def __init__(self, path: Path, *, write: bool = False, schema: Schema | None = None) -> None:
        """Open the file; a writer creates it. Raises StoreUnavailable."""
        super().__init__(schema)
        kglite.set_query_warning_policy("silent")
        self.path = path
        self.write = write
        self._lock = threading.Lock()
        self._seen: tuple[int, int, int] | None = None
        self._sandbox = Sandbox(path)
        self._session: Any = self._open_writer() if write else None
        if not write:
            self._current()

    def ensure_schema(self, schema: Schema) -> None:
        """Create the indexes; the engine keys every label by `id` itself."""
        self.schema = schema
        for kind in schema.nodes.values():
            for name in (p.name for p in kind.properties.values() if p.index):
                self._write(f"CREATE INDEX IF NOT EXISTS FOR (n:{kind.label}) ON (n.{name})", {})

    def checkpoint(self) -> None:
        """Publish what was written, atomically."""
        self._require_write()
        try:
            self._session.save()
        except (kglite.KgError, OSError) as error:
            raise StoreUnavailable(f"cannot write {self.path}: {error}") from error

    def discard(self) -> None:
        """Go back to the published file."""
        self._require_write()
        self._session = None  # before the next is opened: it holds the lease
        self._session = self._open_writer()

    def close(self) -> None:
        """Drop what was not published and let go of the file."""
        # The engine's own close() would publish; a session that is dropped does not.
        self._session = None
        self._sandbox.close()

    def _open_writer(self) -> Any:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return kglite.open_session(str(self.path), durable="off")
        except kglite.WriterLeaseHeldError as error:
            raise StoreUnavailable(f"{self.path} is being written by another program: {error}") from error
        except (kglite.KgError, OSError, RuntimeError, ValueError) as error:
            raise StoreUnavailable(f"cannot open {self.path} for writing: {error}") from error

    def _current(self) -> Any:
        """Return the session; a reader's is opened again when the file has changed."""
        if self.write:
            if self._session is None:
                raise StoreUnavailable(f"the store {self.path} is closed")
            return self._session
        with self._lock:
            seen = self._stamp()
            if seen != self._seen or self._session is None:
                self._session, self._seen = self._open_reader(), seen
            return self._session

    def _stamp(self) -> tuple[int, int, int]:
        try:
            stat = self.path.stat()
        except OSError as error:
            raise StoreUnavailable(
                f"no graph at {self.path}; make one with: python -m graph load BUILD --db kglite:{self.path}"
            ) from error
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    def _open_reader(self) -> Any:
        try:
            return kglite.open_session(str(self.path))
        except (kglite.KgError, OSError, RuntimeError, ValueError) as error:
            raise StoreUnavailable(f"cannot read {self.path}: {error}") from error

    def _require_write(self) -> None:
        if not self.write:
            raise ReadOnlyError(f"{self.path} is open for reading only")

    def _write(self, text: str, params: dict[str, Any]) -> int:
        self._require_write()
        try:
            rows = self._current().execute(text, params=params, timeout_ms=0)
        except (kglite.KgError, ValueError, TypeError, OverflowError) as error:
            raise QueryError(f"{error} in: {text}") from error
        values = [value for row in rows for value in row.values()]
        return values[0] if values and isinstance(values[0], int) else 0

    @staticmethod
    def _prepare(tokens: list[Token]) -> list[Token]:
        return embedded(tokens)

    def _read(
        self, text: str, params: dict[str, Any], *, timeout: float, row_limit: int, trusted: bool
    ) -> tuple[tuple[str, ...], list[tuple[Value, ...]]]:
        if not trusted and not self.write:  # a writer serves no users, and reads what it has not published
            return self._sandbox.read(self._stamp(), text, params, timeout=timeout, row_limit=row_limit)
        cursor = self._current().cursor()
        passes = WRONG_PASSES + (WRONG_BEFORE_CALL if "CALL" in text.upper() else [])
        try:
            view = cursor.cypher(
                text,
                params=params,
                timeout_ms=max(1, int(timeout * 1000)),
                row_limit=row_limit,
                disabled_passes=passes,
            )
        except kglite.CypherTimeoutError as error:
            raise QueryTimeout(f"the query took longer than {timeout:g} s") from error
        except (kglite.KgError, ValueError, TypeError, OverflowError, RecursionError) as error:
            raise QueryError(str(error)) from error
        columns = tuple(view.columns)
        return columns, [tuple(_plain(row[column]) for column in columns) for row in view]


def _plain(value: Any) -> Value:
    """Return a value without what the engine adds to nodes and relations."""
    if isinstance(value, Mapping):
        if set(value) == {"id", "labels", "properties"}:
            return {"labels": value["labels"], "properties": _properties(value["properties"])}
        if set(value) == {"id", "start", "end", "type", "properties"}:
            return {"type": value["type"], "properties": dict(value["properties"])}
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, (bool, int, float, str, datetime.date)):
        return value
    return str(value)


def _properties(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name not in ("title", "type", "label")}
