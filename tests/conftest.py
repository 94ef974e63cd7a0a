"""What a run of tests says of itself: which stores it ran on, and what it left out."""

import os
from pathlib import Path

import pytest

from tests.graph import servers

SHARED = Path(__file__).parents[2] / "shared" / "gold"


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests on one server that was named on one worker: they delete all that it holds."""
    if "NEO4J_URI" in os.environ and getattr(config.option, "dist", "no") == "load":
        config.option.dist = "loadgroup"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which stores the tests ran on."""
    terminalreporter.write_line(f"stores under test: {', '.join(['kglite', *servers.names()])}")
    for line, reason in servers.missing().items():
        terminalreporter.write_line(f"neo4j {line} left out: {reason}")
    if not SHARED.is_dir():
        terminalreporter.write_line("reports are not compared with ../shared/gold, which is not here")
