"""Documents cited in 《…》 and their numbers."""

import pytest

from ingest.extract.cites import find_cites


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("按照《柳河县登记办法》办理。", [("柳河县登记办法", None)]),
        ("《柳河县登记办法》（柳政发〔2021〕5号）", [("柳河县登记办法", "柳政发〔2021〕5号")]),
        ("《柳河县登记办法》柳政办发[2021]12号", [("柳河县登记办法", "柳政办发[2021]12号")]),
        ("《柳河县登记办法》(柳办字（2021）第3号)", [("柳河县登记办法", "柳办字（2021）第3号")]),
        ("《柳河县登记办法》（柳政发【2021】 第 5 号）", [("柳河县登记办法", "柳政发【2021】第5号")]),
        ("《柳河县登记办法》（国发〔201*〕5号）", [("柳河县登记办法", "国发〔201*〕5号")]),
        # brackets that hold no number
        ("《柳河县登记办法》（以下简称《办法》）", [("柳河县登记办法", None), ("办法", None)]),
        ("《柳河县登记办法》（2021年）", [("柳河县登记办法", None)]),
        ("《柳河县登记办法》第5号", [("柳河县登记办法", None)]),
        # nested marks: the outer title
        ("《柳河县〈登记法〉办法》", [("柳河县〈登记法〉办法", None)]),
        (
            "《关于印发《登记办法》的通知》（柳政发〔2021〕5号）",
            [("关于印发《登记办法》的通知", "柳政发〔2021〕5号")],
        ),
        # each once
        ("《甲办法》与《乙办法》及《甲办法》", [("甲办法", None), ("乙办法", None)]),
        # a line break inside
        ("《柳河县\n登记办法》", [("柳河县登记办法", None)]),
        # no titles
        ("《甲》", []),
        ("《》", []),
        ("《未闭合的办法", []),
        ("反了》的《", []),
        ("反了》的《甲办法》", [("甲办法", None)]),
        (f"《{'长' * 121}》", []),
        ("“柳河县登记办法”", []),
        ("", []),
    ],
)
def test_cites(text: str, wanted: list[tuple[str, str | None]]) -> None:
    found = find_cites(text, 0, len(text))
    assert [(cite.title, cite.doc_no) for cite in found] == wanted
    for cite in found:
        span = cite.evidence
        assert text[span.start : span.end] == span.text and span.text.startswith("《")
        assert cite.doc_no is None or "".join(span.text.split()).endswith(cite.doc_no)


def test_a_title_that_leaves_the_stretch_is_not_read() -> None:
    text = "《甲办法》《乙办法》"
    assert [cite.title for cite in find_cites(text, 0, 7)] == ["甲办法"]
    assert [cite.title for cite in find_cites(text, 5, len(text))] == ["乙办法"]
