"""Find the files that the sources name."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.errors import UsageError
from ingest.records import Issue


def find_files(sources: Sequence[Path]) -> tuple[list[Path], list[Issue]]:
    """Return the files that the sources name, each once, in order, and what is wrong with them.

    A folder gives all files below it, sorted, without hidden ones. Raises UsageError when no
    source is there at all.
    """
    found: dict[Path, Path] = {}
    issues = []
    for source in sources:
        if not source.exists():
            issues.append(make_issue(source, "missing-source", "a file or a folder", "nothing at this path"))
            continue
        files = list(_files_below(source)) if source.is_dir() else [source]
        if len(files) == 0:
            issues.append(make_issue(source, "empty-folder", "a folder with files", "no file in it"))
        for file in files:
            found.setdefault(file.resolve(), file)
    if all(issue.code == "missing-source" for issue in issues) and len(issues) == len(sources):
        named = ", ".join(source.as_posix() for source in sources) or "no source"
        raise UsageError(f"expected files or folders to read, found nothing at: {named}")
    return list(found.values()), issues


def make_issue(path: Path | str, code: str, expected: str, found: str) -> Issue:
    """Return the issue that a file cannot be read."""
    name = path if isinstance(path, str) else path.as_posix()
    return Issue(file=name, code=code, severity="error", expected=expected, found=found)


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(
            part.startswith((".", "~$")) for part in path.relative_to(folder).parts
        ):
            yield path
