"""The filters that pages share. Their values stand in the address."""

from ui import data
from ui.links import choose_any, switch
from ui.words import t


def districts() -> list[str]:
    """Return the districts of all plans."""
    return sorted({row["district"] for row in data.coverage() if row["district"] is not None})


def years() -> list[int]:
    """Return the years of all plans, the latest first."""
    return sorted({row["year"] for row in data.coverage() if row["year"] is not None}, reverse=True)


def district() -> str | None:
    """Draw the filter by district and return its value, None for all."""
    return choose_any(
        "district", districts(), label=t("filter.district"), placeholder=t("filter.all-districts")
    )


def year() -> int | None:
    """Draw the filter by year and return its value, None for all."""
    chosen = choose_any(
        "year",
        [str(each) for each in years()],
        label=t("filter.year"),
        placeholder=t("filter.all-years"),
        width=150,
    )
    return None if chosen is None else int(chosen)


def collectives() -> bool:
    """Draw the switch that counts collectives (各街道办) as well."""
    return switch("collectives", t("filter.collectives"), help=t("filter.collectives-help"))
