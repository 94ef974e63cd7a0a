"""Records become rows."""

import pytest
from msgspec.structs import replace

from graph.errors import GraphError
from graph.mapping import normal, plan_rows, policy_id, read_plan
from graph.rows import Row, Rows
from graph.shared import Shared
from ingest.records import Citation, Evidence, Plan, Unit, encode_lines
from tests.graph.samples import CITY, CODES, EAST, PLANS, UNITS, WEST, Task, plan, unit, unit_id

EVIDENCE = Evidence(0, 1, "x")


def shared(plans: tuple[Plan, ...] = (), units: tuple[Unit, ...] = UNITS) -> Shared:
    gathered = Shared()
    for each in units:
        gathered.add_unit(each)
    for one in plans:
        gathered.add_plan(one)
    return gathered


def relations(rows: Rows, name: str) -> set[tuple[str, str]]:
    return {
        (row["source"], row["target"])
        for end, found in rows.relations.items()
        if end[0] == name
        for row in found
    }


def only(rows: list[Row], name: str) -> Row:
    (row,) = [row for row in rows if row["name"] == name]
    return row


def test_records_are_read_back() -> None:
    line = encode_lines(PLANS[:1])
    assert read_plan(line) == PLANS[0]
    for broken in (b"{}", b"not json", b'{"id": 3}', b"\xff"):
        with pytest.raises(GraphError, match="not a record of this version"):
            read_plan(broken)


def test_every_prefix_of_a_path_is_an_area() -> None:
    rows = plan_rows(PLANS[0])
    areas = {(row["path"], row["name"], row["depth"]) for row in rows.nodes["Area"]}
    assert areas == {("政务服务", "政务服务", 1), ("政务服务 / 窗口改革", "窗口改革", 2)}
    items = {row["name"]: row["id"] for row in rows.nodes["Item"]}
    held = {row["target"] for row in rows.relations["HAS_ITEM", "Area", "Item"]}
    assert held == {items["整合办事窗口"], items["公开预算"]}
    assert len(rows.relations["HAS_ITEM", "Plan", "Item"]) == 6


def test_areas_of_two_plans_are_two() -> None:
    tasks = (Task("甲", path=("政务服务",)),)
    ids = {plan_rows(plan(EAST, year, tasks)).nodes["Area"][0]["id"] for year in (2015, 2016)}
    assert len(ids) == 2


def test_statements_of_one_unit_item_and_role_are_one_relation() -> None:
    rows = plan_rows(PLANS[0])
    item = only(rows.nodes["Item"], "核定编制")
    (lead,) = [row for row in rows.relations["LEADS", "Unit", "Item"] if row["target"] == item["id"]]
    assert (lead["statements"], lead["surface"], lead["derived"]) == (2, "编办", False)
    assert PLANS[0].text[lead["start_char"] : lead["end_char"]] == lead["evidence"] == "编办"


def test_a_role_names_the_page_or_cell_of_its_words() -> None:
    record = plan(EAST, 2016, (Task("甲", ["财政局"]),))
    (item,) = record.items
    (role,) = item.roles
    found = replace(role.evidence, page=3, sheet="分工", cell="C5")
    placed = replace(record, items=(replace(item, roles=(replace(role, evidence=found),)),))
    (row,) = plan_rows(placed).relations["LEADS", "Unit", "Item"]
    assert (row["page"], row["sheet"], row["cell"]) == (3, "分工", "C5")
    (plain,) = plan_rows(record).relations["LEADS", "Unit", "Item"]
    assert (plain["page"], plain["sheet"], plain["cell"]) == (None, None, None)


def test_persons_are_leaders_and_not_units() -> None:
    rows = plan_rows(PLANS[0])
    item = only(rows.nodes["Item"], "学区共建")
    assert item["leaders"] == "李二（副区长）、王一"
    leads = {row["source"] for row in rows.relations["LEADS", "Unit", "Item"] if row["target"] == item["id"]}
    assert leads == {unit_id(EAST, "教育局")}


def test_what_is_unknown_is_null() -> None:
    rows = plan_rows(plan(None, None, (Task("甲"),)))
    (node,) = rows.nodes["Plan"]
    assert [node[name] for name in ("year", "date", "doc_no", "district")] == [None] * 4
    assert rows.relations["ISSUED_IN", "Plan", "District"] == []
    (item,) = rows.nodes["Item"]
    assert [item[name] for name in ("deadline", "deadline_text", "path")] == [None] * 3


def test_a_role_without_a_unit_gives_no_relation() -> None:
    line = encode_lines([plan(EAST, 2016, (Task("甲", ["财政局"]),))])
    unresolved = line.replace(b'"unit":"%s"' % unit_id(EAST, "财政局").encode(), b'"unit":null')
    assert unresolved != line
    assert plan_rows(read_plan(unresolved)).relations["LEADS", "Unit", "Item"] == []


def test_districts_are_part_of_those_above_whose_name_is_known() -> None:
    rows = shared(PLANS, UNITS).nodes()
    assert {row["name"]: row["code"] for row in rows.nodes["District"]} == CODES
    assert relations(rows, "PART_OF") == {(EAST, CITY), (WEST, CITY)}
    unknown = shared((plan(EAST, 2016, ()),), ())
    assert relations(unknown.nodes(), "PART_OF") == set()


def test_a_province_stands_in_for_an_unknown_city() -> None:
    units = (unit(EAST, "编办"), unit("某省", "编办", district_code="990000"))
    assert relations(shared(units=units).nodes(), "PART_OF") == {(EAST, "某省")}


def test_units_have_functions_districts_and_hosts() -> None:
    rows = shared(units=UNITS).nodes()
    assert (unit_id(CITY, "信访局"), "信访") in relations(rows, "HAS_FUNCTION")
    assert (unit_id(EAST, "编办"), EAST) in relations(rows, "IN_DISTRICT")
    assert relations(rows, "HOSTS") == {(unit_id(CITY, "信访局"), unit_id(EAST, "信访局"))}
    assert len(rows.nodes["Function"]) == 5


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("关于公开预算的通知", "关于公开预算的通知 ", True),
        ("“空编”统筹办法(试行)", '"空编"统筹办法（试行）', True),
        ("改革方案２０１６", "改革方案2016", True),
        ("关于公开预算的通知", "关于公开决算的通知", False),
        ("办法", "办法（试行）", False),
    ],
)
def test_titles_are_compared_without_signs(one: str, other: str, same: bool) -> None:
    first, second = (Citation(title=title, doc_no=None, evidence=EVIDENCE) for title in (one, other))
    assert (policy_id(first) == policy_id(second)) is same
    assert (normal(one) == normal(other)) is same


def test_a_cited_document_is_one_node_for_all_who_cite_it() -> None:
    gathered = shared(PLANS, UNITS)
    names = [row["name"] for row in gathered.nodes().nodes["Policy"]]
    assert sorted(names) == ["关于公开预算的通知", "西区2016年改革要点"]


def test_a_cited_document_that_is_a_plan_is_linked() -> None:
    rows = shared(PLANS, UNITS).relations()
    assert {target for _, target in relations(rows, "SAME_AS")} == {PLANS[1].id}


@pytest.mark.parametrize(
    ("title", "number", "linked"),
    [
        ("别的名称", "改〔2016〕1号", True),
        ("别的名称", "改[2016]1号", True),
        ("西区2016年改革要点", None, True),
        ("西区2016年改革要点", "改〔2015〕9号", True),
        ("西区2015年改革要点", None, False),
        ("别的名称", None, False),
    ],
)
def test_number_decides_before_title(title: str, number: str | None, linked: bool) -> None:
    cite = Citation(title=title, doc_no=number, evidence=EVIDENCE)
    citing = plan(EAST, 2017, (), cites=(cite,))
    assert bool(relations(shared((PLANS[1], citing)).relations(), "SAME_AS")) is linked


def test_a_title_of_two_plans_links_to_neither() -> None:
    cite = Citation(title="要点", doc_no=None, evidence=EVIDENCE)
    plans = (plan(EAST, 2016, (), title="要点"), plan(WEST, 2016, (), title="要点", cites=(cite,)))
    assert relations(shared(plans).relations(), "SAME_AS") == set()


def test_sources_witness_their_plans() -> None:
    rows = shared(PLANS, UNITS)
    assert {target for _, target in relations(rows.relations(), "WITNESSES")} == {each.id for each in PLANS}
    assert {row["repairs"] for row in rows.nodes().nodes["Source"]} == {2}


def test_contradictions_are_refused() -> None:
    with pytest.raises(GraphError, match="two plans have the id"):
        shared((PLANS[0], PLANS[0]), UNITS)
    with pytest.raises(GraphError, match="two units have the id"):
        shared((), (UNITS[0], UNITS[0]))
    with pytest.raises(GraphError, match="role of unknown unit"):
        shared(PLANS, ())
    with pytest.raises(GraphError, match="a second item has the id"):
        shared((PLANS[0], plan(WEST, 2010, (), items=PLANS[0].items[:1])), UNITS)
    with pytest.raises(GraphError, match="hosts the unknown unit 'x'"):
        shared((), (unit(EAST, "编办", hosts=("x",)),)).nodes()
