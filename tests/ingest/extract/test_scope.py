"""Which paragraphs are items, and statements that hold for more than the item where they stand."""

import pytest

from tests.ingest.extract.factory import Who, by_number, read, roles, who

EDU = who(responsible="县教育局")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a bracket in the heading
        (
            "一、教育改革（县教育局牵头）\n1.推行轮岗。\n2.改造校舍。（县住建局负责）\n二、医疗改革\n3.组建医共体。\n",
            {"1": who(lead="县教育局"), "2": who(lead="县教育局", responsible="县住建局"), "3": who()},
        ),
        # a field below the heading
        (
            "一、教育改革\n责任单位：县教育局\n1.推行轮岗。\n2.改造校舍。\n二、医疗改革\n3.组建医共体。\n",
            {"1": EDU, "2": EDU, "3": who()},
        ),
        # two levels: the task and its measures
        (
            "（一）推行轮岗。（县教育局牵头，县人社局配合）\n1．制定细则。（县编办负责）\n2．公布名单。\n",
            {
                "1": who(lead="县教育局", participate="县人社局", responsible="县编办"),
                "2": who(lead="县教育局", participate="县人社局"),
            },
        ),
        # a sentence below the heading that speaks about the section
        (
            "一、教育改革\n本项改革由县教育局牵头，县人社局配合。\n1.推行轮岗。\n2.改造校舍。\n",
            {
                "1": who(lead="县教育局", participate="县人社局"),
                "2": who(lead="县教育局", participate="县人社局"),
            },
        ),
        # sub-points have their own roles in one point, so the last of another does not close it
        (
            "一、教育改革\n1.教师\n（1）推行轮岗。（县教育局负责）\n（2）制定细则。\n"
            "2.校舍\n（3）查清底数。\n（4）改造校舍。（县住建局负责）\n",
            {"（1）": EDU, "（2）": who(), "（3）": who(), "（4）": who(responsible="县住建局")},
        ),
        # the last sub-point closes the point
        (
            "一、教育改革\n1.教师\n（1）推行轮岗。\n（2）制定细则。（县教育局负责）\n"
            "2.校舍\n（1）查清底数。\n（2）改造校舍。（县住建局负责）\n",
            {"1": EDU, "2": who(responsible="县住建局")},
        ),
        # lines with dashes that charge units in sentences
        (
            "一、教育改革\n——推行轮岗。由县教育局会同县人社局制定办法。\n——改造校舍。由县住建局负责。\n"
            "二、其他工作\n——开放操场。\n——修缮看台。\n",
            {
                "推行轮岗": who(lead="县教育局", participate="县人社局"),
                "改造校舍": who(responsible="县住建局"),
                "二": who(),
            },
        ),
        # lines about the items before them
        (
            "一、教育改革\n1.推行轮岗。\n2.改造校舍。\n3.控辍保学。\n以上2项任务由县教育局牵头，县人社局配合。\n",
            {
                "1": who(),
                "2": who(lead="县教育局", participate="县人社局"),
                "3": who(lead="县教育局", participate="县人社局"),
            },
        ),
        (
            "一、医疗改革\n1.组建医共体。\n二、教育改革\n2.推行轮岗。\n3.改造校舍。\n以上任务由县教育局负责。\n",
            {"1": who(), "2": EDU, "3": EDU},
        ),
        (
            "一、教育改革\n1.推行轮岗。（县人社局负责）\n2.改造校舍。\n上述二项工作由县教育局负责。\n",
            {"1": who(responsible="县人社局 县教育局"), "2": EDU},
        ),
        # a statement that holds onward
        (
            "一、改革任务\n1.推行轮岗。（县教育局牵头）\n"
            "2.改造校舍。（县住建局牵头；以下任务均需各乡镇配合落实）\n3.控辍保学。（县教育局牵头）\n",
            {
                "1": who(lead="县教育局"),
                "2": who(lead="县住建局", participate="各乡镇"),
                "3": who(lead="县教育局", participate="各乡镇"),
            },
        ),
    ],
)
def test_statements_for_several_items(text: str, wanted: dict[str, Who]) -> None:
    assert by_number(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "一、教育改革（6月底前完成）\n1.推行轮岗。\n2.改造校舍。（12月底前完成）\n3.控辍保学，9月底前出台细则。\n",
            [("6月底前完成", True), ("12月底前完成", False), ("9月底前", False)],
        ),
        (
            "一、教育改革\n完成时限：6月底前\n1.推行轮岗。\n2.改造校舍。\n二、医疗改革\n3.组建医共体。\n",
            [("6月底前", True), ("6月底前", True), None],
        ),
        (
            "（一）推行轮岗。力争年底前完成。\n1．制定细则。（县编办负责）\n2．公布名单。（县教育局负责，6月底前完成）\n",
            [("力争年底前", True), ("6月底前完成", False)],
        ),
        # nor does the year of a section's aim
        (
            "（一）教育改革。确保在2030年前全面达标。\n1．推行轮岗。\n2．改造校舍。（年底前完成）\n",
            [None, ("年底前完成", False)],
        ),
        # a heading without a deadline gives none
        ("一、教育改革\n1.推行轮岗。\n2.改造校舍。（6月底前完成）\n", [None, ("6月底前完成", False)]),
    ],
)
def test_inherited_deadlines(text: str, wanted: list[tuple[str, bool] | None]) -> None:
    found = [item.deadline for item in read(text).items]
    assert [d and (d.text, d.inherited) for d in found] == wanted


@pytest.mark.parametrize(
    "heading",
    [
        "指导思想",
        "总体要求",
        "基本原则",
        "工作目标",
        "加强组织领导",
        "考评对象",
        "评价结果应用",
        "强化保障支持",
        "强化督查考核",
        "保障措施",
        "严格落实责任",
        "有关要求",
        "附则",
        "监督及考核",
        "强化宣传和督促检查",
    ],
)
def test_general_parts_give_no_items(heading: str) -> None:
    general = f"二、{heading}\n（一）统一思想认识。各单位要高度重视。\n（二）营造良好氛围。\n"
    text = f"一、改革任务\n1.推行轮岗。（县教育局负责）\n{general}"
    assert by_number(text) == {"1": EDU}


@pytest.mark.parametrize(
    "article",
    [
        "为做好轮岗工作，根据上级要求，制定本办法。",
        "本办法所称轮岗，是指教师交流。",
        "本办法由县教育局负责解释。",
        "本办法自印发之日起施行。",
        "轮岗工作在县委、县政府领导下进行，各乡镇、各部门分工负责。",
        "各单位主要领导为第一责任人。年底由县政府督查室组织考核。",
        "考核对象\n各乡镇人民政府。",
        "结果运用。考核结果报县委组织部备案。",
        "加强领导。成立领导小组，组长：何小川（县委书记），副组长：马大江（县委副书记、县长），成员由县教育局等组成。",
    ],
)
def test_articles_about_the_rules_themselves_give_no_items(article: str) -> None:
    text = f"第一条 推行轮岗。（县教育局负责）\n第二条 {article}\n"
    assert by_number(text) == {"第一条": EDU}


@pytest.mark.parametrize("task", ["完善考核办法。", "为教师提供周转房。", "本地教师优先轮岗。"])
def test_tasks_that_open_like_articles_about_the_rules(task: str) -> None:
    assert by_number(f"1.推行轮岗。（县教育局负责）\n2.{task}\n") == {"1": EDU, "2": who()}


def test_a_general_part_with_a_statement_of_the_form_of_the_plan_is_an_item() -> None:
    text = (
        "一、改革任务\n1.推行轮岗。（县教育局负责）\n"
        "二、保障措施\n2.加强经费保障。（县财政局负责）\n3.营造良好氛围。\n"
    )
    assert by_number(text).keys() >= {"1", "2"}
    assert by_number(text)["2"] == who(responsible="县财政局")


@pytest.mark.parametrize(
    "closing",
    [
        "各责任单位要抓好落实。",
        "本方案由县教育局负责解释。",
        "本意见自印发之日起施行，由县财政局负责督办。",
        "抄送：县委办公室。",
        "2023年6月30日",
        "二○二三年六月三十日",
        "附件：任务分工表",
        "上一篇：由县水利局负责的事项",
    ],
)
def test_closing_lines_belong_to_no_item(closing: str) -> None:
    text = f"一、改革任务\n1.推行轮岗。（县人社局负责）\n2.改造校舍。（县教育局负责）\n{closing}\n"
    items = read(text).items
    assert [roles(item) for item in items] == [who(responsible="县人社局"), EDU]
    assert items[1].text == "改造校舍。（县教育局负责）"


def test_the_smallest_numbered_task_is_the_item() -> None:
    text = """一、教育改革
（一）均衡师资
1.推行轮岗
（1）制定细则。（县教育局负责）
（2）公布名单。（县编办负责）
2.培训教师。（县教育局负责）
"""
    items = read(text).items
    assert [(item.number, item.path) for item in items] == [
        ("（1）", ("教育改革", "均衡师资", "推行轮岗")),
        ("（2）", ("教育改革", "均衡师资", "推行轮岗")),
        ("2", ("教育改革", "均衡师资")),
    ]


def test_points_below_a_task_that_states_roles_once_belong_to_it() -> None:
    text = "1.推行轮岗。\n（1）制定细则。\n（2）公布名单。（县教育局负责）\n2.改造校舍。（县住建局负责）\n"
    assert by_number(text) == {"1": EDU, "2": who(responsible="县住建局")}


def test_points_of_one_paragraph_that_name_units_are_items() -> None:
    text = (
        "一、社会改革\n今年重点推进两项。一是县教育局牵头推行轮岗，县人社局配合；"
        "二是县卫健局牵头组建医共体，县医保局配合。\n"
    )
    items = read(text).items
    assert [(item.number, item.path) for item in items] == [("一是", ("社会改革",)), ("二是", ("社会改革",))]
    assert [roles(item) for item in items] == [
        who(lead="县教育局", participate="县人社局"),
        who(lead="县卫健局", participate="县医保局"),
    ]


def test_points_without_units_stay_one_item() -> None:
    text = "一、社会改革\n1.推行轮岗。一是制定细则；二是公布名单。（县教育局负责）\n"
    assert by_number(text) == {"1": EDU}


def test_what_closes_a_plan_behind_its_last_stated_paragraph_is_no_item() -> None:
    stated = "推行轮岗，覆盖全县。（县教育局负责）\n改造校舍，年年推进。（县住建局负责）\n"
    closing = "县教育局会同县财政局制定实施细则。\n本政策由县教育局负责解释。\n"
    second = "组建医共体，覆盖全县。（县卫健局负责）\n招录医生，年年推进。（县人社局负责）\n"
    text = f"一、教育改革\n{stated}二、医疗改革\n{second}"
    assert len(read(text + closing).items) == len(read(text).items) == 4


def test_paragraphs_without_numbers_that_state_roles_are_items() -> None:
    text = "一、教育改革\n推行轮岗，扩大覆盖。（县教育局负责）\n改造校舍，改善条件。（县住建局负责）\n"
    items = read(text).items
    assert [(item.title, item.path, roles(item)) for item in items] == [
        ("推行轮岗，扩大覆盖", ("教育改革",), EDU),
        ("改造校舍，改善条件", ("教育改革",), who(responsible="县住建局")),
    ]


@pytest.mark.parametrize(
    ("section", "item", "wanted"),
    [
        # who takes part in the section may be charged with an item besides
        ("县教育局牵头，县民政局配合", "（县民政局负责）", "lead participate responsible"),
        ("县教育局牵头，县民政局配合", "县民政局负责核对名单。", "lead participate responsible"),
        # who leads it is not said to be responsible besides
        ("县民政局牵头", "（县民政局负责）", "lead"),
    ],
)
def test_what_an_item_states_beside_its_section(section: str, item: str, wanted: str) -> None:
    text = f"一、社会改革（{section}）\n1.推行救助。{item}\n"
    found = read(text).items[0].roles
    assert {role.role for role in found} == set(wanted.split())


def test_two_statements_of_one_item_may_charge_a_unit_twice() -> None:
    text = "一、改革\n1.推行轮岗。（县教育局牵头，县民政局配合）同时核对名单，公布结果。（县民政局负责）\n"
    assert by_number(text) == {"1": who(lead="县教育局", participate="县民政局", responsible="县民政局")}


def test_measures_below_articles_share_the_roles_of_their_article() -> None:
    text = (
        "第一条　推行轮岗。（县教育局牵头）\n1.制定细则。\n2.公布名单。（县人社局负责）\n"
        "第二条　改造校舍。（县住建局牵头）\n1.查清底数。\n2.排出顺序。\n"
    )
    wanted = [
        who(lead="县教育局"),
        who(lead="县教育局", responsible="县人社局"),
        who(lead="县住建局"),
        who(lead="县住建局"),
    ]
    assert [roles(item) for item in read(text).items] == wanted


LINES = """一、主要指标
1. 年度指标
粮食总产量稳定在30万吨以上。（县农业农村局牵头）
森林覆盖率达到40%。（县林业局负责）
2. 通报制度
每月通报进展。（县统计局负责）
"""


def test_lines_that_each_state_roles_are_the_items_below_a_bare_heading() -> None:
    assert by_number(LINES) == {
        "粮食总产量稳定在30万吨以上": who(lead="县农业农村局"),
        "森林覆盖率达到40%": who(responsible="县林业局"),
        "2": who(responsible="县统计局"),
    }


def test_a_heading_may_close_with_a_full_stop() -> None:
    text = LINES.replace("年度指标", "年度指标。").replace("森林覆盖率达到40%", "植树造林")
    assert set(by_number(text)) == {"粮食总产量稳定在30万吨以上", "植树造林", "2"}


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("年度指标", "年度指标。确保全面完成"),  # the heading says something itself
        ("粮食总产量", "建设高标准农田。\n粮食总产量"),  # a line states nothing
        ("粮食总产量稳定在30万吨以上。（", "（"),  # a line is nothing but its bracket
        ("粮食总产量", "具体措施：粮食总产量"),  # a line is a field of the item
    ],
)
def test_lines_of_a_point_belong_to_it(words: str, other: str) -> None:
    assert by_number(LINES.replace(words, other))["1"] == who(lead="县农业农村局", responsible="县林业局")


def test_strict_monitoring_is_a_task() -> None:
    text = "一、强化监督\n1.推行轮岗。（县教育局负责）\n2.改造校舍。\n"
    assert by_number(text) == {"1": EDU, "2": who()}
