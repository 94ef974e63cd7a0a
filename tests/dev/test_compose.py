"""The server in Docker is the one that dev/neo4j starts: same version, same hardening."""

import re
from pathlib import Path
from typing import Any

import yaml

from dev.neo4j.home import HARDENED
from dev.neo4j.jars import RELEASES

COMPOSE = Path(__file__).parents[2] / "compose.yaml"


def service() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]["neo4j"]
    return read


def as_setting(variable: str) -> str:
    """Return the setting that the image makes of a variable: _ is a dot, __ an underscore."""
    return re.sub(r"_+", lambda run: "." if run[0] == "_" else "_", variable.removeprefix("NEO4J_"))


def test_the_image_is_of_the_pinned_version() -> None:
    assert service()["image"] == f"neo4j:{RELEASES['5.26'].version}-community"


def test_every_hardening_is_there() -> None:
    settings = {as_setting(name): value for name, value in service()["environment"].items()}
    assert {name: settings.get(name) for name in HARDENED} == HARDENED


def test_it_listens_on_this_machine_only() -> None:
    assert all(port.startswith("127.0.0.1:") for port in service()["ports"])


def test_no_password_is_written_down() -> None:
    assert service()["environment"]["NEO4J_AUTH"].startswith("neo4j/${ATLAS_DB_PASSWORD:?")
