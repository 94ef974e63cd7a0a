"""Persons with their posts: who is named, and what is a post and no name."""

import pytest

from ingest.extract.statements import name_in, person_claims


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("何小川", ["何小川"]),
        ("何　敏", ["何敏"]),
        ("王 小 川", ["王小川"]),
        ("何小川、马大江", ["何小川", "马大江"]),
        ("何小川 马大江", ["何小川", "马大江"]),
        ("何　敏（区委常委、副区长）", ["何敏"]),
        ("何小川（县委常委、常务副县长）、马大江（副县长）", ["何小川", "马大江"]),
        ("何小川（党委委员）；刘 洋", ["何小川", "刘洋"]),
        ("何小川（副县长", ["何小川"]),
        ("县委常委、常务副县长何小川", ["何小川"]),
        ("县委书记何小川，县长马大江", ["何小川", "马大江"]),
        ("县人大常委会副主任欧阳川、县政协副主席马江", ["欧阳川", "马江"]),
        ("副县长　何小川", ["何小川"]),
        ("副区长 何 敏", ["何敏"]),
        ("副县长何 敏", ["何敏"]),
        ("常务副县长马大江、副县长何 敏", ["马大江", "何敏"]),
        ("副县长何 小川", ["何小川"]),
        ("何 敏副县长、马 江局长", ["何敏", "马江"]),
        ("何小川 马 敏", ["何小川", "马敏"]),
        ("何小川　副县长", ["何小川"]),
        ("何小川副区长", ["何小川"]),
        ("何敏常务副市长", ["何敏"]),
        ("水务局局长何小川同志", ["何小川"]),
        ("阿布都·何川（副县长）", ["阿布都·何川"]),
        ("巴图", ["巴图"]),
        # a remark that names none, with the persons in brackets
        ("按《工作要点》分工（何小川、马大江）", ["何小川", "马大江"]),
        ("按分工(何小川)", ["何小川"]),
        ("各分管领导（何小川、马大江）", ["何小川", "马大江"]),
        ("县委副书记（何小川）", ["何小川"]),
        ("按职责分工", []),
        ("见附件", []),
        ("领导小组成员（按分工）", []),
        # posts, bodies and persons without a name
        ("常务副县长", []),
        ("林业局局长", []),
        ("大河水利局局长", []),
        ("各乡镇党委书记", []),
        ("分管领导", []),
        ("县政府分管领导", []),
        ("各分管负责同志", []),
        ("乡村振兴办", []),
        ("无", []),
        ("—", []),
        ("", []),
    ],
)
def test_persons_of_a_list(text: str, names: list[str]) -> None:
    claims = person_claims(text, 0, len(text))
    assert [claim.mention.name for claim in claims] == names
    for claim in claims:
        assert claim.role == "lead" and claim.person
        assert "".join(text[claim.start : claim.end].split()) == claim.mention.name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("分管副县长何小川", "何小川"),
        ("高新区管委会主任何川", "何川"),
        ("常大江", "常大江"),
        ("金融办主任", None),
        ("何镇长", None),
        ("县教育局", None),
        ("", None),
    ],
)
def test_the_name_in_a_word(word: str, name: str | None) -> None:
    assert name_in(word) == name
