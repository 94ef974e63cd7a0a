"""Renders plain text."""

from collections.abc import Callable
from random import Random

from bench.made.model import Content, Paragraph, Table
from bench.made.render.grid import texts
from bench.made.words import data

UNINDENTED = ("title", "meta", "address", "table-title", "page")
WIDTH = 40


def tabs(table: Table, rng: Random) -> list[str]:
    """Return a row a line, cells apart by tabs."""
    return [
        "\t".join(_one_line(row, " ")).rstrip("\t") if _is_alone(row) else "\t".join(_one_line(row, " "))
        for row in texts(table)
    ]


def pipes(table: Table, rng: Random) -> list[str]:
    """Return a row a line, cells apart by pipes, with or without the line below the header."""
    rows = ["| " + " | ".join(_one_line(row, rng.choice((" ", "<br>")))) + " |" for row in texts(table)]
    if rng.random() < 0.6:
        rows.insert(1, "|" + " --- |" * len(texts(table)[0]))
    return rows


def spaces(table: Table, rng: Random) -> list[str]:
    """Return a row a line, cells apart by one space; a covered cell leaves its space."""
    return [" ".join(_one_line(row, "、")).rstrip() for row in texts(table)]


def bars(table: Table, rng: Random) -> list[str]:
    """Return a cell a line, with a bar on a line of its own behind each, as some converters write tables."""
    lines: list[str] = []
    for row in table.rows:
        for cell in row:
            lines += [cell.text.replace("\n", " "), "|"]
    return lines


def stacked(table: Table, rng: Random) -> list[str]:
    """Return a cell a line; empty cells leave nothing."""
    gap = [""] if rng.random() < 0.5 else []
    lines: list[str] = []
    for row in table.rows:
        for cell in row:
            lines += [*cell.text.split("\n"), *gap] if cell.text else []
    return lines


TABLES: dict[str, Callable[[Table, Random], list[str]]] = {
    "tabs": tabs,
    "pipes": pipes,
    "spaces": spaces,
    "bars": bars,
    "stacked": stacked,
}


def _one_line(row: list[str], gap: str) -> list[str]:
    """Return the fields of a row without line breaks."""
    return [field.replace("\n", gap) for field in row]


def _is_alone(row: list[str]) -> bool:
    """Tell whether only the first field of a row has anything in it."""
    return bool(row[0]) and not any(row[1:])


def paragraph(block: Paragraph, indent: str, aligned: bool) -> str:
    """Return a paragraph as a line."""
    if block.style == "right" and aligned:
        return "　" * max(0, WIDTH - len(block.full)) + block.full
    return block.full if block.style in UNINDENTED else indent + block.full


def lines(content: Content, rng: Random) -> list[str]:
    """Return the lines of a document."""
    indent = rng.choice(("　　", "　　", "    ", ""))
    blank, aligned = rng.random() < 0.25, rng.random() < 0.5
    found: list[str] = []
    for block in content.blocks:
        if isinstance(block, Table):
            found += ["", *TABLES[block.text](block, rng), ""]
            continue
        goes_on = block.style == "page"
        found += [""] if blank and found and not goes_on else []
        found.append(paragraph(block, indent, aligned))
    return found


def render(content: Content, rng: Random) -> str:
    """Return the document as text; a part of them with what a web page has around it."""
    found = lines(content, rng)
    if rng.random() < 0.25:
        page = data("site")
        top = [line.format(site=content.site) for line in rng.sample(page["text_top"], 2)]
        bottom = [line.format(site=content.site) for line in rng.sample(page["text_bottom"], 2)]
        found = [*top, "", *found, "", *bottom]
    return "\n".join(found) + "\n"
