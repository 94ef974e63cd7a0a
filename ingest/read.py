"""Find the files that were named and read each as text, never guessing its encoding silently."""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from ingest.errors import UsageError
from ingest.records import Issue

FORMATS = {".txt": "txt", ".md": "md"}
MAX_BYTES = 50_000_000
MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UNMARKED = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
OTHER_FORMATS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive (docx, xlsx, …)",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x1f\x8b": "a gzip archive",
}
SAMPLE = 200_000  # characters that the choice between encodings looks at
UTF8_SAMPLE = 1_000  # text that is valid UTF-8 by chance is so rare that a short look suffices
CERTAIN = 0.97  # measured: right decodings of plans 0.98 to 1.00, wrong ones below 0.75
POSSIBLE = 0.85
MARGIN = 0.1  # two decodings as near as this are both plausible
_ASCII = re.compile(r"[\x00-\x7f]+")
_ODD = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ue000-\uf8ff]")  # control and private-use characters
BAD_SHARE = 0.001  # undecodable bytes that are still taken for damage, not for another encoding


@dataclass(frozen=True)
class Document:
    """A file read as text.

    `path` is as the user named it, with forward slashes; line ends are `\\n`. `doubt` says in
    words why the encoding is not certain, and is None where it is.
    """

    path: str
    sha256: str
    format: str
    encoding: str
    text: str
    doubt: str | None = None


@dataclass(frozen=True)
class Decoded:
    """Text with the encoding that gave it and the doubt about that."""

    text: str
    encoding: str
    doubt: str | None = None


def find_files(sources: Sequence[Path]) -> tuple[list[Path], list[Issue]]:
    """Return the files that the sources name, each once, in order, and what is wrong with them.

    A folder gives all files below it, sorted, without hidden ones. Raises UsageError when no
    source is there at all.
    """
    found: dict[Path, Path] = {}
    issues = []
    for source in sources:
        if not source.exists():
            issues.append(_issue(source, "missing-source", "a file or a folder", "nothing at this path"))
            continue
        files = list(_files_below(source)) if source.is_dir() else [source]
        if len(files) == 0:
            issues.append(_issue(source, "empty-folder", "a folder with files", "no file in it"))
        for file in files:
            found.setdefault(file.resolve(), file)
    if all(issue.code == "missing-source" for issue in issues) and len(issues) == len(sources):
        named = ", ".join(source.as_posix() for source in sources) or "no source"
        raise UsageError(f"expected files or folders to read, found nothing at: {named}")
    return list(found.values()), issues


def read_file(path: Path) -> Document | Issue:
    """Return the text of a file, or the issue that says why it cannot be read."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        return _issue(path, "unsupported-format", "a name ending in .txt or .md", path.suffix or "no ending")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return _issue(path, "too-large", f"at most {MAX_BYTES:,} bytes", f"{size:,} bytes")
        data = path.read_bytes()
    except OSError as error:
        return _issue(path, "unreadable-file", "a file that can be opened", error.strerror or str(error))
    if len(data.strip()) == 0:
        return _issue(path, "empty-file", "text", "an empty file")
    decoded = decode(data)
    if isinstance(decoded, str):
        code = "binary-file" if decoded.startswith("binary") else "undecodable"
        return _issue(path, code, "text in UTF-8, GB18030, Big5 or UTF-16", decoded)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if len(text.strip()) == 0:
        return _issue(path, "empty-file", "text", "nothing but white space")
    digest = sha256(data).hexdigest()
    return Document(path.as_posix(), digest, form, decoded.encoding, text, decoded.doubt)


def decode(data: bytes) -> Decoded | str:
    """Return bytes as text, or in words what they are instead."""
    for start, what in OTHER_FORMATS.items():
        if data.startswith(start):
            return f"binary: {what}"
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
    usual = sum(map(_usual().__contains__, foreign))
    return (usual - 3 * odd) / len(foreign) if foreign else float(odd == 0)


@cache
def _usual() -> frozenset[str]:
    """The frequent characters of GB 2312 (first level) and of Big5 (first level), and punctuation."""
    simplified = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    traditional = (
        bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    )
    chars = "".join(pair.decode("gb2312", errors="ignore") for pair in simplified)
    chars += "".join(pair.decode("big5", errors="ignore") for pair in traditional)
    chars += "　、。·—…‘’“”〈〉《》「」『』〔〕【】○〇※★●■×÷‰℃①②③④⑤⑥⑦⑧⑨⑩àáèéìíòóùúüāēěīōūǎǐǒǔǘǚǜ•\xa0"
    chars += "".join(map(chr, range(0xFF01, 0xFF5F)))
    return frozenset(chars)


def _describe(data: bytes) -> str:
    """Say what bytes look like that are no Chinese text."""
    if b"\0" in data[:SAMPLE]:
        return "binary: bytes with zeros among them"
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data[:SAMPLE]).best()
    return "bytes in no known encoding" if best is None else f"bytes that look like {best.encoding}"


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _issue(path: Path, code: str, expected: str, found: str) -> Issue:
    return Issue(file=path.as_posix(), code=code, severity="error", expected=expected, found=found)
