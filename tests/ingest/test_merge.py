"""Copies of one plan become one plan; all texts are invented."""

from itertools import permutations

import pytest
from msgspec.structs import replace

from ingest.merge import merge
from ingest.merge.copies import overlap, plain_doc_no, plain_title, same_plan
from ingest.merge.letters import differences
from ingest.merge.spans import Span, Spans
from ingest.records import Evidence, Item, Plan, PlanKind, Role, Source

BODY = (
    "一、清理各类证明材料，凡能由部门之间核对的，一律不再要求群众提交。",
    "二、把分散在各科室的窗口并到一处，办件从受理到送达都有记录可查。",
    "三、每季度公布一次办理时间，超过期限的由经办人书面说明原因。",
    "四、为老人和行动不便的居民上门代办，街道每周安排两个下午。",
)
UNITS = ("区政务办", "区编办", "区人力资源局", "区民政局")


def plan(
    path: str = "a.txt",
    *,
    title: str = "某市东区2016年便民改革计划",
    body: tuple[str, ...] = BODY,
    units: tuple[str, ...] = UNITS,
    repairs: int = 0,
    year: int | None = 2016,
    district: str | None = "某市东区",
    doc_no: str | None = "东办发〔2016〕3号",
    date: str | None = None,
) -> Plan:
    """A plan with one item a sentence, each led by one unit."""
    text, items = f"{title}\n", []
    for number, (sentence, unit) in enumerate(zip(body, units, strict=True), start=1):
        start = len(text)
        text += f"{sentence}（牵头单位：{unit}）\n"
        place = text.rindex(unit)
        said = Role(
            role="lead",
            mention=unit,
            surface=unit,
            evidence=Evidence(place - 5, place + len(unit), text[place - 5 : place + len(unit)]),
            rule="test",
            confidence=1.0,
        )
        items.append(
            Item(
                id=f"{path}{number}",
                number=str(number),
                title=sentence[2:12],
                path=(),
                start=start,
                end=len(text),
                text=text[start:],
                roles=(said,),
            )
        )
    source = Source(path=path, sha256=path, format="txt", encoding="utf-8", repairs={"pinyin": repairs})
    return Plan(
        id=path,
        title=title,
        kind=PlanKind.PLAN,
        doc_no=doc_no,
        issuer=(),
        date=date,
        year=year,
        district=district,
        district_code=None,
        sources=(source,),
        text=text,
        items=tuple(items),
    )


SPOILT = (BODY[0].replace("一律", ""), BODY[1].replace("送达", "送到"), *BODY[2:])


@pytest.mark.parametrize(
    "other",
    [
        plan("b.txt"),
        plan("b.txt", body=SPOILT),
        plan("b.txt", doc_no=None),
        plan("b.txt", doc_no="东办发[2016]3 号", title="便民改革计划"),
        plan("b.txt", doc_no=None, district=None, year=None),
        plan("b.txt", district="东区"),
        plan("b.txt", doc_no=None, title="关于印发《某市东区2016年便民改革计划》的通知"),
        plan("b.txt", doc_no=None, title="年便民改?计", body=SPOILT),
        plan("b.txt", body=BODY[:2], units=UNITS[:2]),  # an incomplete copy
    ],
)
def test_copies_are_merged(other: Plan) -> None:
    merged, _ = merge([plan(), other])
    assert len(merged) == 1
    assert [source.path for source in merged[0].sources] == ["a.txt", "b.txt"]


OTHER_BODY = tuple(
    sentence.replace("证明", "公章").replace("窗口", "账户").replace("季度", "半年").replace("老人", "企业")
    for sentence in (
        "一、取消没有依据的证明专用戳，由各镇自查后报送清单。",
        "二、合并闲置的窗口和银行结算，两个月内办完。",
        "三、按季度核对公共资产，闲置房屋先给社区用。",
        "四、帮助老人把手续放到网上，专人回答提问。",
    )
)


@pytest.mark.parametrize(
    "other",
    [
        plan("b.txt", year=2017, doc_no=None),  # next year's plan from the same template
        plan("b.txt", district="某市西区", doc_no=None),  # the same plan of another district
        plan("b.txt", doc_no="东办发〔2016〕13号"),
        plan("b.txt", body=OTHER_BODY),  # another document under one number, or one title
        plan("b.txt", body=OTHER_BODY, doc_no=None),
    ],
)
def test_other_plans_are_left_apart(other: Plan) -> None:
    merged, issues = merge([plan(), other])
    assert merged == [plan(), other]
    assert issues == []


def test_a_copy_without_year_joins_no_two_years() -> None:
    copies = [
        plan("a.txt", doc_no=None),
        plan("b.txt", doc_no=None, year=2017),
        plan("c.txt", doc_no=None, year=None),
    ]
    merged, _ = merge(copies)
    assert sorted(len(each.sources) for each in merged) == [1, 2]


def test_parts_of_one_file_need_nearly_the_same_text() -> None:
    half = (*BODY[:2], *OTHER_BODY[2:])
    assert same_plan(plan(), plan("b.txt", body=half, doc_no=None)) > 0
    assert same_plan(plan(), replace(plan(body=half, doc_no=None), id="b")) == 0


def test_copy_with_fewest_repairs_gives_the_text() -> None:
    (merged,), _ = merge([plan("a.txt", repairs=9, body=SPOILT), plan("b.txt", repairs=1)])
    assert merged.text == plan().text
    assert [item.id for item in merged.items] == [f"b.txt{number}" for number in range(1, 5)]


def test_unknown_facts_come_from_the_other_copy() -> None:
    known = plan("b.txt", repairs=5, date="2016-03-01")
    (merged,), _ = merge([plan(doc_no=None, year=None, district=None), known])
    assert (merged.doc_no, merged.date, merged.year, merged.district) == (
        known.doc_no,
        "2016-03-01",
        2016,
        "某市东区",
    )


def test_readings_are_kept_and_reported() -> None:
    other = plan("b.txt", repairs=5, body=SPOILT, units=(*UNITS[:2], "区人力资源和社会保障局", UNITS[3]))
    (merged,), issues = merge([plan(), other])
    found = [(variant.here, variant.there, variant.item) for variant in merged.variants]
    assert found == [
        ("一律", "", "a.txt1"),
        ("达", "到", "a.txt2"),
        ("区人力资源局", "区人力资源和社会保障局", "a.txt3"),
    ]
    for variant in merged.variants:
        assert merged.text[variant.start : variant.end] == variant.here
        assert merged.sources[variant.source].path == "b.txt"
    weighty, rest = sorted(issues, key=lambda issue: issue.start is None)
    assert (weighty.code, weighty.expected) == ("readings-differ", "区人力资源局")
    assert weighty.found == "区人力资源和社会保障局 (b.txt)"
    assert merged.text[weighty.start : weighty.end] == "区人力资源局"
    assert (rest.severity, rest.found) == ("notice", "2 other places, see variants (b.txt)")


@pytest.mark.parametrize(
    ("there", "issue"),
    [
        (plan("b.txt", repairs=1, title="某市东区2016年便民改革方案"), "计划"),
        (plan("b.txt", repairs=1, body=(BODY[0].replace("证明", "说明"), *BODY[1:])), "证"),
    ],
)
def test_differences_in_titles_are_reported(there: Plan, issue: str) -> None:
    _, issues = merge([plan(), there])
    assert [each.expected for each in issues] == [issue]


def test_roles_that_differ_without_other_words_are_reported() -> None:
    other = plan("b.txt", repairs=1)
    silent = replace(other.items[0], roles=())
    _, issues = merge([plan(), replace(other, items=(silent, *other.items[1:]))])
    assert [(each.expected, each.found) for each in issues] == [("lead 区政务办", "nothing (b.txt)")]


def test_layout_and_signs_are_no_readings() -> None:
    other = plan("b.txt", repairs=1)
    text = (
        other.text.replace("，", ",")
        .replace("（", " (")
        .replace("2016", "２０１６ ")
        .replace("每季", "每\n季")
    )
    (merged,), issues = merge([plan(), replace(other, text=text, items=())])
    assert merged.variants == ()
    assert issues == []


def test_result_does_not_depend_on_the_order_of_plans() -> None:
    plans = [
        plan("a.txt", repairs=2),
        plan("b.txt", body=SPOILT),
        plan("c.txt", body=SPOILT, repairs=7, doc_no=None),
        plan("d.txt", year=2017, doc_no=None),
        plan("e.txt", district="某市西区", doc_no=None),
    ]
    results = [merge(each) for each in permutations(plans)]
    assert all(result == results[0] for result in results)
    assert [len(each.sources) for each in results[0][0]] == [3, 1, 1]


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        ("甲乙丙", "甲乙丙", []),
        ("甲乙丙", "甲 乙，丙", []),
        ("甲乙丙丁", "甲乙戊丁", [(2, 3, 2, 3)]),
        ("甲乙，丁", "甲乙，丙丁", [(2, 2, 3, 4)]),
        ("甲，乙", "甲", [(2, 3, 1, 1)]),
        ("", "甲", [(0, 0, 0, 1)]),
    ],
)
def test_differences(here: str, there: str, found: list[tuple[int, int, int, int]]) -> None:
    assert list(differences(here, there)) == found


def test_only_the_lines_that_differ_are_read_by_letter() -> None:
    here = "甲乙丙丁\n\n\u3000戊己，庚辛\n壬癸\n"
    there = "甲乙丙丁\n戊己，庚壬\n壬癸\n子丑\n"
    assert list(differences(here, there)) == [(11, 12, 9, 10), (15, 15, 14, 16)]


def test_a_text_without_line_breaks_differs_in_its_words_only() -> None:
    here = "".join(f"{sentence}\n" for sentence in BODY)
    there = here.replace("\n", "").replace("送达", "送到")
    assert [(here[a:b], there[c:d]) for a, b, c, d in differences(here, there)] == [("达", "到")]


SPANS = ((0, 4), (2, 9), (3, 5), (12, 15))


@pytest.mark.parametrize(
    ("start", "end", "touched", "around"),
    [
        (0, 1, (0, 4), (0, 4)),
        (3, 4, (0, 4), (3, 5)),
        (4, 6, (2, 9), (2, 9)),
        (5, 5, (2, 9), (3, 5)),
        (9, 12, None, None),
        (9, 13, (12, 15), None),
        (12, 12, None, (12, 15)),
        (13, 13, (12, 15), (12, 15)),
        (15, 20, None, None),
    ],
)
def test_spans(start: int, end: int, touched: Span | None, around: Span | None) -> None:
    spans = Spans(SPANS)
    assert spans.touched(start, end) == touched
    assert spans.shortest_around(start, end) == around


def test_many_copies_are_merged_without_a_look_at_every_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def watched(one: Plan, other: Plan) -> float:
        compared.append((one.id, other.id))
        return same_plan(one, other)

    monkeypatch.setattr("ingest.merge.copies.same_plan", watched)
    copies = [plan(f"{number:02}.txt", repairs=number) for number in range(30)]
    merged, _ = merge([*copies, plan("x.txt", body=OTHER_BODY, doc_no=None)])
    assert [len(each.sources) for each in merged] == [30, 1]
    assert len(compared) < 2 * 31


def test_an_undated_copy_goes_to_the_year_that_it_is_like() -> None:
    later = (*BODY[:3], OTHER_BODY[3])
    plans = [
        plan("a.txt", doc_no=None),
        plan("b.txt", doc_no=None, year=2017, body=later),
        plan("c.txt", doc_no=None, year=None, district=None, body=later),
    ]
    merged, _ = merge(plans)
    assert [[source.path for source in each.sources] for each in merged] == [["a.txt"], ["b.txt", "c.txt"]]


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("某区２０１６年 改革计划", "某区2016年改革计划"),
        ("关于印发《某区改革计划》的通知", "某区改革计划"),
        ("某区办公室关于印发某区改革计划的通知", "某区改革计划"),
        ("关于改革的意见", "关于改革的意见"),
    ],
)
def test_plain_title(title: str, plain: str) -> None:
    assert plain_title(title) == plain


def test_plain_doc_no() -> None:
    assert plain_doc_no("东办发[２０１６] 3号") == plain_doc_no("东办发〔2016〕3号")


def test_overlap_of_nothing_is_none() -> None:
    assert overlap("", "") == 0
    assert overlap("".join(BODY), "".join(BODY)) == 1
