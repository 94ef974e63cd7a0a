"""How tests are given out to workers, and what a run says of itself: its stores, and what it left out."""

from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.graph import servers

SHARED = Path(__file__).parents[2] / "shared" / "gold"


class OneWorkerAServer(LoadScopeScheduling):
    """Tests on one server run one after the other on one worker: each of them deletes all that it holds.

    xdist's own `loadgroup` does this by marks, but 3.8 finds none under pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return next(
            (name for name in servers.names() if f"[{name}" in nodeid or f"-{name}" in nodeid), nodeid
        )


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneWorkerAServer:
    """Give out the tests by server, and the others one by one."""
    return OneWorkerAServer(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which stores the tests ran on."""
    terminalreporter.write_line(f"stores under test: {', '.join(['kglite', *servers.names()])}")
    for line, reason in servers.missing().items():
        terminalreporter.write_line(f"neo4j {line} left out: {reason}")
    if not SHARED.is_dir():
        terminalreporter.write_line("reports are not compared with ../shared/gold, which is not here")
