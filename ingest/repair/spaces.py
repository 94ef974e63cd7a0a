"""Take out the spaces that typesetting has put into numbers, words and names."""

import re
from functools import cache

from ingest.repair import lists
from ingest.repair.characters import HAN
from ingest.repair.edits import Edit

GAP = re.compile(" +")
IS_HAN = re.compile(f"[{HAN}]")
ROW = re.compile(r"(?:\d{1,3}|序号) +(?![.．、，])")  # of a table whose cells spaces part
LABEL_TAB = re.compile(  # a tab that a word processor puts behind a number; of a table a line has several
    r"[ \u3000]*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、])"
    r"(\t)[^\t]*$"
)
LABEL_NUMBER = re.compile(r"\d{1,3}( +)[.．](?!\d)")
OPENING = "（“‘《〈〔「『、"
CLOSING = "，。；：！？、）”’》〉〕」』,;"
PAUSE = "，；,;"
STRAY = re.compile(rf"[{HAN}] [，。；：、,;]|、 [{HAN}]")
STRAYING = 3  # such spaces from which on a text has them anywhere
UNIT_END = re.compile(rf"[{HAN}]{{2}}[局委办厅部院会室所站队处科社行镇乡村区县市省司团学校心]$")
UNIT_START = re.compile(rf"[{HAN}]{{0,4}}[省市区县州旗镇乡街村]|各|有关|相关|国|中共")
UPPER_END = re.compile("[省市州]$")
LOWER_START = re.compile(rf"[{HAN}]{{1,3}}[市区县旗]")
GOVERNMENT = re.compile(r"人民(?:政府|法院|检察院)|(?:委员会|政府)办公")
PLACE_END = re.compile("[省市区县州旗镇乡]$")
LABEL_AHEAD = re.compile(rf"[{HAN}]{{2,8}}\s*[：:]")
LABEL_HERE = re.compile(r"责任(?:单位|部门|人|领导)")  # behind 职: a label of its own
NAME_LEFT = re.compile(rf"(?:^|[^{HAN}])[{HAN}]$")
NAME_RIGHT = re.compile(rf"[{HAN}](?:$|[^{HAN}])")


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it has spaces."""
    return " " in chars or "\t" in chars


def find(text: str) -> list[Edit]:
    """Return the spaces to take out. Tabs and full-width spaces part cells and stay, as does indentation."""
    lines = text.split("\n")
    spaced = "\n".join([line for line in lines if " " in line])
    everywhere = len(STRAY.findall(spaced)) + len(_split_words().findall(spaced)) >= STRAYING
    edits = []
    start = 0
    for line in lines:
        if "\t" in line and (tab := LABEL_TAB.match(line)):
            edits.append(Edit(start + tab.start(1), start + tab.end(1), ""))
        if " " in line:
            edits += [Edit(start + a, start + b, "") for a, b in _stray(line, everywhere=everywhere)]
        start += len(line) + 1
    return edits


def _stray(line: str, *, everywhere: bool) -> list[tuple[int, int]]:
    indent = len(line) - len(line.lstrip(" \t\u3000"))
    if line.find(" ", indent) < 0:
        return []
    places = []
    by_digit = False
    for match in GAP.finditer(line, indent):
        left, right = line[: match.start()], line[match.end() :]
        by_digit = by_digit or left[-1:].isdigit() or right[:1].isdigit()
        at_mark = right and (left[-1] in OPENING or right[0] in CLOSING)
        single = match.end() - match.start() == 1
        if at_mark or (single and _is_inside_name(left, right, everywhere=everywhere)):
            places.append(match.span())
    if label := LABEL_NUMBER.match(line, indent):
        places.append(label.span(1))
    if by_digit and (numbers().match(line, indent) or not ROW.match(line, indent)):
        for match in numbers().finditer(line, indent):
            places += [match.span(group) for group in ("before", "after") if match[group]]
    return sorted(set(places))


def _is_inside_name(left: str, right: str, *, everywhere: bool) -> bool:
    """Tell whether a single space is none of the author's."""
    if everywhere and (left[-1:] in PAUSE or right[:1] in OPENING):
        return True
    if not (IS_HAN.match(left[-1:]) and IS_HAN.match(right)):
        return False
    if left[-1:] + right[:1] in lists.entries("split_words") and not LABEL_HERE.match(right):
        return True
    if GOVERNMENT.match(right) and PLACE_END.search(left):
        return True
    parts_labels = LABEL_AHEAD.match(right)
    is_place = UPPER_END.search(left) and LOWER_START.match(right)
    parts_units = UNIT_END.search(left) and UNIT_START.match(right) and not is_place
    is_person = NAME_LEFT.search(left) and NAME_RIGHT.match(right)
    return everywhere and not (parts_labels or parts_units or is_person)


@cache
def _split_words() -> re.Pattern[str]:
    """Return an expression for words of roles with a space inside, in a sentence or a bracket."""
    words = "|".join(f"{word[0]} {word[1]}" for word in lists.entries("split_words"))
    return re.compile(rf"(?<=[{HAN}])(?:{words})(?=[{HAN}]*[，。；）)\]〕】])")


@cache
def numbers() -> re.Pattern[str]:
    """Return the pattern of a number with what it counts (`data/repair/measures.tsv`)."""
    measures = "|".join(map(re.escape, lists.entries("measures")))
    return re.compile(
        rf"""
        (?:(?<=[{HAN}，。、；（“《〔〕])(?P<before>\ {{1,2}}))?
        (?<![\d\-/:.A-Za-z])
        \d+(?:[.,]\d+)*
        (?P<after>\ {{0,2}})
        (?={measures})
        """,
        re.VERBOSE,
    )
