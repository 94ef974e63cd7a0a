"""Finds a Java and fetches the jars of a Neo4j Community server from Maven Central, once."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
MAVEN_SECONDS = 900
# Where systems put their Javas, beside JAVA_HOME and PATH.
JAVA_FOLDERS = (
    "/usr/lib/jvm/*/bin/java",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java",
    "/opt/homebrew/opt/openjdk*/bin/java",
)


class Missing(Exception):
    """Something that the server needs is not on this machine; the message says how to get it."""


@dataclass(frozen=True)
class Release:
    """A release of Neo4j: its version, the Javas it runs on, the class that starts it, its own settings."""

    line: str
    version: str
    java: range
    main: str
    settings: Mapping[str, str] = field(default_factory=dict)


# The 2026 line looks for other servers in its network, and for a service of its maker.
NO_FLEET = {"dbms.fleet_manager.enabled": "false", "server.fleet_discovery.enabled": "false"}
# The only place that names versions, but for the image in compose.yaml (a test compares the two).
RELEASES = {
    release.line: release
    for release in (
        Release("5.26", "5.26.30", range(17, 22), "org.neo4j.server.CommunityEntryPoint"),
        Release("2026", "2026.08.1", range(21, 100), "org.neo4j.server.Neo4jCommunity", NO_FLEET),
    )
}


def cache_folder() -> Path:
    """Return where jars are kept between projects and clones."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "reform-atlas" / "neo4j"


def find_java(release: Release) -> Path:
    """Return a Java that the release runs on. Raises Missing naming those that were found."""
    found = {}
    for path in _javas():
        major = java_version(path)
        if major in release.java:
            return path
        found[str(path)] = major
    wanted = f"Java {release.java.start}" + (" or later" if release.java.stop > 50 else " or 21")
    seen = ", ".join(f"{path} ({major})" for path, major in found.items()) or "none"
    raise Missing(
        f"Neo4j {release.version} needs {wanted}; found: {seen}. Install one "
        f"(Debian: apt-get install openjdk-17-jre-headless) or name it by JAVA_HOME."
    )


def java_version(path: Path) -> int | None:
    """Return the major version that `java -version` tells, or None where it tells none."""
    try:
        done = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    told = re.search(r'version "(\d+)', done.stderr + done.stdout)
    return int(told[1]) if told else None


def fetch_jars(release: Release, cache: Path | None = None) -> Path:
    """Return the folder with the jars of the release, fetched where they are missing.

    They are fetched aside and renamed when whole, so that a fetch that was broken off is begun again.

    Raises Missing without Maven, or when Maven fails.
    """
    folder = (cache or cache_folder()) / release.version
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise Missing("Maven fetches the jars of Neo4j, and there is none (Debian: apt-get install maven)")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{release.version}-") as aside:
        _run_maven(maven, release, Path(aside) / "jars")
        try:
            (Path(aside) / "jars").rename(folder)
        except OSError:  # another process was faster
            if not folder.is_dir():
                raise
    return folder


def _run_maven(maven: str, release: Release, out: Path) -> None:
    goal = "dependency:copy-dependencies"
    options = [f"-Dneo4j.version={release.version}", f"-DoutputDirectory={out}"]
    command = [maven, "-q", "-B", "-f", str(POM), goal, *options]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=MAVEN_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise Missing(f"Maven did not fetch Neo4j {release.version} in {MAVEN_SECONDS} s") from error
    if done.returncode != 0:
        told = "\n".join((done.stdout + done.stderr).strip().splitlines()[:5])
        raise Missing(f"Maven could not fetch Neo4j {release.version}:\n{told}")


def _javas() -> Iterator[Path]:
    """Yield the Javas of this machine, the one that a person has chosen first, each once."""
    chosen = [Path(os.environ["JAVA_HOME"]) / "bin" / "java"] if os.environ.get("JAVA_HOME") else []
    on_path = shutil.which("java")
    placed = [path for each in JAVA_FOLDERS for path in sorted(Path("/").glob(each.lstrip("/")))]
    seen = set()
    for path in (*chosen, *([Path(on_path)] if on_path else []), *placed):
        if path.is_file() and path.resolve() not in seen:
            seen.add(path.resolve())
            yield path
