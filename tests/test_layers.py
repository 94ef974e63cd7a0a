"""Enforces who may import whom (the table in README.md)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("app", "ui", "graph", "ingest")
STAGES = ("ingest.read", "ingest.repair", "ingest.split", "ingest.extract", "ingest.resolve")

# What each part may import of ours besides itself; the longest matching name decides.
MAY_IMPORT: dict[str, set[str]] = {
    "app": {"ui"},
    "ui": {"graph"},
    "graph": set(),
    "graph.mapping": {"graph", "ingest.records"},
    "ingest": {"ingest"},
}
# The only places that may import a library of weight.
FENCES: dict[str, tuple[str, ...]] = {
    "kglite": ("graph.kglite_store",),
    "neo4j": ("graph.neo4j_store",),
    "networkx": ("graph.networks",),
    "streamlit": ("app", "ui"),
}
# These may be imported in one file only, whichever it is.
ONE_FILE = ("jieba", "spacy", "kglite", "neo4j")


def within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(prefix + ".")


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> set[str]:
    """Return all modules, and names out of modules, that a file imports anywhere."""
    found: set[str] = set()
    package = module_name(path).split(".")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + (path.name == "__init__.py")] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found.update(f"{base}.{alias.name}" for alias in node.names)
    return found


MODULES = [
    path for part in PARTS for path in (*ROOT.glob(f"{part}.py"), *sorted(ROOT.glob(f"{part}/**/*.py")))
]


def stage_of(name: str) -> str | None:
    return next((stage for stage in STAGES if within(name, stage)), None)


def test_there_are_modules_to_check() -> None:
    assert {module_name(path).split(".")[0] for path in MODULES} >= {"graph", "ingest"}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_parts_import_only_what_they_may(path: Path) -> None:
    me = module_name(path)
    rule = max((name for name in MAY_IMPORT if within(me, name)), key=len)
    allowed = MAY_IMPORT[rule] | {me.split(".")[0]}
    for name in sorted(imports(path)):
        if name.split(".")[0] in PARTS:
            assert any(within(name, each) for each in allowed), f"{me} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_stage_never_imports_another_stage(path: Path) -> None:
    me = module_name(path)
    mine = stage_of(me)
    for name in sorted(imports(path)):
        theirs = stage_of(name)
        if theirs is not None and theirs != mine:
            assert me in ("ingest.pipeline", "ingest.__main__"), f"{me} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_heavy_libraries_stay_behind_their_fence(path: Path) -> None:
    me = module_name(path)
    for name in sorted(imports(path)):
        library = name.split(".")[0]
        if library in FENCES:
            assert any(within(me, place) for place in FENCES[library]), f"{me} must not import {library}"


@pytest.mark.parametrize("library", ONE_FILE)
def test_some_libraries_are_imported_in_one_file(library: str) -> None:
    users = [module_name(path) for path in MODULES if any(within(name, library) for name in imports(path))]
    assert len(users) <= 1, f"{library} is imported in {', '.join(users)}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), (
        f"{module_name(path)} has no docstring"
    )
