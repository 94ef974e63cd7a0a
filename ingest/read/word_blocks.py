"""Walk the body of a Word document in its order: paragraphs with their labels, tables, boxes, notes."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ingest.read.grid import Cell, Writer
from ingest.read.word_numbering import Numbering
from ingest.read.word_tables import Placed, is_layout, table_rows
from ingest.read.word_text import Inline, TextReader, chunk_id
from ingest.read.word_xml import MAIN, Element, find, is_contents, is_on, unwrapped, value

_DIGITS = "0123456789"


class Table(NamedTuple):
    """A table, or what only lays out paragraphs by the means of one."""

    rows: list[list["Placed[Blocks] | None"]]
    is_layout: bool


Blocks = list[str | Table]


class Source(NamedTuple):
    """What the walk needs beside the body.

    Attributes:
        numbering: computes labels.
        notes: (footnote or endnote, id) -> its element.
        styles: name -> style.
        chunk: gives the text of a part of another format, by its relationship.
    """

    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    styles: dict[str, Element]
    chunk: Callable[[str], str]


class BlockReader:
    """Reads blocks; notes come as paragraphs after the paragraph or table that refers to them."""

    def __init__(self, text: TextReader, source: Source) -> None:
        """Take the reader of paragraphs and what stands outside the body."""
        self._text = text
        self._source = source
        self._run_in = ""  # text of paragraphs whose mark is deleted or hidden: the next goes on with it
        self._in_table = 0

    def blocks(self, parent: Element) -> Blocks:
        """Return the blocks of the body, a cell, a box or a note."""
        out: Blocks = []
        waiting, self._run_in = self._run_in, ""
        for child in unwrapped(parent):
            if child.tag == f"{MAIN}p":
                out += self._paragraph(child)
            elif child.tag == f"{MAIN}tbl":
                out += self._table(child)
            elif child.tag == f"{MAIN}altChunk":
                out.append(self._source.chunk(chunk_id(child)))
            elif child.tag == f"{MAIN}sdt" and is_contents(child):
                self._text.seen["contents"] += 1
        if self._run_in:
            out.append(self._run_in)
        self._run_in = waiting
        return out

    def _paragraph(self, paragraph: Element) -> Iterator[str | Table]:
        properties = find(paragraph, "pPr")
        inline = self._text.paragraph(paragraph)
        goes_on = _goes_on(properties)
        label = "" if goes_on else self._source.numbering.label(properties)
        if inline.is_contents and not (label or inline.text.strip()):
            self._text.seen["contents"] += 1
            return
        text = self._run_in + inline.text
        self._run_in = text if goes_on else ""
        if not goes_on:
            yield labelled(label, text)
        yield from inline.lines
        for box in inline.boxes:
            yield from self.blocks(box)
        yield from self._notes(inline)

    def _notes(self, inline: Inline) -> Blocks:
        """Return the paragraphs of the notes that a paragraph refers to, each note once."""
        out: Blocks = []
        for name in inline.notes:
            note = self._source.notes.pop(name, None)
            if note is not None:
                out += [block for block in self.blocks(note) if block != ""]
        return out

    def _table(self, table: Element) -> Iterator[str | Table]:
        rows = table_rows(table, self.blocks)
        texts = [[words(cell.content) for cell in row if cell is not None] for row in rows]
        if not any(map(any, texts)):
            return
        styles = self._source.styles.get
        yield Table(rows, _is_frame(rows, texts) or is_layout(table, styles, texts))


def labelled(label: str, text: str) -> str:
    """Return a paragraph with its label; a number must not run into a digit that the text begins with."""
    if not label:
        return text
    text = text.lstrip(" \t　")
    parted = label[-1] in ".．" and text[:1] in _DIGITS and text != ""
    return label + (" " if parted else "") + text


def write(blocks: Blocks, writer: Writer) -> None:
    """Write blocks as lines; a table that only lays out is written as the paragraphs in it."""
    for block in blocks:
        if isinstance(block, str):
            for line in _lines(block):
                if writer.length or line.strip():  # blank lines above everything say nothing
                    writer.line(line)
        elif block.is_layout:
            for cell in _cells(block):
                write(_without_end(cell.content), writer)
        else:
            writer.table([[None if cell is None else _written(cell) for cell in row] for row in block.rows])


def _without_end(blocks: Blocks) -> Blocks:
    """Return the blocks of a cell without the empty paragraph that has to follow a table in it."""
    return blocks[:-1] if len(blocks) > 1 and blocks[-1] == "" else blocks


def words(blocks: Blocks) -> str:
    """Return the text of blocks inside a cell: a line for a paragraph, and for a row of a table in it."""
    lines = []
    for block in blocks:
        if isinstance(block, str):
            lines += _lines(block)
        else:
            for row in block.rows:
                filled = (words(cell.content) for cell in row if cell is not None)
                lines.append(" ".join(text for text in filled if text))
    return "\n".join(line for line in lines if line.strip())


def _lines(text: str) -> list[str]:
    """Return the lines of a paragraph; a tab that begins one is an indent, unless more tabs part it."""
    return [line.lstrip("\t") if "\t" not in line.strip("\t") else line for line in text.split("\n")]


def _written(cell: Placed[Blocks]) -> Cell:
    return Cell(words(cell.content), cell.rows, cell.columns)


def _cells(table: Table) -> Iterator[Placed[Blocks]]:
    return (cell for row in table.rows for cell in row if cell is not None)


def _is_frame(rows: Sequence[Sequence[Placed[Blocks] | None]], texts: Sequence[Sequence[str]]) -> bool:
    """Say whether a table has one column, or holds little besides another table."""
    if max(map(len, rows), default=0) < 2:
        return True
    inner = [
        words([block])
        for row in rows
        for cell in row
        if cell is not None
        for block in cell.content
        if isinstance(block, Table)
    ]
    return 2 * sum(map(len, inner)) > sum(len(text) for row in texts for text in row)


def _goes_on(properties: Element | None) -> bool:
    """Say whether the next paragraph stands on the same line: the mark between is deleted or hidden, or this
    is a large first letter."""
    frame = find(properties, "framePr")
    drop = None if frame is None else frame.get(f"{MAIN}dropCap")
    mark = find(properties, "rPr")
    return (
        find(mark, "del") is not None
        or is_on(mark, "specVanish")
        or value(mark, "moveFrom") is not None
        or drop in ("drop", "margin")
    )
