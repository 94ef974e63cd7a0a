"""Puts a plan together: what it says, and how it stands on paper before damage and rendering."""

from dataclasses import replace

from bench.made.body import prose
from bench.made.desk import Desk, desk_of
from bench.made.frame import frame
from bench.made.model import Content, Draft, Paragraph
from bench.made.tabular import table
from bench.made.wish import Wish
from bench.made.words import data


def _with_aside(desk: Desk, content: Content) -> Content:
    """Say in the first bracket that the first listed unit leads, where the form has it so."""
    if desk.rule.get("note") != "first-aside":
        return content
    aside = desk.rng.choice(data("frame")["rules"]["first_aside"])
    blocks = list(content.blocks)
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            end = max(block.text.rfind(sign) for sign in "）)〕]】")
            if end > 0 and block.text[:end].endswith("负责"):
                text = f"{block.text[:end]}。{aside}{block.text[end:]}"
                blocks[index] = replace(block, text=text)
                break
    return content.with_blocks(blocks)


def draft(wish: Wish) -> Draft:
    """Return the plan of a seed, a form and a level."""
    desk = desk_of(wish)
    around = frame(desk)
    body = table(desk) if desk.rule["layout"] == "table" else prose(desk)
    blocks = tuple(block for block in (*around.before, *body.blocks, *around.after) if _is_filled(block))
    site = around.facts.issuer[0] if around.facts.issuer else desk.place.own + "人民政府"
    content = _with_aside(desk, Content(blocks, site))
    return Draft(around.facts, content, tuple(body.items))


def _is_filled(block: object) -> bool:
    """Tell whether a block has anything to show."""
    return not isinstance(block, Paragraph) or bool(block.full)
