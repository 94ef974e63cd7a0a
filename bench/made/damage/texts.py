"""Applies a change of text to every text of a document."""

from collections.abc import Callable
from dataclasses import replace

from bench.made.model import Block, Cell, Content, Table

Change = Callable[[str], str]


def each_text(content: Content, change: Change, *, with_mark: bool = False) -> Content:
    """Change paragraphs and cells; `with_mark` takes the mark of a paragraph as part of its text."""

    def changed(block: Block) -> Block:
        if isinstance(block, Table):
            rows = tuple(tuple(_cell(cell, change) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        if with_mark:
            return replace(block, text=change(block.full), mark="")
        return replace(block, text=change(block.text))

    return content.with_blocks([changed(block) for block in content.blocks])


def _cell(cell: Cell, change: Change) -> Cell:
    """Change the lines of a cell."""
    return replace(cell, text="\n".join(change(line) for line in cell.text.split("\n")))
