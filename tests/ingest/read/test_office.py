"""Old Office documents: what they are, what stops them, and LibreOffice where it is installed."""

import io
import shutil
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest

from ingest.read import libreoffice
from ingest.read.formats import find_format
from ingest.read.model import Content, UnreadableError
from ingest.read.office import read
from tests.ingest.read.packages import docx, p, tbl, tc, tr, zipped

OFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed; .ci/run installs it")


def compound(**streams: bytes) -> bytes:
    """A compound file (OLE) with streams in its root, filled up to 4,096 bytes: small ones lie elsewhere."""
    contents = {name.replace("_", " "): data.ljust(4096, b"\0") for name, data in streams.items()}
    sizes = [-(-len(data) // 512) for data in contents.values()]
    directory = -(-(len(contents) + 1) // 4)
    fat = [0xFFFFFFFD]  # the sector of this table itself
    fat += [*range(2, 1 + directory), 0xFFFFFFFE]
    starts, at = [], 1 + directory
    for size in sizes:
        starts.append(at)
        fat += [*range(at + 1, at + size), 0xFFFFFFFE]
        at += size
    entries = [_entry("Root Entry", kind=5, child=1 if contents else -1, start=0xFFFFFFFE, size=0)]
    for n, (name, data) in enumerate(contents.items(), start=1):
        following = n + 1 if n < len(contents) else -1
        entries.append(_entry(name, kind=2, right=following, start=starts[n - 1], size=len(data)))
    entries += [b"\0" * 128] * (-len(entries) % 4)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))
    sectors = b"".join(data.ljust(-(-len(data) // 512) * 512, b"\0") for data in contents.values())
    return header + table + b"".join(entries) + sectors


def _entry(name: str, *, kind: int, start: int, size: int, right: int = -1, child: int = -1) -> bytes:
    coded = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBiii16xI16xIQ", coded, len(coded), kind, 1, -1, right, child, 0, start & 0xFFFFFFFF, size
    )


def word_97(flags: int = 0) -> bytes:
    return struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, flags)


def records(*kinds: int) -> bytes:
    return b"".join(struct.pack("<HH", kind, 4) + b"\0\0\0\0" for kind in kinds)


OPEN_DOCUMENT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": "<office/>",
    "META-INF/manifest.xml": "<manifest/>",
}
BAD = [
    ("an encrypted docx", compound(EncryptedPackage=b"x", EncryptionInfo=b"y"), "docx", "encrypted-file"),
    ("an encrypted doc", compound(WordDocument=word_97(0x0100)), "doc", "encrypted-file"),
    ("an encrypted xls", compound(Workbook=records(0x809, 0x2F)), "xls", "encrypted-file"),
    ("an encrypted wps", compound(WordDocument=word_97(0x0100)), "doc", "encrypted-file"),
    (
        "an encrypted odt",
        zipped({**OPEN_DOCUMENT, "META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "odt",
        "encrypted-file",
    ),
    ("slides", compound(PowerPoint_Document=b"x"), "doc", "unsupported-format"),
    ("no streams", compound(), "doc", "unsupported-format"),
    ("a cut compound file", compound(WordDocument=word_97())[:600], "doc", "damaged-file"),
    ("its first bytes only", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc", "damaged-file"),
    ("a cut odt", zipped(OPEN_DOCUMENT)[:100], "odt", "damaged-file"),
    ("a zip that is none", zipped({"a.txt": "x"}), "odt", "damaged-file"),
    ("no document at all", bytes(range(256)) * 20, "doc", "damaged-file"),
    (
        "a message without a page",
        b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx",
        "doc",
        "damaged-file",
    ),
]


@pytest.mark.parametrize(
    ("data", "form", "wanted"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
def test_what_cannot_be_read_is_said_with_and_without_libreoffice(
    monkeypatch: pytest.MonkeyPatch, data: bytes, form: str, wanted: str
) -> None:
    for path in (None, ""):
        if path is not None:
            monkeypatch.setenv("PATH", path)
        with pytest.raises(UnreadableError) as raised:
            read(data, form)
        assert raised.value.code == wanted


NEEDY = [
    ("doc", compound(WordDocument=word_97())),
    ("doc", compound(WordDocument=struct.pack("<HHHHHH", 0xA5DC, 0x65, 0, 0, 0, 0))),
    ("xls", compound(Workbook=records(0x809))),
    ("doc", compound(Book=records(0x809))),
    ("doc", compound(MatOST=b"x", CONTENTS=b"y")),
    ("rtf", b"{\\rtf1 text}"),
    ("odt", zipped(OPEN_DOCUMENT)),
    ("xls", b"\x09\x08\x10\x00" + b"\0" * 100),
    ("xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
]


@pytest.mark.parametrize(("form", "data"), NEEDY)
def test_without_libreoffice_the_issue_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, form: str, data: bytes
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError) as raised:
        read(data, form)
    assert raised.value.code == "needs-libreoffice"
    assert "apt-get install libreoffice-writer" in raised.value.expected


FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    f"{p('清溪区改革要点')}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
)
CHANGED = "".join(
    f'<aml:annotation w:type="Word.{kind}"><aml:content><w:r><w:t>{words}</w:t></w:r></aml:content>'
    "</aml:annotation>"
    for kind, words in (("Deletion", "旧"), ("Insertion", "新"))
)
LABEL = '<w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr>'
WORD_2003 = (
    '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body><wx:sect>'
    + p("登记", LABEL)
    + f"<w:p>{CHANGED}</w:p>"
    + tbl(
        tr(tc("任务"), tc("单位"), tc("时限")),
        tr(tc("登记"), tc("甲局", '<w:vmerge w:val="restart"/>'), tc("6月")),
        tr(tc("发证"), tc("", "<w:vmerge/>"), tc("7月")),
    )
    + "</wx:sect></w:body></w:wordDocument>"
)
PAGE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"=_b\"\r\n\r\n--=_b\r\n"
    "Content-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    "<html><body><p>清溪区改革要点</p></body></html>\r\n--=_b--\r\n"
)  # fmt: skip
MISNAMED = [
    (
        "plain text",
        "清溪区改革要点\r\n一、登记。\r\n".encode("gb18030"),
        "doc",
        "清溪区改革要点\n一、登记。\n",
    ),
    (
        "a table as text",
        "任务\t单位\n登记\t甲局\n".encode("gb18030"),
        "xls",
        "| 任务 | 单位 |\n| 登记 | 甲局 |\n",
    ),
    ("a package in one file", FLAT.encode(), "doc", "清溪区改革要点\n"),
    (
        "Word 2003 in one file",
        WORD_2003.encode(),
        "doc",
        "一、登记\n新\n| 任务 | 单位 | 时限 |\n| 登记 | 甲局 | 6月 |\n| 发证 | 〃 | 7月 |\n",
    ),
    ("an archive of a page", PAGE.encode("gb2312"), "doc", "清溪区改革要点\n"),
]


@pytest.mark.parametrize(
    ("data", "form", "wanted"), [case[1:] for case in MISNAMED], ids=[case[0] for case in MISNAMED]
)
def test_what_is_no_office_document_needs_no_libreoffice(
    monkeypatch: pytest.MonkeyPatch, data: bytes, form: str, wanted: str
) -> None:
    monkeypatch.setenv("PATH", "")
    assert read(data, form).text == wanted


FORMATS = [
    (docx(p("文")), "doc", "docx"),
    (docx(p("文"), main="word/document2.xml"), "docx", "docx"),
    (zipped({"word\\document.xml": "<a/>"}), "docx", "docx"),
    (zipped({"word/document.docx": "x"}), "zip", "zip"),
    (zipped(OPEN_DOCUMENT), "docx", "odt"),
    (zipped({"xl/workbook.bin": "x"}), "xlsx", "xlsx"),
    (compound(WordDocument=word_97()), "docx", "doc"),
]


@pytest.mark.parametrize(("data", "named", "wanted"), FORMATS)
def test_the_content_decides_what_a_file_is(data: bytes, named: str, wanted: str) -> None:
    assert find_format(data, named) == wanted


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a document and a workbook in the old formats, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    document = python_docx.Document()
    document.add_paragraph("清溪区改革要点")
    document.add_paragraph("登记", style="List Number")
    document.add_paragraph("发证", style="List Number")
    table = document.add_table(3, 3, style="Table Grid")
    for n, words in enumerate(("任务", "单位", "时限", "登记", "甲局", "6月", "发证", "", "7月")):
        table.cell(n // 3, n % 3).text = words
    table.cell(1, 1).merge(table.cell(2, 1)).text = "甲局"
    document.add_paragraph("附注")
    document.save(str(folder / "plan.docx"))
    book = openpyxl.Workbook()
    book.active.append(("任务", "单位", "时限"))
    book.active.append(("登记", "甲局", 44377))
    book.active["C2"].number_format = 'yyyy"年"m"月"'
    book.save(folder / "table.xlsx")
    for name, ending in (("plan.docx", "doc"), ("plan.docx", "odt"), ("table.xlsx", "xls")):
        subprocess.run(
            [
                *(OFFICE or "", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
                *("--convert-to", ending, "--outdir", str(folder), str(folder / name)),
            ],
            capture_output=True,
            timeout=120,
            check=True,
        )
    (folder / "plan.rtf").write_bytes(
        rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}"
        rb"\pard \'c7\'e5\'cf\'aa\'c7\'f8\par \'b5\'da\'b6\'fe\'b6\'ce\par}"
    )
    yield folder


TABLE = "| 任务 | 单位 | 时限 |\n| 登记 | 甲局 | 6月 |\n| 发证 | 〃 | 7月 |\n"
REAL = [
    ("plan.doc", "doc", "清溪区改革要点\n1.登记\n2.发证\n" + TABLE + "附注\n"),
    ("plan.odt", "odt", "清溪区改革要点\n1.登记\n2.发证\n" + TABLE + "附注\n"),
    ("plan.rtf", "rtf", "清溪区\n第二段\n"),
    ("table.xls", "xls", "| 任务 | 单位 | 时限 |\n| 登记 | 甲局 | 2021年6月 |\n"),
    ("table.xls", "doc", "| 任务 | 单位 | 时限 |\n| 登记 | 甲局 | 2021年6月 |\n"),
]


@needs_office
@pytest.mark.parametrize(("name", "form", "wanted"), REAL)
def test_libreoffice_makes_what_can_be_read(made: Path, name: str, form: str, wanted: str) -> None:
    content: Content = read((made / name).read_bytes(), form)
    assert content.text == wanted


@needs_office
@pytest.mark.parametrize("form", ["doc", "xls"])
def test_a_damaged_document_is_one_issue_and_never_taken_for_text(made: Path, form: str) -> None:
    data = bytearray((made / {"doc": "plan.doc", "xls": "table.xls"}[form]).read_bytes())
    data[600:] = bytes(len(data) - 600)
    with pytest.raises(UnreadableError) as raised:
        read(bytes(data), form)
    assert raised.value.code in ("damaged-file", "unsupported-format")


@needs_office
def test_nothing_is_fetched(tmp_path: Path) -> None:
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                asked.append(connection.recv(100))
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        content = (
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
            'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
            'xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:p>正文'
            f'<draw:frame><draw:image xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple"/>'
            "</draw:frame></text:p></office:text></office:body></office:document-content>"
        )
        manifest = (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>'
        )
        parts = {**OPEN_DOCUMENT, "content.xml": content, "META-INF/manifest.xml": manifest}
        assert read(zipped(parts), "odt").text == "正文\n"
    assert asked == []


def _ends(process: int, seconds: float = 20) -> bool:
    """Say whether a process is gone in time: one that was told to end still runs for a moment."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":  # ended; nobody has asked for its exit code yet
            return True
        time.sleep(0.05)
    return False


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "soffice"
    slow.write_text(f"#!/bin/sh\n/bin/sleep 60 &\necho $! > {tmp_path}/child\n/bin/sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    with pytest.raises(UnreadableError) as raised:
        libreoffice.convert(b"{\\rtf1}", "rtf", "docx")
    assert raised.value.code == "too-slow"
    assert _ends(int((tmp_path / "child").read_text()))


def test_each_conversion_has_a_folder_of_its_own_that_goes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake = tmp_path / "soffice"
    fake.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/said\npwd >> {tmp_path}/folders\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    for _ in range(2):
        with pytest.raises(UnreadableError):
            libreoffice.convert(b"{\\rtf1}", "rtf", "docx")
    folders = (tmp_path / "folders").read_text().split()
    assert len(set(folders)) == 2
    assert not any(Path(folder).exists() for folder in folders)
    assert "--headless" in (tmp_path / "said").read_text()


def test_macros_of_old_documents_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    made_of = docx(p("正文"))
    monkeypatch.setattr("ingest.read.office.convert", lambda *_, **__: made_of)
    content = read(compound(WordDocument=word_97(), Macros=b"x"), "doc")
    assert content.text == "正文\n"
    assert [flaw.code for flaw in content.flaws] == ["macros-ignored"]


def test_a_workbook_with_the_password_of_excel_itself_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    book.save(out)
    monkeypatch.setattr("ingest.read.office.convert", lambda *_, **__: out.getvalue())
    assert read(compound(Workbook=records(0x809, 0x2F)), "xls").text == "甲\n"
