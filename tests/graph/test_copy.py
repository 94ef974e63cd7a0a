"""A graph copied from store to store, compared table by table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.__main__ import main
from graph.base import CypherStore
from graph.copy import copy
from graph.errors import GraphError
from graph.kglite_store import KgliteStore
from graph.load import load
from graph.open import open_store as open_url
from graph.store import Store
from tests.graph.conftest import Opener
from tests.graph.nasty import add_nasty, whole
from tests.graph.samples import EAST, PLANS, UNITS, Task, plan, write_build


@pytest.fixture
def embedded(tmp_path: Path, build: Path) -> Iterator[KgliteStore]:
    """An embedded store with the hand-made build, nasty texts, and two roles of one unit in one item."""
    store = KgliteStore(tmp_path / "first.kgl", write=True)
    load(store, build)
    add_nasty(store)
    store.checkpoint()
    yield store
    store.close()


def other(tmp_path: Path) -> Path:
    return write_build(tmp_path / "other", (plan(EAST, 2020, (Task("别的事", ["编办"]),)),), UNITS)


def test_there_and_back_nothing_is_lost(embedded: KgliteStore, store: Store, tmp_path: Path) -> None:
    report = copy(embedded, store)
    assert report.written and report.nodes == sum(
        len(rows) for name, rows in whole(embedded).items() if "-" not in name
    )
    assert whole(store) == whole(embedded)
    back = KgliteStore(tmp_path / "back.kgl", write=True)
    copy(store, back)
    back.close()
    read = KgliteStore(tmp_path / "back.kgl")
    assert whole(read) == whole(embedded)
    read.close()


def test_a_load_of_the_same_build_has_nothing_to_do(embedded: KgliteStore, store: Store, build: Path) -> None:
    copy(embedded, store)
    before = whole(store)
    report = load(store, build)
    assert (report.written, report.removed) == (0, 0)
    assert whole(store) == before


def test_a_load_of_another_build_goes_on_from_the_copy(
    embedded: KgliteStore, store: Store, tmp_path: Path
) -> None:
    copy(embedded, store)
    load(store, other(tmp_path))
    assert [row["name"] for row in whole(store)["Item"]] == ["别的事"]
    assert not [row for row in whole(store)["Issue"] if str(row["id"]).startswith("nasty")]


def test_a_target_that_holds_the_same_is_left_alone(embedded: KgliteStore, store: Store) -> None:
    copy(embedded, store)
    assert not copy(embedded, store).written
    row = whole(store)["Issue"][0]
    store.upsert_nodes("Issue", [row | {"found": "changed"}])
    with pytest.raises(GraphError, match="holds another graph"):
        copy(embedded, store)
    assert copy(embedded, store, replace=True).written
    assert whole(store) == whole(embedded)


def test_another_graph_is_replaced_only_when_asked(
    embedded: KgliteStore, store: Store, tmp_path: Path
) -> None:
    load(store, other(tmp_path))
    before = whole(store)
    with pytest.raises(GraphError, match=r"holds another graph .*; give --replace"):
        copy(embedded, store)
    assert whole(store) == before
    copy(embedded, store, replace=True)
    assert whole(store) == whole(embedded)


def test_an_empty_source_is_told(store: Store, tmp_path: Path) -> None:
    target = KgliteStore(tmp_path / "target.kgl", write=True)
    with pytest.raises(GraphError, match="nothing to copy"):
        copy(store, target)
    target.close()


def test_labels_of_others_in_the_source_are_told(loaded: Store, tmp_path: Path) -> None:
    loaded._write("CREATE (:Stranger {id: 'x', name: 'x'})", {})  # type: ignore[attr-defined] # both stores have it
    target = KgliteStore(tmp_path / "target.kgl", write=True)
    with pytest.raises(GraphError, match=r"labels that schema.yml declares"):
        copy(loaded, target)
    target.close()


def test_progress_is_told_to_the_end(embedded: KgliteStore, store: Store) -> None:
    told: list[tuple[int, int]] = []
    report = copy(embedded, store, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (report.nodes + report.relations,) * 2
    assert told == sorted(told)


def test_a_copy_that_fails_is_not_published(
    embedded: KgliteStore, open_store: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_store(write=True)
    load(first, other(tmp_path))
    first.close()
    before = whole(open_store())
    monkeypatch.setattr(CypherStore, "upsert_relations", broken)
    writer = open_store(write=True)
    with pytest.raises(GraphError, match="broken"):
        copy(embedded, writer, replace=True)
    writer.close()
    assert whole(open_store()) == before


def test_a_first_copy_that_fails_is_not_published(
    embedded: KgliteStore, open_store: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CypherStore, "upsert_relations", broken)
    writer = open_store(write=True)
    with pytest.raises(GraphError, match="broken"):
        copy(embedded, writer)
    writer.close()
    monkeypatch.undo()
    again = open_store(write=True)
    assert copy(embedded, again).written, "nothing was in the way"
    again.close()
    assert whole(open_store()) == whole(embedded)


def broken(store: Store, *_: object) -> int:
    raise GraphError("broken")


def test_a_load_into_the_source_meanwhile_is_told(embedded: KgliteStore, tmp_path: Path) -> None:
    def meanwhile(done: int, total: int) -> None:
        load(embedded, other(tmp_path))

    target = KgliteStore(tmp_path / "target.kgl", write=True)
    with pytest.raises(GraphError, match="another build was loaded"):
        copy(embedded, target, progress=meanwhile)
    target.close()


def test_the_command_copies_and_says_so(
    embedded: KgliteStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    embedded.close()
    here, there = f"kglite:{tmp_path / 'first.kgl'}", f"kglite:{tmp_path / 'new' / 'second.kgl'}"
    assert main(["copy", here, there]) == 0
    assert capsys.readouterr().out.endswith(f"relations\ncopied to {there}\n")
    assert whole(open_url(there)) == whole(open_url(here))
    assert main(["copy", here, there]) == 0
    assert "held the same graph already" in capsys.readouterr().out
    assert main(["load", str(other(tmp_path)), "--db", there]) == 0
    assert main(["copy", here, there]) == 1
    assert "give --replace" in capsys.readouterr().err
    assert main(["copy", here, there, "--replace"]) == 0
    assert whole(open_url(there)) == whole(open_url(here))
    assert main(["copy", f"kglite:{tmp_path / 'none.kgl'}", there]) == 1
    assert "no graph at" in capsys.readouterr().err


def test_the_build_has_parallel_roles() -> None:
    """So that the tests above see two relations of other types between one unit and one item."""
    pairs = [(role.unit, item.id) for each in PLANS for item in each.items for role in item.roles]
    assert len(pairs) > len(set(pairs))
