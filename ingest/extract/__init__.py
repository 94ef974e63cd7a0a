"""Find the items of a plan and who leads, takes part in or answers for each."""

from ingest.extract.extract import Extraction, extract
from ingest.extract.notes import Note

__all__ = ["Extraction", "Note", "extract"]
