"""Renders OFD (GB/T 33190): a zip of XML that puts letters and lines at places on pages."""

from random import Random
from xml.sax.saxutils import escape

from bench.made.model import Content
from bench.made.render.flow import PAGE, Letters, Page, Rule, laid_out
from bench.made.render.steady import packed

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ROOT = (
    f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
    "<ofd:DocID>{identity}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
)
FONTS = (
    f'{HEAD}<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts>'
    '<ofd:Font ID="1" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>'
)
FOOT = PAGE[1] - 15.0


def _document(pages: int) -> str:
    """Return the list of pages."""
    refs = "".join(f'<ofd:Page ID="{10 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(pages))
    area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {PAGE[0]:g} {PAGE[1]:g}</ofd:PhysicalBox></ofd:PageArea>"
    common = f"<ofd:MaxUnitID>9999999</ofd:MaxUnitID>{area}<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
    inside = f"<ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{refs}</ofd:Pages>"
    return f"{HEAD}<ofd:Document {SPACE}>{inside}</ofd:Document>"


def _advances(text: str, size: float) -> list[float]:
    """Return how far each letter but the last moves on."""
    return [size if sign > "⺀" else size / 2 for sign in text[:-1]]


def _delta(text: str, size: float) -> str:
    """Return the steps between letters, runs of equal ones as `g count step`."""
    parts: list[str] = []
    steps = _advances(text, size)
    while steps:
        run = next((n for n, step in enumerate(steps) if step != steps[0]), len(steps))
        parts.append(f"g {run} {steps[0]:g}" if run > 1 else f"{steps[0]:g}")
        steps = steps[run:]
    return " ".join(parts)


def _letters(line: Letters, identity: int) -> str:
    """Return a line as a text object; places are within its boundary."""
    wide = sum(_advances(line.text, line.size)) + line.size
    delta = f' DeltaX="{_delta(line.text, line.size)}"' if len(line.text) > 1 else ""
    box = f"{line.x:.2f} {line.y - line.size:.2f} {wide:.2f} {line.size * 1.3:.2f}"
    code = f'<ofd:TextCode X="0" Y="{line.size:g}"{delta}>{escape(line.text)}</ofd:TextCode>'
    named = f'ID="{identity}" Boundary="{box}" Font="1" Size="{line.size:g}"'
    return f"<ofd:TextObject {named}>{code}</ofd:TextObject>"


def _rule(rule: Rule, identity: int) -> str:
    """Return a line as a path within its boundary."""
    wide, high = rule.to_x - rule.x, rule.to_y - rule.y
    path = f"<ofd:AbbreviatedData>M 0 0 L {wide:.2f} {high:.2f}</ofd:AbbreviatedData>"
    box = f"{rule.x:.2f} {rule.y:.2f} {max(wide, 0.2):.2f} {max(high, 0.2):.2f}"
    return f'<ofd:PathObject ID="{identity}" Boundary="{box}" LineWidth="0.2">{path}</ofd:PathObject>'


def _page(page: Page, number: int) -> str:
    """Return the content of a page with its number."""
    base = 10000 * (number + 1)
    foot = Letters(PAGE[0] / 2 - 8, FOOT, 4.0, f"— {number + 1} —")
    objects = [_rule(rule, base + n) for n, rule in enumerate(page.rules)]
    objects += [_letters(line, base + 5000 + n) for n, line in enumerate([*page.letters, foot]) if line.text]
    layer = f'<ofd:Layer ID="{base + 9999}">{"".join(objects)}</ofd:Layer>'
    return f"{HEAD}<ofd:Page {SPACE}><ofd:Content>{layer}</ofd:Content></ofd:Page>"


def render(content: Content, rng: Random) -> bytes:
    """Return the document as OFD."""
    pages = laid_out(content)
    members = {
        "OFD.xml": ROOT.format(identity=f"{rng.getrandbits(64):016x}"),
        "Doc_0/Document.xml": _document(len(pages)),
        "Doc_0/PublicRes.xml": FONTS,
    }
    members |= {f"Doc_0/Pages/Page_{n}/Content.xml": _page(page, n) for n, page in enumerate(pages)}
    return packed({name: text.encode() for name, text in members.items()})
