"""Places of nodes."""

import math
from itertools import combinations

from graph.exports.layout import SPACE, layout

HOMES = {f"n{number}": f"group {number % 7}" for number in range(200)} | {"alone": "far"}


def test_the_same_graph_has_the_same_places() -> None:
    assert layout(HOMES, {"n3": 5.0}) == layout(dict(reversed(list(HOMES.items()))), {"n3": 5.0})


def test_nodes_stand_apart_and_groups_do_not_mix() -> None:
    places = layout(HOMES, {})
    assert set(places) == set(HOMES)
    for one, other in combinations(HOMES, 2):
        assert math.dist(places[one], places[other]) > SPACE / 2, (one, other)
    boxes = {}
    for home in set(HOMES.values()):
        own = [places[node] for node in HOMES if HOMES[node] == home]
        centre = (sum(x for x, _ in own) / len(own), sum(y for _, y in own) / len(own))
        boxes[home] = centre, max(math.dist(centre, place) for place in own)
    for (one, radius), (other, reach) in combinations(boxes.values(), 2):
        assert math.dist(one, other) > radius + reach


def test_what_weighs_most_stands_in_the_middle() -> None:
    places = layout({"a": "x", "b": "x", "c": "x"}, {"b": 3.0, "c": 1.0})
    centre = places["b"]
    assert math.dist(places["c"], centre) < math.dist(places["a"], centre)


def test_nothing_has_no_places() -> None:
    assert layout({}, {}) == {}
