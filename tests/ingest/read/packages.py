"""Makes Office files for tests, from XML: what the writing libraries cannot write."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def relationships(*targets: tuple[str, str]) -> str:
    """Relationships r1, r2 … to (kind, target)."""
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{_KINDS}{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return f"{start}{inner}</Relationships>"


def docx(body: str, *, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word document; `parts` are numbering, styles, footnotes …: what is in their root."""
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", main)),
        main: f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        main.replace("word/", "word/_rels/") + ".rels": relationships(
            *((kind, f"{kind}.xml") for kind in parts)
        ),
    }
    files |= {f"word/{kind}.xml": f"<w:{kind} {NAMES}>{xml}</w:{kind}>" for kind, xml in parts.items()}
    return zipped(files)


def p(text: str, properties: str = "") -> str:
    """A paragraph with one run; text may hold elements of a run."""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{inner}</w:r></w:p>"


def numbered(text: str, level: int = 0, name: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, name: int = 1, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def instance(name: int, of: int = 1, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def tc(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


LINES = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'


def tbl(*rows: str, properties: str = LINES, grid: str = "") -> str:
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def workbook(sheets: Mapping[str, str], *, states: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """A workbook of sheets given as XML (name to what is in `worksheet`); `parts` are further parts."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    names = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{(states or {}).get(name, "visible")}" r:id="r{n}"/>'
        for n, name in enumerate(sheets, start=1)
    )
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" {NAMES}><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            *(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)),
            *((kind, f"{kind}.xml") for kind in parts),
        ),
    }
    for n, xml in enumerate(sheets.values(), start=1):
        files[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{main}">{xml}</worksheet>'
    root = {"styles": "styleSheet", "sharedStrings": "sst"}
    files |= {
        f"xl/{kind}.xml": f'<{root[kind]} xmlns="{main}">{xml}</{root[kind]}>' for kind, xml in parts.items()
    }
    return zipped(files)
