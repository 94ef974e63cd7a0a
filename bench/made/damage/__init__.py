"""Damage that plans come with; each kind changes how a document is written, never what it says."""

from collections.abc import Callable
from random import Random

from bench.made.damage.layout import hard_wrap, one_line, page_breaks
from bench.made.damage.letters import brackets, junk, spaces, variants
from bench.made.damage.shifted import shifted
from bench.made.damage.traditional import pinyin, traditional
from bench.made.model import Content

DAMAGE: dict[str, Callable[[Content, Random], Content]] = {
    "none": lambda content, _: content,
    "page-breaks": page_breaks,
    "hard-wrap": hard_wrap,
    "spaces": spaces,
    "brackets": brackets,
    "one-line": one_line,
    "junk": junk,
    "variants": variants,
    "traditional": traditional,
    "pinyin": pinyin,
    "shifted": shifted,
}
