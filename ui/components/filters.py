"""The filters that pages share. Their values stand in the address and go with the reader."""

import streamlit as st

from ui import data
from ui.words import t


def districts() -> list[str]:
    """Return the districts of all plans."""
    return sorted({row["district"] for row in data.coverage() if row["district"] is not None})


def years() -> list[int]:
    """Return the years of all plans, the latest first."""
    return sorted({row["year"] for row in data.coverage() if row["year"] is not None}, reverse=True)


def district() -> str | None:
    """Draw the filter by district and return its value, None for all."""
    chosen: str | None = st.selectbox(
        t("filter.district"),
        districts(),
        index=None,
        placeholder=t("filter.all-districts"),
        key="district",
        bind="query-params",
        width=240,
    )
    return chosen


def year() -> int | None:
    """Draw the filter by year and return its value, None for all."""
    chosen: int | None = st.selectbox(
        t("filter.year"),
        years(),
        index=None,
        placeholder=t("filter.all-years"),
        key="year",
        bind="query-params",
        width=150,
    )
    return chosen


def collectives() -> bool:
    """Draw the switch that counts collectives (各街道办) as well."""
    return st.toggle(
        t("filter.collectives"),
        key="collectives",
        bind="query-params",
        help=t("filter.collectives-help"),
    )
