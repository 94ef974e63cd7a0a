"""The line breaks above the tasks of a text on one line come back; nothing else changes."""

import pytest

from ingest.repair import flat
from ingest.repair.edits import apply

HEAD = (
    "青河县人民政府办公室关于印发2020年改革工作要点的通知 青政办发〔2020〕8号 各乡镇人民政府，县直各单位： "
    "现印发给你们，请认真组织实施。 青河县人民政府办公室 2020年3月20日 2020年改革工作要点"
)
TASKS = (
    " 一、推进登记改革 （一）开展宅基地登记。建立台账。（县农业农村局负责） （二）开展林权登记。"
    + "按期公开。" * 150
)


def repaired(text: str) -> list[str]:
    return apply(text, flat.find(text)).split("\n")


def test_the_parts_of_the_head_become_lines() -> None:
    assert repaired(HEAD + TASKS) == [
        "青河县人民政府办公室关于印发2020年改革工作要点的通知",
        "青政办发〔2020〕8号",
        "各乡镇人民政府，县直各单位：",
        "现印发给你们，请认真组织实施。",
        "青河县人民政府办公室",
        "2020年3月20日",
        "2020年改革工作要点",
        TASKS[1:],
    ]


UNCHANGED = [
    ("lines of their own", HEAD.replace(" ", "\n") + TASKS.replace(" ", "\n")),
    ("a short text", HEAD),
    ("no spaces", (HEAD + TASKS).replace(" ", "")),
    ("a space in a field", "发布时间： 2020年3月20日" + TASKS.replace(" ", "")),
    ("a space in a number", "青河县 〔2020〕8号和 2020年" + TASKS.replace(" ", "")),
]


@pytest.mark.parametrize("text", [case[1] for case in UNCHANGED], ids=[case[0] for case in UNCHANGED])
def test_what_stays(text: str) -> None:
    assert flat.find(text) == []
