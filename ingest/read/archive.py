"""Take the members out of a zip archive, in memory and within limits; nothing is written anywhere."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from ingest.read.model import UnreadableError
from ingest.read.unpack import open_zip, unpack

MAX_MEMBERS = 20_000
MAX_BYTES = 50_000_000  # of one member
MAX_TOTAL = 500_000_000  # of all members of one archive
MAX_RATIO = 200  # unpacked bytes for a packed one; text packs to a tenth, a bomb to a thousandth
_UTF8_FLAG = 0x800
_SMALL = 1_000_000  # bytes up to which any ratio will do


class Member(NamedTuple):
    """A file in an archive: its path with forward slashes and its bytes, or why they cannot be had."""

    name: str
    data: bytes | UnreadableError


def members(data: bytes) -> Iterator[Member]:
    """Yield the files of a zip archive in the order of their names, hidden ones left out.

    Raises:
        UnreadableError: the archive is damaged, or holds too much.
    """
    archive = open_zip(data, "damaged-archive", "a zip archive")
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) == 0:
        raise UnreadableError("empty-archive", "an archive with files", "none in it")
    if len(infos) > MAX_MEMBERS:
        raise UnreadableError("too-large", f"at most {MAX_MEMBERS:,} files", f"{len(infos):,} files")
    left = MAX_TOTAL
    with archive:
        for name, info in sorted(((_name(info), info) for info in infos), key=lambda one: one[0]):
            if any(part.startswith((".", "~$", "__MACOSX")) for part in name.split("/") if part != ".."):
                continue
            try:
                content = _unpack(archive, info, name, left)
            except UnreadableError as error:
                yield Member(name.lstrip("/"), error)
                continue
            left -= len(content)
            yield Member(name, content)


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's path; names without the mark of UTF-8 are in the code page of a Chinese Windows."""
    name = info.filename
    if not info.flag_bits & _UTF8_FLAG:
        try:
            raw = name.encode("cp437")
            try:
                name = raw.decode("utf-8")
            except UnicodeDecodeError:
                name = raw.decode("gb18030")
        except UnicodeError:
            name = info.filename
    return name.replace("\\", "/")


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, left: int) -> bytes:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise UnreadableError("unsafe-path", "a path inside the archive", name)
    limit = min(MAX_BYTES, left, max(_SMALL, MAX_RATIO * info.compress_size))
    return unpack(archive, info, limit, "damaged-archive")
