"""Renders Markdown."""

from random import Random

from bench.made.model import Content, Paragraph, Table
from bench.made.render.grid import texts

HEADS = {"title": "# ", "heading": "## ", "table-title": "### "}


def _table(block: Table) -> str:
    """Return a table with pipes; line breaks in cells are tags."""
    rows = [[field.replace("\n", "<br>").replace("|", "\\|") for field in row] for row in texts(block)]
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([head, "|" + " --- |" * len(rows[0]), *body])


def _paragraph(block: Paragraph, rng: Random, bold: bool) -> str:
    """Return a paragraph; marks that Markdown would take for a list are escaped."""
    text = block.full
    head, colon, rest = text.partition("：")
    if block.style == "label" and bold and colon and len(head) < 10:
        return f"**{head}：**{rest}"
    if block.style in HEADS:
        return HEADS[block.style] + text
    return text


def render(content: Content, rng: Random) -> str:
    """Return the document as Markdown."""
    bold = rng.random() < 0.3
    parts = [
        _table(block) if isinstance(block, Table) else _paragraph(block, rng, bold)
        for block in content.blocks
    ]
    return "\n\n".join(parts) + "\n"
