"""Read the values of labels: `牵头单位：…` `责任单位：…` `完成时限：…`."""

from ingest.extract.deadlines import find_deadline
from ingest.extract.statements.first_listed import find_notes
from ingest.extract.statements.lists import hand_on_prefix, list_claims, settle, split_marks
from ingest.extract.statements.model import Label, Statement, as_role
from ingest.extract.statements.onward import take_onward
from ingest.extract.statements.persons import person_claims
from ingest.extract.statements.verbs import has_verb, parse_verbs
from ingest.extract.units import CLOSE, OPEN, is_collective, is_unit_name
from ingest.records import RoleName

_OPENS_NOTE = OPEN + " 　，,。；;：:注"  # what may part a list from a note behind it
_NOTHING = " 　，,、；;。/—-－无"


def read_fields(text: str, labels: list[Label], stops: list[int], start: int, end: int) -> Statement:
    """Read labelled fields into one statement; `stops[i]` ends the value of `labels[i]`."""
    out = Statement(start, end)
    for label, stop in zip(labels, stops, strict=True):
        if label.kind == "deadline":
            _read_deadline(text, label.end, stop, out)
        elif label.kind == "person":
            out.claims += person_claims(text, label.end, stop, label.start)
        elif label.kind == "division":
            _read_division(text, label, stop, out)
        elif label.kind != "other":
            _read_units(text, label, stop, out)
    out.claims = settle(split_marks(hand_on_prefix(out.claims)))
    return out


def _read_deadline(text: str, start: int, end: int, out: Statement) -> None:
    while end > start and text[end - 1] in " 　\n\t。；;，,":
        end -= 1
    while start < end and text[start] in " 　\n\t":
        start += 1
    start = max(start, text.rfind("\n", start, end) + 1)
    if start < end:
        out.deadlines.append((start, end))


def _read_units(text: str, label: Label, end: int, out: Statement) -> None:
    start, end = _unwrapped(text, *take_asides(text, label.end, end, out, onward_first=True))
    if not text[start:end].strip(_NOTHING):
        return
    beside = label.kind == "beside"
    role: RoleName = "participate" if beside else as_role(label.kind)
    if has_verb(text, start, end, marks=False):
        claims = parse_verbs(text, start, end, role, "label-verb")
        out.claims += [c._replace(role=role) if c.role == "responsible" else c for c in claims]
    else:
        cue = (label.start, label.end)
        doubt = "unknown-label" if beside else ""
        out.claims += list_claims(text, (start, end), role, rule="label", doubt=doubt, cue=cue)


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the brackets around a whole list: `责任单位：（A、B）`, also where one of them was lost."""
    while start < end and text[start] in _NOTHING:
        start += 1
    depth = 0
    for at in range(start, end):
        depth += (text[at] in OPEN) - (text[at] in CLOSE)
        if depth == 0:
            return (start + 1, at) if at > start and not text[at + 1 : end].strip(_NOTHING) else (start, end)
    return start + (start < end), end


def _read_division(text: str, label: Label, end: int, out: Statement) -> None:
    """Read `责任分工：A牵头，B配合`: a value that says itself who does what, or nothing (另行明确)."""
    start, end = take_asides(text, label.end, end, out)
    if "\n" in text[label.end : end].lstrip(" 　") and not text[label.end : end].split("\n", 1)[0].strip():
        return  # a heading over paragraphs
    if has_verb(text, start, end, marks=False):
        claims = parse_verbs(text, start, end, None, "label-verb")
    else:
        cue = (label.start, label.end)
        claims = list_claims(text, (start, end), "responsible", rule="label", cue=cue)
    names = [claim.mention.name for claim in claims]
    plausible = all(is_unit_name(name) or is_collective(name) for name in names)
    if plausible and any(is_unit_name(name, strong=True) for name in names):
        out.claims += claims


def take_asides(
    text: str, start: int, end: int, out: Statement, *, onward_first: bool = False
) -> tuple[int, int]:
    """Move what is no list of units from [start, end) into a statement, and return what is left of it.

    That is: what holds for all later items, a note that the first unit leads, and deadlines.

    Args:
        onward_first: look for words about later items before the deadlines are cut off, not after.
    """
    if onward_first:
        end = _take_onward(text, start, end, out)
    if note := next(find_notes(text, start, end), None):
        out.first_leads = True
        start, end = _without_note(text, start, end, note)
    start, end, deadlines = _take_deadlines(text, start, end)
    out.deadlines += deadlines
    if not onward_first:
        end = _take_onward(text, start, end, out)
    return start, end


def _without_note(text: str, start: int, end: int, note: tuple[int, int]) -> tuple[int, int]:
    """Return the list before a note, or the one behind it where the note in its bracket comes first."""
    stop = note[0]
    while stop > start and text[stop - 1] in _OPENS_NOTE:
        stop -= 1
    if stop > start:
        return start, stop
    behind = next((at + 1 for at in range(note[1], end) if text[at] in CLOSE), None)
    return (start, stop) if behind is None else (behind, end)


def _take_onward(text: str, start: int, end: int, out: Statement) -> int:
    end, claims = take_onward(text, start, end)
    out.onward += claims
    return end


def _take_deadlines(text: str, start: int, end: int) -> tuple[int, int, list[tuple[int, int]]]:
    """Cut deadlines that open or close a stretch: `6月底完成，…`, `…，4月底前完成`."""
    found = []
    while True:
        cut = max(text.rfind(mark, start, end) for mark in "，；。,; 　")
        span = find_deadline(text, cut + 1 if cut >= start else start, end, whole=True)
        if span is None or cut < start:
            break
        found.append(span)
        end = cut
    cuts = [at for mark in "，；,;" if (at := text.find(mark, start, end)) >= 0]
    if cuts and (span := find_deadline(text, start, min(cuts), whole=True)):
        found.append(span)
        start = min(cuts) + 1
    return start, end, found
