"""What holds for every text, checked on plans put together at random and on their ruins."""

import random
from itertools import accumulate

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.extract.extract import Extraction
from ingest.extract.units import split_units
from ingest.records import Evidence, Item, PlanKind
from tests.ingest.extract.factory import Who, read, roles, who
from tests.ingest.extract.plans import EXAMPLES

UNITS = ("县教育局", "县民政局", "县人社局", "县财政局", "县水利局", "县司法局", "县卫健局", "县住建局")
TASKS = ("推行轮岗", "改造校舍", "登记林地", "整治河道", "建设水厂", "优化流程", "培训教师", "安置移民")
WHOLE = "\n".join(plan.text for plan in EXAMPLES.values())


def check(text: str, found: Extraction) -> None:
    """Assert what every extraction promises about its text."""
    for cite in found.cites:
        check_evidence(text, cite.evidence)
    assert len({item.id for item in found.items}) == len(found.items)
    for item in found.items:
        check_item(text, item)


def check_item(text: str, item: Item) -> None:
    assert 0 <= item.start <= item.end <= len(text)
    assert text[item.start : item.end] == item.text
    roles(item)
    for role in item.roles:
        check_evidence(text, role.evidence)
        assert role.mention.strip() and role.surface in role.evidence.text
        assert 0 < role.confidence <= 1
    if item.deadline:
        check_evidence(text, item.deadline.evidence)
    for target in item.targets:
        check_evidence(text, target.evidence)
    for cite in item.cites:
        check_evidence(text, cite.evidence)
    for leader in item.leaders:
        check_evidence(text, leader.evidence)


def check_evidence(text: str, evidence: Evidence) -> None:
    assert 0 <= evidence.start < evidence.end <= len(text)
    assert text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("kind", [PlanKind.SCHEME, PlanKind.NEWS])
def test_examples_keep_their_promises(name: str, kind: PlanKind) -> None:
    text = EXAMPLES[name].text
    check(text, read(text, kind=kind))


OPENED, CLOSED = "（([〔【", "）)]〕】"
units_of = st.lists(st.sampled_from(UNITS), min_size=2, max_size=4, unique=True)


@st.composite
def statements(draw: st.DrawFn) -> tuple[str, Who]:
    """A statement of roles in one of the usual forms, and what it says."""
    first, *rest = draw(units_of)
    listed, others = draw(st.sampled_from("、，；")).join(rest), " ".join(rest)
    kind = draw(st.integers(0, len(OPENED) - 1))
    inside, said = draw(
        st.sampled_from(
            [
                (f"{first}牵头，{listed}配合", who(lead=first, participate=others)),
                (f"{first}牵头，{listed}按职责分工负责", who(lead=first, participate=others)),
                (f"牵头单位：{first}；责任单位：{listed}", who(lead=first, participate=others)),
                (f"责任单位：{first}、{listed}", who(responsible=f"{first} {others}")),
                (f"{first}、{'、'.join(rest)}负责", who(responsible=f"{first} {others}")),
                (f"{first}会同{'、'.join(rest)}负责", who(lead=first, participate=others)),
                (f"{first}、{listed}", who(responsible=f"{first} {others}")),
            ]
        )
    )
    return OPENED[kind] + inside + CLOSED[kind], said


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, list[Who]]:
    """A plan of sections with numbered items that state their roles, and these roles in order."""
    sections = draw(st.lists(st.lists(statements(), min_size=1, max_size=3), min_size=1, max_size=3))
    starts = [0, *accumulate(len(section) for section in sections)]
    lines = []
    for index, section in enumerate(sections):
        lines.append(f"{'一二三'[index]}、{TASKS[index]}改革")
        for number, (statement, _) in enumerate(section, start=starts[index] + 1):
            lines.append(f"{number}.{draw(st.sampled_from(TASKS))}。{statement}")
    return "\n".join(lines) + "\n", [said for section in sections for _, said in section]


@given(plans())
@settings(max_examples=150, deadline=None)
def test_plans_put_together_at_random_are_read_as_they_say(plan: tuple[str, list[Who]]) -> None:
    text, wanted = plan
    found = read(text)
    check(text, found)
    assert [roles(item) for item in found.items] == wanted
    assert [item.number for item in found.items] == [str(i) for i in range(1, len(wanted) + 1)]


@given(st.integers(0, len(WHOLE)), st.integers(0, 400))
@settings(max_examples=300, deadline=None)
def test_any_slice_of_a_plan_can_be_read(start: int, length: int) -> None:
    text = WHOLE[start : start + length]
    check(text, read(text))


@given(st.randoms(use_true_random=False), st.sampled_from(sorted(EXAMPLES)))
@settings(max_examples=100, deadline=None)
def test_shuffled_lines_and_letters_can_be_read(rng: random.Random, name: str) -> None:
    lines = EXAMPLES[name].text.splitlines()
    rng.shuffle(lines)
    text = "\n".join(lines)
    check(text, read(text))
    letters = list(text)
    rng.shuffle(letters)
    check("".join(letters), read("".join(letters)))


# A circled number is left out: `test_circled_marks_open_nodes` says why.
ALPHABET = "（）()〔〕[]【】〈〉《》“”、，；：。|\t\n 　★一1.县局委办牵头配合负责单位责任年月底第条章①⑫"
SIGNS = st.text(alphabet=ALPHABET, max_size=60)


@given(SIGNS)
@example("（（（〔《")
@example("1.）））》〉")
@example("责任单位：")
@example("牵头单位：；；、、：：")
@example("由由由牵头牵头")
@example("||||\n||\n|序号|任务|责任单位|\n||||\n")
@example("序号\t任务\t责任单位\n\t\t\n")
@settings(max_examples=1000, deadline=None)
def test_any_signs_can_be_read(text: str) -> None:
    check(text, read(text))


@given(SIGNS)
@settings(max_examples=300, deadline=None)
def test_any_list_can_be_split(text: str) -> None:
    for mention in split_units(text):
        assert mention.name
        assert text[mention.start : mention.end] == mention.surface


@pytest.mark.parametrize(
    "text",
    [
        "县" * 100_000,
        "（" * 100_000,
        "（县教育局、" * 16_000,
        "责任单位：" * 20_000,
        "县教育局、" * 20_000,
        "（县教育局牵头" * 14_000,
        "一、" * 50_000,
        "由县教育局牵头，" * 12_500,
        "《" * 100_000,
        "| " * 50_000,
        "1.推行轮岗。（县教育局负责） " * 6_000,
    ],
    ids=lambda text: text[:8],
)
def test_a_line_of_100_kb_is_read_like_any_other(text: str) -> None:
    # Rules that look back from every sign would not come to an end here in a lifetime.
    check(text, read(text))
