"""Opens a store by its URL. The only place of this part that reads the environment."""

import os
from pathlib import Path

from graph.errors import StoreUnavailable
from graph.kglite_store import KgliteStore
from graph.store import Store

DEFAULT = f"kglite:{Path(__file__).parent.parent / 'data' / 'build' / 'atlas.kgl'}"
NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def open_store(url: str | None = None, *, write: bool = False) -> Store:
    """Open the store at `url`, else at the environment's ATLAS_DB, else the embedded default.

    Args:
        url: `kglite:PATH`, or a Neo4j address (`neo4j://…`, `bolt://…`), which is opened with
            ATLAS_DB_USER, ATLAS_DB_PASSWORD and ATLAS_DB_NAME of the environment.
        write: Open for loading; an embedded store has one writer at a time.

    Raises StoreUnavailable when there is no such store, or it is busy or out of reach.
    """
    url = check_url(url or os.environ.get("ATLAS_DB") or DEFAULT)
    scheme, _, rest = url.partition(":")
    if scheme == "kglite":
        return KgliteStore(Path(rest).expanduser(), write=write)
    from graph.neo4j_store import Neo4jStore  # the driver takes a third of a second to import

    return Neo4jStore(
        url,
        user=os.environ.get("ATLAS_DB_USER", "neo4j"),
        password=os.environ.get("ATLAS_DB_PASSWORD", ""),
        database=os.environ.get("ATLAS_DB_NAME"),
        write=write,
    )


def check_url(url: str) -> str:
    """Return the URL when its form is known. Raises StoreUnavailable."""
    scheme, colon, rest = url.partition(":")
    if colon and rest and (scheme == "kglite" or (scheme in NEO4J_SCHEMES and rest.startswith("//"))):
        return url
    raise StoreUnavailable(f"expected kglite:PATH, neo4j://HOST or bolt://HOST as database, found {url!r}")
