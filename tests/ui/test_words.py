"""Every word is there in both languages, and none is there for nothing."""

import ast
import re
from pathlib import Path

import pytest

from ui.words import read_words

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "app.py", *sorted((ROOT / "ui").rglob("*.py"))]
LOOKUPS = {"t", "t_or", "nothing"}  # functions whose first argument is a key
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def keys_in(source: str) -> tuple[set[str], set[str]]:
    """Return the keys of a source as they stand there, and the patterns of those that are put together."""
    whole, patterns = set(), set()
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LOOKUPS):
            continue
        for key in (
            [node.args[0]]
            if not isinstance(node.args[0], ast.IfExp)
            else [node.args[0].body, node.args[0].orelse]
        ):
            if isinstance(key, ast.Constant):
                whole.add(str(key.value))
            elif isinstance(key, ast.JoinedStr):
                parts = (
                    re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"[\w-]+" for p in key.values
                )
                patterns.add("".join(parts))
            elif isinstance(key, ast.BinOp) and isinstance(key.left, ast.Constant):
                patterns.add(re.escape(str(key.left.value)) + r"[\w-]+")
    return whole, patterns


FOUND = [keys_in(path.read_text(encoding="utf-8")) for path in SOURCES]
WHOLE = set().union(*(whole for whole, _ in FOUND))
PATTERNS = set().union(*(patterns for _, patterns in FOUND))


def test_the_search_sees_all_forms() -> None:
    source = 't("a"); t_or(f"b.{x}", "c"); nothing("d"); t("e." + x); t("f" if y else "g"); other("h")'
    assert keys_in(source) == ({"a", "d", "f", "g"}, {r"b\.[\w-]+", r"e\.[\w-]+"})


def test_every_key_that_is_used_has_words() -> None:
    assert WHOLE - set(read_words()) == set()


@pytest.mark.parametrize("pattern", sorted(PATTERNS))
def test_every_pattern_of_keys_has_words(pattern: str) -> None:
    assert any(re.fullmatch(pattern, key) for key in read_words()), pattern


def test_no_words_without_use() -> None:
    unused = {
        key for key in read_words() if key not in WHOLE and not any(re.fullmatch(p, key) for p in PATTERNS)
    }
    assert unused == set()


@pytest.mark.parametrize("key", sorted(read_words()))
def test_words_of_a_key(key: str) -> None:
    words = read_words()[key]
    assert set(words) == {"zh", "en"}
    assert not CHINESE.search(words["en"]), words["en"]
    # Both say the same: what one language fills in, the other does too.
    assert set(re.findall(r"{\w+}", words["zh"])) == set(re.findall(r"{\w+}", words["en"]))


def test_no_chinese_words_outside_the_data_file() -> None:
    allowed = {"中文", "语言 · Language", "改革图谱 Reform Atlas", "改革图谱", "：", "（", "）", "；"}
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            ast.get_docstring(n, clean=False)
            for n in ast.walk(tree)
            if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        strings = {
            n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
        }
        found = {text for text in strings - docs - allowed if CHINESE.search(text)}
        assert found == set(), f"{path.name}: {found}"


def test_every_issue_code_of_ingest_has_words() -> None:
    """Codes are the literals handed to the functions of ingest that make an issue or a finding."""
    makers = {"_issue", "_note", "make_issue", "Finding", "Flaw", "Issue", "Note", "UnreadableError"}
    codes: set[str] = set()
    for path in sorted((ROOT / "ingest").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
                literals = [*node.args[:3], *(k.value for k in node.keywords if k.arg == "code")]
                codes |= {
                    n.value
                    for n in literals
                    if isinstance(n, ast.Constant)
                    and isinstance(n.value, str)
                    and re.fullmatch(r"[a-z]+(?:-[a-z]+)+|undecodable", n.value)
                }
    assert len(codes) > 15
    assert {f"issue.{code}" for code in codes} - set(read_words()) == set()
