"""Text turned into traditional characters, with or without readings behind some of them."""

from functools import cache
from random import Random

from opencc import OpenCC

from bench.made.damage.texts import each_text
from bench.made.model import Content
from bench.made.words import table

NARROW = str.maketrans("，：；（）？！", ",:;()?!")


@cache
def converter() -> OpenCC:
    """Return the converter, which takes a while to load."""
    return OpenCC("s2tw")


def converted(text: str) -> str:
    """Return the text in traditional characters."""
    return str(converter().convert(text))


def readings(rng: Random) -> dict[str, str]:
    """Return the characters that one document has its readings behind."""
    known = {row["character"]: row["reading"] for row in table("pinyin")}
    return {character: known[character] for character in rng.sample(sorted(known), 20)}


def traditional(content: Content, rng: Random) -> Content:
    """Turn the text into traditional characters."""
    return each_text(content, converted, mark_change=converted)


def pinyin(content: Content, rng: Random) -> Content:
    """Turn the text into traditional characters, and put readings behind some: 發(fā)展."""
    struck = str.maketrans({char: f"{char}({sound})" for char, sound in readings(rng).items()})
    return each_text(
        content,
        lambda text: converted(text).translate(NARROW).translate(struck),
        mark_change=lambda mark: converted(mark).translate(NARROW),
    )
