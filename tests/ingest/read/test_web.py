"""Pages of government sites: their text and tables stay, what belongs to the site goes."""

import pytest

from ingest.read.model import UnreadableError
from ingest.read.web import read

PROSE = "一、推进登记改革。开展宅基地登记，建立台账，按期公开。（牵头单位：区农业农村局；配合单位：区民政局）"
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府门户</title>{head}</head><body>
<div class="top_nav"><ul><li><a href="/">首页</a></li><li><a>公开</a></li><li><a>区教育局</a></li></ul></div>
<div class="wz">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>改革</a></div>
<div class="main"><h1>青河区2019年改革工作要点</h1><div class="TRS_Editor">{body}</div></div>
<div class="xg"><h3>相关链接</h3>
<ul><li><a>别的方案</a></li><li><a>又一个</a></li><li><a>再一个</a></li></ul></div>
<div class="di"><p>主办单位：区政府办公室　承办单位：区大数据局</p><p>网站标识码：1234　ICP备1号</p></div>
</body></html>"""


def text(body: str, head: str = "") -> str:
    return read(PAGE.format(body=body, head=head).encode(), "html").text


def lines(body: str) -> list[str]:
    title, *rest = text(f"<p>{PROSE}</p>{body}").splitlines()
    assert title == "青河区2019年改革工作要点"
    assert rest[0] == PROSE
    return rest[1:]


def test_only_what_belongs_to_the_text_stays() -> None:
    assert text(f"<p>{PROSE}</p>") == f"青河区2019年改革工作要点\n{PROSE}\n"


CASES = [
    ("blocks are lines", "<p>甲</p><div>乙<br>丙</div>", ["甲", "乙", "丙"]),
    ("inline elements are not", "<p><b>（一）</b><span>推进</span>改革</p>", ["（一）推进改革"]),
    ("line ends of the source are none", "<p>推进\n   改革，A\n B</p>", ["推进改革，A B"]),
    ("indents stay", "<p>　　推进改革</p>", ["　　推进改革"]),
    ("hard spaces are spaces", "<p>牵头单位：&nbsp;区甲局</p>", ["牵头单位： 区甲局"]),
    ("empty paragraphs are blank lines", "<p>甲</p><p>&nbsp;</p><p>乙</p>", ["甲", "", "乙"]),
    ("numbers of lists", "<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>", ["1.甲", "2.乙", "丙"]),
    ("a list that begins later", "<ol start='4'><li>甲</li></ol>", ["4.甲"]),
    ("printed text", "<pre>甲\n乙\t丙</pre>", ["甲", "乙\t丙"]),
    (
        "scripts and what is hidden",
        "<script>区甲局牵头</script><p style='display: none'>区乙局牵头</p>甲",
        ["甲"],
    ),
    ("comments", "<!-- 区甲局牵头 -->甲", ["甲"]),
    ("one link is text", "<p>见<a>《方案》</a></p>", ["见《方案》"]),
    (
        "words of a foot inside the text",
        "<p>（三）提供技术支持，强化保障。</p>",
        ["（三）提供技术支持，强化保障。"],
    ),
    (
        "tables",
        "<table><tr><th>任务</th><th>单位</th></tr><tr><td>登记</td><td>区甲局<br>区乙局</td></tr></table>",
        ["| 任务 | 单位 |", "| 登记 | 区甲局", "区乙局 |"],
    ),
    (
        "merged cells",
        "<table><tr><td rowspan=2>任务<td colspan=2>单位<tr><td>牵头<td>配合"
        "<tr><td>登记<td>区甲局<td>区乙局</table>",
        ["| 任务 | 单位 | |", "| 〃 | 牵头 | 配合 |", "| 登记 | 区甲局 | 区乙局 |"],
    ),
    (
        "short rows",
        "<table><tr><td>甲<td>乙<td>丙<tr><td>丁</table>",
        ["| 甲 | 乙 | 丙 |", "| 丁 |  |  |"],
    ),
    ("tables that only lay out", "<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", ["甲", "乙"]),
    (
        "tables in tables",
        "<table><tr><td>甲</td><td><table><tr><td>1<td>2</table></td></tr></table>",
        ["甲", "| 1 | 2 |"],
    ),
    ("spans without end", "<table><tr><td rowspan=99999999>甲<td>乙</table>", ["| 甲 | 乙 |"]),
    ("spans that are none", "<table><tr><td rowspan='x' colspan='0'>甲<td>乙</table>", ["| 甲 | 乙 |"]),
]


@pytest.mark.parametrize(("body", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_bodies(body: str, wanted: list[str]) -> None:
    assert [line.rstrip() for line in lines(body)] == wanted


def test_a_block_called_like_furniture_that_holds_the_text_stays() -> None:
    page = f"<html><body><div class='footer print'><p>{PROSE}</p></div></body></html>"
    assert read(page.encode(), "html").text == f"{PROSE}\n"


def test_a_title_that_only_the_head_names_is_put_first() -> None:
    page = (
        f'<html><head><meta name="ArticleTitle" content="工作 要点"></head><body><p>{PROSE}</p></body></html>'
    )
    assert read(page.encode(), "html").text == f"工作 要点\n{PROSE}\n"
    assert text(PROSE, '<meta name="ArticleTitle" content="青河区2019年改革工作要点">').count("工作要点") == 1


@pytest.mark.parametrize(
    ("named", "encoded", "found"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),  # the page is wrong about itself
        ("nonsense", "utf-8", "utf-8"),
    ],
)
def test_encodings(named: str, encoded: str, found: str) -> None:
    page = f'<html><head><meta charset="{named}"></head><body><p>{PROSE * 3}</p></body></html>'
    content = read(page.encode(encoded), "html")
    assert (content.text, content.encoding) == (f"{PROSE * 3}\n", found)


def test_an_xml_declaration_is_no_obstacle() -> None:
    page = f'<?xml version="1.0" encoding="gb2312"?><html><body><p>{PROSE}</p></body></html>'
    assert read(page.encode("gb18030"), "html").text.strip() == PROSE


BAD = [
    ("nothing", b"<html><body></body></html>", None),
    ("not text", b"<html>" + bytes(range(128, 256)) * 30, "undecodable"),
    ("elements without end", b"<div>" * 5000 + "甲".encode(), "damaged-file"),
    (
        "a table without end",
        b"<table>" + b"<tr><td colspan=1000 rowspan=1000>a</td><td>b</td></tr>" * 900,
        "too-large",
    ),
]


@pytest.mark.parametrize(("data", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_pages(data: bytes, code: str | None) -> None:
    if code is None:
        assert read(data, "html").text == ""
        return
    with pytest.raises(UnreadableError) as error:
        read(data, "html")
    assert error.value.code == code


def test_entities_are_not_expanded_without_end() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "{}">]>'.format("甲" * 1000) + "<html><body><p>&a;&a;</p></body></html>"
    assert len(read(bomb.encode(), "html").text) < 5000
