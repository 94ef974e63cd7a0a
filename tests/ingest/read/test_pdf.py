import io
import shutil
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.read import drawn, ocr, pdf
from ingest.read.drawn import name_pages
from ingest.read.model import Content, UnreadableError

FONT = "STSong-Light"
WIDE, HIGH, LEFT, SIZE, PITCH = 400.0, 560.0, 60.0, 14.0, 22.0
LINE = 20  # characters
PROSE = "各单位要按照职责分工，细化目标任务，建立工作台账，按季度报送进展情况，确保年底前全面完成。"
Draw = Callable[[Canvas], None]


def make(*pages: Draw, encrypt: StandardEncryption | None = None) -> bytes:
    """Return a PDF document with a function that draws each page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDE, HIGH), encrypt=encrypt)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def paragraphs(*texts: str, footer: str = "") -> Draw:
    """Return a function that sets paragraphs with an indent of two characters."""

    def draw(canvas: Canvas) -> None:
        y = HIGH - 70
        for text in texts:
            while text:
                indent = 0 if y < HIGH - 70 and text not in texts else 2
                canvas.drawString(LEFT + indent * SIZE, y, text[: LINE - indent])
                text = text[LINE - indent :]
                y -= PITCH
        canvas.drawCentredString(WIDE / 2, 30, footer)

    return draw


def picture(canvas: Canvas) -> None:
    """Draw a picture over the page."""
    canvas.drawImage(ImageReader(io.BytesIO(grey_ppm())), 0, 0, WIDE, HIGH)


def grey_ppm() -> bytes:
    return b"P5 40 56 255\n" + bytes(200 for _ in range(40 * 56))


def read(data: bytes) -> Content:
    return pdf.read(data, "pdf")


def failure(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    return caught.value


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ocr.is_available.cache_clear()


def test_paragraphs_over_pages_with_their_places() -> None:
    data = make(
        paragraphs("一、工作目标", PROSE, footer="- 1 -"), paragraphs("二、组织实施", PROSE, footer="- 2 -")
    )
    content = read(data)
    assert content.text.split() == ["一、工作目标", PROSE, "二、组织实施", PROSE]
    assert [(place.page, content.text[place.start :][:2]) for place in content.places] == [
        (1, "一、"),
        (2, "二、"),
    ]
    assert content.flaws == ()


def test_table_with_rules() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([60, 100, 220, 340], [300, 340, 380])
        for x, y, text in ((65, 355, "序号"), (105, 355, "任务"), (225, 355, "单位"), (65, 315, "1")):
            canvas.drawString(x, y, text)
        canvas.drawString(105, 315, "编制方案")

    assert read(make(draw)).text.strip() == "| 序号 | 任务 | 单位 |\n| 1 | 编制方案 |  |"


def test_rules_that_are_thin_filled_boxes() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (60, 150, 300):
            canvas.rect(x, 300, 0.5, 80, stroke=0, fill=1)
        for y in (300, 340, 380):
            canvas.rect(60, y, 240, 0.5, stroke=0, fill=1)
        for x, y, text in ((65, 355, "任务"), (155, 355, "单位"), (65, 315, "甲"), (155, 315, "乙局")):
            canvas.drawString(x, y, text)

    assert read(make(draw)).text.strip() == "| 任务 | 单位 |\n| 甲 | 乙局 |"


def test_watermarks_hidden_text_and_fake_bold() -> None:
    def draw(canvas: Canvas) -> None:
        paragraphs(PROSE)(canvas)
        canvas.drawString(LEFT, 200, "重点任务")
        canvas.drawString(LEFT + 0.4, 200, "重点任务")
        hidden = canvas.beginText(LEFT, 100)
        hidden.setTextRenderMode(3)
        hidden.textOut("看不见的字")
        canvas.drawText(hidden)
        canvas.drawString(LEFT, HIGH + 50, "页边之外")
        canvas.rotate(40)
        canvas.drawString(200, 100, "内部资料")

    assert read(make(draw)).text.split() == [PROSE, "重点任务"]


def test_page_that_is_turned() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -WIDE)
        for at in range(4):
            canvas.drawString(40, 300 - at * 40, f"第{'一二三四'[at]}项任务")

    def upright(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        draw(canvas)

    for page in (draw, upright):
        assert read(make(page)).text.split() == ["第一项任务", "第二项任务", "第三项任务", "第四项任务"]


@pytest.mark.parametrize(("user", "code"), [("", None), ("secret", "encrypted-file")])
def test_encrypted_documents(user: str, code: str | None) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)  # reportlab leaves the strings of its Chinese fonts unencrypted
        canvas.drawString(LEFT, 400, "Reform Plan 2021")

    data = make(draw, encrypt=StandardEncryption(user, "owner", canPrint=0, canCopy=0, strength=128))
    if code is None:
        assert read(data).text.strip() == "Reform Plan 2021"
    else:
        assert failure(data).code == code


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"%PDF-1.4 and nothing more",
        lambda data: b"",
        lambda data: b"plain words",
        lambda data: data[:200],
        lambda data: b"PK\x03\x04" + data[4:60],
    ],
)
def test_damaged_documents(damage: Callable[[bytes], bytes]) -> None:
    assert failure(damage(make(paragraphs(PROSE)))).code == "damaged-file"


def test_document_without_its_end_is_mended() -> None:
    data = make(paragraphs(PROSE), paragraphs("完。"))
    content = read(data[: data.rindex(b"xref")])
    assert content.text.split() == [PROSE, "完。"]
    assert [flaw.code for flaw in content.flaws] == ["mended-file"]


def test_scanned_pages_are_named_and_the_others_read(without_tesseract: None) -> None:
    content = read(make(paragraphs(PROSE), picture, paragraphs("完成。"), picture, picture, picture))
    assert content.text.split() == [PROSE, "完成。"]
    (flaw,) = content.flaws
    assert (flaw.code, flaw.found) == ("scanned-pages", "pages 2, 4-6 without text, only pictures")


def test_scanned_document_without_tesseract(without_tesseract: None) -> None:
    error = failure(make(picture, picture))
    assert (error.code, error.found) == ("scanned-pages", "pages 1-2 without text, only pictures")


def test_text_behind_a_picture_is_read_and_doubted(without_tesseract: None) -> None:
    def draw(canvas: Canvas) -> None:
        picture(canvas)
        layer = canvas.beginText(LEFT, 400)
        layer.setTextRenderMode(3)
        layer.textOut(PROSE[:20])
        layer.setTextOrigin(LEFT, 378)
        layer.textOut(PROSE[20:40])
        canvas.drawText(layer)

    content = read(make(draw))
    assert content.text.strip() == PROSE[:40]
    assert [flaw.code for flaw in content.flaws] == ["ocr-pages"]


def nameless(text: bytes) -> bytes:
    """Return a document whose font does not say which characters its glyphs are."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 560]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n" % len(text) + text + b"\nendstream",
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor 7 0 R>>",
        b"<</Type/FontDescriptor/FontName/X/Flags 4>>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + end


def test_fonts_that_do_not_name_their_characters(without_tesseract: None) -> None:
    glyphs = b"".join(b"%04x" % code for code in range(100, 160))
    error = failure(nameless(b"BT /F 12 Tf 50 500 Td <" + glyphs + b"> Tj ET"))
    assert (error.code, error.found) == ("broken-fonts", "page 1 of which the text cannot be had")


def test_pages_past_the_limit_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "MAX_PAGES", 2)
    content = read(make(paragraphs("一。"), paragraphs("二。"), paragraphs("三。"), paragraphs("四。")))
    assert content.text.split() == ["一。", "二。"]
    assert [(flaw.code, flaw.found) for flaw in content.flaws] == [
        ("pages-not-read", "pages from 3 on not read")
    ]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], ""), ([3], "page 3"), ([2, 5, 6, 7], "pages 2, 5-7"), ([7, 1, 2, 2], "pages 1-2, 7")],
)
def test_pages_are_named(numbers: list[int], words: str) -> None:
    assert name_pages(numbers) == words


@pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed; .ci/run installs it"
)
def test_scanned_pages_are_read_by_tesseract() -> None:
    import pypdfium2

    ocr.is_available.cache_clear()
    if not ocr.is_available():
        pytest.skip("Tesseract has no simplified Chinese; .ci/run installs it")
    page = pypdfium2.PdfDocument(make(paragraphs("一、工作目标", PROSE)))[0]
    pixels = page.render(scale=200 / 72, grayscale=True).to_numpy()
    height, width = pixels.shape[:2]
    scan = b"P5 %d %d 255\n" % (width, height) + pixels.tobytes()

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(io.BytesIO(scan)), 0, 0, WIDE, HIGH)

    content = read(make(draw, paragraphs("二、组织实施")))
    lines = content.text.split()
    assert lines[-1] == "二、组织实施"
    assert sum(one in lines[1] for one in PROSE) > 0.7 * len(PROSE)
    assert [(flaw.code, flaw.found) for flaw in content.flaws] == [
        ("ocr-pages", "page 1 read by OCR, not certain")
    ]
