import io
import shutil
import zipfile
from collections.abc import Mapping

import pytest

from ingest.read import ocr, ofd
from ingest.read.model import Content, UnreadableError
from ingest.read.ofd_values import Matrix, matrix, number, numbers, paths, steps

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
ENTRY = "OFD.xml"


def entry(*roots: str) -> str:
    bodies = "".join(f"<ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>" for root in roots)
    return f"{HEAD}<ofd:OFD {SPACE}>{bodies}</ofd:OFD>"


def document(*pages: str, common: str = "") -> str:
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="{path}"/>' for at, path in enumerate(pages))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    shared = f"<ofd:CommonData>{area}{common}</ofd:CommonData>"
    return f"{HEAD}<ofd:Document {SPACE}>{shared}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"


def page(*objects: str, head: str = "") -> str:
    layer = f'<ofd:Content><ofd:Layer ID="9">{"".join(objects)}</ofd:Layer></ofd:Content>'
    return f"{HEAD}<ofd:Page {SPACE}>{head}{layer}</ofd:Page>"


def text(
    words: str, x: float, y: float, *, size: float = 5.0, delta: str | None = None, more: str = ""
) -> str:
    delta = f"g {len(words) - 1} {size}" if delta is None else delta
    steps = f' DeltaX="{delta}"' if delta else ""
    code = f'<ofd:TextCode X="0" Y="{size}"{steps}>{words}</ofd:TextCode>'
    return f'<ofd:TextObject ID="1" Boundary="{x} {y} 100 7" Size="{size}" {more}>{code}</ofd:TextObject>'


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    box = f"{x0} {y0} {max(x1 - x0, 0.2)} {max(y1 - y0, 0.2)}"
    data = f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject ID="2" Boundary="{box}" LineWidth="0.2">{data}</ofd:PathObject>'


def make(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def of_pages(*pages: str, common: str = "", **parts: str | bytes) -> bytes:
    """Return a file of one document."""
    named = {f"Doc_0/Pages/Page_{at}/Content.xml": one for at, one in enumerate(pages)}
    listed = [f"Pages/Page_{at}/Content.xml" for at in range(len(pages))]
    return make(
        {
            ENTRY: entry("Doc_0/Document.xml"),
            "Doc_0/Document.xml": document(*listed, common=common),
            **named,
            **parts,
        }
    )


def read(data: bytes) -> Content:
    return ofd.read(data, "ofd")


def failure(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    return caught.value


@pytest.fixture(autouse=True)
def _without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ocr.is_available.cache_clear()


def test_pages_with_their_places() -> None:
    data = of_pages(page(text("一、改革任务", 30, 40)), page(text("二、组织实施", 30, 40)))
    content = read(data)
    assert content.text.split() == ["一、改革任务", "二、组织实施"]
    assert [place.page for place in content.places] == [1, 2]
    assert content.flaws == ()


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (text("改革任务", 30, 40), "改革任务"),
        (text("改革任务", 30, 40, delta="5 5 5"), "改革任务"),
        (text("改革任务", 30, 40, delta="g 1 5 g 2 5"), "改革任务"),
        (text("改革任务", 30, 40, delta="5"), "改革任务"),  # the last distance holds for the rest
        (text("改革任务", 30, 40, delta=""), "改革任务"),
        (text("改革任务", 30, 40, delta="5 30 5"), "改革\t任务"),
        (text("2021年", 30, 40, delta="g 3 2.5 2.5"), "2021年"),
        (text("改革", 30, 40) + text("任务", 40, 40), "改革任务"),
        (text("任务", 40, 40) + text("改革", 30, 40), "改革任务"),
        (text("改革任务", 30, 40, size=1.0, more='CTM="5 0 0 5 0 0"'), "改革任务"),
        (text("改革", 30, 40) + text("水印", 30, 80, more='CTM="0.7 0.7 -0.7 0.7 0 0"'), "改革"),
        (text("改革", 30, 40) + text("不显示", 30, 80, more='Visible="false"'), "改革"),
        (text("甲 &amp; 乙", 30, 40, delta="g 4 5"), "甲 & 乙"),
        (f'<ofd:PageBlock ID="3">{text("改革", 30, 40)}</ofd:PageBlock>', "改革"),
        (text("改革", 30, 40) + "<ofd:TextObject/><ofd:PathObject/><!-- note -->", "改革"),
    ],
)
def test_texts(drawn: str, words: str) -> None:
    assert read(of_pages(page(drawn))).text.strip() == words


def test_words_below_one_another() -> None:
    code = '<ofd:TextCode X="0" Y="5" DeltaY="8 8">甲乙丙</ofd:TextCode>'
    drawn = f'<ofd:TextObject ID="1" Boundary="30 40 100 30" Size="5">{code}</ofd:TextObject>'
    assert read(of_pages(page(drawn))).text.split() == ["甲", "乙", "丙"]


def test_lines_are_rules_of_a_table() -> None:
    rules = [line(30, y, 130, y) for y in (40, 50, 60)] + [line(x, 40, x, 60) for x in (30, 60, 130)]
    cells = [text("任务", 32, 42), text("单位", 62, 42), text("甲", 32, 52), text("财政局", 62, 52)]
    assert read(of_pages(page(*rules, *cells))).text.strip() == "| 任务 | 单位 |\n| 甲 | 财政局 |"


def resources(inner: str) -> str:
    return f"{HEAD}<ofd:Res {SPACE}>{inner}</ofd:Res>"


def test_templates_and_drawings_used_several_times() -> None:
    template = '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    content = f"<ofd:Content>{text('附表', 0, 0)}</ofd:Content>"
    unit = f'<ofd:CompositeGraphicUnit ID="7" Width="9" Height="9">{content}</ofd:CompositeGraphicUnit>'
    used = '<ofd:CompositeObject ID="8" ResourceID="7" Boundary="30 60 50 10"/>'
    parts = {
        "Doc_0/Tpls/Tpl_0/Content.xml": page(text("某区文件", 30, 20)),
        "Doc_0/PublicRes.xml": resources(f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>"),
    }
    drawn = page(text("正文", 30, 40), used, head='<ofd:Template TemplateID="5"/>')
    data = of_pages(drawn, common=f"{template}<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>", **parts)
    assert read(data).text.split() == ["某区文件", "正文", "附表"]


def test_several_documents_of_one_file() -> None:
    data = make(
        {
            ENTRY: entry("/Doc_0/Document.xml", "Doc_1/Document.xml"),
            "Doc_0/Document.xml": document("/Doc_0/P.xml"),
            "Doc_1/Document.xml": document("P.xml"),
            "Doc_0/P.xml": page(text("第一件", 30, 40)),
            "Doc_1/P.xml": page(text("第二件", 30, 40)),
        }
    )
    assert read(data).text.split() == ["第一件", "第二件"]


def test_page_that_is_missing_is_named() -> None:
    data = make(
        {
            ENTRY: entry("Doc_0/Document.xml"),
            "Doc_0/Document.xml": document("A.xml", "B.xml"),
            "Doc_0/B.xml": page(text("第二页", 30, 40)),
        }
    )
    content = read(data)
    assert content.text.strip() == "第二页"
    assert [(flaw.code, flaw.found) for flaw in content.flaws] == [
        ("damaged-pages", "page 1 read only in part")
    ]


def test_pages_that_are_pictures() -> None:
    picture = '<ofd:ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="6"/>'
    assert failure(of_pages(page(picture))).code == "scanned-pages"
    content = read(of_pages(page(picture), page(text("第二页", 30, 40))))
    assert [(flaw.code, flaw.found) for flaw in content.flaws] == [
        ("scanned-pages", "page 1 without text, only pictures")
    ]


@pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed; .ci/run installs it"
)
def test_pictures_are_read_by_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    ocr.is_available.cache_clear()
    if not ocr.is_available():
        pytest.skip("Tesseract has no simplified Chinese; .ci/run installs it")
    seen: list[bytes] = []
    monkeypatch.setattr(ocr, "_recognise", lambda picture, seconds: seen.append(picture))
    picture = '<ofd:ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="6"/>'
    media = '<ofd:MultiMedia ID="6" Type="Image"><ofd:MediaFile>scan.png</ofd:MediaFile></ofd:MultiMedia>'
    parts = {
        "Doc_0/DocumentRes.xml": resources(media).replace("<ofd:Res ", '<ofd:Res BaseLoc="Res" '),
        "Doc_0/Res/scan.png": b"a picture",
    }
    common = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    assert failure(of_pages(page(picture), common=common, **parts)).code == "scanned-pages"
    assert seen == [b"a picture"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no archive",
        make({"other.xml": "<x/>"}),
        make({ENTRY: entry()}),
        make({ENTRY: entry("Doc_0/Document.xml")}),
        make({ENTRY: "words"}),
        make({ENTRY: BOMB + entry("Doc_0/Document.xml")}),
        of_pages(page(text("改革", 30, 40)))[:300],
    ],
)
def test_damaged_files(data: bytes) -> None:
    assert failure(data).code in ("damaged-file", "unsafe-xml")


def test_encrypted_files() -> None:
    data = of_pages(page(text("改革", 30, 40)), **{"Encryptions.xml": f"{HEAD}<ofd:Encryptions {SPACE}/>"})
    assert failure(data).code == "encrypted-file"


def test_values_that_are_none_do_no_harm() -> None:
    odd = text("改革", 30, 40, delta="g x y g 99999999999 5 word", more='CTM="1 2" HScale="0"')
    assert "改" in read(of_pages(page(odd.replace('Size="5.0"', 'Size="big"')))).text


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (None, []),
        ("5 5.5", [5, 5.5]),
        ("g 3 5", [5, 5, 5]),
        ("1 g 2 4 2", [1, 4, 4, 2]),
        ("g 2", [0, 0]),
        ("g", []),
    ],
)
def test_distances_of_characters(written: str | None, read_as: list[float]) -> None:
    assert steps(written) == read_as


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("M 0 0 L 10 0 L 10 5 C", [[(0, 0), (10, 0), (10, 5), (0, 0)]]),
        ("S 0 0 L 1 1 M 5 5 L 6 6", [[(0, 0), (1, 1)], [(5, 5), (6, 6)]]),
        ("M0,0B 1 1 2 2 3 3Q 4 4 5 5", [[(0, 0), (3, 3), (5, 5)]]),
        ("M 1e1 -.5", [[(10, -0.5)]]),
        ("", []),
    ],
)
def test_paths(written: str, parts: list[list[tuple[float, float]]]) -> None:
    assert list(paths(written)) == parts


def test_numbers_and_matrices() -> None:
    assert numbers("0 0 210.5 -3") == (0, 0, 210.5, -3)
    assert number(None, 3.5) == 3.5
    assert matrix("1 2 3") == Matrix()
    moved = Matrix(e=10, f=20).after(Matrix(2, 0, 0, 2, 0, 0))
    assert moved.apply(1, 1) == (12, 22)
