#!/usr/bin/env python3
"""Starts and stops a real Neo4j Community server on this machine, without Docker; needs Java and Maven.

    eval "$(python dev/neo4j/server.py start)"    # sets ATLAS_DB, ATLAS_DB_USER, ATLAS_DB_PASSWORD
    python -m graph load data/build
    python dev/neo4j/server.py stop

It listens on the loopback interface only, with a random password. Data stay in the home when it stops.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from dev.neo4j.home import Failed, Home, open_home  # noqa: E402 - found by the path set above
from dev.neo4j.jars import RELEASES, Missing, Release  # noqa: E402 - the same

STARTING = 120.0  # seconds; on two cores it takes about 6
STOPPING = 30.0
STATE = "server.json"  # in the home: the server that runs there
OFFER = bytes.fromhex("6060b017" + "00080805" + "00000000" * 3)  # Bolt's greeting, versions 5.0 to 5.8


@dataclass(frozen=True)
class Server:
    """A server that was started: how to reach it, and its process."""

    uri: str
    user: str
    password: str
    pid: int

    def environment(self) -> dict[str, str]:
        """Return the variables by which `open_store` reaches it."""
        return {"ATLAS_DB": self.uri, "ATLAS_DB_USER": self.user, "ATLAS_DB_PASSWORD": self.password}


def start(path: Path, release: Release, *, port: int = 0, heap: str = "2g") -> Server:
    """Start the server of the home at `path`, and return it when it answers; one that runs is left as it is.

    Args:
        path: Its home, made where it is missing.
        release: Which Neo4j.
        port: Where it listens on 127.0.0.1; 0 takes a free one.
        heap: The memory of its Java.

    Raises Missing without Java or Maven, and Failed when it does not come up.
    """
    running = find_running(path)
    if running is not None:
        return running
    home = open_home(path, release)
    port = port or free_port()
    home.set_port(port)
    password = home.password()
    process = _run(home, release, heap)
    server = Server(f"neo4j://127.0.0.1:{port}", "neo4j", password, process.pid)
    _write_state(home.path, server)
    _wait_until_up(process, home.path, port)
    return server


def stop(path: Path) -> bool:
    """Stop the server of a home; tell whether one ran. Raises Failed when it does not end."""
    server = find_running(path)
    if server is None:
        return False
    for sign in (signal.SIGTERM, signal.SIGKILL):
        os.kill(server.pid, sign)
        deadline = time.monotonic() + STOPPING
        while time.monotonic() < deadline:
            if find_running(path) is None:
                return True
            time.sleep(0.1)
    raise Failed(f"process {server.pid} does not end")


def find_running(path: Path) -> Server | None:
    """Return the server that runs in a home, or None."""
    try:
        server = Server(**json.loads((path / STATE).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    # The number of a server that ended may by now be another process's.
    return server if f"--home-dir={path.resolve()}" in _words_of(server.pid) else None


def free_port() -> int:
    """Return a port of this machine at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(home: Home, release: Release, heap: str) -> "subprocess.Popen[bytes]":
    folders = (f"--home-dir={home.path}", f"--config-dir={home.path / 'conf'}")
    command = home.command(release.main, *folders, "--console-mode", heap=heap)
    with _log(home.path).open("wb") as out:
        return subprocess.Popen(
            command,
            env=home.environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,  # Ctrl-C in the shell that started it does not end it
        )


def _wait_until_up(process: "subprocess.Popen[bytes]", path: Path, port: int) -> None:
    deadline = time.monotonic() + STARTING
    while time.monotonic() < deadline:
        told = _log(path).read_text(encoding="utf-8", errors="replace")
        if process.poll() is not None:
            raise Failed(f"Neo4j ended with status {process.returncode}:\n{told[-2000:]}")
        if "Started." in told and _speaks_bolt(port):
            return
        time.sleep(0.1)
    process.kill()
    raise Failed(f"Neo4j was not up after {STARTING:g} s; see {_log(path)}")


def _speaks_bolt(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(OFFER)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


def _log(path: Path) -> Path:
    return path / "console.log"


def _write_state(path: Path, server: Server) -> None:
    file = path / STATE
    file.touch(mode=0o600)  # it holds the password
    file.write_text(json.dumps(asdict(server)), encoding="utf-8")


def _words_of(pid: int) -> list[str]:
    """Return the command line of a process, or nothing where it has ended."""
    listed = Path(f"/proc/{pid}/cmdline")
    if Path("/proc/self").exists():
        try:
            return listed.read_text(encoding="utf-8", errors="replace").split("\0")
        except OSError:
            return []
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 failed or not running."""
    options = _parser().parse_args(arguments)
    path = options.home or ROOT / ".neo4j" / options.version
    try:
        if options.command == "start":
            _print(start(path, RELEASES[options.version], port=options.port, heap=options.heap))
            return 0
        if options.command == "stop":
            return 0 if stop(path) else 1
    except (Missing, Failed) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    server = find_running(path)
    if server is None:
        print(f"no server runs in {path}", file=sys.stderr)
        return 1
    _print(server)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="A real Neo4j server on this machine, without Docker.")
    parser.add_argument("command", choices=("start", "stop", "status"))
    parser.add_argument("--version", choices=tuple(RELEASES), default="5.26")
    parser.add_argument("--home", type=Path, metavar="DIR", help="else .neo4j/VERSION of this project")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="else a free one")
    parser.add_argument("--heap", default="2g", metavar="SIZE", help="memory of its Java")
    return parser


def _print(server: Server) -> None:
    for name, value in server.environment().items():
        print(f"export {name}={value}")


if __name__ == "__main__":
    sys.exit(main())
