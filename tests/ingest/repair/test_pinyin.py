import pytest

from ingest.repair import pinyin
from ingest.repair.edits import apply

CASES = [
    ("各區(qū)要制定方案", "各區要制定方案"),  # struck after it was made traditional
    ("牽頭單(dān)位：區民政局", "牽頭單位：區民政局"),
    ("牽頭單\n(dān)位：區民政局", "牽頭單位：區民政局"),
    ("女(nǚ)性、綠(lǜ)化", "女(nǚ)性、綠化"),
    # in text made simplified since, a character that is struck wherever it stands
    ("发(fā)展、发(fā)现、发(fā)放、区(qū)属、区(qū)委、区(qū)级", "发展、发现、发放、区属、区委、区级"),
    # an author's own readings
    ("埇(yǒng)桥区的试点", "埇(yǒng)桥区的试点"),
    (
        "莘(shēn)县、郯(tán)城、睢(suī)宁、盱(xū)眙、亳(bó)州",
        "莘(shēn)县、郯(tán)城、睢(suī)宁、盱(xū)眙、亳(bó)州",
    ),
    # brackets that hold something else
    ("區(一期)、區(A)、區(qu)、區(ISO)", "區(一期)、區(A)、區(qu)、區(ISO)"),
    ("(fā)在行首", "(fā)在行首"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_readings_of_damage_go_and_others_stay(text: str, expected: str) -> None:
    assert apply(text, pinyin.find(text)) == expected


def test_text_without_tone_marks_is_not_searched() -> None:
    assert not pinyin.is_possible(frozenset("区(qu)委"))
    assert pinyin.is_possible(frozenset("区(qū)委"))
