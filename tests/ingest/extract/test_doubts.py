"""Doubts: what lowers the confidence of a role, and that nothing else of an item changes."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from ingest.confidence import is_known, sureness
from ingest.extract.doubts import DOUBTS, weigh_doubts
from ingest.records import Evidence, Item, Role

SURE = 0.99


def role(mention: str, name: str = "lead", **keys: Any) -> Role:
    known = {"kind": "unit", "rule": "label", "evidence": Evidence(0, 4, f"牵头单位：{mention}")} | keys
    return Role(role=name, mention=mention, surface=mention, confidence=SURE, **known)  # type: ignore[arg-type]


def item(*roles: Role, number: str | None = "1", title: str = "建立信用监管制度") -> Item:
    return Item(id="1", number=number, title=title, path=(), start=0, end=0, text="", roles=roles)


def person(name: str) -> Role:
    return role(name, kind="person", rule="person-field")


def at(start: int, words: str, mention: str) -> Role:
    return role(mention, evidence=Evidence(start, start + len(words), words))


def sure(*items: Item, text: str = "") -> list[bool]:
    return [r.confidence == SURE for each in weigh_doubts(text, items) for r in each.roles]


@pytest.mark.parametrize("name", DOUBTS)
def test_every_doubt_explains_itself_and_has_its_line(name: str) -> None:
    found: Callable[..., bool] = DOUBTS[name][1]
    assert found.__doc__ and is_known(name) and sureness(name) < 0.9


@pytest.mark.parametrize(
    "name", ["王伟", "李建国", "欧阳明", "格桑·卓玛", "买买提·艾力", "罗光伟", "常德胜", "赖成林"]
)
def test_names_of_persons(name: str) -> None:
    assert sure(item(person(name))) == [True]


@pytest.mark.parametrize("name", ["副区长", "区委常委", "民生保障", "同上", "相关村", "党政办", "王"])
def test_what_is_no_name(name: str) -> None:
    assert sure(item(person(name))) == [False]


def test_an_item_without_a_number() -> None:
    assert sure(item(role("区发改局"), number=None)) == [False]
    assert sure(item(role("区发改局", rule="section:label"), number=None)) == [False]
    text = "清理证明（试点），公布清单。（6月底前；牵头单位：区发改局）"
    bracketed = at(text.index("牵头"), "牵头单位：区发改局", "区发改局")
    assert sure(item(bracketed, number=None), text=text) == [True]
    assert sure(item(bracketed, number=None), text=text.replace("（6", "6")) == [False]
    for rule in ("table", "table-verb", "duty", "verb-bracket"):
        assert sure(item(role("区发改局", rule=rule), number=None)) == [True]


def test_a_title_that_is_a_unit() -> None:
    assert sure(item(role("区发改局")), item(role("区财政局"), title="区发改局")) == [True, False]


def test_a_label_in_several_places() -> None:
    roles = (at(0, "牵头单位：区发改局", "区发改局"), at(90, "牵头单位：区财政局", "区财政局"))
    assert sure(item(*roles)) == [False, False]
    same = (at(0, "牵头单位：区发改局", "区发改局"), at(0, "牵头单位：区发改局、区财政局", "区财政局"))
    assert sure(item(*same)) == [True, True]
    other = (at(0, "牵头单位：区发改局", "区发改局"), at(90, "配合单位：区财政局", "区财政局"))
    assert sure(item(*other)) == [True, True]


def test_a_list_with_an_odd_name() -> None:
    words = "责任单位：区发改局、下列各"
    roles = (at(0, words[:9], "区发改局"), at(0, words, "下列各"), at(90, "配合单位：区财政局", "区财政局"))
    assert sure(item(*roles)) == [False, True, True]  # the odd name itself is for the extraction to doubt


def test_a_unit_that_leads_and_takes_part() -> None:
    assert sure(item(role("区发改局"), role("区发改局", "participate"))) == [True, False]
    assert sure(item(role("区发改局"), role("区发改局", "responsible"))) == [True, True]


@pytest.mark.parametrize(
    "note", ["排在最前的为主办单位，其他为协办单位", "首位单位牵头", "排名首位的为牵头单位", "列前者牵头"]
)
def test_an_order_that_was_not_understood(note: str) -> None:
    flat = item(role("区发改局", "responsible"), role("罗平", kind="person", rule="person-field"))
    assert sure(flat, text=f"说明：{note}。") == [False, True]
    read = item(role("区发改局", rule="label+first-leads"), role("区财政局", "responsible"))
    assert sure(read, text=f"说明：{note}。") == [True, True]
    assert sure(flat, text="坚持把改革摆在首位。由区发改局牵头。") == [True, True]


def test_nothing_but_confidence_changes() -> None:
    before = item(role("区发改局"), person("副区长"), number=None)
    (after,) = weigh_doubts("", (before,))
    assert after != before
    assert replace(after, roles=tuple(replace(r, confidence=SURE) for r in after.roles)) == before


def test_doubts_never_raise() -> None:
    low = replace(role("区发改局"), confidence=0.1)
    assert weigh_doubts("", (item(low, number=None),))[0].roles == (low,)
