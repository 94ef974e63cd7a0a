"""Name the groups that a document counts in: its form, format, kind, damage or level."""

import re
from functools import cache
from pathlib import PurePosixPath

from ingest import lexicon
from ingest.evaluate.answers import Answer, Names

GROUPINGS = ("form", "format", "kind", "damage", "level")
_NOT_GIVEN = "not given"
_OTHER = "other"
_LONGEST_NAME = 40  # letters; a form that is longer, and has spaces, is a description
_BETWEEN = re.compile(r"\s*[,;+/、，；]\s*")


def groups_of(answer: Answer, by: str) -> tuple[str, ...]:
    """Return the groups of a document; a document of several forms counts in each."""
    if by == "format":
        return (PurePosixPath(answer.source).suffix.lstrip(".").lower() or _NOT_GIVEN,)
    names: Names = getattr(answer, by)
    if names is None or names in ("", ()):
        return (_NOT_GIVEN,)
    if isinstance(names, tuple):
        return tuple(dict.fromkeys(names))
    if by == "form" and isinstance(names, str):
        return _forms(names)
    return (str(names),)


def _forms(form: str) -> tuple[str, ...]:
    """Return the forms that a text names, in the order of `data/lexicon/answer_forms.tsv`."""
    if len(form) <= _LONGEST_NAME and " " not in form.strip():
        return tuple(dict.fromkeys(name for name in _BETWEEN.split(form) if name))
    found = [name for pattern, name in _patterns() if pattern.search(form)]
    return tuple(dict.fromkeys(found)) or (_OTHER,)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries = lexicon.mapping("answer_forms").items()
    return tuple((re.compile(pattern, re.IGNORECASE), name) for pattern, name in entries)
