"""Open zip files and take parts out of them: the one place for what may be wrong with such a file."""

import io
import zipfile
import zlib

from ingest.read.model import UnreadableError

_ENCRYPTED = 0x1
# What `zipfile` raises for damaged files and, as RuntimeError, for ways of packing that it lacks.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError)


def open_zip(data: bytes, code: str, expected: str) -> zipfile.ZipFile:
    """Return an archive, of which nothing is unpacked yet.

    Args:
        data: the bytes of the archive.
        code: the code of the issue if it is none.
        expected: what it should have been, in words.

    Raises:
        UnreadableError: the bytes are no zip archive.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise UnreadableError(code, expected, str(error)[:200]) from error


def unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limit: int, code: str) -> bytes:
    """Return a part of an archive.

    Args:
        part: which one.
        limit: bytes that it may have when unpacked; no more are unpacked.
        code: the code of the issue if it is damaged.

    Raises:
        UnreadableError: it needs a password, is damaged, or is larger than the limit.
    """
    if part.flag_bits & _ENCRYPTED:
        raise UnreadableError("encrypted-file", "a file without a password", "one that needs a password")
    try:
        with archive.open(part) as stream:
            data = stream.read(limit + 1)
    except BROKEN as error:
        raise UnreadableError(code, f"{part.filename} that can be unpacked", str(error)[:200]) from error
    if len(data) > limit:
        raise UnreadableError("too-large", f"at most {limit:,} bytes when unpacked", "more than that")
    return data
