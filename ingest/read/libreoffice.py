"""Convert old Office documents by LibreOffice: private folders, a time limit, no macros, no network."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.read.model import UnreadableError

SECONDS = 90  # for one document; the child process that asks has 120 for all its work
_NAMES = ("soffice", "libreoffice")
# Settings of the private profile: programs never run, links are never followed, and what asks for
# the network all the same is sent to a port of this machine that nobody listens on.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    + "</oor:items>"
)


def convert(data: bytes, ending: str, target: str, *, reader: str | None = None) -> bytes:
    """Return a document in another format.

    Args:
        data: the document's bytes.
        ending: of its name, as `doc`.
        target: `docx` or `xlsx`.
        reader: LibreOffice's name for what reads it; None lets it look, and take damaged files for text.

    Raises:
        UnreadableError: LibreOffice is not installed, takes too long, or cannot open the document.
    """
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise UnreadableError(
            "needs-libreoffice",
            "LibreOffice, which reads old Office documents: install it so that `soffice` is on the PATH "
            "(Debian: apt-get install libreoffice-writer libreoffice-calc), or save the file as docx or xlsx",
            f"a .{ending} document and no LibreOffice",
        )
    with TemporaryDirectory(prefix="atlas-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        user = work / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        source = work / f"document.{ending}"
        source.write_bytes(data)
        said = _run([program, *_arguments(work, source, target, reader)], work)
        made = work / "out" / f"document.{target}"
        if not made.is_file():
            raise UnreadableError("damaged-file", f"a .{ending} document that LibreOffice can open", said)
        return made.read_bytes()


def _arguments(work: Path, source: Path, target: str, reader: str | None) -> list[str]:
    return [
        f"-env:UserInstallation={(work / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        *([] if reader is None else [f"--infilter={reader}"]),
        *("--convert-to", target, "--outdir", str(work / "out"), str(source)),
    ]


def _run(command: list[str], folder: Path) -> str:
    """Run LibreOffice with all that it starts; returns the end of what it says."""
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(  # noqa: S603 - no shell; all arguments are our own
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            "too-slow", f"a document that LibreOffice opens in {SECONDS} seconds", "one that takes longer"
        ) from None
    finally:
        _end(process)
    lines = said.decode(errors="replace").splitlines()
    return next((line for line in reversed(lines) if "rror" in line), "nothing")[:200]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and the processes that it started: they are a group of their own."""
    with suppress(ProcessLookupError, PermissionError, AttributeError):  # no groups on Windows
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(OSError):
        process.kill()
    process.wait()
