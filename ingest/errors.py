"""The errors that ingest raises for its callers to catch."""


class IngestError(Exception):
    """Any error of ingest that has a clear message for the person who runs it."""


class UsageError(IngestError):
    """The command was called in a way that cannot work."""


class LexiconError(IngestError):
    """A data file does not have the form that it must have; names file and line."""
