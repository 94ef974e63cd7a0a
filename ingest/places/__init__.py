"""Administrative places: which district, city or province a text belongs to, by the names of its year.

Shared knowledge: any stage may import it. The table of divisions loads on first use.
"""

from ingest.places.find import Verdict, find_place
from ingest.places.table import Place, load_table

__all__ = ["Place", "Verdict", "find_place", "load_table"]
