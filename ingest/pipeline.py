"""The order of the stages: read, repair, split, extract for each file, then merge and resolve over all."""

import gc
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import msgspec

from ingest.extract import CodedPlan, Note, coded_items, extract, is_facts, read_facts
from ingest.guesses import weigh_guesses
from ingest.merge import merge
from ingest.placed import Placed
from ingest.read import Document, find_files, read_file
from ingest.records import Citation, Issue, Item, Plan, PlanKind, Role, Source, Unit, encode_lines, make_id
from ingest.repair import Repaired, repair
from ingest.resolve import resolve
from ingest.split import Head, Part, given_head, split

# Below this many files a process of its own costs more than it saves.
_FILES_A_WORKER = 4
_TABLE_FORMATS = ("csv", "xlsx")  # in which facts are coded by hand


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file gave."""

    plans: tuple[Plan, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Build:
    """Everything that a run writes."""

    plans: tuple[Plan, ...]
    units: tuple[Unit, ...]
    issues: tuple[Issue, ...]
    files: int


def ingest_file(path: Path) -> Outcome:
    """Read one file into plans; whatever is wrong with it is an issue, never an exception."""
    plans: list[Plan] = []
    issues: list[Issue] = []
    for document in read_file(path):
        if isinstance(document, Issue):
            issues.append(document)
        else:
            outcome = _ingest_document(document)
            plans += outcome.plans
            issues += outcome.issues
    return Outcome(tuple(plans), tuple(issues))


def _ingest_document(document: Document) -> Outcome:
    if document.format in _TABLE_FORMATS and is_facts(document.text):
        return _ingest_facts(document)
    repaired = repair(document.text, [place.start for place in document.places])
    placed = Placed(document.places, repaired.marks)
    issues = list(_document_issues(document, repaired))
    plans = []
    for part in split(repaired.text):
        plan, found = _make_plan(document, repaired, part, placed)
        plans.append(plan)
        issues += found
    if not plans:
        issues.append(_issue(document, "no-plan", "a plan", "no text that could be one"))
    return Outcome(tuple(plans), tuple(issues))


def _ingest_facts(document: Document) -> Outcome:
    """Take over what somebody has coded by hand."""
    coded, notes = read_facts(document.text)
    issues = [_issue(document, flaw.code, flaw.expected, flaw.found) for flaw in document.flaws]
    issues += [
        _issue(document, n.code, n.expected, n.found, line=document.text.count("\n", 0, n.start) + 1)
        for n in notes
    ]
    return Outcome(tuple(_coded_plan(document, plan) for plan in coded), tuple(issues))


def _coded_plan(document: Document, coded: CodedPlan) -> Plan:
    plan_id = make_id(document.sha256, coded.rows[0][0])
    head = given_head(
        coded.title, district=coded.district, year=coded.year, doc_no=coded.doc_no, date=coded.date
    )
    placed = Placed.moved(document.places, coded.rows)
    return _plan(document, {}, head, plan_id, coded.text, placed.items(coded_items(coded, plan_id), 0), ())


def _plan(
    document: Document,
    repairs: dict[str, int],
    head: Head,
    plan_id: str,
    text: str,
    items: tuple[Item, ...],
    cites: tuple[Citation, ...],
) -> Plan:
    source = Source(
        path=document.path,
        sha256=document.sha256,
        format=document.format,
        encoding=document.encoding,
        repairs=repairs,
    )
    return Plan(
        id=plan_id,
        title=head.title,
        kind=head.kind,
        doc_no=head.doc_no,
        issuer=head.issuer,
        date=head.date,
        year=head.year,
        district=head.district,
        district_code=head.district_code,
        sources=(source,),
        text=text,
        items=items,
        cites=cites,
    )


def _issue(document: Document, code: str, expected: str, found: str, **places: int | str | None) -> Issue:
    return msgspec.convert(
        {"file": document.path, "code": code, "expected": expected, "found": found, **places}, Issue
    )


def _document_issues(document: Document, repaired: Repaired) -> Iterator[Issue]:
    for flaw in document.flaws:
        yield _issue(document, flaw.code, flaw.expected, flaw.found)
    for guess in repaired.guesses:
        yield _issue(
            document,
            "guessed-repair",
            "text as it was published",
            f"{guess.original} → {guess.repaired} (a guess; gain {guess.gain:.1f})",
            line=guess.line,
        )


def _make_plan(
    document: Document, repaired: Repaired, part: Part, placed: Placed
) -> tuple[Plan, list[Issue]]:
    head = part.head
    text = repaired.text[part.start : part.end]
    plan_id = make_id(document.sha256, part.start)
    read = extract(text, body=part.body - part.start, plan_id=plan_id, year=head.year, kind=head.kind)
    spans = [(g.start, g.end) for g in repaired.guesses if g.start < part.end and g.end > part.start]
    guessed = [(a - part.start, b - part.start) for a, b in spans]
    items, dropped = weigh_guesses(text, read.items, guessed)
    items, cites = placed.items(items, part.start), placed.of(read.cites, part.start)
    plan = _plan(document, repaired.counts, head, plan_id, text, items, cites)
    return plan, [*_plan_issues(document, plan, part, read.notes), *_guess_issues(document, plan, dropped)]


def _plan_issues(document: Document, plan: Plan, part: Part, notes: tuple[Note, ...]) -> Iterator[Issue]:
    for finding in part.issues:
        start = None if finding.start is None else finding.start - part.start
        yield _issue(document, finding.code, finding.expected, finding.found, plan=plan.id, start=start)
    for note in notes:
        yield _issue(
            document, note.code, note.expected, note.found, plan=plan.id, start=note.start, end=note.end
        )
    if not plan.items and plan.kind != PlanKind.NEWS:
        yield _issue(document, "no-items", "numbered tasks or statements of roles", "none", plan=plan.id)


def _guess_issues(document: Document, plan: Plan, dropped: list[Role]) -> Iterator[Issue]:
    for role in dropped:
        wanted = "a unit that stands elsewhere too, or in the lexicon"
        start, end = role.evidence.start, role.evidence.end
        yield _issue(document, "unit-from-guess", wanted, role.surface, plan=plan.id, start=start, end=end)


def run(
    sources: Sequence[Path],
    *,
    workers: int | None = None,
    watch: Callable[[Iterable[Outcome], int], Iterable[Outcome]] | None = None,
) -> Build:
    """Ingest files and folders.

    Args:
        sources: files or folders.
        workers: processes; None chooses by the number of files. The result does not depend on it.
        watch: wraps the outcomes as they come (progress), given their number.

    Raises:
        UsageError: none of the sources exists.
    """
    _collect_rarely()
    files, issues = find_files(sources)
    outcomes = _outcomes(files, workers)
    plans: list[Plan] = []
    found = list(issues)
    for outcome in watch(outcomes, len(files)) if watch else outcomes:
        plans += outcome.plans
        found += outcome.issues
    merged, merge_issues = merge(plans)
    resolved, units, resolve_issues = resolve(merged)
    found += [*merge_issues, *resolve_issues]
    found.sort(key=lambda i: (i.file, i.line or 0, i.plan or "", i.start or 0, i.code, i.found))
    return Build(tuple(resolved), tuple(units), tuple(found), len(files))


def _collect_rarely() -> None:
    """Let Python look for reference cycles rarely: records make none, and looking took 15 % of the time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def _outcomes(files: list[Path], workers: int | None) -> Iterator[Outcome]:
    count = workers or max(1, min(os.cpu_count() or 1, len(files) // _FILES_A_WORKER))
    if count == 1 or len(files) < 2:
        yield from map(ingest_file, files)
        return
    with get_context("spawn").Pool(count, initializer=_collect_rarely) as pool:
        yield from pool.imap(ingest_file, files, chunksize=1)


def write(build: Build, out: Path) -> None:
    """Write a build to a folder, all of it beside the old build before any file is put in its place."""
    out.mkdir(parents=True, exist_ok=True)
    payloads = {
        "plans.jsonl": encode_lines(build.plans),
        "units.jsonl": encode_lines(build.units),
        "issues.jsonl": encode_lines(build.issues),
    }
    manifest = {
        "format": 1,
        "files": build.files,
        "plans": len(build.plans),
        "items": sum(len(plan.items) for plan in build.plans),
        "roles": sum(len(item.roles) for plan in build.plans for item in plan.items),
        "units": len(build.units),
        "issues": len(build.issues),
        "sha256": {name: sha256(payload).hexdigest() for name, payload in payloads.items()},
    }
    payloads["manifest.json"] = (json.dumps(manifest, indent=1) + "\n").encode()
    parts = {name: out / f".{name}.part" for name in payloads}
    try:
        for name, payload in payloads.items():
            parts[name].write_bytes(payload)
        for name, part in parts.items():
            part.replace(out / name)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
