"""What the split stage hands on: the parts of a file, each a plan with its metadata."""

from dataclasses import dataclass

from ingest.records import PlanKind


@dataclass(frozen=True)
class Head:
    """What a plan says about itself. `date` is ISO; what is unknown is None, never invented."""

    title: str
    kind: PlanKind
    doc_no: str | None
    issuer: tuple[str, ...]
    date: str | None
    year: int | None
    district: str | None
    district_code: str | None


@dataclass(frozen=True)
class Finding:
    """Something doubtful: what was expected and what was found, `start` an offset into the file's text."""

    code: str
    start: int | None
    expected: str
    found: str


@dataclass(frozen=True)
class Part:
    """One plan of a file.

    `text[start:end]` belongs to it; `text[body:end]` is the plan's own text, after notice,
    addressees and title and before the footer of the page.
    """

    start: int
    end: int
    body: int
    head: Head
    issues: tuple[Finding, ...]
