"""Chart options: order, scale and what a click can be traced back to."""

from ui import charts


def test_bars_keep_the_order_and_dim_what_is_not_chosen() -> None:
    option = charts.bars(["甲", "乙"], [3, 1], chosen=1)
    assert option["yAxis"]["data"] == ["甲", "乙"] and option["yAxis"]["inverse"]
    data = option["series"][0]["data"]
    assert [datum["value"] for datum in data] == [3, 1]
    assert data[0]["itemStyle"]["opacity"] < data[1]["itemStyle"]["opacity"] == 1


def test_two_sides_share_one_scale() -> None:
    sides = {"甲": {"lead": [3, 0], "participate": [4, 1]}, "乙": {"lead": [0, 2], "participate": [0, 0]}}
    option = charts.two_sides(["x", "y"], sides, {"lead": "牵头", "participate": "参与"})
    assert [axis["max"] for axis in option["xAxis"]] == [7, 7]
    assert len({grid["width"] for grid in option["grid"]}) == 1
    assert [series["data"] for series in option["series"]] == [[3, None], [4, 1], [None, 2], [None, None]]
    assert [series["xAxisIndex"] for series in option["series"]] == [0, 0, 1, 1]


def test_two_sides_without_rows() -> None:
    empty: dict[str, dict[str, list[int]]] = {"甲": {"lead": []}, "乙": {"lead": []}}
    assert charts.two_sides([], empty, {"lead": "牵头"})["xAxis"][0]["max"] == 0


def test_cells_name_their_place() -> None:
    option = charts.cells(["2020", "2021"], ["甲", "乙"], [(1, 0, 5), (0, 1, 2)])
    data = option["series"][0]["data"]
    assert [(datum["value"], datum["name"]) for datum in data] == [
        ([1, 0, 5], "甲 · 2021"),
        ([0, 1, 2], "乙 · 2020"),
    ]
    assert option["visualMap"]["max"] == 5


def test_cells_turn_long_words() -> None:
    short = charts.cells([str(year) for year in range(2006, 2026)], ["甲"], [])
    long = charts.cells(["甲市东湖区人力资源局"] * 20, ["甲"], [])
    assert (short["xAxis"]["axisLabel"]["rotate"], long["xAxis"]["axisLabel"]["rotate"]) == (0, 60)


def test_report_line_has_one_line_for_each_series() -> None:
    option = charts.of_report("line", ["1月", "1月", "2月"], [1, 2, 3], ["甲", "乙", "乙"])
    assert option["xAxis"]["data"] == ["1月", "2月"]
    assert [(line["name"], line["data"]) for line in option["series"]] == [("甲", [1, None]), ("乙", [2, 3])]


def test_points_carry_their_names() -> None:
    option = charts.points([1, 2], [3, 4], ["甲", "乙"], ("x", "y"))
    assert option["series"][0]["data"][1] == {"value": [2, 4], "name": "乙"}
