"""Find the files that were named and read each, whatever its format, as text with the places it came from.

Text files are read here; everything with a parser of its own is read in a child process with
limits on time and memory, so that no document can stop a run.
"""

from ingest.read.files import find_files
from ingest.read.model import Document, Place
from ingest.read.reader import read_file

__all__ = ["Document", "Place", "find_files", "read_file"]
