"""Applies a change of text to every text of a document."""

from collections.abc import Callable
from dataclasses import replace

from bench.made.model import Block, Cell, Content, Table

Change = Callable[[str], str]


def each_text(
    content: Content, change: Change, *, with_mark: bool = False, mark_change: Change | None = None
) -> Content:
    """Change paragraphs and cells.

    Args:
        content: the document.
        change: what happens to each text.
        with_mark: whether the mark of a paragraph is part of its text.
        mark_change: what happens to marks that stay apart.
    """

    def changed(block: Block) -> Block:
        if isinstance(block, Table):
            rows = tuple(tuple(_cell(cell, change) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        if with_mark:
            return replace(block, text=change(block.full), mark="")
        return replace(
            block, text=change(block.text), mark=mark_change(block.mark) if mark_change else block.mark
        )

    return content.with_blocks([changed(block) for block in content.blocks])


def _cell(cell: Cell, change: Change) -> Cell:
    """Change the lines of a cell."""
    return replace(cell, text="\n".join(change(line) for line in cell.text.split("\n")))
