"""The words of the app in Chinese and English: `words.yml` holds them all, one key an entry."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
import yaml

from graph.captions import Text2

FILE: Final = Path(__file__).with_name("words.yml")
#: The switch in the side bar, as it reads and as it stands in the address.
LANGUAGES: Final = {"中文": "zh", "English": "en"}
SWITCH: Final = "lang"


@cache
def read_words() -> dict[str, dict[str, str]]:
    """Return every key with its text in `zh` and `en`."""
    words: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return words


def language() -> str:
    """Return `zh` or `en`, as the reader has chosen."""
    return LANGUAGES.get(st.session_state.get(SWITCH) or "", "zh")


def t(key: str, **values: object) -> str:
    """Return the text of a key in the reader's language, with `{name}` replaced by values."""
    return read_words()[key][language()].format(**values)


def of(text: Text2) -> str:
    """Return a text of a report in the reader's language."""
    return text.en if language() == "en" else text.zh


def t_or(key: str, default: str) -> str:
    """Return the text of a key, else the default: for names that a new report may bring."""
    return read_words()[key][language()] if key in read_words() else default


def moment(iso: object) -> str:
    """Return a point in time of the records as people write it: `2026-11-22 04:42 UTC`."""
    return datetime.fromisoformat(str(iso)).astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def show_switch() -> None:
    """Draw the switch between the languages."""
    st.segmented_control(
        "语言 · Language",
        list(LANGUAGES),
        default="中文",
        required=True,
        key=SWITCH,
        bind="query-params",
        label_visibility="collapsed",
    )
