"""Small plans for the tests of resolve: what is built here is construction, never expectation."""

from ingest.records import Evidence, Item, Plan, PlanKind, Role, RoleName, Source

LUOHU = "深圳市罗湖区"
YANTIAN = "深圳市盐田区"


def role(mention: str, role: RoleName = "lead", *, acting_as: str | None = None) -> Role:
    """A role whose mention stands alone; a mention that begins with 各 or 全 is a collective."""
    return Role(
        role=role,
        mention=mention,
        surface=mention,
        kind="collective" if mention.startswith(("各", "全", "有关", "街道")) else "unit",
        acting_as=acting_as,
        evidence=Evidence(0, len(mention), mention),
        rule="test",
        confidence=1.0,
    )


def plan(*statements: tuple[Role | str, ...], district: str | None = LUOHU, name: str = "a") -> Plan:
    """A plan with one item for each statement; mentions alone are leads."""
    items = tuple(
        Item(
            id=f"{name}{index}",
            number=str(index),
            title="事项",
            path=(),
            start=0,
            end=0,
            text="",
            roles=tuple(each if isinstance(each, Role) else role(each) for each in statement),
        )
        for index, statement in enumerate(statements)
    )
    return Plan(
        id=name,
        title="某计划",
        kind=PlanKind.PLAN,
        doc_no=None,
        issuer=(),
        date=None,
        year=2016,
        district=district,
        district_code={LUOHU: "440303", YANTIAN: "440308"}.get(district or ""),
        sources=(Source(path=f"{name}.txt", sha256="", format="txt", encoding="utf-8"),),
        text="",
        items=items,
    )
