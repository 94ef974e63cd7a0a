"""Read one file: its size, its format, then its text, here or in the child process."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ingest.read import archive, guard
from ingest.read.encodings import decode
from ingest.read.files import make_issue
from ingest.read.formats import ENDINGS, OTHERS, TEXT_FORMATS, find_format
from ingest.read.model import Content, Document, Flaw, UnreadableError
from ingest.records import Issue

MAX_BYTES = 50_000_000
_DEEPEST = 2  # archives in archives


def read_file(path: Path) -> Iterator[Document | Issue]:
    """Yield the document of a file, those of an archive one by one, or issues saying what cannot be read."""
    name = path.as_posix()
    try:
        _check_ending(name)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableError("too-large", f"at most {MAX_BYTES:,} bytes", f"{size:,} bytes")
        data = path.read_bytes()
    except UnreadableError as error:
        yield make_issue(name, error.code, error.expected, error.found)
    except OSError as error:
        yield make_issue(name, "unreadable-file", "a file that can be opened", error.strerror or str(error))
    else:
        yield from read_bytes(data, name)


def read_bytes(data: bytes, name: str, depth: int = 0) -> Iterator[Document | Issue]:
    """Yield what the bytes of a file hold.

    Args:
        data: the file's bytes.
        name: its path, as it is to stand in records.
        depth: how many archives it lies in.
    """
    try:
        form = find_format(data, _check_ending(name))
        if form == "zip":
            yield from _members(data, name, depth)
        else:
            yield _document(data, name, form)
    except UnreadableError as error:
        yield make_issue(name, error.code, error.expected, error.found)


def _check_ending(name: str) -> str:
    ending = PurePosixPath(name).suffix.lower()
    if ending not in ENDINGS:
        raise UnreadableError(
            "unsupported-format", f"a name ending in {', '.join(ENDINGS)}", ending or "no ending"
        )
    return ENDINGS[ending]


def _members(data: bytes, name: str, depth: int) -> Iterator[Document | Issue]:
    if depth == _DEEPEST:
        raise UnreadableError("nested-archive", f"archives at most {_DEEPEST} deep", "another archive inside")
    for member in archive.members(data):
        path = f"{name}/{member.name}"
        if isinstance(member.data, UnreadableError):
            yield make_issue(path, member.data.code, member.data.expected, member.data.found)
        else:
            yield from read_bytes(member.data, path, depth + 1)


def _document(data: bytes, name: str, form: str) -> Document:
    if len(data.strip()) == 0:
        raise UnreadableError("empty-file", "text", "an empty file")
    content = _read_text(data) if form in TEXT_FORMATS else guard.read(form, data)
    if len(content.text.strip()) == 0:
        flaw = content.flaws[0] if content.flaws else Flaw("empty-file", "text", "nothing but white space")
        raise UnreadableError(flaw.code, flaw.expected, flaw.found)
    return Document(
        path=name,
        sha256=sha256(data).hexdigest(),
        format=form,
        encoding=content.encoding or "binary",
        text=content.text,
        places=content.places,
        flaws=content.flaws,
    )


def _read_text(data: bytes) -> Content:
    other = next((magic.what for magic in OTHERS if data.startswith(magic.start)), None)
    decoded = f"binary: {other}" if other else decode(data)
    if isinstance(decoded, str):
        code = "binary-file" if decoded.startswith("binary") else "undecodable"
        raise UnreadableError(code, "text in UTF-8, GB18030, Big5 or UTF-16", decoded)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    flaws = () if decoded.doubt is None else (Flaw(DOUBT, "an encoding that is certain", decoded.doubt),)
    return Content(text, flaws=flaws, encoding=decoded.encoding)


DOUBT = "doubtful-encoding"
