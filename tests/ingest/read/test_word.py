"""Word documents: what a reader of the page sees, in its order, and nothing twice."""

import io

import docx as python_docx
import pytest
from docx.document import Document as WordDocument

from ingest.read.model import UnreadableError
from ingest.read.word import read
from tests.ingest.read.packages import (
    NAMES,
    STRICT,
    W,
    docx,
    p,
    relationships,
    tbl,
    tc,
    tr,
    zipped,
)


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text(data: bytes) -> str:
    return read(data, "docx").text


def codes(data: bytes) -> list[str]:
    return [flaw.code for flaw in read(data, "docx").flaws]


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def t(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


def mark(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def code(words: str) -> str:
    return run(f"<w:instrText>{words}</w:instrText>")


def box(inner: str) -> str:
    return f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"


def test_what_python_docx_writes() -> None:
    document = python_docx.Document()
    document.add_paragraph("清溪区2020年改革要点")
    document.add_paragraph("")
    document.add_paragraph("第一行\n第二行")
    table = document.add_table(3, 3, style="Table Grid")
    for n, words in enumerate(("序号", "任务", "单位", "1", "登记", "甲局", "", "发证", "乙局")):
        table.cell(n // 3, n % 3).text = words
    table.cell(1, 0).merge(table.cell(2, 0)).text = "1"
    document.add_paragraph("附注")
    assert text(saved(document)) == (
        "清溪区2020年改革要点\n\n第一行\n第二行\n"
        "| 序号 | 任务 | 单位 |\n| 1 | 登记 | 甲局 |\n| 〃 | 发证 | 乙局 |\n附注\n"
    )


PARAGRAPHS = [
    ("runs", "<w:p>" + run(t("推进")) + run(t("改革")) + "</w:p>", "推进改革\n"),
    ("indent", p("　　正文"), "　　正文\n"),
    ("soft break", "<w:p>" + run(t("上") + "<w:br/>" + t("下")) + "</w:p>", "上\n下\n"),
    (
        "break of Word 2003",
        "<w:p>" + run(t("上") + '<w:br w:type="text-wrapping"/>' + t("下")) + "</w:p>",
        "上\n下\n",
    ),
    ("page break first", "<w:p>" + run('<w:br w:type="page"/>' + t("附件")) + "</w:p>", "附件\n"),
    ("page break within", "<w:p>" + run(t("甲") + '<w:br w:type="page"/>' + t("乙")) + "</w:p>", "甲\n乙\n"),
    ("tabs", p(t("甲") + "<w:tab/>" + t("乙")), "甲\t乙\n"),
    ("tab as indent", p("<w:tab/>" + t("正文")), "正文\n"),
    ("tab after a typed number", p(t("1.") + "<w:tab/>" + t("登记")), "1.登记\n"),
    ("tab between digits", p(t("1.") + "<w:tab/>" + t("2020年")), "1. 2020年\n"),
    ("tab after a typed article", p(t("第一条") + "<w:tab/>" + t("目的")), "第一条 目的\n"),
    ("tabs of a row", p(t("1") + "<w:tab/>" + t("登记") + "<w:tab/>" + t("甲局")), "1\t登记\t甲局\n"),
    ("hyphen", p(t("A") + "<w:noBreakHyphen/>" + t("B") + "<w:softHyphen/>"), "A-B\n"),
    ("link", "<w:p><w:hyperlink>" + run(t("网页")) + "</w:hyperlink></w:p>", "网页\n"),
    (
        "control in a paragraph",
        "<w:p><w:sdt><w:sdtContent>" + run(t("甲局")) + "</w:sdtContent></w:sdt></w:p>",
        "甲局\n",
    ),
    (
        "control around paragraphs",
        "<w:sdt><w:sdtContent>" + p("甲") + p("乙") + "</w:sdtContent></w:sdt>",
        "甲\n乙\n",
    ),
    (
        "old wrappers",
        "<w:customXml><w:p><w:smartTag>" + run(t("甲")) + "</w:smartTag></w:p></w:customXml>",
        "甲\n",
    ),
    ("insertion", "<w:p><w:ins>" + run(t("新")) + "</w:ins>" + run(t("文")) + "</w:p>", "新文\n"),
    (
        "deletion",
        "<w:p><w:del>" + run("<w:delText>旧</w:delText>") + "</w:del>" + run(t("文")) + "</w:p>",
        "文\n",
    ),
    ("moved away", "<w:p><w:moveFrom>" + run(t("旧")) + "</w:moveFrom>" + run(t("文")) + "</w:p>", "文\n"),
    ("deleted mark", p("甲", "<w:rPr><w:del/></w:rPr>") + p("乙"), "甲乙\n"),
    ("hidden mark", p("甲", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("乙"), "甲乙\n"),
    ("large first letter", p("甲", '<w:framePr w:dropCap="drop"/>') + p("乙"), "甲乙\n"),
    ("deleted mark at the end", p("甲", "<w:rPr><w:del/></w:rPr>"), "甲\n"),
    ("hidden text", "<w:p>" + run("<w:rPr><w:vanish/></w:rPr>" + t("隐")) + run(t("显")) + "</w:p>", "显\n"),
    ("hidden turned off", "<w:p>" + run('<w:rPr><w:vanish w:val="0"/></w:rPr>' + t("显")) + "</w:p>", "显\n"),
    (
        "reading aid",
        "<w:p>"
        + run(
            "<w:ruby><w:rt>" + run(t("gǎi")) + "</w:rt><w:rubyBase>" + run(t("改")) + "</w:rubyBase></w:ruby>"
        )
        + "</w:p>",
        "改\n",
    ),
    ("symbol", p('<w:sym w:font="Wingdings" w:char="F0AB"/>' + t("甲局")), "★甲局\n"),
    ("formula", "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", "x=1\n"),
    ("line break in the XML", p("推进\n  改革"), "推进 改革\n"),
    ("blank lines at the ends", p("") + p("甲") + p("") + p("乙") + p(""), "甲\n\n乙\n"),
]


@pytest.mark.parametrize(
    ("body", "wanted"), [case[1:] for case in PARAGRAPHS], ids=[c[0] for c in PARAGRAPHS]
)
def test_paragraphs(body: str, wanted: str) -> None:
    assert text(docx(body)) == wanted


FIELDS = [
    ("result", mark("begin") + code("DATE") + mark("separate") + run(t("3月")) + mark("end"), "3月"),
    ("no result", mark("begin") + code("XE 甲") + mark("end") + run(t("文")), "文"),
    (
        "nested",
        mark("begin")
        + code("IF")
        + mark("begin")
        + code("PAGE")
        + mark("separate")
        + run(t("7"))
        + mark("end")
        + code("=1")
        + mark("separate")
        + run(t("是"))
        + mark("end"),
        "是",
    ),
    ("simple", '<w:fldSimple w:instr="DATE">' + run(t("3月")) + "</w:fldSimple>", "3月"),
    ("circle", mark("begin") + code(r"eq \o\ac(○,12)") + mark("end") + run(t("登记")), "⑫登记"),
    ("circle in two runs", mark("begin") + code(r"eq \o\ac(○") + code(",1)") + mark("end"), "①"),
    ("never closed", mark("begin") + code("DATE") + run(t("文")), ""),
]


@pytest.mark.parametrize(("inner", "wanted"), [case[1:] for case in FIELDS], ids=[c[0] for c in FIELDS])
def test_fields_show_their_result(inner: str, wanted: str) -> None:
    assert text(docx(f"<w:p>{inner}</w:p>" + p("下一段"))) == f"{wanted}\n下一段\n".lstrip("\n")


def test_a_table_of_contents_is_left_out_and_said() -> None:
    entries = (
        "<w:p>"
        + mark("begin")
        + code(r"TOC \o 1-3")
        + mark("separate")
        + run(t("一、总则 1"))
        + "</w:p>"
        + p("二、任务 2")
        + "<w:p>"
        + mark("end")
        + "</w:p>"
    )
    data = docx(p("标题") + entries + p("一、总则"))
    assert text(data) == "标题\n一、总则\n"
    assert codes(data) == ["contents-left-out"]
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{p('目录')}{p('一、总则 1')}</w:sdtContent></w:sdt>"
    assert text(docx(control + p("一、总则"))) == "一、总则\n"


def test_a_table_of_contents_that_never_ends_swallows_nothing() -> None:
    body = (
        "<w:p>" + mark("begin") + code("TOC") + mark("separate") + run(t("一、总则")) + "</w:p>" + p("正文")
    )
    assert text(docx(body)) == "一、总则\n正文\n"


def test_a_box_is_read_once_after_its_paragraph() -> None:
    inner = box(p("框内") + p("第二段"))
    both = (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" + inner + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        + p("框内")
        + p("第二段")
        + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert text(docx("<w:p>" + run(t("正文") + both) + "</w:p>")) == "正文\n框内\n第二段\n"
    old = "<w:pict><v:textbox><w:txbxContent>" + p("框内") + "</w:txbxContent></v:textbox></w:pict>"
    assert text(docx("<w:p>" + run(old) + run(t("正文")) + "</w:p>")) == "正文\n框内\n"


def test_words_drawn_as_a_picture() -> None:
    assert text(
        docx(p('<w:pict><v:shape><v:textpath string="清溪区文件"/></v:shape></w:pict>'))
    ) == "\n清溪区文件\n".lstrip("\n")


NOTES = (
    '<w:footnote w:type="separator" w:id="0">' + p("") + "</w:footnote>"
    '<w:footnote w:id="2"><w:p>'
    + run("<w:footnoteRef/>")
    + run(t(" 排第一位的为牵头单位。"))
    + "</w:p></w:footnote>"
)
REFERENCE = run('<w:footnoteReference w:id="2"/>')


def test_a_footnote_follows_its_paragraph() -> None:
    body = f"<w:p>{run(t('甲局'))}{REFERENCE}{run(t('、乙局负责。'))}</w:p>" + p("下一段")
    assert text(docx(body, footnotes=NOTES)) == "甲局、乙局负责。\n注：排第一位的为牵头单位。\n下一段\n"


def test_a_footnote_of_a_cell_follows_the_table() -> None:
    cell = f"<w:p>{run(t('甲局'))}{REFERENCE}</w:p>"
    body = tbl(tr(tc("任务"), tc("单位"), tc("备注")), tr(tc("登记"), tc(cell), tc("")))
    wanted = "| 任务 | 单位 | 备注 |\n| 登记 | 甲局 |  |\n注：排第一位的为牵头单位。\n"
    assert text(docx(body, footnotes=NOTES)) == wanted


def test_page_headers_and_comments_are_left_out() -> None:
    comment = p('<w:commentReference w:id="1"/>' + t("正文"))
    data = docx(comment, header=p("页眉"), comments=p("批注"))
    assert text(data) == "正文\n"
    assert codes(data) == ["comments-left-out"]


def picture(width: int, height: int) -> str:
    size = f'<wp:extent cx="{width}" cy="{height}"/>'
    return p(f"<w:drawing><wp:inline>{size}<a:graphic><a:blip/></a:graphic></wp:inline></w:drawing>")


FLAWS = [
    ("tracked changes", docx("<w:p><w:ins>" + run(t("新")) + "</w:ins></w:p>"), ["tracked-changes"]),
    (
        "hidden text",
        docx("<w:p>" + run("<w:rPr><w:vanish/></w:rPr>" + t("隐")) + "</w:p>" + p("显")),
        ["hidden-text"],
    ),
    ("unknown symbol", docx(p('<w:sym w:font="Webdings" w:char="zz"/>' + t("文"))), ["unknown-symbol"]),
    (
        "a scanned page",
        docx(picture(5_000_000, 7_000_000)),
        ["picture-not-read"],
    ),
    (
        "a seal",
        docx(picture(1_500_000, 1_500_000) + p("文")),
        [],
    ),
    ("an embedded workbook", docx(p("<w:object><o:OLEObject/></w:object>") + p("文")), ["object-not-read"]),
    ("a chunk that is not there", docx('<w:altChunk r:id="r9"/>' + p("文")), ["damaged-part"]),
    ("plain", docx(p("文")), []),
]


@pytest.mark.parametrize(("data", "wanted"), [case[1:] for case in FLAWS], ids=[case[0] for case in FLAWS])
def test_what_is_not_read_is_said(data: bytes, wanted: list[str]) -> None:
    assert codes(data) == wanted


def test_macros_are_not_run_but_said() -> None:
    data = zipped(
        {
            "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {NAMES}><w:body>{p('正文')}</w:body></w:document>",
            "word/vbaProject.bin": b"\xd0\xcf",
        }
    )
    assert text(data) == "正文\n"
    assert codes(data) == ["macros-ignored"]


def test_a_page_inside_the_document_is_read_as_one() -> None:
    data = zipped(
        {
            "word/document.xml": f'<w:document {NAMES}><w:body><w:altChunk r:id="r1"/></w:body></w:document>',
            "word/_rels/document.xml.rels": relationships(("aFChunk", "chunk.html")),
            "word/chunk.html": "<html><body><p>清溪区改革要点</p></body></html>".encode(),
        }
    )
    assert text(data).strip() == "清溪区改革要点"


FORMS = [
    (
        "strict names",
        zipped(
            {"word/document.xml": f'<w:document xmlns:w="{STRICT}"><w:body>{p("正文")}</w:body></w:document>'}
        ),
    ),
    ("a counted part", docx(p("正文"), main="word/document2.xml")),
    (
        "slashes of Windows",
        zipped({"word\\document.xml": f"<w:document {NAMES}><w:body>{p('正文')}</w:body></w:document>"}),
    ),
    (
        "UTF-16",
        zipped(
            {
                "word/document.xml": (
                    f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{W}">'
                    f"<w:body>{p('正文')}</w:body></w:document>"
                ).encode("utf-16")
            }
        ),
    ),
]


@pytest.mark.parametrize("data", [case[1] for case in FORMS], ids=[case[0] for case in FORMS])
def test_packages_of_other_writers(data: bytes) -> None:
    assert text(data) == "正文\n"


def test_damaged_xml_is_mended_and_said() -> None:
    data = zipped(
        {"word/document.xml": f"<w:document {NAMES}><w:body>{p('甲')}{p('坏' + chr(1) + '字')}{p('乙')}"}
    )
    assert text(data) == "甲\n坏字\n乙\n"
    assert codes(data) == ["damaged-part"]


GOOD = docx(p("清溪区改革要点" * 50))
BOMB = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + f"]><w:document {NAMES}><w:body>{p('&j;')}</w:body></w:document>"
)
BAD = [
    ("no archive", b"PK\x03\x04 and nothing", "damaged-file"),
    ("cut short", GOOD[:-40], "damaged-file"),
    ("a flipped byte", GOOD.replace(GOOD[300:301], bytes((GOOD[300] ^ 0xFF,)), 1), "damaged-file"),
    ("no body", zipped({"word/document.xml": f"<w:document {NAMES}/>"}), "damaged-file"),
    ("no document", zipped({"word/other.xml": "<a/>"}), "damaged-file"),
    ("empty part", zipped({"word/document.xml": ""}), "damaged-file"),
    ("an entity bomb", zipped({"word/document.xml": BOMB}), "unsafe-xml"),
    ("a zip bomb", zipped({"word/document.xml": b" " * 151_000_000}), "too-large"),
]


@pytest.mark.parametrize(("data", "wanted"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_files_give_one_clear_issue(data: bytes, wanted: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(data, "docx")
    assert raised.value.code == wanted
    assert raised.value.expected
    assert raised.value.found


def test_parts_nested_without_end_are_one_flaw() -> None:
    data = docx("<w:tbl><w:tr><w:tc>" * 400 + p("文") + "</w:tc></w:tr></w:tbl>" * 400)
    assert codes(data) == ["damaged-part"]
