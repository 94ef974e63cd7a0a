"""Colours."""

from collections import Counter

from graph.palette import hexadecimal, palette
from graph.schema import load_schema


def test_labels_and_roles_have_colours() -> None:
    assert set(palette().nodes) == set(load_schema().nodes)
    assert set(palette().relations) <= set(load_schema().relation_types)
    assert palette().nodes["Unit"] == (0x2E, 0x8B, 0x73)
    assert hexadecimal((0x2E, 0x0B, 0x73)) == "#2E0B73"


def test_large_groups_have_the_first_colours() -> None:
    sizes = Counter({"small": 1, "large": 9, "other": 9})
    found = palette().of_communities(sizes)
    assert [found[name] for name in ("large", "other", "small")] == list(palette().communities[:3])
    many = palette().of_communities(Counter({str(n): 1 for n in range(50)}))
    assert len(many) == 50
