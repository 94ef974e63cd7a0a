"""Read what a document says once for several items: `以下任务均需各镇街落实，不再一一列出`."""

import re

from ingest.extract.statements.lists import list_claims
from ingest.extract.statements.model import Claim

_NOUN = r"(?:重点|具体|各项|改革)?(?:任务|工作|事项|措施|举措|内容|条款|项目|指标)"
_WHICH = r"(?:以下|下列|后续|下述|上述|以上|所有|全部|各项)"
_DOES = r"(?:落实|配合|负责|参与|执行|实施|承担|推进|协助)"
_MANNER = r"(?:共同|分别|具体|积极|做好|组织|按照?职责(?:分工)?|结合实际|各自|贯彻)*"
# Who has the items follows: 以下各项均由各县区政府落实.
_BEFORE = re.compile(
    rf"{_WHICH}(?:各项|全部|所有)?(?:{_NOUN}(?:均|都|也)?|均|都)(?:需要?|由|须|应|要)"
    rf"(?P<units>[^，。；]{{2,60}}?){_MANNER}{_DOES}[^；。]*"
)
# The sentence names no more than who has them: 各县区政府均为责任单位，以下不再列出.
_AFTER = re.compile(
    rf"(?P<units>[^，。；;]{{2,60}}?)(?:均|都|也)?(?:须|需要?|要|应)?(?:(?:为|是)(?:{_WHICH}?{_NOUN}的)?(?:责任|配合|参与|落实|实施)(?:单位|部门|主体)"
    rf"|{_MANNER}{_DOES}{_DOES}?(?:{_WHICH}(?:各项|全部|所有)?{_NOUN})?)"
    r"(?:[，,；;。 ]*(?:(?:以下|后文|下文|下面|其他(?:各项)?任务|各项任务|后续)[^，。；不]{0,6}|均|都)?"
    r"不再?(?:一一|逐一|逐项|单独|重复|另行|分别)*(?:列出|列举|列明|列入|标注|注明|赘述|罗列|说明|列示|列))"
)
_SILENT = re.compile("不再?(?:一一|逐一|逐项|单独|重复|另行|分别|列|标|注|赘|罗|说)")
_SENTENCE = re.compile("[。；;，,]")


def take_onward(text: str, start: int, end: int) -> tuple[int, list[Claim]]:
    """Return where the words begin that say who has other items too, and who these are."""
    if found := _BEFORE.search(text, start, end):
        return found.start(), _claims(text, found)
    if _SILENT.search(text, start, end) and (found := _last(text, start, end)):
        return found.start(), _claims(text, found)
    return end, []


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the clause whose units have the later items too."""
    at = start
    while True:
        if found := _AFTER.match(text, at, end):
            return found
        stop = _SENTENCE.search(text, at, end)
        if stop is None:
            return None
        at = stop.end()


def _claims(text: str, found: re.Match[str]) -> list[Claim]:
    return list_claims(text, found.span("units"), "participate", rule="onward")
