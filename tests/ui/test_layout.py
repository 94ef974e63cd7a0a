"""Places of a unit's surroundings and the graph that is drawn from them."""

import pytest

from ui import graphs
from ui.layout import PLACES, ROW, place

WORDS = {"lead": "牵头", "responsible": "责任", "participate": "参与"}


def row(item: str, unit: str, role: str) -> dict[str, str]:
    return {"item_id": item, "item": f"事项{item}", "unit_id": unit, "unit": f"单位{unit}", "role": role}


ROWS = [
    row("1", "a", "lead"),
    row("1", "b", "participate"),
    row("2", "b", "lead"),
    row("2", "c", "responsible"),
]


def test_who_leads_stands_left_and_others_right() -> None:
    columns = {node.name: node.column for node in place(ROWS).nodes}
    assert columns == {
        "事项1": "item",
        "事项2": "item",
        "单位a": "lead",
        "单位b": "lead",
        "单位c": "other",
    }


def test_items_keep_their_order_and_units_stand_by_their_items() -> None:
    drawing = place([row("1", "z", "lead"), row("2", "a", "lead"), row("3", "m", "lead")])
    order = {c: [n.id for n in drawing.nodes if n.column == c] for c in PLACES}
    assert order == {"item": ["1", "2", "3"], "lead": ["z", "a", "m"], "other": []}
    assert drawing.height == 3 * ROW


def test_no_two_nodes_share_a_place() -> None:
    rows = [
        row(str(i), str(u), "lead" if u % 3 == 0 else "participate")
        for i in range(9)
        for u in range(i, i + 5)
    ]
    drawing = place(rows)
    assert len({(node.x, node.y) for node in drawing.nodes}) == len(drawing.nodes)
    assert all(0 < node.y < drawing.height for node in drawing.nodes)


def test_the_same_rows_give_the_same_drawing() -> None:
    assert place(ROWS) == place(list(ROWS))


@pytest.mark.parametrize("rows", [[], ROWS])
def test_graph_draws_each_role_once_and_ends_where_nodes_are(rows: list[dict[str, str]]) -> None:
    drawing = place(rows)
    series = graphs.columns(drawing, centre="a", words=WORDS)["series"][0]
    ids = [datum["id"] for datum in series["data"]]
    assert len(set(ids)) == len(ids)
    assert ids[: len(drawing.nodes)] == [node.id for node in drawing.nodes]  # a click gives an index
    assert all(link["source"] in ids and link["target"] in ids for link in series["links"])
    seen = [link for link in series["links"] if link["lineStyle"]["opacity"] > 0]
    assert [link["value"] for link in seen] == [WORDS[row["role"]] for row in rows]


def test_graph_tells_roles_apart_without_colour() -> None:
    series = graphs.columns(place(ROWS), centre="a", words=WORDS)["series"][0]
    lines = {link["value"]: link["lineStyle"]["type"] for link in series["links"] if "value" in link}
    assert len(set(lines.values())) == len(lines) == 3
