"""The records that pass between the stages of ingest and on to the graph.

One plan is a logical document: a gazette file holds several, and one plan may have several
sources (copies). Offsets are half-open character ranges into `Plan.text`, the repaired text.
What is unknown is None, never invented.

Records are frozen and thus in no reference cycle: `gc=False` spares Python looking for one through them.
"""

from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256
from typing import Literal

import msgspec

RoleName = Literal["lead", "participate", "responsible"]
MentionKind = Literal["unit", "collective", "person"]
Severity = Literal["error", "warning", "notice"]


class PlanKind(StrEnum):
    """What sort of document a plan is."""

    PLAN = "reform_plan"  # 改革计划, 年度计划
    WORK_POINTS = "work_points"  # 工作要点, 工作安排
    SCHEME = "scheme"  # 实施方案, 工作方案, 意见
    DIVISION = "task_division"  # 任务分工, 责任分解
    NEWS = "news_report"  # a report about plans, not a plan
    OTHER = "other"


class Evidence(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The exact words that a statement was read from: `plan.text[start:end] == text`.

    `page` (from 1), or `sheet` and `cell`, say where the words stand in the file, where its format has such.
    """

    start: int
    end: int
    text: str
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None


class Place(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Where in a file the text from `start` on stands, up to the next place.

    `start` is an offset into the text; `page` counts from 1; `cell` is a spreadsheet address such as `C5`.
    """

    start: int
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None


class Role(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One unit in one role of one item.

    `surface` is what stands in the text, `mention` the same with left-out parts completed
    (`区教育局、卫计局` -> `区卫计局`); `unit` is the id in `units.jsonl`, set by the resolve stage.
    """

    role: RoleName
    mention: str
    surface: str
    kind: MentionKind = "unit"
    acting_as: str | None = None
    unit: str | None = None
    evidence: Evidence
    rule: str
    confidence: float


class Deadline(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """When an item is due. `date` is ISO and None where the text names no day, month or quarter."""

    text: str
    date: str | None
    inherited: bool = False
    evidence: Evidence


class Target(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A quantified aim, e.g. `进驻率达到85%以上`: value 85, unit %."""

    text: str
    value: float | None
    unit: str | None
    evidence: Evidence


class Citation(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A document named in 《…》, with its document number where one follows."""

    title: str
    doc_no: str | None
    evidence: Evidence


class Leader(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A person named as responsible for an item; `post` where the text gives it."""

    name: str
    post: str | None
    evidence: Evidence


class Item(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A task, in the smallest unit that the plan numbers as a task or gives roles of its own."""

    id: str
    number: str | None
    title: str
    path: tuple[str, ...]
    start: int
    end: int
    text: str
    roles: tuple[Role, ...] = ()
    deadline: Deadline | None = None
    targets: tuple[Target, ...] = ()
    cites: tuple[Citation, ...] = ()
    leaders: tuple[Leader, ...] = ()


class Source(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A file that a plan was read from. `repairs` counts what was mended, by kind."""

    path: str
    sha256: str
    format: str
    encoding: str
    repairs: dict[str, int] = {}


class Variant(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A place where another source of the same plan reads otherwise.

    `start`, `end` and `here` are of `Plan.text`; `there` is the reading of `Plan.sources[source]`.
    """

    source: int
    item: str | None
    start: int
    end: int
    here: str
    there: str


class Plan(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One logical document."""

    id: str
    title: str
    kind: PlanKind
    doc_no: str | None
    issuer: tuple[str, ...]
    date: str | None
    year: int | None
    district: str | None
    district_code: str | None
    sources: tuple[Source, ...]
    text: str
    items: tuple[Item, ...]
    cites: tuple[Citation, ...] = ()
    variants: tuple[Variant, ...] = ()


class Unit(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One resolved unit. Its identity contains its district; units of two districts are never one.

    `function` is what it is for, comparable across districts (机构编制, 财政 …); `hosts` are the ids
    of units that it houses (区委组织部〈编办〉); `mentions` every surface; `why` the features that
    decided, in words.
    """

    id: str
    name: str
    short: str
    district: str | None
    district_code: str | None
    level: str | None
    kind: MentionKind
    function: str | None
    hosts: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    decided_by: str
    why: str


class Issue(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something not understood, doubtful or refused: nothing is dropped silently.

    `code` is a short stable name (`undecodable`, `guessed-repair`, `readings-differ` …); `line`
    counts from 1 in the original file, `start` and `end` are offsets into the plan's text.
    """

    file: str
    code: str
    severity: Severity = "warning"
    plan: str | None = None
    line: int | None = None
    start: int | None = None
    end: int | None = None
    expected: str
    found: str


def make_id(*parts: object) -> str:
    """Return a short stable id made from the fewest, rawest fields that identify a record."""
    joined = "\x1f".join(["" if part is None else str(part) for part in parts])
    return sha256(joined.encode()).hexdigest()[:16]


def encode_lines(records: Iterable[msgspec.Struct]) -> bytes:
    """Return the records as JSON, one a line, UTF-8."""
    return msgspec.json.Encoder().encode_lines(records)
