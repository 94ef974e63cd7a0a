"""The errors of the graph part. Each message says what was expected, what was found and where."""


class GraphError(Exception):
    """Root of all; the message is for the person who runs the program."""


class QueryError(GraphError):
    """The query is wrong."""


class QueryTimeout(GraphError):
    """The query took longer than it was allowed to."""


class ReadOnlyError(GraphError):
    """The query would write, or uses a clause or function that reports may not use."""


class StoreUnavailable(GraphError):
    """The store is missing, busy, damaged or unreachable."""


class LoadLost(StoreUnavailable):
    """A load was lost with its connection, or must be run again; nothing of it was published."""


class InvalidReport(GraphError):
    """A saved report, or a parameter given to it, is wrong; names file and line."""


class InvalidSchema(GraphError):
    """`schema.yml` contradicts itself; names the label, relation or property."""
