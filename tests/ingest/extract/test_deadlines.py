"""Deadlines: where they stand in a text and the last day that they allow."""

import pytest

from ingest.extract.deadlines import find_deadline, resolve_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        # the year stands in the text
        ("2023年6月底前", "2023-06-30"),
        ("2023年“八一”前", "2023-08-01"),
        ("2023年国庆节前完成", "2023-10-01"),
        ("2023年春节前", None),
        ("2023年2月", "2023-02-28"),
        ("2024年2月底前完成", "2024-02-29"),
        ("2021年5月10日前", "2021-05-10"),
        ("2021年12月31日", "2021-12-31"),
        ("2021.10", "2021-10-31"),
        ("2021.10.5", "2021-10-05"),
        ("2021-03", "2021-03-31"),
        ("2021/9", "2021-09-30"),
        ("2021．9", "2021-09-30"),
        ("2023年一季度", "2023-03-31"),
        ("2022年上半年完成", "2022-06-30"),
        ("2022年底", "2022-12-31"),
        ("2022年年底前", "2022-12-31"),
        ("2022年完成", "2022-12-31"),
        ("到2025年", "2025-12-31"),
        ("二〇二一年底", "2021-12-31"),
        ("二○一○年6月底前", "2010-06-30"),
        ("二零一九年年底", "2019-12-31"),
        ("2019年3月至2020年6月", "2020-06-30"),
        # the year is the plan's (2021)
        ("6月底", "2021-06-30"),
        ("6月底前完成", "2021-06-30"),
        ("06月份", "2021-06-30"),
        ("5月10日", "2021-05-10"),
        ("5月初", "2021-05-10"),
        ("5月上旬", "2021-05-10"),
        ("5月中旬", "2021-05-20"),
        ("5月下旬", "2021-05-31"),
        ("2月31日", "2021-02-28"),
        ("第一季度完成", "2021-03-31"),
        ("二季度", "2021-06-30"),
        ("第三季度末", "2021-09-30"),
        ("4季度", "2021-12-31"),
        ("上半年", "2021-06-30"),
        ("下半年完成", "2021-12-31"),
        ("年底前", "2021-12-31"),
        ("今年年底前", "2021-12-31"),
        ("年内完成", "2021-12-31"),
        ("3月至9月", "2021-09-30"),
        # of several stages the last is the end
        ("4月听证，9月底前执行", "2021-09-30"),
        ("一季度制定方案；二季度推开；年底前评估", "2021-12-31"),
        ("2021年9月完成登记，2022年3月发证", "2022-03-31"),
        ("2022年3月前制定，6月底前印发", "2022-06-30"),
        ("5月、11月", "2021-11-30"),
        ("6月底前建成，长期坚持", "2021-06-30"),
        # no day is named
        ("长期坚持", None),
        ("持续推进", None),
        ("每季度", None),
        ("按时序进度推进", None),
        ("自印发之日起30日内", None),
        # the source masks the year
        ("201*年6月底前", None),
        ("20**年底前", None),
        ("", None),
    ],
)
def test_last_day_of_a_deadline(words: str, date: str | None) -> None:
    assert resolve_date(words, 2021) == date


@pytest.mark.parametrize("words", ["6月底", "年底前", "上半年", "三季度", "5月10日"])
def test_without_a_year_there_is_no_date(words: str) -> None:
    assert resolve_date(words, None) is None


@pytest.mark.parametrize(
    ("words", "date"), [("2月底", "2024-02-29"), ("2月底前", "2024-02-29"), ("2024年2月", "2024-02-29")]
)
def test_leap_years_are_known(words: str, date: str) -> None:
    assert resolve_date(words, 2024) == date


def test_all_year_is_no_date() -> None:
    assert resolve_date("全年", 2021) is None


def test_a_range_with_a_dash_ends_with_its_second_date() -> None:
    assert resolve_date("2019年3月—2020年6月", 2019) == "2020-06-30"


@pytest.mark.parametrize(
    "words",
    [
        "6月底",
        "6月底前完成",
        "“五一”前",
        "国庆节前完成",
        "力争6月底前全面完成",
        "2023年6月底前出台方案",
        "2021年3月—2022年6月",
        "2023年第一季度",
        "今年底",
        "年内",
        "全年",
        "长期坚持",
        "持续推进",
        "常态化推进",
        "按月推进",
        "按省要求时限完成",
        "自印发之日起30日内",
        "2021.10",
        " 6月底；",
    ],
)
def test_cells_that_are_a_deadline_from_end_to_end(words: str) -> None:
    span = find_deadline(words, 0, len(words), whole=True)
    assert span is not None and words[slice(*span)] == words.strip(" ；")


@pytest.mark.parametrize(
    "words",
    [
        "县教育局",
        "推行轮岗，6月底前完成",
        "县教育局6月底",
        "13月",
        "月底",
        "3个月",
        "五年",
        "1.15",
        "",
        "；",
    ],
)
def test_cells_that_are_none(words: str) -> None:
    assert find_deadline(words, 0, len(words), whole=True) is None


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("6月底前出台方案。", "6月底前"),
        ("“八一”前完成修缮。", "“八一”前"),
        ("国庆节前开放。", "国庆节前"),
        ("确保主汛期前完成清淤。", "确保主汛期前"),
        ("10月份完成评查。", "10月份"),
        ("12月上旬完成摸底。", "12月上旬"),
        ("12月15日完成摸底。", "12月15日"),
        ("拟定办法，三季度末前报县人民政府审定。", "三季度末前"),
        ("今年3月出台办法。", "今年3月"),
        ("年底前完成全部改造。", "年底前"),
        ("力争2023年10月底前投入使用。", "力争2023年10月底前"),
        ("在10月15日前，完成普查。", "在10月15日前"),
        ("三季度前启动改造。", "三季度前"),
        ("上半年完成招标。", "上半年"),
        ("力争年内建成通车。", "力争年内"),
        ("到2025年底建成三座水厂。", "到2025年底"),
        ("2023年年底前完成。", "2023年年底前"),
        # the last one completes the item
        ("9月底前制定细则，12月底前完成登记。", "12月底前"),
        ("12月底前完成，到2025年再翻一番。", "12月底前"),
    ],
)
def test_deadlines_in_running_text(sentence: str, deadline: str) -> None:
    span = find_deadline(sentence, 0, len(sentence))
    assert span is not None and sentence[slice(*span)] == deadline


@pytest.mark.parametrize(
    "sentence",
    [
        "已于3月完成招标。",
        "3月完成了招标。",
        "展览4月1日至5月28日全部免费。",
        "自4月1日至5月28日完成的报名。",
        "按月推进，至5月28日完成演出20场。",
        "每年10月完成体检。",
        "2022年10月建成的校舍。",
        "发展学前教育。",
        "贯彻十一届全会精神。",
        # durations and limits of a procedure
        "服务期限为3个月。",
        "3个月内办结。",
        "办理时限压缩到5个工作日内。",
        "5年内不得转让。",
        # validity
        "本办法有效期至2025年12月31日。",
        "自2023年1月起施行。",
        # the past, reports and comparisons
        "2022年以来，全县新增企业。",
        "截至去年底，全县共有学校12所。",
        "比去年底增长5%。",
        "上半年经济运行情况。",
        "每月底前报送进度。",
        "于每年6月底前报县政府。",
        "于6月底前报县委改革办。",
        "修订5月份以前的名单。",
        "推行轮岗。",
        "",
    ],
)
def test_durations_validity_and_reports_are_no_deadlines(sentence: str) -> None:
    assert find_deadline(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize("sentence", ["截至2022年12月底，共有学校12所。", "将优惠政策延长至3月底。"])
def test_dates_up_to_which_something_held_are_no_deadlines(sentence: str) -> None:
    assert find_deadline(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize("words", ["今年年底前", "今年年底前完成"])
def test_this_year_said_twice(words: str) -> None:
    assert find_deadline(words, 0, len(words), whole=True) == (0, len(words))


def test_next_year_is_not_this_year() -> None:
    sentence = "明年6月底前完成改造。"
    span = find_deadline(sentence, 0, len(sentence))
    assert span is None or resolve_date(sentence[slice(*span)], 2021) in (None, "2022-06-30")


def test_only_the_stretch_is_searched() -> None:
    text = "6月底前制定细则。12月底前完成登记。"
    assert find_deadline(text, 0, text.index("。")) == (0, 4)
    assert find_deadline(text, 4, text.index("。")) is None
