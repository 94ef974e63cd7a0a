"""Where an export goes: what is written appears whole or not at all."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import GraphError

MARK = "export.json"  # in every folder that an export wrote; such a folder may be written again


@contextmanager
def new_file(out: Path, format: str) -> Iterator[Path]:
    """Give a file to write, which takes the place of `out` at the end. Raises GraphError for a folder."""
    if out.is_dir():
        raise GraphError(f"cannot write {out}: it is a folder, and {format} is one file")
    part = _part(out)
    try:
        yield part
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def new_folder(out: Path, format: str) -> Iterator[Path]:
    """Give an empty folder to write into, which takes the place of `out` at the end.

    Raises GraphError when `out` is a file, or a folder with anything but an earlier export.
    """
    if out.exists() and not (out.is_dir() and ((out / MARK).is_file() or not any(out.iterdir()))):
        raise GraphError(f"cannot write {out}: it is there and not an earlier export; name a new folder")
    part, old = _part(out), _part(out, ".old")
    part.mkdir()
    try:
        yield part
        if not (part / MARK).exists():
            (part / MARK).write_text(json.dumps({"format": format}) + "\n", encoding="utf-8")
        if out.exists():
            out.replace(old)
        part.replace(out)
    finally:
        if old.exists() and not out.exists():
            old.replace(out)
        shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _part(out: Path, ending: str = ".part") -> Path:
    """Return a name beside `out` that no other program writes to; its folder is made."""
    out.parent.mkdir(parents=True, exist_ok=True)
    return out.with_name(f".{out.name}.{os.getpid()}{ending}")
