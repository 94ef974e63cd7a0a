import codecs
from pathlib import Path

import pytest

from ingest.errors import UsageError
from ingest.read import Document, find_files, read_file
from ingest.read.reader import MAX_BYTES
from ingest.records import Issue

SIMPLIFIED = "青河区2019年改革工作要点\n一、推进行政审批制度改革，由区编办牵头，各街道办事处配合。\n" * 4
TRADITIONAL = "青河區二零一九年改革工作要點\n一、推進行政審批制度改革，由區編辦牽頭，各街道辦事處配合。\n" * 4


def write(folder: Path, data: bytes, name: str = "plan.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def document(path: Path) -> Document:
    (found,) = read_file(path)
    assert isinstance(found, Document), found
    return found


def issue(path: Path) -> Issue:
    (found,) = read_file(path)
    assert isinstance(found, Issue), found
    return found


ENCODINGS = [
    (SIMPLIFIED.encode(), "utf-8"),
    (SIMPLIFIED.encode("utf-8-sig"), "utf-8-sig"),
    (SIMPLIFIED.encode("gb18030"), "gb18030"),
    (TRADITIONAL.encode("gb18030"), "gb18030"),
    (TRADITIONAL.encode("big5"), "big5hkscs"),
    (codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le"), "utf-16"),
    (codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), "utf-16"),
    (SIMPLIFIED.encode("utf-16-le"), "utf-16-le"),
    (TRADITIONAL.encode("utf-16-be"), "utf-16-be"),
    (codecs.BOM_UTF32_LE + SIMPLIFIED.encode("utf-32-le"), "utf-32"),
    (b"plain ascii, no Chinese at all\n", "utf-8"),
]


@pytest.mark.parametrize(
    ("data", "encoding"), ENCODINGS, ids=[f"{n}-{e}" for n, (_, e) in enumerate(ENCODINGS)]
)
def test_every_encoding_is_recognised_without_doubt(tmp_path: Path, data: bytes, encoding: str) -> None:
    read = document(write(tmp_path, data))
    assert read.encoding == encoding
    assert read.text in (SIMPLIFIED, TRADITIONAL, "plain ascii, no Chinese at all\n")
    assert read.flaws == ()


def test_a_document_says_where_it_is_from(tmp_path: Path) -> None:
    path = write(tmp_path, SIMPLIFIED.encode(), "a.MD")
    read = document(path)
    assert read.path == path.as_posix()
    assert read.format == "md"
    assert len(read.sha256) == 64


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_one_kind(tmp_path: Path, end: str) -> None:
    read = document(write(tmp_path, f"第一行{end}{end}第二行{end}".encode("gb18030")))
    assert read.text == "第一行\n\n第二行\n"


def test_white_space_at_the_ends_and_of_cells_stays(tmp_path: Path) -> None:
    text = "\n\t区编办\t\n　　正文 \n\n"
    assert document(write(tmp_path, text.encode())).text == text


def test_a_few_bad_bytes_are_replaced_and_named(tmp_path: Path) -> None:
    good = SIMPLIFIED.encode("gb18030") * 20
    read = document(write(tmp_path, good[:40] + b"\xff" + good[40:]))
    assert read.encoding == "gb18030"
    assert read.text.count("\ufffd") >= 1
    assert [flaw.code for flaw in read.flaws] == ["doubtful-encoding"]
    assert "line 2" in read.flaws[0].found


def test_a_cut_last_character_is_named(tmp_path: Path) -> None:
    read = document(write(tmp_path, SIMPLIFIED.rstrip("\n").encode()[:-1]))
    assert read.encoding == "utf-8"
    assert [flaw.code for flaw in read.flaws] == ["doubtful-encoding"]


def test_bytes_that_two_encodings_explain_are_doubtful(tmp_path: Path) -> None:
    """The two bytes of 联通 in GBK are valid UTF-8 as well, for letters that nobody uses."""
    read = document(write(tmp_path, "联通".encode("gbk")))
    assert (read.text, read.encoding) == ("联通", "gb18030")
    short = document(write(tmp_path, "安爱".encode("gbk")))  # 假乾 in Big5
    assert "big5" in short.flaws[0].found


BAD = [
    (b"", "plan.txt", "empty-file"),
    (b" \r\n\t\n", "plan.txt", "empty-file"),
    (codecs.BOM_UTF8, "plan.txt", "empty-file"),
    ("　\n".encode(), "plan.txt", "empty-file"),
    (bytes(range(256)) * 40, "plan.txt", "binary-file"),
    (b"\x89PNG\r\n not a text", "plan.txt", "binary-file"),
    (b"PK\x03\x04" + b"x" * 100, "plan.md", "damaged-archive"),
    (codecs.BOM_UTF16_LE + b"\x00\xd8" * 50, "plan.txt", "undecodable"),
    (b"\xff\x81\xfe\x80\xff\x90" * 300, "plan.txt", "undecodable"),
    (SIMPLIFIED.encode(), "plan.pptx", "unsupported-format"),
    (SIMPLIFIED.encode(), "plan", "unsupported-format"),
]


@pytest.mark.parametrize(("data", "name", "code"), BAD)
def test_bad_input_gives_one_issue_that_names_the_file(
    tmp_path: Path, data: bytes, name: str, code: str
) -> None:
    path = write(tmp_path, data, name)
    found = issue(path)
    assert (found.code, found.file, found.severity) == (code, path.as_posix(), "error")
    assert found.expected
    assert found.found


def test_a_far_too_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert issue(path).code == "too-large"


def test_other_encodings_are_described(tmp_path: Path) -> None:
    found = issue(
        write(tmp_path, ("Les réformes des départements sont décrites ici. " * 20).encode("cp1252"))
    )
    assert found.code == "undecodable"
    assert "look like" in found.found


def test_a_file_that_cannot_be_opened_is_one_issue(tmp_path: Path) -> None:
    assert issue(tmp_path / "gone.txt").code == "unreadable-file"
    (tmp_path / "folder.txt").mkdir()
    assert issue(tmp_path / "folder.txt").code == "unreadable-file"


def tree(folder: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", ".hidden/x.txt", "b/.secret.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("正文", encoding="utf-8")


def test_folders_are_searched_in_order_without_hidden_files(tmp_path: Path) -> None:
    tree(tmp_path)
    files, issues = find_files([tmp_path])
    assert [file.relative_to(tmp_path).as_posix() for file in files] == ["a.txt", "b/1.md", "b/2.txt"]
    assert issues == []


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    tree(tmp_path)
    assert find_files([tmp_path / "b" / ".secret.txt"])[0] == [tmp_path / "b" / ".secret.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    tree(tmp_path)
    twice = tmp_path / "b" / ".." / "a.txt"
    assert find_files([tmp_path / "a.txt", twice, tmp_path])[0] == [
        tmp_path / "a.txt",
        tmp_path / "b" / "1.md",
        tmp_path / "b" / "2.txt",
    ]


def test_a_path_stays_as_the_user_named_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path)
    monkeypatch.chdir(tmp_path)
    (file,) = find_files([Path("b") / "2.txt"])[0]
    assert document(file).path == "b/2.txt"


def test_a_missing_source_is_an_issue_and_the_rest_goes_on(tmp_path: Path) -> None:
    tree(tmp_path)
    files, issues = find_files([tmp_path / "nowhere", tmp_path / "a.txt"])
    assert [file.name for file in files] == ["a.txt"]
    assert [one.code for one in issues] == ["missing-source"]


def test_an_empty_folder_is_an_issue(tmp_path: Path) -> None:
    files, issues = find_files([tmp_path])
    assert files == []
    assert [one.code for one in issues] == ["empty-folder"]


@pytest.mark.parametrize("sources", [[], ["nowhere"], ["nowhere", "neither"]])
def test_nothing_to_read_is_wrong_usage(tmp_path: Path, sources: list[str]) -> None:
    with pytest.raises(UsageError, match="expected files or folders"):
        find_files([tmp_path / name for name in sources])
