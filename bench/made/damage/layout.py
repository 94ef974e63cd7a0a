"""Damage to lines and pages: lines as a page had them, pages that cut paragraphs, one line for all."""

from dataclasses import replace
from random import Random

from bench.made.model import Block, Content, Paragraph, Table

NEVER_FIRST = set("，。；：、！？）〕］】》」”’)],.;:!?")
NEVER_LAST = set("（〔［【《「“‘([")


def cut(text: str, width: int, first: int) -> list[str]:
    """Cut a text into lines of so many letters; none begins with a closing or ends with an opening sign."""
    lines, start, room = [], 0, first
    while len(text) - start > room:
        end = start + room
        while end < len(text) and text[end] in NEVER_FIRST:
            end += 1
        while end > start + 1 and text[end - 1] in NEVER_LAST:
            end -= 1
        lines.append(text[start:end])
        start, room = end, width
    if start < len(text):
        lines.append(text[start:])
    return lines


def hard_wrap(content: Content, rng: Random) -> Content:
    """Break each paragraph into lines, as a copy from a page has them."""
    width = rng.randint(24, 40)
    blocks: list[Block] = []
    for block in content.blocks:
        if isinstance(block, Table) or block.style == "right":
            blocks.append(block)
            continue
        lines = cut(block.full, width, width - 2)
        blocks.append(replace(block, text=lines[0], mark=""))
        blocks += [Paragraph(line, style="page") for line in lines[1:]]
    return content.with_blocks(blocks)


def page_breaks(content: Content, rng: Random) -> Content:
    """Put page numbers where pages end, in the middle of paragraphs too."""
    room = per_page = rng.randint(350, 650)
    number, blocks = 1, list[Block]()
    sign = rng.choice(("— {} —", "- {} -", "{}", "—{}—", "第 {} 页"))
    for block in content.blocks:
        size = 0 if isinstance(block, Table) else len(block.full)
        if isinstance(block, Table) or size < room or size < 20:
            blocks.append(block)
            room -= size
            continue
        at = min(max(room, 4), size - 4)
        head, tail = block.full[:at], block.full[at:]
        blocks += [replace(block, text=head, mark=""), Paragraph(sign.format(number), style="page")]
        blocks.append(Paragraph(tail, style="page"))
        number, room = number + 1, per_page - len(tail)
    return content.with_blocks(blocks)


def one_line(content: Content, rng: Random) -> Content:
    """Put each run of paragraphs on one line."""
    gap = rng.choice((" ", "　", "  "))
    blocks: list[Block] = []
    run: list[str] = []
    for block in content.blocks:
        if isinstance(block, Table):
            blocks += [Paragraph(gap.join(run)), block] if run else [block]
            run = []
        else:
            run.append(block.full)
    return content.with_blocks([*blocks, Paragraph(gap.join(run))] if run else blocks)
