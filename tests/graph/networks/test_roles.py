"""Which roles a network is made of."""

import pytest

from graph.errors import QueryError
from graph.networks.roles import Selection, read_roles
from graph.schema import load_schema
from graph.store import Store
from tests.graph.nasty import whole
from tests.graph.samples import EAST, PLANS, UNITS, WEST, unit_id

NAMES = {unit.id: unit for unit in UNITS}


def expected(selection: Selection) -> list[tuple[str, str, str]]:
    """Answer from the records alone."""
    return sorted(
        {
            (item.id, role.unit, role.role)
            for plan in PLANS
            for item in plan.items
            for role in item.roles
            if role.unit is not None
            and (selection.year is None or plan.year == selection.year)
            and (selection.district is None or NAMES[role.unit].district == selection.district)
            and (selection.include_collectives or NAMES[role.unit].kind == "unit")
            and role.role in selection.roles
        }
    )


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(district=EAST),
        Selection(year=2014),
        Selection(roles=("lead",)),
        Selection(roles=("participate", "responsible"), include_collectives=True),
        Selection(district=WEST, year=2016, include_collectives=True),
        Selection(district="别处"),
    ],
)
def test_roles_are_those_of_the_records(loaded: Store, selection: Selection) -> None:
    roles = read_roles(loaded, selection)
    assert list(roles.rows) == expected(selection)
    assert list(roles.units) == sorted({unit for _, unit, _ in roles.rows})
    for key, unit in roles.units.items():
        record = NAMES[key]
        assert (unit.name, unit.district, unit.function) == (record.name, record.district, record.function)


def test_derived_roles_are_left_out(loaded: Store) -> None:
    before = read_roles(loaded, Selection())
    kind = load_schema().relation("LEADS", "Unit", "Item")
    lead = whole(loaded)["Unit-LEADS-Item"][0]
    pair = {"source": unit_id(EAST, "司法局"), "target": lead["target"]}
    loaded.upsert_relations(kind, [lead | pair | {"derived": True}])
    assert read_roles(loaded, Selection()) == before
    loaded.upsert_relations(kind, [lead | pair | {"derived": None}])
    assert len(read_roles(loaded, Selection()).rows) == len(before.rows) + 1


def test_an_unknown_role_is_named(loaded: Store) -> None:
    with pytest.raises(QueryError, match="unknown role 'boss'; there are: lead, participate, responsible"):
        read_roles(loaded, Selection(roles=("lead", "boss")))
