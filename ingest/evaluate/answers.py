"""Read answers: one JSON file for each source, checked key by key; keys that are not known are left alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ingest.errors import UsageError
from ingest.records import RoleName

Names = str | int | tuple[str, ...] | None


class RoleAnswer(msgspec.Struct, frozen=True):
    """One unit in one role; `unit` is its full mention."""

    unit: str
    role: RoleName


class Words(msgspec.Struct, frozen=True):
    """A deadline as it stands in the text."""

    text: str | None = None


class Titled(msgspec.Struct, frozen=True):
    """A cited document."""

    title: str | None = None


class ItemAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One task. `responsible_as_written` lists its units where their order, not a word, says who leads."""

    title: str
    number: str | int | None = None
    content_start: str | None = None
    roles: tuple[RoleAnswer, ...]
    deadline: Words | str | None = None
    cites: tuple[Titled | str, ...] = ()
    responsible_as_written: tuple[str, ...] | None = None


class PlanAnswer(msgspec.Struct, frozen=True):
    """What the head of a plan says; what is None is not asked for."""

    title: str | None = None
    year: int | str | None = None
    doc_no: str | None = None
    district: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The answers for one source.

    `apart` keeps a document, such as a news report, out of the score over all. `form`, `kind`, `damage`
    and `level` only group the documents. `rule` is `first_listed_leads` where the order of units decides.
    """

    source: str
    items: tuple[ItemAnswer, ...]
    plans: tuple[PlanAnswer, ...] = ()
    apart: bool = False
    rule: str | None = None
    deadlines_annotated: str | bool = "all"
    cites_annotated: bool = True
    form: Names = None
    kind: Names = None
    damage: Names = None
    level: Names = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file of answers, or its source, does not count."""

    file: str
    message: str

    def __str__(self) -> str:
        """Return file and reason."""
        return f"{self.file}: {self.message}"


def read_answers(gold: Path) -> tuple[tuple[Answer, ...], tuple[Problem, ...]]:
    """Read the answers of a folder (its `*.json`, not those of folders below) or of one file.

    Returns:
        The answers in the order of their file names, and what is wrong with the other files.

    Raises:
        UsageError: there is no such folder, or it holds no answers.
    """
    if not gold.exists():
        raise UsageError(f"{gold}: expected a folder of answers, found nothing there")
    answers: list[Answer] = []
    problems: list[Problem] = []
    for path in _files(gold):
        found = _read(path)
        if isinstance(found, Answer):
            answers.append(found)
        else:
            problems.append(found)
    if not answers and not problems:
        raise UsageError(f"{gold}: expected answers, one JSON file for each source, found no *.json")
    return tuple(answers), tuple(problems)


def _files(gold: Path) -> Iterator[Path]:
    yield from sorted(gold.glob("*.json")) if gold.is_dir() else [gold]


def _read(path: Path) -> Answer | Problem:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Answer)
    except OSError as error:
        return Problem(str(path), f"expected a file of answers, found {error.strerror}")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Problem(str(path), _in_words(str(error)))


def _in_words(error: str) -> str:
    """Name the place first: ``Object missing required field `unit` - at `$.items[0].roles[1]` ``."""
    message, _, place = error.partition(" - at ")
    where = re.sub(r"^\$\.?", "", place.strip("`")) or "the file"
    if missing := re.fullmatch(r"Object missing required field `(\w+)`", message):
        return f"{where}: expected a key {missing[1]!r}, found none"
    return f"{where}: {message[:1].lower()}{message[1:]}"
