"""Tables with a row a line in which cells run over several lines."""

import pytest

from ingest.extract.tables import find_tables
from tests.ingest.extract.factory import by_number, read, roles, who

HEADER = "序号\t重点任务\t牵头单位\t配合单位\t完成时限\n"
LAND = "1\t开展宅基地登记\t县农业农村局\t县自然资源局、县财政局\t6月底前\n"
WOOD = "2\t开展林权登记\t县林业局\t各乡镇\t年底前\n"
WATER = "3\t建设水厂\t县水利局\t县住建局\t年底前\n"
PLAIN = HEADER + LAND + WOOD + WATER
ROLES = {
    "1": who(lead="县农业农村局", participate="县自然资源局 县财政局"),
    "2": who(lead="县林业局", participate="各乡镇"),
    "3": who(lead="县水利局", participate="县住建局"),
}


@pytest.mark.parametrize("sign", ["\t", " | "])
@pytest.mark.parametrize(
    ("whole", "wrapped"),
    [
        ("县自然资源局、县财政局", "县自然资源局\n县财政局"),
        ("县自然资源局、县财政局", "县自然资源局、\n县财政局"),
        ("县自然资源局、县财政局", "县自然资源局\n\n县财政局"),
        ("开展宅基地登记", "开展宅基\n地登记"),
        ("开展林权登记", "开展\n林权\n登记"),
        ("6月底前", "6月\n底前"),
        ("完成时限", "完成\n时限"),
        ("牵头单位\t配合单位\t完成时限", "牵头\n单位\t配合\n单位\t完成\n时限"),
    ],
)
def test_wrapped_cells(whole: str, wrapped: str, sign: str) -> None:
    text = PLAIN.replace(whole, wrapped).replace("\t", sign)
    assert text != PLAIN.replace("\t", sign)
    items = read(text).items
    assert [(item.number, item.title) for item in items] == [
        ("1", "开展宅基地登记"),
        ("2", "开展林权登记"),
        ("3", "建设水厂"),
    ]
    assert by_number(text) == ROLES
    assert all(item.deadline for item in items)


@pytest.mark.parametrize("sign", ["\t", " | "])
@pytest.mark.parametrize("cell", ["县税务局\n县民政局\n县医保局", "县税务局、\n县民政局、\n县医保局"])
def test_a_cell_of_three_lines(cell: str, sign: str) -> None:
    text = (HEADER + f"1\t推行轮岗\t县教育局\t{cell}\t6月底\n" + WOOD).replace("\t", sign)
    first, second = read(text).items
    assert roles(first) == who(lead="县教育局", participate="县税务局 县民政局 县医保局")
    assert roles(second) == ROLES["2"]


def test_the_contents_stay_contents() -> None:
    """A wrapped title would leave a row without one, and the contents would be taken for the task."""
    text = (
        "序号\t改革任务\t主要内容\t责任单位\t完成时限\n"
        "1\t企业\n登记\t统一编号，\n建立台账\t县市场监管局\n县税务局\t6月底\n2\t医保办理\t—\t县医保局\t年底\n"
    )
    assert [item.title for item in read(text).items] == ["企业登记", "医保办理"]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("县水利局\n县财政局\n2\t造林\t县林业局\n", "县水利局 县财政局"),
        ("县水利局\n县财政局\n二、生态\n2\t造林\t县林业局\n", "县水利局 县财政局"),
        ("县水利局、\n县财政局\n", "县水利局 县财政局"),
        ("县水利局\n\n县人民政府办公室\n", "县水利局"),
        ("县水利局\n县人民政府办公室\n", "县水利局"),
        ("县水利局\n注：按季度报送进展。\n", "县水利局"),
    ],
)
def test_the_last_cell(last: str, expected: str) -> None:
    first = read(f"序号\t重点任务\t责任单位\n1\t建设水厂\t{last}").items[0]
    assert roles(first) == who(responsible=expected)


def test_cells_lie_in_the_text() -> None:
    text = PLAIN.replace("县自然资源局、", "县自然资源局\n").replace("宅基", "宅\n基")
    (table,) = find_tables(text, 0, len(text))
    cells = [cell for row in table.rows for cell in row.cells.values()]
    assert all(text[c.start : c.end].replace("\n", "") == c.text.replace("\n", "") for c in cells)


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (LAND + WOOD + WATER, ["开展宅基地登记", "开展林权登记", "建设水厂"]),
        ("一、农业\t\t\t\t\n" + LAND + "二、生态\n" + WOOD, ["开展宅基地登记", "开展林权登记"]),
        ("一、农业\t\t\n" + LAND + "二、生态\t\n" + WOOD, ["开展宅基地登记", "开展林权登记"]),
        ("1\t开展宅基地登记\t县农业农村局\n2\t开展林权登记\t县林业局\n", ["开展宅基地登记", "开展林权登记"]),
        ("1\t修渠\t县水利局\t\n2\t造林\t县林业局\n3\t护林\t县林业局\t各乡镇\n", ["修渠", "造林", "护林"]),
    ],
)
def test_whole_and_short_rows_stay(rows: str, titles: list[str]) -> None:
    assert [item.title for item in read(HEADER + rows).items] == titles


def test_a_second_row_of_headers_is_no_wrapped_header() -> None:
    text = "序号\t任务\t责任单位\t时限\n牵头单位\t配合单位\n1\t登记\t县甲局\t县乙局\t6月底\n"
    (item,) = read(text).items
    assert roles(item) == who(lead="县甲局", participate="县乙局")
