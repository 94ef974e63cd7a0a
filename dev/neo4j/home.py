"""The home of one Neo4j server: its settings, its password, and Neo4j's own programs run in it."""

import os
import secrets
import subprocess
from dataclasses import dataclass
from pathlib import Path

from dev.neo4j.jars import Release, fetch_jars, find_java

# What a server that many people query must not let through: READ mode alone does not keep a query
# from reading files, from running for ever or from taking all memory. compose.yaml says the same.
HARDENED = {
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "db.transaction.timeout": "60s",
    "db.transaction.monitor.check.interval": "500ms",  # how late a time-out may be noticed
    "db.memory.transaction.max": "1g",
    "dbms.usage_report.enabled": "false",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
}
# What is so only here: in Docker the image sets it, or the machine is the server's own.
HERE = {
    "server.directories.import": "import",  # unset, LOAD CSV would read every file of the machine
    "server.memory.pagecache.size": "512m",  # unset, half of the machine
    "db.tx_log.preallocate": "false",  # else a new home begins with half a gigabyte of empty logs
}
# Neo4j's own start script gives these to Java.
JAVA_OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--add-modules=jdk.incubator.vector",
)


class Failed(Exception):
    """A program of Neo4j failed; the message holds the end of what it said."""


@dataclass(frozen=True)
class Home:
    """A folder with the data of one server, and the Java and jars to run it with."""

    path: Path
    release: Release
    java: Path
    jars: Path

    def command(self, main: str, *arguments: str, heap: str | None = None) -> list[str]:
        """Return the command that runs a class of the jars."""
        memory = [f"-Xmx{heap}"] if heap else []
        return [str(self.java), *memory, *JAVA_OPTIONS, "-cp", f"{self.jars}/*", main, *arguments]

    def environment(self) -> dict[str, str]:
        """Return the environment that tells Neo4j's programs where their home is."""
        return {**os.environ, "NEO4J_HOME": str(self.path), "NEO4J_CONF": str(self.path / "conf")}

    def admin(self, *arguments: str) -> str:
        """Run `neo4j-admin`, for example `database import full …`; return what it printed. Raises Failed."""
        command = self.command("org.neo4j.cli.AdminTool", *arguments)
        done = subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(f"{' '.join(arguments[:2])} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def set_port(self, port: int) -> None:
        """Write the settings, with the address to listen on."""
        address = f"127.0.0.1:{port}"
        settings = {
            **HARDENED,
            **HERE,
            **self.release.settings,
            "server.bolt.listen_address": address,
            "server.bolt.advertised_address": address,
        }
        lines = "".join(f"{name}={value}\n" for name, value in settings.items())
        (self.path / "conf" / "neo4j.conf").write_text(lines, encoding="utf-8")

    def password(self) -> str:
        """Return the password; a new home is given one, as Neo4j takes it only before its first start."""
        file = self.path / "password"
        if not file.exists():
            password = secrets.token_hex(16)
            self.admin("dbms", "set-initial-password", password)
            file.touch(mode=0o600)
            file.write_text(password, encoding="ascii")
        return file.read_text(encoding="ascii")


def open_home(path: Path, release: Release) -> Home:
    """Return the home at `path`, made where it is missing.

    Raises Missing without Java or Maven, and Failed when another version of Neo4j made it.
    """
    home = Home(path.resolve(), release, find_java(release), fetch_jars(release))
    made_by = home.path / "version"
    if made_by.exists() and made_by.read_text(encoding="ascii") != release.line:
        raise Failed(f"{path} was made by Neo4j {made_by.read_text(encoding='ascii')}; give another --home")
    for folder in ("conf", "import"):
        (home.path / folder).mkdir(parents=True, exist_ok=True)
    made_by.write_text(release.line, encoding="ascii")
    return home
