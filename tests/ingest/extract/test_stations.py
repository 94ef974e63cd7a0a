"""Stations whose ending a list says once."""

import pytest

from ingest.extract.units import split_units


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("柳河、石桥派出所", ["柳河派出所", "石桥派出所"]),
        ("柳河、石桥、青石派出所、县教育局", ["柳河派出所", "石桥派出所", "青石派出所", "县教育局"]),
        ("城东、城西街道", ["城东街道", "城西街道"]),
        # departments, towns and whole names take none
        ("民政、司法所", ["民政", "司法所"]),
        ("柳河镇、城西街道办事处", ["柳河镇", "城西街道办事处"]),
        ("县教育局、石桥派出所", ["县教育局", "石桥派出所"]),
        ("柳河、县教育局、石桥派出所", ["柳河", "县教育局", "石桥派出所"]),
    ],
)
def test_places_share_the_name_of_their_station(text: str, wanted: list[str]) -> None:
    assert [mention.name for mention in split_units(text)] == wanted
