"""Rebuild text whose GBK bytes were put out of step: `再?橐蕴岣` is 变为以提高.

A byte-wise replacement in the GBK stream also strikes across two characters. A byte gets between the
two bytes of one character, and all that follows is read one byte late until a byte below 0x80 sets
the reading right again. What the decoder could not read became `?` or vanished.
"""

from ingest.repair.shifted.windows import find, is_possible

__all__ = ["find", "is_possible"]
