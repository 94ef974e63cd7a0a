"""What a made plan is: what it looks like (`Content`) and what it says (`Facts`, `Item`)."""

from dataclasses import dataclass, field, replace
from typing import Literal

Style = Literal["title", "heading", "body", "meta", "address", "right", "table-title", "page", "label"]
RoleName = Literal["lead", "participate", "responsible"]
Kind = Literal["unit", "collective", "person"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; its mark (一、) is apart, because word processors number by themselves."""

    text: str
    style: Style = "body"
    mark: str = ""
    rank: int = 0
    """0 no list, 1 section, 2 group, 3 task, 4 below a task."""

    @property
    def full(self) -> str:
        """The paragraph as it is read."""
        return self.mark + self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the rows and columns it spans; lines in a cell are separated by line breaks."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each row lists the cells that begin in it."""

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 1
    text: str = "tabs"
    """How plain text shows it: tabs, pipes, spaces, bars, stacked."""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Content:
    """A document before it is rendered."""

    blocks: tuple[Block, ...]
    site: str = ""
    """The office whose site shows the document."""

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs outside tables."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    def with_blocks(self, blocks: list[Block]) -> "Content":
        """Return the same document with other blocks."""
        return replace(self, blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class Role:
    """A unit's role in a task."""

    unit: str
    surface: str
    role: RoleName
    kind: Kind


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written, and its day where it has one."""

    text: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Cite:
    """A document that a task cites."""

    title: str
    doc_no: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A task with its answers."""

    number: str | None
    title: str
    path: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    deadline: Deadline | None = None
    cites: tuple[Cite, ...] = ()
    said: str = ""
    """The patterns of its statements, to group failures by."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a plan says of itself."""

    title: str
    kind: str
    year: int
    doc_no: str | None = None
    date: str | None = None
    district: str | None = None
    issuer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan before damage and rendering."""

    facts: Facts
    content: Content
    items: tuple[Item, ...] = field(default_factory=tuple)
