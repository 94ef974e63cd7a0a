"""What all formats have in common."""

from pathlib import Path

import pytest

from graph.errors import GraphError
from graph.exports import FORMATS, export
from graph.load import load
from graph.schema import load_schema
from graph.store import Store
from graph.tables import Table
from tests.graph.samples import PLANS, UNITS, write_build

FOLDERS = [name for name, (_, is_folder) in FORMATS.items() if is_folder]
FILES = [name for name in FORMATS if name not in FOLDERS]


def content(out: Path) -> dict[str, bytes]:
    paths = sorted(out.rglob("*")) if out.is_dir() else [out]
    return {path.name: path.read_bytes() for path in paths}


@pytest.mark.parametrize("format", list(FORMATS))
def test_the_same_graph_gives_the_same_bytes(nasty: Store, tmp_path: Path, format: str) -> None:
    export(nasty, format, tmp_path / "new" / "out")
    first = content(tmp_path / "new" / "out")
    export(nasty, format, tmp_path / "new" / "out")
    assert content(tmp_path / "new" / "out") == first
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"], "nothing is left beside it"


@pytest.mark.parametrize("format", list(FORMATS))
def test_an_empty_graph_can_be_written(store: Store, tmp_path: Path, format: str) -> None:
    export(store, format, tmp_path / "out")
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("format", list(FORMATS))
def test_a_place_that_cannot_be_written_is_named(loaded: Store, tmp_path: Path, format: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match="cannot write"):
        export(loaded, format, tmp_path / "file" / "out")


@pytest.mark.parametrize("format", list(FORMATS))
def test_a_failure_leaves_the_earlier_export_as_it_was(
    loaded: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    export(loaded, format, tmp_path / "out")
    first = content(tmp_path / "out")
    monkeypatch.setattr(Table, "pages", broken)
    with pytest.raises(GraphError, match=r"cannot write .*out: broken"):
        export(loaded, format, tmp_path / "out")
    assert content(tmp_path / "out") == first
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == ["out"]


def broken(table: Table) -> object:
    raise OSError("broken")


@pytest.mark.parametrize("format", FOLDERS)
def test_a_folder_with_other_things_is_left_alone(loaded: Store, tmp_path: Path, format: str) -> None:
    (tmp_path / "mine").mkdir()
    export(loaded, format, tmp_path / "mine")  # empty: fine
    (tmp_path / "yours").mkdir()
    (tmp_path / "yours" / "thesis.txt").write_text("all of it", encoding="utf-8")
    with pytest.raises(GraphError, match="not an earlier export"):
        export(loaded, format, tmp_path / "yours")
    with pytest.raises(GraphError, match="not an earlier export"):
        export(loaded, format, tmp_path / "yours" / "thesis.txt")
    assert content(tmp_path / "yours") == {"thesis.txt": b"all of it"}


@pytest.mark.parametrize("format", FILES)
def test_a_file_does_not_take_the_place_of_a_folder(loaded: Store, tmp_path: Path, format: str) -> None:
    with pytest.raises(GraphError, match="it is a folder"):
        export(loaded, format, tmp_path)


def test_a_load_meanwhile_is_told(loaded: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Table.rows

    def rows(table: Table) -> object:
        load(loaded, write_build(tmp_path / "other", PLANS[:1], UNITS))
        return real(table)

    monkeypatch.setattr(Table, "rows", rows)
    with pytest.raises(GraphError, match="another build was loaded"):
        export(loaded, "jsonld", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_properties_of_one_name_are_of_one_kind() -> None:
    """JSON-LD and GraphML declare a property once for all labels."""
    schema = load_schema()
    kinds: dict[str, set[str]] = {}
    for kind in (*schema.nodes.values(), *schema.relations):
        for each in kind.properties.values():
            kinds.setdefault(each.name, set()).add(each.kind)
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}
