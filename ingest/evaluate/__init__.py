"""Compare what the ingest reads with answers made by hand or by a generator, and say how well it did."""

from ingest.evaluate.answers import Answer, Problem, read_answers
from ingest.evaluate.calibration import Calibration, calibrate
from ingest.evaluate.compare import Comparison, compare
from ingest.evaluate.report import Report, evaluate

__all__ = [
    "Answer",
    "Calibration",
    "Comparison",
    "Problem",
    "Report",
    "calibrate",
    "compare",
    "evaluate",
    "read_answers",
]
