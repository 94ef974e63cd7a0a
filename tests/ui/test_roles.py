"""The list of roles says where in its file the words of a role stand."""

import pytest

from ui.components.roles import _place


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"page": None, "sheet": None, "cell": None}, ""),
        ({"page": 3, "sheet": None, "cell": None}, "（第3页）"),
        ({"page": None, "sheet": "分工", "cell": "C5"}, "（单元格分工!C5）"),
        ({"page": None, "sheet": None, "cell": "C5"}, "（单元格C5）"),
    ],
)
def test_places(row: dict[str, object], wanted: str) -> None:
    assert _place(row) == wanted
