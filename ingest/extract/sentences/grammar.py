"""The patterns of role sentences, over sentences in which a sign stands for each unit."""

import re
from functools import cache

from ingest import lexicon
from ingest.records import RoleName

UNIT = "\ue000"  # stands for one unit in a masked sentence
_JOIN = r"(?:[、，,\s]|和|及|与|以及)"
_REST = r"(?:等(?:\d+个)?(?:相关|有关|主管|职能)*(?:部门|单位|企业)?)?"
# What may stand between a unit and what it does: 县交通局根据有关规定，负责…
_CLAUSE = r"(?:根据|按照|依据|依照|结合|围绕|针对|对照|通过|依托)[^，。；]{2,40}"
_LABEL_ENDS = "(?:单位|部门)均?[为是]"

Rule = tuple[RoleName, str, re.Pattern[str]]  # role, name of the rule, what it looks for


@cache
def adverbs() -> str:
    """Return an expression for what may stand between units and their verb."""
    return "|".join(row[0] for row in lexicon.rows("adverbs", 3) if row[1] != "bracket")


def _verbs(role: str, place: str) -> str:
    """Return an expression for the verbs of a role that count at a place of a sentence."""
    chosen = [row[0] for row in lexicon.rows("verbs", 5) if row[1] == role and row[3] == place]
    return "|".join(sorted(chosen, key=len, reverse=True))


def _units(name: str) -> str:
    """Return an expression for a list of units, with 等部门 behind it."""
    return rf"(?P<{name}>{UNIT}(?:{_JOIN}{{1,2}}{UNIT})*){_REST}"


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order in which they are tried; the named group that matches holds the units."""
    adverb, units = rf"(?:{adverbs()})", _units("units")
    look_alikes = lexicon.patterns("verb_look_alikes").pattern
    leads, helps = _verbs("lead", "yes"), _verbs("participate", "yes")
    written: tuple[tuple[RoleName, str, str], ...] = (
        ("lead", "sentence-lead", rf"{units}{adverb}*(?:{leads})(?!单位|部门)"),
        ("lead", "sentence-lead", rf"{units}(?:为|是|作为)牵头(?:单位|部门)?"),
        ("lead", "sentence-with", rf"{units}{adverb}*(?:负责)?会同(?={UNIT})"),
        ("participate", "sentence-with", rf"(?<=会同){units}"),
        (
            "participate",
            "sentence-help",
            rf"{units}{adverb}*(?:{helps})"
            rf"|{_units('giving')}(?:要|应)[^，。；]{{0,20}}(?:给予|提供|予以)[^，。；]{{0,6}}支持"
            rf"|{_units('doing')}(?:做好|搞好)[^，。；]{{0,12}}配合",
        ),
        ("responsible", "sentence-duty", rf"{units}{adverb}*(?!{look_alikes}|负责(?:指导|督办|督导))负责"),
        (
            "responsible",
            "sentence-duty",
            rf"^[ 　]*{units}{_CLAUSE}，{adverb}*(?!{look_alikes}|负责指导)负责",
        ),
        (
            "responsible",
            "sentence-duty",
            rf"{units}{adverb}*(?:{_verbs('responsible', 'end')})(?=[，,；;。]|$)",
        ),
        ("lead", "sentence-named", rf"(?:牵头|主办){_LABEL_ENDS}{units}"),
        ("participate", "sentence-named", rf"(?:配合|成员|协办|参与|参加){_LABEL_ENDS}{units}"),
        ("responsible", "sentence-named", rf"(?<!其他)责任{_LABEL_ENDS}{units}"),
        ("participate", "sentence-group", rf"由{units}组成(?=.*为牵头)"),
        ("responsible", "sentence-duty", rf"由{units}{adverb}*(?:{lexicon.either('duty_verbs')})(?!的)"),
        (
            "responsible",
            "sentence-duty",
            rf"{units}按照?各自的?(?:职责|职能)(?:分工)?(?!.{{0,4}}(?:牵头|配合|负责|落实))",
        ),
    )
    return tuple((role, name, re.compile(pattern)) for role, name, pattern in written)
