"""Damage text the way the documents in the wild were, by the simulation that makes test plans."""

from bench.made.damage.shifted import INDENT, STRAY, WIDE, decoded, narrowed, shift
from bench.made.damage.traditional import converted as traditional

__all__ = ["damage", "indented", "part", "traditional"]

# Characters that were struck in real documents, all of them common and traditional, with readings.
STRUCK = {
    "區": "qū", "統": "tǒng", "業": "yè", "發": "fā", "創": "chuàng", "據": "jù", "現": "xiàn", "優": "yōu",
    "數": "shù", "規": "guī", "協": "xié", "聯": "lián", "執": "zhí", "監": "jiān", "環": "huán", "態": "tài",
    "節": "jié", "養": "yǎng", "續": "xù", "醫": "yī", "戰": "zhàn", "穩": "wěn",
}  # fmt: skip


def damage(text: str) -> str:
    """Return what a site shows of a simplified text after its careless conversion."""
    return "\n".join(shift(line, STRUCK, "padded") for line in text.split("\n"))


def part(text: str, place: int) -> str:
    """Return a line whose character at a place has got a byte between its two bytes."""
    wide = traditional(text).translate(WIDE)
    lead, trail = wide[place].encode("gbk")
    data = wide[:place].encode("gbk") + bytes((lead, *STRAY, trail)) + wide[place + 1 :].encode("gbk")
    return narrowed(decoded(data))


def indented(line: str) -> str:
    """Return a line that began with two full-width spaces, of which a byte went missing."""
    data = (INDENT.decode("gbk") + traditional(line).translate(WIDE)).encode("gbk")
    return narrowed(decoded(bytes((data[0], *STRAY)) + data[3:]))
