"""What a server needs is found, fetched whole, or named with the way to get it."""

from pathlib import Path

import pytest

from dev.neo4j import jars
from dev.neo4j.jars import RELEASES, Missing, Release, fetch_jars, find_java

LTS = RELEASES["5.26"]
# A Maven that makes one jar.
FETCH = (
    'for word; do case "$word" in -DoutputDirectory=*) out=${word#*=};; esac; done; '
    'mkdir "$out"; echo x > "$out/a.jar"'
)


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def java(folder: Path, version: str) -> Path:
    return program(folder / "bin" / "java", f"echo 'openjdk version \"{version}\" 2025-04-15' >&2")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine without Java and Maven."""
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}/path:/usr/bin:/bin")
    monkeypatch.setattr(jars, "JAVA_FOLDERS", (f"{tmp_path}/jvm/*/bin/java",))
    monkeypatch.setattr(jars.shutil, "which", lambda name: _which(tmp_path / "path" / name))
    return monkeypatch


def _which(path: Path) -> str | None:
    return str(path) if path.exists() else None


@pytest.mark.parametrize(
    ("line", "versions", "chosen"),
    [
        ("5.26", ["17.0.15"], "17.0.15"),
        ("5.26", ["25", "21.0.2", "17.0.1"], "21.0.2"),
        ("2026", ["17.0.15", "25"], "25"),
        ("5.26", ["1.8.0_402", "25"], None),
        ("2026", ["17.0.15"], None),
        ("2026", [], None),
    ],
)
def test_a_java_that_fits_is_found(
    bare: pytest.MonkeyPatch, tmp_path: Path, line: str, versions: list[str], chosen: str | None
) -> None:
    paths = {each: java(tmp_path / "jvm" / f"{at}-{each}", each) for at, each in enumerate(versions)}
    if chosen is not None:
        assert find_java(RELEASES[line]) == paths[chosen]
        return
    with pytest.raises(Missing, match="JAVA_HOME") as error:
        find_java(RELEASES[line])
    assert all(str(path) in str(error.value) for path in paths.values())


@pytest.mark.parametrize(("mine", "other"), [("17.0.2", "17.0.1"), ("21", "17.0.1")])
def test_the_java_that_a_person_chose_comes_first(
    bare: pytest.MonkeyPatch, tmp_path: Path, mine: str, other: str
) -> None:
    java(tmp_path / "jvm" / "other", other)
    bare.setenv("JAVA_HOME", str(tmp_path / "mine"))
    path = java(tmp_path / "mine", mine)
    assert find_java(LTS) == path


def test_without_maven_the_message_says_so(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(Missing, match="apt-get install maven"):
        fetch_jars(LTS, tmp_path / "cache")


def test_jars_are_fetched_once(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path / "path" / "mvn", FETCH)
    folder = fetch_jars(LTS, tmp_path / "cache")
    assert [path.name for path in folder.iterdir()] == ["a.jar"]
    program(tmp_path / "path" / "mvn", "exit 1")
    assert fetch_jars(LTS, tmp_path / "cache") == folder
    assert list(folder.parent.iterdir()) == [folder]


def test_a_fetch_that_was_broken_off_leaves_nothing(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path / "path" / "mvn", f'{FETCH}; echo "cannot reach the repository"; exit 1')
    with pytest.raises(Missing, match="cannot reach the repository"):
        fetch_jars(LTS, tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize("release", RELEASES.values(), ids=RELEASES)
def test_a_release_is_of_its_line(release: Release) -> None:
    assert release.version.startswith(f"{release.line}.")
