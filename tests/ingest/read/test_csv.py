"""Tables as text: the delimiter, quotes, encodings, addresses."""

import pytest

from ingest.read.model import Content, UnreadableError
from ingest.read.sheets import read


def codes(content: Content) -> list[str]:
    return [flaw.code for flaw in content.flaws]


TABLE = "| 序号 | 任务 | 单位 |\n| 1 | 登记 | 甲局 |\n"
PROSE = "一、登记,由甲局牵头.\n二、发证.\n三、缴税.\n四、甲,乙,丙.\n"
CSV = [
    ("comma", "序号,任务,单位\n1,登记,甲局\n", TABLE),
    ("tab", "序号\t任务\t单位\n1\t登记\t甲局\n", TABLE),
    ("semicolon", "序号;任务;单位\r\n1;登记;甲局\r\n", TABLE),
    ("no last line end", "序号,任务,单位\n1,登记,甲局", TABLE),
    ("named delimiter", "sep=;\n序号;任务;单位\n1;登记;甲局\n", TABLE),
    (
        "quotes",
        '序号,任务,单位\n1,"登记,""一窗""",甲局\n',
        '| 序号 | 任务 | 单位 |\n| 1 | 登记,"一窗" | 甲局 |\n',
    ),
    (
        "line breaks in quotes",
        '序号,任务,单位\n1,登记,"甲局\n乙局"\n',
        "| 序号 | 任务 | 单位 |\n| 1 | 登记 | 甲局\n乙局 |\n",
    ),
    ("quotes inside a cell", '任务,单位\n"放管服"改革,甲局\n', '| 任务 | 单位 |\n| "放管服"改革 | 甲局 |\n'),
    (
        "a quote that is never closed",
        '任务,单位\n"登记,甲局\n发证,乙局\n',
        '| 任务 | 单位 |\n| "登记 | 甲局 |\n| 发证 | 乙局 |\n',
    ),
    (
        "a full-width comma parts nothing",
        "一、登记，发证，缴税\n二、甲，乙，丙\n",
        "一、登记，发证，缴税\n二、甲，乙，丙\n",
    ),
    ("commas in prose", PROSE, PROSE),
    (
        "ragged",
        "任务表\n序号,任务,单位\n1,登记,甲局,多\n2,发证\n3,缴税,丙局\n",
        "任务表\n| 序号 | 任务 | 单位 |  |\n| 1 | 登记 | 甲局 | 多 |\n"
        "| 2 | 发证 |  |  |\n| 3 | 缴税 | 丙局 |  |\n",
    ),
    ("a title padded by Excel", "任务表,,\n序号,任务,单位\n1,登记,甲局\n,,\n", "任务表\n" + TABLE),
    (
        "text kept from being a number",
        '编号,任务,单位\n="001",登记,甲局\n',
        "| 编号 | 任务 | 单位 |\n| 001 | 登记 | 甲局 |\n",
    ),
    ("one column", "清溪区改革要点\n\n一、登记\n", "清溪区改革要点\n\n一、登记\n"),
]


@pytest.mark.parametrize(("source", "wanted"), [case[1:] for case in CSV], ids=[case[0] for case in CSV])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_tables_as_text(source: str, wanted: str, encoding: str) -> None:
    content = read(source.encode(encoding), "csv")
    assert content.text == wanted
    assert content.encoding == encoding


def test_rows_of_text_have_addresses_as_in_a_spreadsheet() -> None:
    content = read('任务,单位\n"登\n记",甲局\n\n发证,乙局\n'.encode(), "csv")
    assert [(place.sheet, place.cell) for place in content.places] == [
        (None, name) for name in ("A1", "B1", "A2", "B2", "A4", "B4")
    ]


def test_a_doubtful_encoding_is_said() -> None:
    data = ("任务,单位\n登记,甲局\n" * 400).encode("gb18030")
    assert codes(read(data[:61] + b"\xff" + data[61:], "csv")) == ["doubtful-encoding"]


@pytest.mark.parametrize(
    ("data", "wanted"), [(bytes(range(256)) * 20, "binary-file"), (b"\xff\x81\xfe\x80" * 300, "undecodable")]
)
def test_what_is_no_text_is_refused(data: bytes, wanted: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(data, "csv")
    assert raised.value.code == wanted


def test_many_stray_quotes_take_no_long_time() -> None:
    assert read(('"a,' * 100_000).encode(), "csv").text.count('"') == 100_000
