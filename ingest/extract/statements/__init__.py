"""Read statements of responsibility in brackets and after labels: who has which role.

A statement is one bracket (`（区教育局牵头，区人社局配合）`), or the labelled fields that stand together
(`牵头单位：…` `责任单位：…`). Within one statement, whoever stands beside a leading unit takes part;
without a leading unit `责任单位` and `负责` mean responsible.
"""

from ingest.extract.statements.brackets import close_bracket, read_bracket
from ingest.extract.statements.fields import read_fields
from ingest.extract.statements.first_listed import find_notes
from ingest.extract.statements.labels import find_labels, label_kind
from ingest.extract.statements.lists import hand_on_prefix, list_claims, settle, split_marks
from ingest.extract.statements.model import Claim, Label, Statement, as_role, below
from ingest.extract.statements.persons import is_person, name_in, person_claims
from ingest.extract.statements.verbs import has_verb, parse_verbs

__all__ = [
    "Claim",
    "Label",
    "Statement",
    "as_role",
    "below",
    "close_bracket",
    "find_labels",
    "find_notes",
    "hand_on_prefix",
    "has_verb",
    "is_person",
    "label_kind",
    "list_claims",
    "name_in",
    "parse_verbs",
    "person_claims",
    "read_bracket",
    "read_fields",
    "settle",
    "split_marks",
]
