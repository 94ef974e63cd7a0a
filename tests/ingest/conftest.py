"""Leave out, and say so, the tests that need the hand-annotated plans beside the repository."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"
NEEDED = ("seeds", "gold", "dev/text", "dev/gold", "score/score.py")
MISSING = [name for name in NEEDED if not (SHARED / name).exists()]
collect_ignore = ["test_accuracy.py"] if MISSING else []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if MISSING:
        named = ", ".join(f"../shared/{name}" for name in MISSING)
        terminalreporter.write_line(f"left out: tests/ingest/test_accuracy.py, which needs {named}")
