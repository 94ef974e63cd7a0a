"""Show a report as aligned tables, Markdown or JSON."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.evaluate.calibration import WANTED, Calibration, Row
from ingest.evaluate.compare import Failure
from ingest.evaluate.report import Report, Score
from ingest.evaluate.tally import MEASURES, Tally

FORMATS = ("table", "md", "json")
_CAPTIONS = {
    "any_role": "any role",
    "deadline": "deadlines",
}
_MOST_LETTERS = 200  # of one difference
_MOST_NAMES = 10  # of sources that were not read; JSON has all


@dataclass(frozen=True, slots=True)
class _Table:
    """Heads and rows; the first column is text, the others are figures."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def render(
    report: Report, format: str, *, show: int = 0, calibration: bool = False, most: int | None = None
) -> str:
    """Return the report as text.

    Args:
        format: table, md or json.
        show: how many differences to list.
        calibration: whether to add how often roles are right by confidence and rule.
        most: how many groups and rules to show, those with the most errors; None is all. JSON has all.
    """
    if format == "json":
        return _json(report, show=show, calibration=calibration)
    draw = _draw_markdown if format == "md" else _draw
    parts: list[str] = []
    for part in _parts(report, show=show, calibration=calibration, most=most):
        parts.append(draw(part) if isinstance(part, _Table) else part)
    return "\n\n".join(parts) + "\n"


def _parts(report: Report, *, show: int, calibration: bool, most: int | None) -> Iterator[str | _Table]:
    """Yield what is shown: paragraphs and tables."""
    score = report.all
    yield f"{score.documents} documents; {score.heads_right} of {score.heads} facts of their heads right"
    if report.unread:
        names, more = report.unread[:_MOST_NAMES], len(report.unread) - _MOST_NAMES
        rest = f" and {more} more" if more > 0 else ""
        yield f"no plan was read from these, so all of theirs is missed: {', '.join(names)}{rest}"
    yield _Table(("", "P", "R", "F1", "right", "wrong", "missed"), tuple(_measures(score)))
    for grouping, scores in report.groups.items():
        yield from _groups(f"by {grouping}: F1 (P, R)", scores, most)
    if report.apart:
        yield from _groups("apart, not counted above: F1 (P, R)", report.apart, None)
    if calibration:
        yield from _calibration(report.calibration, most)
    if show and report.failures:
        shown = _spread(report.failures)[:show]
        yield f"{len(shown)} of {len(report.failures)} differences:"
        yield "\n".join(f"- {_difference(failure)}" for failure in shown)


def _measures(score: Score) -> Iterator[tuple[str, ...]]:
    for measure in MEASURES:
        tally = score.tallies[measure]
        shares = (f"{share:.4f}" for share in (tally.precision, tally.recall, tally.f1))
        yield _caption(measure), *shares, str(tally.right), str(tally.wrong), str(tally.missed)


def _caption(measure: str) -> str:
    return _CAPTIONS.get(measure, measure)


def _groups(caption: str, scores: dict[str, Score], most: int | None) -> Iterator[str | _Table]:
    heads = (caption, "documents", *map(_caption, MEASURES), "heads")
    shown = list(scores.items())
    if most is not None:
        shown = sorted(shown, key=lambda entry: _merit(entry[1]))[:most]
    rows = []
    for name, score in shown:
        cells = [_cell(score.tallies[measure]) for measure in MEASURES]
        rows.append((name, str(score.documents), *cells, f"{score.heads_right} of {score.heads}"))
    yield _Table(heads, tuple(rows))
    if len(shown) < len(scores):
        yield f"The other {len(scores) - len(shown)} groups are read no worse than these."


def _merit(score: Score) -> tuple[float, float, float]:
    """Return what orders groups, the worst first: roles, items, then the other measures."""
    roles, items = score.tallies["any_role"], score.tallies["items"]
    return roles.f1, items.f1, sum(tally.f1 for tally in score.tallies.values())


def _cell(tally: Tally) -> str:
    """Return F1 with precision and recall; alone where all is right, a dash where there is nothing."""
    if tally.empty:
        return "–"
    if not tally.wrong and not tally.missed:
        return "1.000"
    return f"{_down(tally.f1)} ({_down(tally.precision)}, {_down(tally.recall)})"


def _down(share: float) -> str:
    """Return a share with three digits, never 1.000 for less than 1."""
    return "1.000" if share == 1 else f"{min(share, 0.999):.3f}"


def _calibration(calibration: Calibration, most: int | None) -> Iterator[str | _Table]:
    sure = calibration.sure
    share = f"{sure.right} right, {100 * sure.share:.2f} %"
    yield f"roles of confidence {sure.name}: {sure.roles}, {share} (wanted: at least {100 * WANTED:.0f} %)"
    heads = ("roles", "right", "share right", "confidence")
    yield _Table(("confidence", *heads), tuple(map(_counts, calibration.bins)))
    rules = calibration.rules
    if most is not None:
        rules = tuple(sorted(rules, key=lambda row: row.right - row.roles)[:most])
    yield _Table(("rule", *heads), tuple(map(_counts, rules)))
    if left := set(calibration.rules) - set(rules):
        roles, right = sum(row.roles for row in left), sum(row.right for row in left)
        yield f"Of the {roles} roles of the other {len(left)} rules {right} are right."


def _counts(row: Row) -> tuple[str, ...]:
    if not row.roles:
        return row.name, "0", "0", "–", "–"
    return row.name, str(row.roles), str(row.right), f"{row.share:.4f}", f"{row.said:.3f}"


def _spread(failures: Sequence[Failure]) -> list[Failure]:
    """Put one difference of each document first, then a second one; the worst documents lead."""
    many = Counter(failure.source for failure in failures)
    seen: Counter[str] = Counter()
    ranked = []
    for failure in failures:
        ranked.append((seen[failure.source], -many[failure.source], failure.source, failure))
        seen[failure.source] += 1
    return [failure for *_, failure in sorted(ranked, key=lambda entry: entry[:3])]


def _difference(failure: Failure) -> str:
    sides = (("missed", failure.missed), ("wrong", failure.wrong))
    said = "; ".join(f"{side} {'、'.join(words)}" for side, words in sides if words)
    line = " ".join(f"{failure.source} {failure.item} [{_caption(failure.measure)}] {said}".split())
    return line if len(line) <= _MOST_LETTERS else line[: _MOST_LETTERS - 1] + "…"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _draw(table: _Table) -> str:
    lines = [table.heads, *table.rows]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(table.heads))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join("  ".join(_padded(line, widths)).rstrip() for line in lines)


def _padded(line: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for column, (cell, width) in enumerate(zip(line, widths, strict=True)):
        space = " " * (width - _width(cell))
        yield space + cell if column else cell + space


def _draw_markdown(table: _Table) -> str:
    rule = ("---", *("---:" for _ in table.heads[1:]))
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |"
        for line in (table.heads, rule, *table.rows)
    )


def _json(report: Report, *, show: int, calibration: bool) -> str:
    """Return everything as JSON; the measures have the names and digits of the project's score."""
    out: dict[str, Any] = {
        "all": _score(report.all),
        "by": {
            by: {name: _score(score) for name, score in scores.items()}
            for by, scores in report.groups.items()
        },
        "apart": {name: _score(score) for name, score in report.apart.items()},
        "unread": report.unread,
        "problems": [{"file": problem.file, "message": problem.message} for problem in report.problems],
    }
    if calibration:
        found = report.calibration
        out["calibration"] = {
            "sure": _row(found.sure),
            "bins": [_row(row) for row in found.bins],
            "rules": [_row(row) for row in found.rules],
        }
    if show:
        out["failures"] = [
            {"source": f.source, "item": f.item, "measure": f.measure, "missed": f.missed, "wrong": f.wrong}
            for f in _spread(report.failures)[:show]
        ]
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def _score(score: Score) -> dict[str, Any]:
    out: dict[str, Any] = {"documents": score.documents}
    for measure, tally in score.tallies.items():
        shares = {"P": tally.precision, "R": tally.recall, "F1": tally.f1}
        counts = {"right": tally.right, "wrong": tally.wrong, "missed": tally.missed}
        out[measure] = {**{name: round(share, 4) for name, share in shares.items()}, **counts}
    out["meta"] = {"right": score.heads_right, "of": score.heads}
    return out


def _row(row: Row) -> dict[str, Any]:
    said = round(row.said, 4) if row.roles else None
    share = round(row.share, 4) if row.roles else None
    return {"name": row.name, "roles": row.roles, "right": row.right, "share": share, "confidence": said}
