"""Put the comparisons of all sources together: over all, by group, and the documents that stand apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath

from ingest.evaluate.answers import Answer, Problem
from ingest.evaluate.calibration import Calibration, calibrate
from ingest.evaluate.compare import Comparison, Failure, compare
from ingest.evaluate.groups import groups_of
from ingest.evaluate.tally import Tally, new_tallies
from ingest.records import Plan


@dataclass(slots=True)
class Score:
    """How well a group of documents was read; `heads` counts fields of the plans' heads."""

    documents: int = 0
    tallies: dict[str, Tally] = field(default_factory=new_tallies)
    heads_right: int = 0
    heads: int = 0

    def add(self, comparison: Comparison) -> None:
        """Add a document."""
        self.documents += 1
        for measure, tally in comparison.tallies.items():
            self.tallies[measure].add(tally)
        self.add_heads(comparison)

    def add_heads(self, comparison: Comparison) -> None:
        """Add the heads of a document's plans alone."""
        self.heads_right += sum(head.right for head in comparison.heads.values())
        self.heads += len(comparison.heads)


@dataclass(frozen=True, slots=True)
class Report:
    """The score over all, by group and of the kinds of documents that stand apart, and what fails."""

    all: Score
    groups: dict[str, dict[str, Score]]
    apart: dict[str, Score]
    failures: tuple[Failure, ...]
    calibration: Calibration
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]


def evaluate(
    answers: Sequence[Answer], plans: Sequence[Plan], *, by: Sequence[str] = (), strict: bool = False
) -> Report:
    """Compare plans with answers, each source with its own.

    Args:
        by: the groupings that are asked for.
        strict: compare unit names to the letter.
    """
    sources = _Sources(plans)
    found: list[Comparison] = []
    problems: list[Problem] = []
    unread = []
    for answer in answers:
        paths = sources.named(answer.source)
        if sources.differ(paths):
            wanted = f"one source named {answer.source} (give more of its path in 'source')"
            problems.append(Problem(answer.source, f"expected {wanted}, found {', '.join(paths)}"))
            continue
        comparison = compare(answer, sources.plans(paths), strict=strict)
        if not paths:
            unread.append(answer.source)
            comparison.failures.clear()  # that it was not read says all
        found.append(comparison)
    return _report(found, by, tuple(problems), tuple(unread))


def _report(
    found: Sequence[Comparison], by: Sequence[str], problems: tuple[Problem, ...], unread: tuple[str, ...]
) -> Report:
    whole = Score()
    groups: dict[str, dict[str, Score]] = {grouping: {} for grouping in by}
    apart: dict[str, Score] = {}
    for comparison in found:
        answer = comparison.answer
        if answer.apart:
            apart.setdefault(", ".join(groups_of(answer, "kind")), Score()).add(comparison)
            whole.add_heads(comparison)
            continue
        whole.add(comparison)
        for grouping in by:
            for name in groups_of(answer, grouping):
                groups[grouping].setdefault(name, Score()).add(comparison)
    return Report(
        whole,
        {grouping: dict(sorted(scores.items())) for grouping, scores in groups.items()},
        dict(sorted(apart.items())),
        tuple(chain.from_iterable(comparison.failures for comparison in found)),
        calibrate(chain.from_iterable(comparison.roles for comparison in found)),
        problems,
        unread,
    )


class _Sources:
    """Which plans were read from which source."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans: dict[str, dict[str, Plan]] = {}
        self._paths: dict[str, list[str]] = {}
        for plan in plans:
            for path in dict.fromkeys(source.path for source in plan.sources):
                if path not in self._plans:
                    self._paths.setdefault(PurePosixPath(path).name, []).append(path)
                self._plans.setdefault(path, {})[plan.id] = plan

    def named(self, source: str) -> list[str]:
        """Return the paths that end with a name, or with a path, as the answers give it."""
        parts = PurePosixPath(source).parts
        paths = self._paths.get(parts[-1], []) if parts else []
        return [path for path in paths if PurePosixPath(path).parts[-len(parts) :] == parts]

    def differ(self, paths: Sequence[str]) -> bool:
        """Say whether the paths are those of different plans: copies of one plan are one."""
        return len({tuple(self._plans[path]) for path in paths}) > 1

    def plans(self, paths: Sequence[str]) -> list[Plan]:
        """Return the plans of paths that do not differ."""
        return list(self._plans[paths[0]].values()) if paths else []
