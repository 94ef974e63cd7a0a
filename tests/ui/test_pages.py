"""Every page with a result, without one, on an empty graph and without a graph."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.reports import SUFFIXES
from tests.ui.conftest import Open
from tests.ui.factory import EAST, HOSTILE, WEST, item_id, load_atlas, load_empty, plan_id, unit_id

PAGES = ["overview", "ranking", "compare", "reports", "explore", "evidence"]


def words(app: AppTest) -> str:
    """Everything that a page says in text and HTML."""
    assert not app.exception, app.exception[0].message
    said = [*app.title, *app.subheader, *app.caption, *app.markdown, *app.info, *app.html]
    return "\n".join(str(each.value) for each in said)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["中文", "English"])
def test_page_opens_in_either_language(open_page: Open, page: str, language: str) -> None:
    app = open_page(page, lang=language)
    title = app.title[0].value
    assert title.isascii() == (language == "English"), words(app)


@pytest.mark.parametrize("page", PAGES)
def test_page_on_an_empty_graph_says_what_to_run(open_page: Open, page: str, tmp_path: Path) -> None:
    app = open_page(page, url=load_empty(tmp_path))
    assert app.title[0].value == "还没有数据"
    assert "python -m graph load" in app.code[0].value


@pytest.mark.parametrize("url", ["kglite:{}/none.kgl", "oracle://nowhere"])
def test_page_without_a_graph_says_so(open_page: Open, tmp_path: Path, url: str) -> None:
    app = open_page(url=url.format(tmp_path))
    assert app.title[0].value == "打不开图谱"
    assert "ATLAS_DB" in words(app)


def test_overview_counts_and_lists_issues(open_page: Open) -> None:
    app = open_page("overview")
    counts = {metric.label: metric.value for metric in app.metric}
    assert (counts["方案"], counts["事项"], counts["牵头关系"]) == ("3", "7", "6")
    assert "2026-01-02 03:04 UTC" in words(app)
    assert list(app.dataframe[0].value["code"]) == ["原文残损，按可能性修补"]


def test_an_open_page_follows_a_new_load(open_page: Open, tmp_path: Path) -> None:
    url = load_atlas(tmp_path / "own")
    app = open_page("ranking", url=url)
    assert len(app.dataframe) == 1
    load_empty(tmp_path, url)
    app.run()
    assert app.title[0].value == "还没有数据"


def test_overview_shows_the_plans_of_a_cell(open_page: Open) -> None:
    app = open_page("overview", cell=f"{EAST}~2021")
    assert list(app.dataframe[-1].value["plan"]) == ["东湖区2021年改革计划"]


def test_ranking_puts_the_unit_with_most_leads_first(open_page: Open) -> None:
    table = open_page("ranking").dataframe[0].value
    assert (table["unit"][0], table["led"][0], table["participates"][0]) == (EAST + "文化局", 3, 0)


def test_ranking_of_functions_counts_across_districts(open_page: Open) -> None:
    table = open_page("ranking", by="function").dataframe[0].value
    found = {row.function: (row.led, row.districts) for row in table.itertuples()}
    assert found == {"文化": (3, 1), "财政": (1, 1), "民政": (1, 1), "教育": (1, 1)}


def test_ranking_filters_by_district_and_year(open_page: Open) -> None:
    table = open_page("ranking", district=EAST, year="2020").dataframe[0].value
    assert dict(zip(table["unit"], table["led"], strict=True)) == {
        EAST + "文化局": 2,
        EAST + "民政局": 1,
        EAST + "财政局": 0,
    }


def test_ranking_leaves_collectives_out_unless_asked(open_page: Open) -> None:
    without = open_page("ranking").dataframe[0].value
    with_them = open_page("ranking", collectives="true").dataframe[0].value
    assert set(with_them["unit"]) - set(without["unit"]) == {EAST + "各街道办"}


def test_ranking_without_a_record_says_so(open_page: Open) -> None:
    assert "没有牵头、责任或参与的记录" in words(open_page("ranking", district=WEST, year="2020"))


def test_ranking_shows_the_words_behind_a_unit(open_page: Open) -> None:
    app = open_page("ranking", unit_id=unit_id(EAST, "区民政局"))
    said = words(app)
    assert EAST + "民政局" in said and "简化救助手续" in said
    assert '<mark class="role lead strong"' in said and ">区民政局</mark>" in said
    assert "建立流动书架" not in said
    target = app.page_link[0].proto
    assert (
        target.query_string
        == f"plan={plan_id('东湖区2020年改革计划')}&item={item_id('东湖区2020年改革计划', 3)}"
    )


def test_ranking_says_when_a_unit_never_had_the_role(open_page: Open) -> None:
    app = open_page("ranking", unit_id=unit_id(EAST, "区民政局"), role="participate")
    assert "这个角色没有记录" in words(app)


def test_statements_as_many_as_the_figure(open_page: Open) -> None:
    app = open_page("ranking", by="function", function="文化")
    assert sum('class="statement"' in each.value for each in app.html) == 3


def test_compare_shows_both_districts(open_page: Open) -> None:
    app = open_page("compare")
    assert [box.value for box in app.selectbox] == [EAST, WEST]
    assert len(app.get("echarts_chart")) == 1, words(app)


def test_compare_shows_the_words_behind_a_bar(open_page: Open) -> None:
    app = open_page("compare", side="right", role="lead", function="财政")
    assert "推行预算公开" in words(app)


def test_compare_asks_for_two_districts(open_page: Open) -> None:
    assert "请选两个不同的地区" in words(open_page("compare", left=EAST, right=EAST))


def test_report_runs_with_its_parameters(open_page: Open) -> None:
    app = open_page("reports", report="lead-units", district=WEST)
    assert list(app.dataframe[0].value["unit"]) == [WEST + "教育局", WEST + "财政局"]
    assert "MATCH" in app.code[0].value
    assert app.subheader[0].value == "哪些单位牵头的改革事项最多？"


def test_report_without_an_answer_says_so(open_page: Open) -> None:
    assert "没有符合条件的记录" in words(open_page("reports", report="items-by-deadline", district=WEST))


def test_every_report_opens(open_page: Open) -> None:
    names = open_page("reports").selectbox[0].options
    assert len(names) > 5
    queries = Path(__file__).parents[2] / "queries"
    reports = [path.stem for suffix in SUFFIXES for path in queries.glob(f"*{suffix}")]
    for name in reports:
        assert words(open_page("reports", report=name))


def test_ranking_agrees_with_the_saved_report(open_page: Open) -> None:
    saved = open_page("reports", report="lead-units").dataframe[0].value
    ranked = open_page("ranking").dataframe[0].value.query("led > 0")
    assert list(zip(saved["unit"], saved["led"], strict=True)) == list(
        zip(ranked["unit"], ranked["led"], strict=True)
    )


def test_report_leads_to_the_places_that_cite(open_page: Open) -> None:
    app = open_page("reports", report="most-cited", policy="图书馆条例")
    assert list(app.dataframe[-1].value["evidence"]) == ["《图书馆条例》"] * 7


def test_explore_draws_the_unit_that_leads_most(open_page: Open) -> None:
    app = open_page("explore")
    assert app.selectbox[0].value == unit_id(EAST, "区文化局")
    assert len(app.get("echarts_chart")) == 1
    found = {(row.item, row.unit) for row in app.dataframe[0].value.itertuples()}
    assert ("建立流动书架", EAST + "财政局") in found and len({item for item, _ in found}) == 3


def test_explore_without_items_says_so(open_page: Open) -> None:
    app = open_page("explore", unit_id=unit_id(WEST, "区教育局"), year="2020")
    assert "这一年度没有事项" in words(app)


def test_explore_asks_before_it_draws_very_many(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.components.surroundings.MANY", 3)
    assert len(open_page("explore").get("echarts_chart")) == 0
    asked = open_page("explore", many="true")
    assert "6 个节点" in asked.toggle[0].label and len(asked.get("echarts_chart")) == 1


def test_evidence_of_an_item_alone_finds_its_plan(open_page: Open) -> None:
    app = open_page("evidence", item=item_id("西湖区2021年改革计划", 2))
    said = words(app)
    assert "试办社区课堂" in said and "读出的角色（2）" in said
    assert '<mark class="role participate strong" title="参与：甲市西湖区民政局">区民政局</mark>' in said
    assert "规则 label · 可信度 90%" in said


def test_evidence_takes_no_word_of_a_document_for_html(open_page: Open) -> None:
    app = open_page("evidence", item=item_id("东湖区2021年改革计划", 1))
    said = words(app)
    assert "&lt;img src=x" in said
    assert HOSTILE not in said and "<img" not in said


def test_evidence_shows_the_richest_plan_without_a_link(open_page: Open) -> None:
    assert "东湖区2020年改革计划" in words(open_page("evidence"))


def test_an_unknown_address_is_ignored(open_page: Open) -> None:
    app = open_page("evidence", plan="none", item="none", around="none")
    assert "东湖区2020年改革计划" in words(app)
