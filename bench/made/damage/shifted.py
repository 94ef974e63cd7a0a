"""The damage of notes/extraction.md, section 1.1: readings put in byte by byte shift the bytes behind them.

A site turned its text into traditional characters, stored it as GBK, and replaced bytes by bytes. A pattern
that begins in the middle of one character and ends in the middle of the next matches too; then everything up
to the next plain byte is read one byte off.
"""

import unicodedata
from functools import cache
from random import Random

from bench.made.damage.texts import each_text
from bench.made.damage.traditional import converted, readings
from bench.made.model import Content

WIDE = str.maketrans(",:;()?", "，：；（）？")
PADDED = "；？，"
"""Signs before which the one site puts a byte that is no trail byte."""
STRAY = b" "
MODES = ("padded", "narrowed")
INDENT = "　　".encode("gbk")


@cache
def _pairs() -> dict[tuple[int, int], str]:
    """Return the characters of GBK by lead and trail byte; pairs that it leaves to users are not there."""
    found = {}
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found[lead, trail] = bytes((lead, trail)).decode("gbk")
            except UnicodeDecodeError:
                continue
    return found


def inserted(stream: bytes, sounds: dict[str, str]) -> bytes:
    """Replace each character by itself and its reading, wherever its two bytes stand."""
    for character, sound in sounds.items():
        stream = stream.replace(character.encode("gbk"), f"{character}({sound})".encode("gbk"))
    return stream


def punctuated(stream: bytes, mode: str) -> bytes:
    """Replace the bytes of some punctuation, as either site does."""
    if mode == "narrowed":
        return stream.replace("？".encode("gbk"), b"?")
    for sign in PADDED:
        stream = stream.replace(sign.encode("gbk"), STRAY + sign.encode("gbk"))
    return stream


def decoded(stream: bytes) -> str:
    """Read the bytes as cp936: a lead byte with a bad trail byte is one `?`, an unknown pair is nothing."""
    found, at = [], 0
    while at < len(stream):
        lead = stream[at]
        if lead < 0x80:
            found.append(chr(lead))
            at += 1
            continue
        trail = stream[at + 1] if at + 1 < len(stream) else 0
        valid = 0x40 <= trail <= 0xFE and trail != 0x7F
        found.append(_pairs().get((lead, trail), "") if valid else "?")
        at += 2
    return "".join(found)


def narrowed(text: str) -> str:
    """Return the text with the full-width forms of ASCII as ASCII, without spaces."""
    halves = (unicodedata.normalize("NFKC", sign) if "\uff00" < sign < "\uff5f" else sign for sign in text)
    return "".join(halves).replace(" ", "").strip()


def shift(text: str, sounds: dict[str, str], mode: str, *, broken_indent: bool = False) -> str:
    """Damage one line.

    Args:
        text: the line in simplified or traditional characters.
        sounds: the readings, by traditional character.
        mode: `padded` (a byte before ；？，) or `narrowed` (？ becomes one byte).
        broken_indent: whether a byte got between the bytes of the indent, as before some headings.
    """
    stream = converted(text).translate(WIDE).encode("gbk", "ignore")
    if broken_indent:
        stream = INDENT[:-1] + STRAY + INDENT[-1:] + stream
    return narrowed(decoded(punctuated(inserted(stream, sounds), mode)))


def shifted(content: Content, rng: Random) -> Content:
    """Damage a document line by line."""
    sounds, mode = readings(rng), rng.choice(MODES)

    def change(text: str) -> str:
        broken = mode == "padded" and text.startswith("（") and rng.random() < 0.3
        return shift(text, sounds, mode, broken_indent=broken)

    return each_text(content, change, with_mark=True)
