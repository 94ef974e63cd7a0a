"""Find the items of a plan and who leads, takes part in or answers for each."""

from ingest.extract.extract import Extraction, extract
from ingest.extract.facts import CodedPlan, coded_items, is_facts, read_facts
from ingest.extract.notes import Note

__all__ = ["CodedPlan", "Extraction", "Note", "coded_items", "extract", "is_facts", "read_facts"]
