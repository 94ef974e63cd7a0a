from pathlib import Path

import pytest

from ingest.errors import LexiconError
from ingest.resolve.judgements import FILE, load_judgements

GOOD = "深圳市罗湖区\t区甲局\t区乙局\tsame\t李老师\t2026-11-22\trenamed in 2015"


def write(folder: Path, *lines: str) -> Path:
    path = folder / "judgements.tsv"
    path.write_text("\n".join(("# district\tone\t…", "", *lines, "")), encoding="utf-8")
    return path


def test_the_file_in_the_repository_is_well_formed() -> None:
    assert isinstance(load_judgements(FILE), dict)


def test_judgement_is_found_in_either_order(tmp_path: Path) -> None:
    judged = load_judgements(write(tmp_path, GOOD))["深圳市罗湖区"]
    found = judged[frozenset(("区乙局", "区甲局"))]
    assert (found.decision, found.who, found.when) == ("same", "李老师", "2026-11-22")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((GOOD.replace("\t李老师", ""),), "judgements.tsv:3: expected the columns"),
        ((GOOD.replace("李老师", ""),), "judgements.tsv:3: expected the columns"),
        ((GOOD.replace("same", "maybe"),), "expected same, different or unsure, found maybe"),
        ((GOOD.replace("2026-11-22", "22.11."),), "expected a day like 2026-11-22, found 22.11."),
        ((GOOD.replace("区乙局", "区甲局"),), "expected a new pair of two names"),
        ((GOOD, GOOD), "judgements.tsv:4: expected a new pair"),
    ],
)
def test_wrong_line_is_refused(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        load_judgements(write(tmp_path, *lines))
