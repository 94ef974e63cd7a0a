"""Damage to letters: stray spaces, brackets unclosed or of two kinds, invisible signs, odd characters."""

import re
from random import Random

from bench.made.damage.texts import each_text
from bench.made.model import Content
from bench.made.words import table

HAN = "一-鿿"
NUMBER = re.compile(rf"(?<=[{HAN}])\d+(?:\.\d+)?(?=[{HAN}%])|^\d+(?=\d*[{HAN}])")
BETWEEN = re.compile(rf"(?<=[{HAN}])(?=[{HAN}])")
INSIDE = r"[^（(〔\[【）)〕\]】]{4,}(?:[（(][^（()）]*[)）][^（()）]*)*"
CLOSING = re.compile(rf"([（(〔\[【])({INSIDE})([）)〕\]】])(。?)$")
OTHER = dict(zip("（）()〔〕[]【】", "()（）[]〔〕[]", strict=True))
INVISIBLE = ("\u200b", "\ufeff", "\u00ad", "\u200d")


def spaces(content: Content, rng: Random) -> Content:
    """Put spaces around numbers, behind commas and into names."""

    def change(text: str) -> str:
        text = NUMBER.sub(lambda match: f" {match[0]} " if rng.random() < 0.6 else match[0], text)
        text = BETWEEN.sub(lambda _: " " if rng.random() < 0.015 else "", text)
        return re.sub("[、，：]", lambda match: match[0] + (" " if rng.random() < 0.1 else ""), text)

    return each_text(content, change)


def brackets(content: Content, rng: Random) -> Content:
    """Leave closing brackets out, and close others by a sign of another kind."""

    def change(match: re.Match[str]) -> str:
        opened, inside, close, stop = match.groups()
        roll = rng.random()
        if roll < 0.25:
            return opened + inside
        if roll < 0.45:
            return opened + inside + OTHER[close] + stop
        if roll < 0.6:
            return OTHER[opened] + inside + close + stop
        return match[0]

    return each_text(content, lambda text: CLOSING.sub(change, text))


def junk(content: Content, rng: Random) -> Content:
    """Put invisible signs between characters."""

    def change(text: str) -> str:
        return BETWEEN.sub(lambda _: rng.choice(INVISIBLE) if rng.random() < 0.02 else "", text)

    return each_text(content, change)


def variants(content: Content, rng: Random) -> Content:
    """Put odd characters for some of the usual ones."""
    odd = {row["character"]: row["variant"] for row in table("variants")}
    struck = str.maketrans({usual: odd[usual] for usual in rng.sample(sorted(odd), 4)})
    return each_text(content, lambda text: text.translate(struck))
