"""Responsibility tables in every layout that plain text can give them."""

import pytest

from ingest.extract.statements import is_person
from ingest.extract.tables import Cell, cell_type, column_kind, find_tables
from tests.ingest.extract.factory import Who, by_number, read, roles, who

LAND = who(lead="县农业农村局", participate="县自然资源局")
WOOD = who(lead="县林业局", participate="各乡镇")
TWO = {"1": LAND, "2": WOOD}

TAB = """序号	重点任务	牵头单位	配合单位	完成时限
1	开展宅基地登记	县农业农村局	县自然资源局	6月底前
2	开展林权登记	县林业局	各乡镇	全年
"""
PIPE = """| 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 |
|---|---|---|---|---|
| 1 | 开展宅基地登记 | 县农业农村局 | 县自然资源局 | 6月底前 |
| 2 | 开展林权登记 | 县林业局 | 各乡镇 | 长期坚持 |
"""
SPACED = """序号 重点任务 牵头单位 配合单位 完成时限
1 开展宅基地登记 县农业农村局 县自然资源局 6月底前
2 开展林权登记 县林业局 各乡镇 年底前
"""
STACKED = """序号
重点任务
牵头单位
配合单位
完成时限
1
开展宅基地登记
县农业农村局
县自然资源局
6月底前
2
开展林权登记
县林业局
各乡镇
年底前
"""


@pytest.mark.parametrize(
    "text",
    [
        TAB,
        PIPE,
        PIPE.replace("|---|---|---|---|---|\n", ""),
        PIPE.replace("| 1 |", "1 |").replace("| 2 |", "2 |"),
        SPACED,
        SPACED.replace("重点任务", "任 务"),
        STACKED,
        STACKED.replace("\n", "\n\n"),
        STACKED.replace("\n", "\n|\n"),
        TAB.replace("单位", " 单位 "),
        f"附件\n\n{TAB}\n注：以上任务按季度报送进展。\n",
    ],
    ids=[
        "tab",
        "pipe",
        "pipe without a line",
        "pipe without a first bar",
        "spaces",
        "spaces in the header",
        "a cell a line",
        "a cell a line, empty lines between",
        "a cell a line, bars between",
        "spaces in cells",
        "with text around",
    ],
)
def test_layouts(text: str) -> None:
    assert by_number(text) == TWO
    items = read(text).items
    assert [item.title for item in items] == ["开展宅基地登记", "开展林权登记"]
    assert items[0].deadline is not None
    assert (items[0].deadline.text, items[0].deadline.date) == ("6月底前", "2023-06-30")


@pytest.mark.parametrize(
    ("header", "row", "wanted"),
    [
        (
            "序号	任务	责任单位",
            "1	开展登记	县民政局、司法局",
            who(responsible="县民政局 县司法局"),
        ),
        ("编号	事项	责任部门", "1	开展登记	县民政局", who(responsible="县民政局")),
        ("序号	工作内容	承办科室", "1	开展登记	民政办", who(responsible="民政办")),
        ("序号	项目	单位	备注", "1	开展登记	县民政局	重点", who(responsible="县民政局")),
        (
            "序号	任务	主办单位	协办单位",
            "1	开展登记	县民政局	县司法局",
            who(lead="县民政局", participate="县司法局"),
        ),
        (
            "序号	任务	牵头单位	责任单位",
            "1	开展登记	县民政局	县司法局、各乡镇",
            who(lead="县民政局", participate="县司法局 各乡镇"),
        ),
        ("序号	任务	牵头单位	配合单位", "1	开展登记	县民政局	/", who(lead="县民政局")),
        (
            "序号	任务	牵头单位	配合单位",
            "1	开展登记	—	县司法局",
            who(participate="县司法局"),
        ),
        ("序号	任务	牵头单位	配合单位", "1	开展登记	县民政局	", who(lead="县民政局")),
        (
            "序号	任务	责任单位",
            "1	开展登记	县民政局牵头，县司法局配合",
            who(lead="县民政局", participate="县司法局"),
        ),
        (
            "序号	任务	责任单位",
            "1	开展登记	★县民政局、县司法局",
            who(lead="县民政局", participate="县司法局"),
        ),
        (
            "牵头单位	任务	配合单位",
            "县民政局	开展登记	县司法局",
            who(lead="县民政局", participate="县司法局"),
        ),
    ],
)
def test_columns(header: str, row: str, wanted: frozenset[tuple[str, str]]) -> None:
    (item,) = read(f"{header}\n{row}\n").items
    assert item.title == "开展登记"
    assert roles(item) == wanted


def test_persons_of_a_column_are_leaders() -> None:
    (item,) = read("序号	任务	责任领导	责任科室\n1	开展登记	何小川	民政办\n").items
    assert [leader.name for leader in item.leaders] == ["何小川"]
    assert roles(item) == who(lead="何小川", responsible="民政办")


def test_cells_over_several_lines() -> None:
    text = """| 序号 | 工作任务 | 责任单位 |
|---|---|---|
| 1 | 开展宅基地登记 | 县农业农村局
县自然资源局 |
| 2 | 开展林权登记，
造册建档 | 县林业局 |
"""
    assert by_number(text) == {
        "1": who(responsible="县农业农村局 县自然资源局"),
        "2": who(responsible="县林业局"),
    }


def test_units_on_lines_of_their_own_in_one_cell() -> None:
    text = """序号

重点任务

牵头单位

配合单位

1

开展宅基地登记

县农业农村局

县自然资源局
县民政局

2

开展林权登记

县林业局

各乡镇
"""
    assert by_number(text) == {
        "1": who(lead="县农业农村局", participate="县自然资源局 县民政局"),
        "2": WOOD,
    }


def test_merged_cells_are_carried_down() -> None:
    text = """改革领域	任务	责任单位
农业	开展宅基地登记	县农业农村局
	开展土地流转	各乡镇
林业	开展林权登记	县林业局
"""
    items = read(text).items
    assert [(item.title, item.path) for item in items] == [
        ("开展宅基地登记", ("农业",)),
        ("开展土地流转", ("农业",)),
        ("开展林权登记", ("林业",)),
    ]
    assert [roles(item) for item in items] == [
        who(responsible="县农业农村局"),
        who(responsible="各乡镇"),
        who(responsible="县林业局"),
    ]


SHARED = """| 序号 | 工作任务 | 具体措施 | 牵头单位 | 完成时限 |
| 1 | 推进登记改革 | 开展宅基地登记 | 县农业农村局 | 6月底 |
| 〃 | 〃 | 开展林权登记 | 县林业局 | 〃 |
| 2 | 开展土地流转 | 建立台账 | 县民政局 | 9月底 |
| 〃 | 〃 | 公开台账 | 〃 | 〃 |
| 3 | 整治河道 | 清理垃圾 | 县水利局 | 年底 |
| 〃 | 〃 | 〃 | 各乡镇 | 〃 |
"""


def test_a_task_over_rows_with_units_of_their_own_is_their_heading() -> None:
    first, second, *_ = read(SHARED).items
    assert [(i.title, i.path, i.number) for i in (first, second)] == [
        ("开展宅基地登记", ("推进登记改革",), None),
        ("开展林权登记", ("推进登记改革",), None),
    ]
    assert [roles(i) for i in (first, second)] == [who(lead="县农业农村局"), who(lead="县林业局")]
    assert [i.deadline and i.deadline.text for i in (first, second)] == ["6月底", "6月底"]


def test_a_task_over_rows_that_share_their_unit_is_one_item() -> None:
    *_, third, fourth = read(SHARED).items
    assert (third.title, third.number, roles(third)) == ("开展土地流转", "2", who(lead="县民政局"))
    assert "公开台账" in third.text
    assert (fourth.title, roles(fourth)) == ("整治河道", who(lead="县水利局 各乡镇"))


def test_the_second_row_of_a_merged_header_decides() -> None:
    text = """| 序号 | 任务 | 责任单位 |  | 时限 |
| 〃 | 〃 | 牵头单位 | 配合单位 | 〃 |
| 1 | 开展宅基地登记 | 县农业农村局 | 县民政局 | 6月底 |
"""
    (item,) = read(text).items
    assert roles(item) == who(lead="县农业农村局", participate="县民政局")
    assert item.deadline is not None


def test_contents_say_how_where_every_task_has_a_name() -> None:
    text = """序号	项目名称	建设内容	主办单位
1	农村饮水	解决三镇饮水	县水务局
2	县城公交	开通两条线路	县交通局
"""
    assert [(i.title, i.path) for i in read(text).items] == [("农村饮水", ()), ("县城公交", ())]


def test_contents_are_the_task_where_rows_share_a_name() -> None:
    text = """序号	工作任务	工作内容	主办单位
1	推进覆盖	完成村庄试点	县水务局
2	推进覆盖	开通两条线路	县交通局
"""
    assert [(i.title, i.path) for i in read(text).items] == [
        ("完成村庄试点", ("推进覆盖",)),
        ("开通两条线路", ("推进覆盖",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| 序号 | 任务 | 责任分工 |  | 时限 |\n|---|---|---|---|---|\n|  |  | 牵头单位 | 配合单位 |  |\n"
        "| 1 | 登记 | 县甲局 | 县乙局 | 6月底 |\n",
        "序号\t任务\t责任分工\t\n\t\t牵头单位\t配合单位\n1\t登记\t县甲局\t县乙局\n",
        "序号\t任务\t责任单位\t时限\n牵头单位\t配合单位\n1\t登记\t县甲局\t县乙局\t6月底\n",
    ],
)
def test_a_header_of_two_rows(text: str) -> None:
    (item,) = read(text).items
    assert (item.title, roles(item)) == ("登记", who(lead="县甲局", participate="县乙局"))


SPREAD = """任务类型

序号

工作任务

推进单位

行动一：农业改革

登记改革

1

开展宅基地
登记

县农业农村局、
县自然资源局

2

开展土地流转

任务类型

序号

工作任务

推进单位

林业改革

3

开展林权登记

县林业局
"""


def test_cells_parted_by_blank_lines() -> None:
    """Cells of several lines, a group row, a unit merged over rows, a header said again on the next page."""
    items = read(SPREAD).items
    assert [(i.number, i.title, i.path) for i in items] == [
        ("1", "开展宅基地登记", ("行动一：农业改革", "登记改革")),
        ("2", "开展土地流转", ("行动一：农业改革", "登记改革")),
        ("3", "开展林权登记", ("行动一：农业改革", "林业改革")),
    ]
    land = who(responsible="县农业农村局 县自然资源局")
    assert [roles(i) for i in items] == [land, land, who(responsible="县林业局")]


def test_wide_spaces_part_cells() -> None:
    text = """序号　任务　牵头领导　主办单位　协办单位
1　饮水　何　敏　县水务局　/
2　公交　李强　县交通局　各镇
"""
    assert [roles(i) for i in read(text).items] == [
        who(lead="何敏 县水务局"),
        who(lead="李强 县交通局", participate="各镇"),
    ]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("县水利局牵头，县财政局配合", who(lead="县水利局", participate="县财政局")),
        ("牵头：县水利局；配合：县财政局", who(lead="县水利局", participate="县财政局")),
        ("县水利局（责任单位）、各乡镇（协助单位）", who(responsible="县水利局", participate="各乡镇")),
        ("县水利局", who(responsible="县水利局")),
    ],
)
def test_a_cell_may_say_the_roles_itself(cell: str, wanted: frozenset[tuple[str, str]]) -> None:
    (item,) = read(f"序号	任务	责任分工\n1	整治河道	{cell}\n").items
    assert roles(item) == wanted


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("县水利局、各乡镇", "units"),
        ("创建节水型企业", "text"),
        ("建设口袋公园", "text"),
        ("城关镇", "units"),
        ("何敏（副县长）", "person"),
        ("6月底前", "deadline"),
        ("12", "number"),
        ("/", "none"),
    ],
)
def test_what_a_cell_looks_like(cell: str, wanted: str) -> None:
    assert cell_type(Cell(0, len(cell), cell)) == wanted


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("牵头司室", "lead"),
        ("配合镇村", "participate"),
        ("责任公司", "responsible"),
        ("协办县直单位", "participate"),
        ("重点任务", "task"),
        ("建设内容", "content"),
        ("任务类型", "category"),
        ("具体举措", "measure"),
        ("牵头领导", "leader"),
        ("完成时限", "deadline"),
        ("参考文件", "note"),
        ("整治行业名称", "task"),
        ("整治时间", "deadline"),
        ("启动时间", None),
        ("河流名称", None),
        ("企业名称", None),
        ("改革概况如下", None),
    ],
)
def test_what_a_header_announces(header: str, wanted: str | None) -> None:
    assert column_kind(header) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("李强", True),
        ("何小川", True),
        ("欧阳小川", True),
        ("阿依·买买提", True),
        ("林业经济", False),
        ("登记", False),
    ],
)
def test_persons_are_told_by_their_surnames(name: str, *, wanted: bool) -> None:
    assert is_person(name) is wanted


def test_a_unit_before_the_task_is_carried_down_and_one_behind_it_is_not() -> None:
    before = "牵头单位	任务	配合单位\n县林业局	造林	县财政局\n	护林	各乡镇\n"
    assert by_number(before) == {"造林": who(lead="县林业局", participate="县财政局"), "护林": WOOD}
    behind = "序号	任务	责任单位\n1	造林	县林业局\n2	护林	\n"
    assert by_number(behind) == {"1": who(responsible="县林业局"), "2": who()}


def test_section_rows_are_headings() -> None:
    text = """序号	任务	责任单位	时限
一、农业
1	开展宅基地登记	县农业农村局	6月底前
（一）林地
2	开展林权登记	县林业局	年底前
二、工业
3	建设园区	县工信局	年底前
"""
    assert [item.path for item in read(text).items] == [
        ("一、农业",),
        ("一、农业", "（一）林地"),
        ("二、工业",),
    ]


def test_a_row_with_a_number_and_nothing_else_is_a_heading() -> None:
    text = """序号|工作内容|责任单位|时间安排
一|教育改革| | |
1|推行轮岗|县教育局|6月底
二|水利改革| | |
2|建设水厂|县水利局|年底
"""
    items = read(text).items
    assert [(item.number, item.path) for item in items] == [("1", ("教育改革",)), ("2", ("水利改革",))]


@pytest.mark.parametrize("header", ["序时进度", "进度", "备注", "推进情况"])
@pytest.mark.parametrize("sign", ["\t", "|", "\n"])
def test_a_cell_that_is_a_deadline_is_one_below_any_header(header: str, sign: str) -> None:
    rows = [
        ("序号", "重点任务", "责任单位", header),
        ("1", "推行轮岗", "县教育局", "6月底"),
        ("2", "建设水厂", "县水利局", "4月听证，9月底前执行"),
    ]
    text = "".join(sign.join(row) + "\n" for row in rows)
    dates = [item.deadline and item.deadline.date for item in read(text).items]
    assert dates == ["2023-06-30", "2023-09-30"]


def test_a_table_stands_below_its_heading() -> None:
    text = f"一、总体要求\n深化改革。\n二、重点改革\n{TAB}三、组织领导\n加强领导。\n"
    items = read(text).items
    assert [item.path for item in items] == [("重点改革",), ("重点改革",)]
    assert by_number(text) == TWO


@pytest.mark.parametrize(
    "text",
    [
        # codes, prices, scores, people: no role column, or a title that says what the rows are
        "序号	代码	名称\n1	A01	县教育局\n2	A02	县民政局\n",
        "医保支付负面清单\n序号	项目	单位\n1	美容手术	次\n2	镶牙	颗\n",
        "公共数据标准\n序号	项目	责任单位\n1	机构编码	县大数据局\n",
        "考核评分表\n序号	任务	责任单位\n1	造林	县林业局\n",
        "领导小组成员名单\n序号	项目	单位\n1	何小川	县教育局\n",
        "姓名	职务	电话\n何小川	县长	123\n",
        "单位	面积\n县教育局	300\n",
        "各有关单位要抓好任务落实\n推行轮岗\n",
        "序号\n任务\n备注\n1\n造林\n无\n",
        "",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert find_tables(text, 0, len(text)) == []
    assert read(text).items == ()


def test_a_mark_behind_a_unit_of_a_cell() -> None:
    (item,) = read("序号	任务	责任单位\n1	开展登记	县民政局（牵头）、县司法局\n").items
    assert roles(item) == who(lead="县民政局", participate="县司法局")


AFTER = "二、其他改革\n1.推行轮岗。（县教育局负责）\n2.改造校舍。（县住建局负责）\n"


@pytest.mark.parametrize(
    "table",
    [
        TAB,
        PIPE,
        pytest.param(
            SPACED,
        ),
        pytest.param(
            STACKED,
        ),
    ],
)
def test_what_follows_a_table_is_read_as_text(table: str) -> None:
    items = read(f"一、改革任务\n{table}{AFTER}").items
    assert [(item.path, item.number) for item in items] == [
        (("改革任务",), "1"),
        (("改革任务",), "2"),
        (("其他改革",), "1"),
        (("其他改革",), "2"),
    ]
    assert [roles(item) for item in items[2:]] == [who(responsible="县教育局"), who(responsible="县住建局")]


@pytest.mark.parametrize("text", [TAB, PIPE, SPACED])
def test_cells_know_their_place(text: str) -> None:
    whole = f"前言\n{text}后记\n"
    (table,) = find_tables(whole, 0, len(whole))
    assert whole[table.start :].startswith(text[:4])
    assert whole[table.end :].strip() == "后记"
    assert len(table.rows) == 2
    for row in table.rows:
        assert table.start <= row.start < row.end <= table.end
        for cell in row.cells.values():
            assert whole[cell.start : cell.end] == cell.text
            assert cell.text == cell.text.strip()


GROUPS = """序号

工作内容

责任单位

配合单位

一、发展产业

（1）发展林业。

新造林地5万亩。

县林业局

县农业农村局

开展林权登记。

县自然资源局

县林业局

（2）发展旅游。

新建民宿20家。

县文旅局

县住建局

修缮步道。

县交通局

县文旅局

"""


def test_numbered_rows_without_units_head_those_below_them() -> None:
    items = read(GROUPS).items
    assert [item.title for item in items] == ["新造林地5万亩", "开展林权登记", "新建民宿20家", "修缮步道"]
    assert [item.path[-1] for item in items] == ["（1）发展林业。"] * 2 + ["（2）发展旅游。"] * 2


def test_numbered_points_of_one_cell_head_nothing() -> None:
    text = GROUPS.replace("新造林地5万亩。", "（2）新造林地5万亩。").replace("（2）发展旅游", "（3）发展旅游")
    assert [item.path for item in read(text).items][:1] == [("一、发展产业",)]


MENDED = """序号 类别 重点任务 具体措施 牵头单位 配合单位
1 加强林地保 护 严守林地红线 建立林长巡查制度，及时制止侵占林地的行为。 县林业局 县自然资源局、县公安局
2  推行林权 登记发证 改革 清理历史遗留的林权证，完成外业调查。 县自然资源局 县林业局
3  发展林下经济 推广林下种植，建设示范基地。 县农业农村局 县林业局
"""


def test_pieces_of_narrow_cells_are_joined() -> None:
    items = read(MENDED).items
    assert [(item.path, item.title) for item in items] == [
        (("加强林地保护",), "严守林地红线"),
        (("加强林地保护",), "推行林权登记发证改革"),
        (("加强林地保护",), "发展林下经济"),
    ]
    assert roles(items[1]) == who(lead="县自然资源局", participate="县林业局")


def test_cells_beside_the_mended_one_keep_their_columns() -> None:
    text = "序号 任务 责任单位 备注\n1 清理林 地 县林业局 一期\n2 开展登记 县自然资源局 二期\n"
    assert [item.title for item in read(text).items] == ["清理林地", "开展登记"]
    assert by_number(text) == {
        "1": who(responsible="县林业局"),
        "2": who(responsible="县自然资源局"),
    }


def test_units_that_a_space_parts_are_not_joined_to_texts() -> None:
    text = SPACED.replace("县林业局 各乡镇", "县林业局 各乡镇 各林场")
    assert by_number(text) == TWO


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "整治行业名称 | 时间安排 | 责任单位 |\n林场 | 6月份 | 林业站 |\n网吧 | 9月份 | 文化站 |\n",
            {"林场": who(responsible="林业站"), "网吧": who(responsible="文化站")},
        ),
        (
            "整治对象\t完成时限\t责任单位\n校园周边\t3月底\t县教育局\n农贸市场\t4月底\t县市场监管局\n",
            {"校园周边": who(responsible="县教育局"), "农贸市场": who(responsible="县市场监管局")},
        ),
        ("| 姓名 | 到任时间 | 责任单位 |\n| 何小川 | 3月 | 县教育局 |\n", {}),
        ("| 河流名称 | 长度 | 责任单位 |\n| 清河 | 3公里 | 县水利局 |\n", {}),
    ],
)
def test_a_column_of_no_known_name_is_the_task_beside_who_and_when(text: str, wanted: dict[str, Who]) -> None:
    assert by_number(text) == wanted


def test_a_cell_with_verbs_is_the_cell_of_its_units() -> None:
    table = (
        "|序号|任务|责任单位|分管领导|备注|\n"
        "|1|推行轮岗|县教育局、县民政局|何小川||\n"
        "|2|建设水厂|县水利局牵头，县财政局参与|马大江||\n"
    )
    found = by_number(table)
    assert found["1"] == who(lead="何小川", responsible="县教育局 县民政局")
    assert found["2"] == who(lead="马大江 县水利局", participate="县财政局")
