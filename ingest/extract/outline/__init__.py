"""Read the numbering of a plan into a tree of headings.

Marks such as 一、 （一） 1. （1） open a node; a node's rank is that of its mark's form. Marks inside a line
are taken only where they continue a numbering, so that text on one line is read and `1.15` is not.
"""

from ingest.extract.outline.mark import Mark
from ingest.extract.outline.marks import find_marks, number_of
from ingest.extract.outline.tree import Node, heading, read_outline

__all__ = ["Mark", "Node", "find_marks", "heading", "number_of", "read_outline"]
