"""The app in a real browser: what only a browser shows. Left out (see conftest) where there is none."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.ui.conftest import CHROMIUM
from tests.ui.factory import EAST, HOSTILE, item_id

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = {
    "": "总览",
    "ranking": "牵头排名",
    "compare": "区际比较",
    "reports": "固定报表",
    "explore": "关系图谱",
    "evidence": "原文依据",
}
#: Streamlit asks for these below the page's own path first and takes the 404 in its stride.
PROBES = ("/_stcore/health", "/_stcore/host-config")
PATIENCE = 20_000  # milliseconds; two busy cores need some


@dataclass
class Visit:
    """A page in the browser with all that it asked for and complained about."""

    page: Page
    base: str
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Go to an address of the app and wait for its title."""
        self.page.goto(f"{self.base}/{address}")
        self.page.locator("h1").first.wait_for()
        return self.page

    def note_request(self, request: Request) -> None:
        """Keep the host of a request that goes over the network."""
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob"):
            self.hosts.add(parts.netloc)

    def note_console(self, message: ConsoleMessage) -> None:
        """Keep an error that the page writes to the console."""
        address = message.location.get("url", "")
        if message.type == "error" and not address.endswith(PROBES):
            self.complaints.append(f"{message.text} ({address})")


@pytest.fixture(scope="module")
def base(atlas: str) -> Iterator[str]:
    """The address of the running app."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env=os.environ | {"ATLAS_DB": atlas},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_up(server, address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_until_up(server: "subprocess.Popen[bytes]", address: str) -> None:
    until = time.monotonic() + 60
    while True:
        assert server.poll() is None, f"the app ended with status {server.returncode}"
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310  # our own server on loopback
                return
        except OSError:
            assert time.monotonic() < until, "the app did not come up within a minute"
            time.sleep(0.3)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Visit]:
    """A fresh window; in the end nothing left the host and nothing was complained about."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    visit = Visit(context.new_page(), base)
    visit.page.on("request", visit.note_request)
    visit.page.on("console", visit.note_console)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    yield visit
    context.close()
    assert visit.hosts == {urlsplit(base).netloc}
    assert visit.complaints == []


def click_bar(page: Page, key: str, row: int, x: float) -> None:
    """Click into the row of a bar chart, at a part `x` of its width."""
    chart = page.locator(f".st-key-{key} canvas").first
    chart.wait_for()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * x, box["y"] + 4 + 30 * row + 15)


@pytest.mark.parametrize("address", PAGES)
def test_page_loads(visit: Visit, address: str) -> None:
    page = visit.open(address)
    expect(page.locator("h1")).to_have_text(PAGES[address])
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_from_the_question_to_the_words_in_two_clicks(visit: Visit) -> None:
    page = visit.open("ranking")
    click_bar(page, "ranking-units-chart", 0, 0.6)
    expect(page.locator("h3", has_text=EAST + "文化局")).to_be_visible()
    page.get_by_role("link", name="看原文").first.click()
    expect(page.locator("h1")).to_have_text("原文依据")
    marked = page.locator(".source mark.role.lead.strong")
    expect(marked).to_have_text("区文化局")
    assert "underline" in marked.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    page.go_back()
    expect(page.locator("h3", has_text=EAST + "文化局")).to_be_visible()


def test_a_row_of_the_table_leads_to_its_words(visit: Visit) -> None:
    page = visit.open("ranking")
    table = page.locator(".st-key-ranking-units-table")
    table.locator("canvas").first.wait_for()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 150, box["y"] + 36 * 1 + 18)
    expect(page.locator("h3", has_text=EAST + "文化局")).to_be_visible()
    page.get_by_role("button", name="回到全表").click()
    expect(page.locator("h3", has_text=EAST + "文化局")).to_have_count(0)


def test_a_bar_of_the_comparison_opens_its_words(visit: Visit) -> None:
    page = visit.open("compare")
    chart = page.locator(".st-key-compare-chart canvas").first
    chart.wait_for()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 190, box["y"] + 62 + 15)
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark.role").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page).not_to_have_url(re.compile("function="))


def test_an_item_of_the_graph_leads_to_its_words(visit: Visit) -> None:
    page = visit.open("explore")
    chart = page.locator("[class*=st-key-around-] canvas").first
    chart.wait_for()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)  # the second of three items
    expect(page.locator(".item-head h3")).to_have_text("2 开放夜间展厅")


def test_the_language_switches_and_stays(visit: Visit) -> None:
    page = visit.open("")
    page.get_by_test_id("stSidebar").get_by_text("English", exact=True).click()
    expect(page.locator("h1")).to_have_text("Overview")
    page.get_by_role("link", name="Lead ranking").click()
    expect(page.locator("h1")).to_have_text("Lead ranking")
    expect(page).to_have_url(re.compile("lang=English"))
    page.reload()
    expect(page.locator("h1")).to_have_text("Lead ranking")


def test_a_filter_is_in_the_address_and_the_address_filters(visit: Visit) -> None:
    page = visit.open(f"ranking?district={EAST}")
    box = page.get_by_role("combobox", name="地区")
    expect(box).to_have_value(EAST)
    page.get_by_text("职能", exact=True).click()
    expect(page.locator(".st-key-ranking-functions-chart")).to_be_visible()
    expect(page).to_have_url(re.compile("district=.*by=function"))


def test_a_table_downloads_with_a_mark_for_excel(visit: Visit, tmp_path: Path) -> None:
    page = visit.open("reports?report=lead-units")
    with page.expect_download() as started:
        page.get_by_role("button", name="下载 CSV").click()
    saved = tmp_path / "saved.csv"
    started.value.save_as(saved)
    assert started.value.suggested_filename == "lead-units.csv"
    assert saved.read_bytes().startswith(b"\xef\xbb\xbfunit,district,led,participates\r\n")


def test_the_words_of_a_document_never_run(visit: Visit) -> None:
    page = visit.open(f"evidence?item={item_id('东湖区2021年改革计划', 1)}")
    expect(page.locator(".source .item")).to_contain_text(HOSTILE)
    assert page.locator(".source img, .source strong").count() == 0
    assert page.title() != "1"
