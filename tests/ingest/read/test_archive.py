"""Archives are unpacked in memory, within limits; one bad member costs nothing else."""

import io
import zipfile
from pathlib import Path

import pytest

from ingest.read import Document, archive, read_file
from ingest.read.model import UnreadableError
from ingest.records import Issue

TEXT = "青河区2019年改革工作要点\n一、推进行政审批制度改革，由区编办牵头，各街道办事处配合。\n".encode()


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return buffer.getvalue()


def read(folder: Path, data: bytes) -> tuple[list[str], dict[str, str]]:
    """Return the paths of the documents, and the code of the issue of each other path."""
    path = folder / "a.zip"
    path.write_bytes(data)
    found = list(read_file(path))
    documents = [one.path.removeprefix(f"{folder}/") for one in found if isinstance(one, Document)]
    issues = {one.file.removeprefix(f"{folder}/"): one.code for one in found if isinstance(one, Issue)}
    return documents, issues


def test_members_are_documents_with_paths_of_their_own(tmp_path: Path) -> None:
    data = packed({"乙/二.txt": TEXT, "甲.md": TEXT, "__MACOSX/x.txt": TEXT, ".hidden": TEXT})
    assert read(tmp_path, data) == (["a.zip/乙/二.txt", "a.zip/甲.md"], {})


def test_archives_in_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    one = packed({"甲.txt": TEXT})
    two = packed({"one.zip": one})
    assert read(tmp_path, two) == (["a.zip/one.zip/甲.txt"], {})
    assert read(tmp_path, packed({"two.zip": two}))[1] == {"a.zip/two.zip/one.zip": "nested-archive"}


def test_names_of_a_chinese_windows_are_decoded() -> None:
    data = packed({"xxxx.txt": TEXT}).replace(b"xxxx.txt", "计划.txt".encode("gbk"))
    assert [member.name for member in archive.members(data)] == ["计划.txt"]


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt", "/etc/x.txt", "C:/x.txt", "..\\x.txt"])
def test_a_path_out_of_the_archive_is_refused_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    documents, issues = read(tmp_path, packed({name: TEXT, "好.txt": TEXT}))
    assert documents == ["a.zip/好.txt"]
    assert list(issues.values()) == ["unsafe-path"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_a_bomb_is_one_issue_and_the_rest_goes_on(tmp_path: Path) -> None:
    documents, issues = read(tmp_path, packed({"bomb.txt": bytes(60_000_000), "好.txt": TEXT}))
    assert (documents, issues) == (["a.zip/好.txt"], {"a.zip/bomb.txt": "too-large"})


def test_all_members_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", 2 * len(TEXT))
    documents, issues = read(tmp_path, packed({f"{n}.txt": TEXT for n in range(3)}))
    assert (len(documents), issues) == (2, {"a.zip/2.txt": "too-large"})


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    assert read(tmp_path, packed({f"{n}.txt": TEXT for n in range(4)}))[1] == {"a.zip": "too-large"}


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": TEXT}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert read(tmp_path, bytes(data))[1] == {"a.zip/a.txt": "encrypted-file"}


def test_a_damaged_member_is_named(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(TEXT) + 5] ^= 0xFF
    assert read(tmp_path, bytes(data)) == (["a.zip/b.txt"], {"a.zip/a.txt": "damaged-archive"})


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"PK\x03\x04 nothing more", "damaged-archive"), (packed({}), "empty-archive")],
)
def test_archives_without_content(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as error:
        list(archive.members(data))
    assert error.value.code == code
