"""Read Word documents (docx, docm) as a reader sees them: text in its order, with computed numbering.

Tracked insertions count, deletions do not; footnotes follow their paragraph; page headers and footers,
comments and the table of contents that Word makes are left out; macros are never run.
"""

from collections import Counter
from collections.abc import Callable
from importlib import import_module

from ingest.read.formats import READERS, find_format
from ingest.read.grid import Writer
from ingest.read.model import Content, Flaw, UnreadableError
from ingest.read.ooxml import Package
from ingest.read.word_blocks import BlockReader, Source, write
from ingest.read.word_numbering import Numbering
from ingest.read.word_text import TextReader
from ingest.read.word_xml import MAIN, Element

# What is seen and not read -> code, what was expected, what was found ({} is how many).
_SEEN = {
    "hidden": ("hidden-text", "text that is shown", "{} hidden stretches, not read"),
    "comment": ("comments-left-out", "text without comments", "{} comments, not read"),
    "contents": ("contents-left-out", "headings once", "{} lines of a table of contents, not read"),
    "symbol": ("unknown-symbol", "letters of known symbol fonts", "{} others"),
    "picture": ("picture-not-read", "text", "{} pictures that are large enough to hold text"),
    "diagram": ("picture-not-read", "text", "{} diagrams or charts"),
    "object": ("object-not-read", "text", "{} embedded documents"),
}


def read(data: bytes, form: str) -> Content:
    """Return the text of a document.

    Raises:
        UnreadableError: it is damaged beyond mending, encrypted, too large, or no Word document.
    """
    package = Package(data)
    main = package.main("word/document.xml")
    root = package.tree(main)
    body = None if root is None else root.find(f"{MAIN}body")
    if body is None:
        raise UnreadableError("damaged-file", "a Word document with a body", f"none in {main}")
    related: dict[str, str] = {}
    by_id: dict[str, str] = {}
    for one in package.related(main):
        related.setdefault(one.kind, one.part)
        by_id[one.id] = one.part
    styles = _tree(package, related.get("styles"))
    text = TextReader(body)
    reader = BlockReader(
        text,
        Source(
            numbering=Numbering(_tree(package, related.get("numbering")), styles),
            notes=_notes(package, related),
            styles=_by_name(styles),
            chunk=_chunks(package, by_id),
        ),
    )
    writer = Writer()
    write(reader.blocks(body), writer)
    lines = writer.text().rstrip("\n") + "\n"
    return Content(lines, flaws=(*package.flaws, *_flaws(package, body, text.seen)))


def _tree(package: Package, part: str | None) -> Element | None:
    return None if part is None else package.tree(part)


def _by_name(styles: Element | None) -> dict[str, Element]:
    found = () if styles is None else styles.iter(f"{MAIN}style")
    return {one.get(f"{MAIN}styleId") or "": one for one in found}


def _notes(package: Package, related: dict[str, str]) -> dict[tuple[str, str], Element]:
    """Return footnotes and endnotes; separators are notes that nothing refers to."""
    out = {}
    for kind in ("footnote", "endnote"):
        root = _tree(package, related.get(f"{kind}s"))
        for note in () if root is None else root.iter(f"{MAIN}{kind}"):
            out[kind, note.get(f"{MAIN}id") or ""] = note
    return out


def _chunks(package: Package, by_id: dict[str, str]) -> Callable[[str], str]:
    """Return what reads a part that is a document of its own: converters of HTML write such."""

    def text(name: str) -> str:
        part = by_id.get(name, "")
        data = package.content(part) if part else None
        if data is None:
            package.flaws.append(Flaw("damaged-part", "a part that the text refers to", part or "none"))
            return ""
        form = find_format(data, "doc" if data[:100].lstrip().lower().startswith(b"mime-version") else "html")
        try:
            content: Content = import_module(READERS[form]).read(data, form)
        except (UnreadableError, KeyError) as error:
            package.flaws.append(Flaw("object-not-read", f"a part that can be read: {part}", str(error)))
            return ""
        package.flaws.extend(content.flaws)
        return content.text.rstrip("\n")

    return text


def _flaws(package: Package, body: Element, seen: Counter[str]) -> list[Flaw]:
    flaws = []
    if package.has_macros():
        flaws.append(Flaw("macros-ignored", "a document without programs", "macros, which were not run"))
    changes = sum(1 for _ in body.iter(f"{MAIN}ins", f"{MAIN}del", f"{MAIN}moveFrom", f"{MAIN}moveTo"))
    if changes:
        found = f"{changes} tracked changes; what was inserted is read, what was deleted is not"
        flaws.append(Flaw("tracked-changes", "a final text", found))
    for name, (code, expected, found) in _SEEN.items():
        if seen[name]:
            flaws.append(Flaw(code, expected, found.format(seen[name])))
    return flaws
