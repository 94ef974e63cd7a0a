"""Renders pages of government sites: the document among navigation, related links and footers."""

from html import escape
from random import Random
from string import Template

from bench.made.model import Content, Paragraph, Table
from bench.made.words import FOLDER, data

PAGES = sorted((FOLDER / "pages").glob("*.html"))
STYLES = {"title": "text-align:center;font-weight:bold", "right": "text-align:right", "address": ""}


def _text(text: str) -> str:
    """Return escaped text with line breaks as tags."""
    return escape(text, quote=False).replace("\n", "<br>")


def _cell(text: str, tag: str, spans: str, wrapped: bool) -> str:
    """Return a cell."""
    inside = f"<p>{_text(text)}</p>" if wrapped and text else _text(text)
    return f"<{tag}{spans}>{inside}</{tag}>"


def table(block: Table, rng: Random) -> str:
    """Return a table with its merged cells."""
    wrapped, head = rng.random() < 0.5, rng.choice(("th", "td"))
    rows = []
    for index, row in enumerate(block.rows):
        cells = []
        for cell in row:
            spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            cells.append(_cell(cell.text, head if index < block.header else "td", spans, wrapped))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="1" cellspacing="0"><tbody>{"".join(rows)}</tbody></table>'


def _paragraph(block: Paragraph, kind: str) -> str:
    """Return a paragraph in the habit of the page."""
    style = STYLES.get(block.style, "text-indent:2em")
    text = _text(block.full)
    if block.style == "title" and kind == "plain":
        return f"<h2>{text}</h2>"
    if kind == "span":
        return f'<p style="{style}"><span style="font-family:仿宋_GB2312;font-size:16pt">{text}</span></p>'
    if kind == "div":
        return f'<div style="{style}">{text}</div>'
    if kind == "break":
        return f"&nbsp;&nbsp;&nbsp;&nbsp;{text}<br/>"
    return f'<p style="{style}">{text}</p>'


def body(content: Content, rng: Random) -> str:
    """Return the document's own part of a page."""
    kind = rng.choice(("plain", "plain", "span", "div", "break"))
    parts = [
        table(block, rng) if isinstance(block, Table) else _paragraph(block, kind) for block in content.blocks
    ]
    return "\n".join(parts)


def _links(rng: Random, count: int) -> str:
    """Return list entries that lead to other documents."""
    words = rng.sample(data("site")["links"], count)
    return "".join(f'<li><a href="/art/{rng.randint(1000, 9999)}.html">{word}</a></li>' for word in words)


def render(content: Content, rng: Random) -> str:
    """Return a page."""
    titles = [block.full for block in content.paragraphs() if block.style == "title"]
    page = Template(rng.choice(PAGES).read_text(encoding="utf-8"))
    return page.safe_substitute(
        title=_text(titles[0] if titles else content.site),
        site=escape(content.site),
        nav="".join(f'<li><a href="/{n}/">{word}</a></li>' for n, word in enumerate(data("site")["nav"])),
        related=_links(rng, 4),
        hot=_links(rng, 3),
        icp=str(rng.randint(5000000, 22999999)),
        views=str(rng.randint(20, 4000)),
        body=body(content, rng),
    )
