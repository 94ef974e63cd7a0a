"""Reform Atlas in the browser: `streamlit run app.py`."""

from pathlib import Path

import streamlit as st

from ui import states, words
from ui.words import t

HERE = Path(__file__).parent
ICON = HERE / "ui" / "assets" / "icon.png"

# A local picture: an icon by name would be fetched from a server of fonts.
st.set_page_config(page_title="改革图谱 Reform Atlas", page_icon=str(ICON), layout="wide")
st.logo(str(ICON.with_name("logo.png")), size="large", icon_image=str(ICON))
with st.sidebar:
    words.show_switch()


def page(name: str, icon: str, *, default: bool = False) -> st.Page:
    """Return the page in `ui/pages/` with its name in the reader's language."""
    return st.Page(
        HERE / "ui" / "pages" / f"{name}.py",
        title=t(f"{name}.nav"),
        icon=f":material/{icon}:",
        url_path=name,
        default=default,
    )


chosen = st.navigation(
    {
        t("nav.whole"): [
            page("overview", "space_dashboard", default=True),
            page("ranking", "leaderboard"),
            page("compare", "compare_arrows"),
        ],
        t("nav.relations"): [page("reports", "table_chart"), page("explore", "hub")],
        t("nav.sources"): [page("evidence", "menu_book")],
    }
)
states.run_guarded(chosen.run)
