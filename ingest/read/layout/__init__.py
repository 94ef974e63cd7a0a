"""Read pages of placed characters and rules as a person does: lines, paragraphs, tables, in their order.

What PDF and OFD share. The order of the steps is here alone.
"""

from collections.abc import Iterable, Sequence

from ingest.read.grid import Cell, Writer
from ingest.read.layout import joined
from ingest.read.layout.cells import parts, read_table
from ingest.read.layout.furniture import drop_furniture
from ingest.read.layout.glyphs import clean
from ingest.read.layout.grids import find_grids
from ingest.read.layout.lines import make_lines
from ingest.read.layout.margins import set_margins
from ingest.read.layout.model import Char, Entry, Line, Page, Region, Rule, Table
from ingest.read.layout.notes import part_notes
from ingest.read.layout.paragraphs import Seam, Style, empty_lines, find_style, goes_on
from ingest.read.layout.regions import make_regions
from ingest.read.layout.sheet import Sheet
from ingest.read.layout.wrapping import first_gap, glue
from ingest.read.model import Place

_TAIL = 400  # characters of a paragraph that tell whether it goes on

__all__ = ["Char", "Page", "Rule", "Sheet", "write_pages"]


def write_pages(pages: Sequence[Page], writer: Writer) -> None:
    """Write the text of pages: a paragraph a line, tables row by row, a place where each page begins."""
    lines, tables = [], []
    for page in pages:
        grids = find_grids(page.rules)
        outside, inside = parts(clean(page.chars), grids)
        lines.append(make_lines(outside))
        read = (read_table(grid, own, page.number) for grid, own in zip(grids, inside, strict=True))
        tables.append([table for table in read if table.has_text()])
    regions = make_regions(pages, drop_furniture(pages, lines), tables)
    set_margins(regions)
    _Flow(writer, find_style(regions)).write(regions)


class _Flow:
    """Joins lines to paragraphs and parts of tables to tables, and writes them."""

    def __init__(self, writer: Writer, style: Style) -> None:
        self._writer, self._style = writer, style
        self._page = 0  # of the last place
        self._lines: list[Line] = []  # of the paragraph
        self._regions: list[Region] = []  # in which they stand
        self._tail = ""  # the end of its text
        self._notes: list[tuple[Line, Region]] = []  # from the foot of a page, until the paragraph there ends
        self._table: Table | None = None

    def write(self, regions: Iterable[Region]) -> None:
        """Write what stands in the regions."""
        for region in regions:
            blocks, notes = part_notes(region)
            for index, block in enumerate(blocks):
                if isinstance(block, Line):
                    self._end_table()
                    self._add_line(block, region)
                else:
                    self._end_paragraph()
                    self._add_table(block, is_first=index == 0)
            self._notes += [(note, region) for note in notes]
        self._end_paragraph()
        self._end_table()
        self._writer.line("")  # an empty line tells that line ends are those of paragraphs

    def _add_line(self, line: Line, region: Region) -> None:
        if self._lines:
            before, last = self._lines[-1], self._regions[-1]
            if goes_on(Seam(self._lines, self._tail, last, line, region), self._style):
                self._take(line, region)
                return
            self._end_paragraph()
            empty = empty_lines(before, line, self._style, apart=region is not last)
            self._writer.add("\n" * empty)
        self._take(line, region)

    def _take(self, line: Line, region: Region) -> None:
        between = glue(self._tail, self._lines[-1], line) if self._lines else ""
        self._tail = (self._tail + between + line.text)[-_TAIL:]
        self._lines.append(line)
        self._regions.append(region)

    def _end_paragraph(self) -> None:
        tail = ""
        for index, (line, region) in enumerate(zip(self._lines, self._regions, strict=True)):
            between = glue(tail, self._lines[index - 1], line) if index else first_gap(line)
            self._writer.add(between)
            self._writer.add(line.text, self._place(region.page.number))
            tail = (tail + between + line.text)[-_TAIL:]
        if self._lines:
            self._writer.add("\n")
        self._lines, self._regions, self._tail = [], [], ""
        notes, self._notes = self._notes, []
        for note, region in notes:
            self._writer.line(note.text, self._place(region.page.number))

    def _add_table(self, table: Table, *, is_first: bool) -> None:
        above = self._table
        if above is not None and is_first and joined.goes_on(above, table):
            self._table = joined.join(above, table)
            return
        self._end_table()
        self._table = table

    def _end_table(self) -> None:
        if self._table is not None:
            self._writer.table([[self._cell(entry) for entry in row] for row in self._table.rows])
            self._table = None

    def _cell(self, entry: Entry | None) -> Cell | None:
        if entry is None:
            return None
        place = self._place(entry.page) if entry.page is not None else None
        return Cell(entry.text, entry.rows, entry.columns, place)

    def _place(self, page: int) -> Place | None:
        """Return the place of a page where its text begins."""
        if page == self._page:
            return None
        self._page = page
        return Place(0, page=page)
