"""Names of units: what reads as one, and how a list of them is split and completed."""

from ingest.extract.units.complete import complete_prefix
from ingest.extract.units.deeds import list_end, name_end
from ingest.extract.units.names import (
    CLOSE,
    OPEN,
    Mention,
    ends_like_unit,
    is_collective,
    is_ordinary,
    is_unit_name,
    last_letters,
)
from ingest.extract.units.split import split_units

__all__ = [
    "CLOSE",
    "OPEN",
    "Mention",
    "complete_prefix",
    "ends_like_unit",
    "is_collective",
    "is_ordinary",
    "is_unit_name",
    "last_letters",
    "list_end",
    "name_end",
    "split_units",
]
