"""Calibration: bins and rules counted by hand."""

from ingest.evaluate import calibrate
from ingest.evaluate.compare import Judged

ROLES = [
    *(Judged("label", 0.99, True) for _ in range(3)),
    Judged("label", 0.99, False),
    Judged("label", 0.7, True),
    Judged("table", 0.95, True),
    Judged("news", 0.5, False),
    Judged("news", 0.499, True),
]


def test_bins() -> None:
    found = {row.name: (row.roles, row.right) for row in calibrate(ROLES).bins}
    assert found == {
        "< 0.5": (1, 1),
        "0.5–0.7": (1, 0),
        "0.7–0.9": (1, 1),
        "0.9–0.95": (0, 0),
        "0.95–0.99": (1, 1),
        "≥ 0.99": (4, 3),
    }


def test_the_sure() -> None:
    sure = calibrate(ROLES).sure
    assert (sure.roles, sure.right, sure.share, round(sure.said, 4)) == (5, 4, 0.8, 0.982)


def test_rules_by_number_of_roles() -> None:
    rows = calibrate(ROLES).rules
    assert [(row.name, row.said, row.roles, row.right) for row in rows][:2] == [
        ("label", 0.99, 4, 3),
        ("label", 0.7, 1, 1),
    ]
    assert len(rows) == 5


def test_nothing_to_count() -> None:
    found = calibrate([])
    assert found.sure.share == 1.0 and found.rules == () and len(found.bins) == 6
