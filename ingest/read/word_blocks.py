"""Walk the body of a Word document in its order: paragraphs with their labels, tables, boxes, notes."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ingest.read.grid import Cell, Writer
from ingest.read.word_numbering import Numbering, labelled, spaced
from ingest.read.word_tables import Placed, is_layout, table_rows
from ingest.read.word_text import Inline, TextReader, chunk_id
from ingest.read.word_xml import MAIN, Element, find, is_contents, is_on, unwrapped

_NOTE = "注："
_TYPED_LABEL = re.compile(  # a number that was typed, and the tab that parts it from the text
    r"([ \u3000]*(?:第[\d〇零一二三四五六七八九十百]+[章节条篇]|[〇一二三四五六七八九十百]+[、.．]"
    r"|[（(][\d〇一二三四五六七八九十百]+[)）]|\d+(?:\.\d+)*[.．、)）]?|[①-⑳]))\t+(?=[^\t]*$)"
)


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
        self._waiting: Blocks | None = None  # notes that cells refer to: they stand below the table

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
        joined = _joins(properties)
        label = "" if joined == "lost" else self._source.numbering.label(properties)
        if inline.is_contents and not (label or inline.text.strip()):
            self._text.seen["contents"] += 1
            return
        text = labelled(label, self._run_in + inline.text)
        self._run_in = text if joined else ""
        if not joined:
            yield text
        yield from inline.lines
        for box in inline.boxes:
            yield from self.blocks(box)
        if self._waiting is None:
            yield from self._notes(inline)
        else:
            self._waiting += self._notes(inline)

    def _notes(self, inline: Inline) -> Blocks:
        """Return the paragraphs of the notes that a paragraph refers to, each note once."""
        out: Blocks = []
        for name in inline.notes:
            note = self._source.notes.pop(name, None)
            if note is not None:
                out += _as_note([block for block in self.blocks(note) if block != ""])
        return out

    def _table(self, table: Element) -> Iterator[str | Table]:
        outer, self._waiting = self._waiting, self._waiting or []
        rows = table_rows(table, self.blocks)
        notes, self._waiting = self._waiting, outer
        texts = [[words(cell.content) for cell in row if cell is not None] for row in rows]
        if not any(map(any, texts)):
            return
        styles = self._source.styles.get
        yield Table(rows, _is_frame(rows, texts) or is_layout(table, styles, texts))
        if outer is None:
            yield from notes


def _as_note(blocks: Blocks) -> Blocks:
    """Return a note that says that it is one: on the page its place and its size do."""
    first = blocks[0] if blocks else ""
    if isinstance(first, str) and first and not first.lstrip().startswith(_NOTE[0]):
        return [_NOTE + first.lstrip(), *blocks[1:]]
    return blocks


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
    """Return the lines of a paragraph; a tab that only indents it, or parts a typed number, goes."""
    return [_without_indent(line) for line in text.split("\n")]


def _without_indent(line: str) -> str:
    if match := _TYPED_LABEL.match(line):
        return labelled(spaced(match[1]), line[match.end() :])
    return line.lstrip("\t") if "\t" not in line.strip("\t") else line


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


def _joins(properties: Element | None) -> str:
    """Say whether the next paragraph stands on the same line: the mark between was deleted and is "lost",
    or it is "hidden", or this is the "first" letter of the next in a large frame."""
    mark = find(properties, "rPr")
    if find(mark, "del") is not None or find(mark, "moveFrom") is not None:
        return "lost"
    if is_on(mark, "specVanish"):
        return "hidden"
    frame = find(properties, "framePr")
    drop = None if frame is None else frame.get(f"{MAIN}dropCap")
    return "first" if drop in ("drop", "margin") else ""
