"""Read office."""

from ingest.read.model import Content, UnreadableError


def read(data: bytes, form: str) -> Content:
    """Return the text of a document."""
    raise UnreadableError("unsupported-format", "a format that is read", form)
