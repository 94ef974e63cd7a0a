"""Give back the line breaks above the tasks of a text that was copied onto one line.

Between the parts of such a head (title, number, addressees, notice, date) a space is left; among the
tasks themselves numbers say where one begins, so that nothing need be done there.
"""

import re

from ingest.repair.edits import Edit

LONG = 600  # letters of a line that is no paragraph
MOST = 0.6  # of the text on that line
FURTHEST = 6_000  # letters from the start in which the first task stands
HEAD = 400  # letters that are looked at where no task has a number
FIELD = 10  # letters before a space that tell what it is
FIRST_TASK = re.compile(r"[ 　。：）)](?:一、|（一）|\(一\)|1[.．、](?!\d)|第[一1][条章])")
SPACES = re.compile(r"(?<=[\u4e00-\u9fff。；：:！”》）)〕\]号\d])[ 　]+(?=[\u4e00-\u9fff《“（(【\[〔\d])")
NO_BREAK = re.compile(
    r"(?:^|[ 　\n])[^ 　\n]{0,8}[：:]$|\d$|第$"
)  # before a space in a field, a number or a date
NUMBER_AHEAD = re.compile(r"[〔\[（(]?(?:19|20)\d{2}[〕\]）)]|[年月日号]")
FEWEST = 2  # parts; fewer are stray spaces


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it has spaces."""
    return " " in chars or "\u3000" in chars


def find(text: str) -> list[Edit]:
    """Return the spaces above the first task that stand for line breaks."""
    start = 0
    shortest = max(LONG, MOST * len(text))
    for line in text.split("\n"):
        if len(line) > shortest:
            return _breaks(text, start, start + len(line))
        start += len(line) + 1
    return []


def _breaks(text: str, start: int, end: int) -> list[Edit]:
    task = FIRST_TASK.search(text, start, min(end, start + FURTHEST))
    stop = task.start() + 2 if task else min(end, start + HEAD)
    found = [
        Edit(space.start(), space.end(), "\n")
        for space in SPACES.finditer(text, start, stop)
        if not NO_BREAK.search(text[max(start, space.start() - FIELD) : space.start()])
        and not NUMBER_AHEAD.match(text, space.end())
    ]
    return found if len(found) >= FEWEST else []
