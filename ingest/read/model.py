"""What the read stage hands on, and what the reader of one format gives back."""

import msgspec

from ingest.records import Place

__all__ = ["Content", "Document", "Flaw", "Place", "UnreadableError"]


class Flaw(msgspec.Struct, frozen=True, array_like=True):
    """Something in a file that could not be read, or is doubtful; the rest of the file was read."""

    code: str
    expected: str
    found: str


class Content(msgspec.Struct, frozen=True, array_like=True):
    """What the reader of one format makes of a file: text with `\\n` line ends, places in order, flaws.

    A paragraph is a line; a table has one row a line (see `ingest.read.grid`).
    """

    text: str
    places: tuple[Place, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    encoding: str | None = None


class Document(msgspec.Struct, frozen=True):
    """A file read as text.

    `path` is as the user named it, with forward slashes, and goes on inside an archive (`a.zip/b.docx`);
    `encoding` is that of the text, or `binary` for formats that are no text files.
    """

    path: str
    sha256: str
    format: str
    encoding: str
    text: str
    places: tuple[Place, ...] = ()
    flaws: tuple[Flaw, ...] = ()


class UnreadableError(Exception):
    """A file that cannot be read: the code of the issue, what was expected, what was found."""

    def __init__(self, code: str, expected: str, found: str) -> None:
        """Take the three parts of the issue."""
        super().__init__(f"{code}: expected {expected}, found {found}")
        self.code, self.expected, self.found = code, expected, found
