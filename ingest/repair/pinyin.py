"""Take out readings that damage has put behind characters: `發(fā)展` is 發展."""

import re

from ingest.repair.characters import HAN, TONED, old_forms
from ingest.repair.edits import Edit

# The end of a printed line may stand between a character and what damage has put behind it.
RESIDUE = re.compile(rf"(?<=[{HAN}])\n?\((?=[a-zü]*[{TONED}])[a-zü{TONED}]{{1,6}}\)")
DAMAGED = 5  # residues from which on they are damage whatever they follow
REPEATED = 2  # damage marks a character wherever it stands, an author the first time


def is_possible(chars: frozenset[str]) -> bool:
    """Tell from the characters of a text whether it can hold readings."""
    return "(" in chars and not chars.isdisjoint(TONED)


def find(text: str) -> list[Edit]:
    """Return the readings to take out.

    An author's own reading of a rare character, `埇(yǒng)桥`, stays: damage strikes common characters,
    again and again, after the text was turned into traditional ones.
    """
    places = [(match.start(), match.end()) for match in RESIDUE.finditer(text)]
    if not places:
        return []
    struck = {text[start - 1] for start, _ in places}
    if len(places) < DAMAGED or len(places) < REPEATED * len(struck):
        forms = old_forms()
        places = [place for place in places if text[place[0] - 1] in forms]
    return [Edit(start, end, "") for start, end in places]
