"""Read bytes as text, never guessing the encoding silently."""

import codecs
import re
from dataclasses import dataclass
from functools import cache

MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UNMARKED = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
SAMPLE = 200_000  # characters that the choice between encodings looks at
UTF8_SAMPLE = 1_000  # text that is valid UTF-8 by chance is so rare that a short look suffices
CERTAIN = 0.97  # measured: right decodings of plans 0.98 to 1.00, wrong ones below 0.75
POSSIBLE = 0.85
MARGIN = 0.1  # two decodings as near as this are both plausible
_ASCII = re.compile(r"[\x00-\x7f]+")
_ODD = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ue000-\uf8ff]")  # control and private-use characters
BAD_SHARE = 0.001  # undecodable bytes that are still taken for damage, not for another encoding


@dataclass(frozen=True)
class Decoded:
    """Text with the encoding that gave it and the doubt about that."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(data: bytes) -> Decoded | str:
    """Return bytes as text, or in words what they are instead."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding) or f"bytes that are not the {encoding} that their mark says"
    strict = _strictly(data, "utf-8")
    if (
        strict is not None
        and "\0" not in strict
        and (strict.isascii() or _plausibility(strict[:UTF8_SAMPLE]) >= POSSIBLE)
    ):
        return Decoded(strict, "utf-8")
    return _decode_unmarked(data, strict)


def _decode_unmarked(data: bytes, utf8: str | None) -> Decoded | str:
    """Choose between the encodings that only the look of the text tells apart."""
    scored = []
    for encoding in UNMARKED:
        text = _strictly(data, encoding)
        if text is not None:
            scored.append((_plausibility(text), encoding, text))
    scored.sort(key=lambda one: -one[0])
    if scored and scored[0][0] >= POSSIBLE:
        return Decoded(scored[0][2], scored[0][1], _doubt(scored))
    if utf8 is not None and "\0" not in utf8:
        return Decoded(utf8, "utf-8", "valid UTF-8, but little of it is Chinese")
    for encoding in ("utf-8", *UNMARKED[:2]):
        damaged = _decode_as(data, encoding)
        if damaged is not None and _plausibility(damaged.text) >= POSSIBLE:
            return damaged
    return _describe(data)


def _doubt(scored: list[tuple[float, str, str]]) -> str | None:
    """Say why the best decoding is not certain."""
    best, encoding, _ = scored[0]
    rivals = [name for score, name, _ in scored[1:] if best - score < MARGIN]
    if rivals:
        return f"read as {encoding}; {', '.join(rivals)} would be as plausible"
    if best < CERTAIN:
        return f"read as {encoding}, in which {best:.0%} of the text are usual characters"
    return None


def _decode_as(data: bytes, encoding: str) -> Decoded | None:
    """Return the text with the few bytes that do not fit replaced, None if they are not few."""
    text = data.decode(encoding, errors="replace")
    bad = text.count("\ufffd")
    if bad == 0:
        return Decoded(text, encoding)
    if bad > max(1, BAD_SHARE * len(text)):
        return None
    line = text[: text.index("\ufffd")].count("\n") + 1
    return Decoded(text, encoding, f"{bad} places are not {encoding}, the first in line {line}")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    """Return the share of characters that are usual in Chinese documents, ASCII left aside.

    Control and private-use characters count threefold against it: they mark a wrong decoding.
    """
    sample = text[:SAMPLE]
    foreign = _ASCII.sub("", sample)
    odd = len(_ODD.findall(sample))
    usual = len(foreign) - len(_unusual().findall(foreign))
    return (usual - 3 * odd) / len(foreign) if foreign else float(odd == 0)


@cache
def _unusual() -> re.Pattern[str]:
    """Any but the frequent characters of GB 2312 (first level) and of Big5 (first level), and punctuation."""
    simplified = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    traditional = (
        bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    )
    chars = "".join(pair.decode("gb2312", errors="ignore") for pair in simplified)
    chars += "".join(pair.decode("big5", errors="ignore") for pair in traditional)
    chars += "　、。·—…‘’“”〈〉《》「」『』〔〕【】○〇※★●■×÷‰℃①②③④⑤⑥⑦⑧⑨⑩àáèéìíòóùúüāēěīōūǎǐǒǔǘǚǜ•\xa0"
    chars += "".join(map(chr, range(0xFF01, 0xFF5F)))
    return re.compile(f"[^{re.escape(chars)}]")


def _describe(data: bytes) -> str:
    """Say what bytes look like that are no Chinese text."""
    if b"\0" in data[:SAMPLE]:
        return "binary: bytes with zeros among them"
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data[:SAMPLE]).best()
    return "bytes in no known encoding" if best is None else f"bytes that look like {best.encoding}"
