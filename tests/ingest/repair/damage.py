"""Damage text the way the documents in the wild were: a byte-wise replacement in its GBK bytes."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from opencc import OpenCC

# Characters that were struck in real documents, all of them common and traditional, with readings.
STRUCK = {
    "區": "qū", "統": "tǒng", "業": "yè", "發": "fā", "創": "chuàng", "據": "jù", "現": "xiàn", "優": "yōu",
    "數": "shù", "規": "guī", "協": "xié", "聯": "lián", "執": "zhí", "監": "jiān", "環": "huán", "態": "tài",
    "節": "jié", "養": "yǎng", "續": "xù", "醫": "yī", "戰": "zhàn", "穩": "wěn",
}  # fmt: skip
PUSHED = ("；", "？", "，")  # marks that a byte was put before
WIDE = str.maketrans(",:;()?!", "，：；（）？！")


@cache
def traditional(text: str) -> str:
    """Return a simplified text in traditional characters, as step one of the damage made it."""
    return str(OpenCC("s2tw").convert(text))


def damage(text: str, struck: Mapping[str, str] = STRUCK, pushed: tuple[str, ...] = PUSHED) -> str:
    """Return what a site shows of a simplified text after its careless conversion."""
    return "\n".join(_damage_line(traditional(line), struck, pushed) for line in text.split("\n"))


def part(text: str, place: int) -> str:
    """Return a line whose character at a place has got a byte between its two bytes."""
    wide = traditional(text).translate(WIDE)
    lead, trail = wide[place].encode("gbk")
    data = wide[:place].encode("gbk") + bytes((lead, 0x20, trail)) + wide[place + 1 :].encode("gbk")
    return read(data)


def indented(line: str) -> str:
    """Return a line that began with two full-width spaces, of which a byte went missing."""
    data = ("　　" + traditional(line).translate(WIDE)).encode("gbk")
    return read(bytes((data[0], 0x20)) + data[3:])


def read(data: bytes) -> str:
    """Decode GBK bytes as a browser does: what it does not know becomes `?` or nothing."""
    shown = []
    place = 0
    while place < len(data):
        lead = data[place]
        if lead < 0x80:
            shown.append(chr(lead))
            place += 1
            continue
        pair = data[place : place + 2]
        place += 2
        if len(pair) < 2 or pair[1] < 0x40 or pair[1] == 0x7F:
            shown.append("?")
        else:
            shown.append(pair.decode("gbk", errors="ignore"))
    text = "".join(_narrow(char) for chars in shown for char in chars)
    return re.sub(" ", "", text)


def _damage_line(line: str, struck: Mapping[str, str], pushed: tuple[str, ...]) -> str:
    data = line.translate(WIDE).encode("gbk")
    for char, reading in struck.items():
        data = data.replace(char.encode("gbk"), f"{char}({reading})".encode("gbk"))
    for mark in pushed:
        data = data.replace(mark.encode("gbk"), b" " + mark.encode("gbk"))
    return read(data)


def _narrow(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" else char
