"""Names and small look-ups of WordprocessingML that all modules of the Word reader share."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element
MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFF = ("0", "false", "off", "none", "nil")
# What stands around content and says something about it, without being content.
WRAPPERS = frozenset(
    MAIN + name
    for name in (
        *("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"),
        *("hyperlink", "fldSimple", "dir", "bdo", "rubyBase"),
    )
)
REMOVED = frozenset((MAIN + "del", MAIN + "moveFrom"))


def value(element: Element | None, *path: str) -> str | None:
    """Return the `w:val` of the element at a path of names, None where there is none."""
    found = find(element, *path)
    return None if found is None else found.get(MAIN + "val")


def number(element: Element | None, *path: str, default: int = 0) -> int:
    """Return the `w:val` at a path as a whole number."""
    return as_number(value(element, *path), default)


def as_number(text: str | None, default: int = 0) -> int:
    """Return a whole number, `default` for what is none."""
    try:
        return default if text is None else int(float(text))
    except (ValueError, OverflowError):
        return default


def is_on(element: Element | None, *path: str) -> bool:
    """Say whether a switch (`<w:vanish/>`) is there and not turned off."""
    found = find(element, *path)
    return found is not None and found.get(MAIN + "val", "1").lower() not in _OFF


def find(element: Element | None, *path: str) -> Element | None:
    """Return the element at a path of names below another."""
    for name in path:
        element = None if element is None else element.find(MAIN + name)
    return element


def unwrapped(parent: Element) -> Iterator[Element]:
    """Yield the children of an element, those of content controls and of insertions among them; what was
    deleted, and one of two forms of the same, are left out. A table of contents is yielded as a whole."""
    for child in parent:
        if child.tag in REMOVED:
            continue
        if child.tag == f"{MAIN}sdt" and is_contents(child):
            yield child
            continue
        if child.tag == COMPATIBILITY + "AlternateContent":
            yield from unwrapped(chosen(child))
        elif child.tag in WRAPPERS:
            yield from unwrapped(child)
        else:
            yield child


def is_contents(control: Element) -> bool:
    """Say whether a content control holds the table of contents that Word makes."""
    kind = value(control, "sdtPr", "docPartObj", "docPartGallery") or ""
    return kind.lower() == "table of contents"


def chosen(alternatives: Element) -> Element:
    """Return the form that is read of content that is there in several, for programs of several ages."""
    forms = [child for child in alternatives if isinstance(child.tag, str)]
    full = (form for form in forms if form.find(f".//{MAIN}t") is not None)
    return next(full, forms[0] if forms else alternatives)
