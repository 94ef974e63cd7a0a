"""Group the names of one place into units, by the features of pairs and by what people decided."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ingest.resolve.compare import DOUBTFUL, SAME, Pair, compare
from ingest.resolve.judgements import Judgement
from ingest.resolve.name import Name

Beside = Callable[[Name, Name], bool]
Judged = Mapping[frozenset[str], Judgement]


@dataclass(slots=True)
class Cluster:
    """The names of one unit and why they are one."""

    names: list[Name]
    why: list[str] = field(default_factory=list)
    decided_by: str = "rule"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two names that stay apart although they may be one unit."""

    one: Name
    other: Name
    why: str


@dataclass(frozen=True, slots=True)
class _Link:
    """Evidence that two names are one unit."""

    rank: float
    one: int
    other: int
    why: str
    decided_by: str = "rule"


def cluster(names: Sequence[Name], *, beside: Beside, judged: Judged) -> tuple[list[Cluster], list[Doubt]]:
    """Return the units that the names of one place mean, and the pairs that a person should look at.

    Args:
        names: all names of the place, each once.
        beside: whether one statement lists both names.
        judged: what people decided about pairs of mentions of the district.
    """
    ordered = sorted(names, key=lambda name: (name.key, name.text))
    links, apart, doubts = _weigh(ordered, beside, judged)
    groups = _Groups(ordered, apart)
    vague = [link for link in links if link.decided_by == "rule" and _is_vague(ordered, link)]
    for link in sorted(links, key=lambda link: (-link.rank, link.one, link.other)):
        if link not in vague:
            groups.join(link)
    doubts += groups.attach(vague)
    return groups.clusters(), [d for d in doubts if not groups.together(d)]


def _is_vague(names: Sequence[Name], link: _Link) -> bool:
    return names[link.one].vague != names[link.other].vague


def _weigh(
    names: Sequence[Name], beside: Beside, judged: Judged
) -> tuple[list[_Link], set[tuple[int, int]], list[Doubt]]:
    """Links between names, pairs that are known to differ, and doubtful pairs."""
    links: list[_Link] = []
    apart: set[tuple[int, int]] = set()
    doubts: list[Doubt] = []
    for i, j in _pairs(names, judged):
        one, other = names[i], names[j]
        judgement = judged.get(frozenset((one.text, other.text)))
        if judgement is not None:
            who = f"{judgement.who}, {judgement.when}"
            if judgement.decision == "same":
                links.append(_Link(2.0, i, j, judgement.reason, who))
                continue
            apart.add((i, j))
            if judgement.decision == "unsure":
                doubts.append(Doubt(one, other, f"{who}: {judgement.reason}"))
            continue
        verdict = compare(Pair(one, other, beside(one, other)))
        if verdict.score >= SAME:
            links.append(_Link(verdict.score, i, j, f"{one.text} = {other.text}: {' '.join(verdict.why)}"))
        elif verdict.score >= DOUBTFUL:
            doubts.append(Doubt(one, other, " ".join(verdict.why)))
    return links, apart, doubts


def _pairs(names: Sequence[Name], judged: Judged) -> list[tuple[int, int]]:
    """Pairs about one body, and the pairs that a person has judged."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    by_text: dict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        by_stem[name.stem].append(index)
        by_text[name.text].append(index)
    pairs = {pair for group in by_stem.values() for pair in combinations(group, 2)}
    for one, other in judged:
        pairs |= {(min(i, j), max(i, j)) for i in by_text.get(one, ()) for j in by_text.get(other, ())}
    return sorted(pairs)


class _Groups:
    """Names joined step by step; names known to differ never come into one group."""

    def __init__(self, names: Sequence[Name], apart: set[tuple[int, int]]) -> None:
        self._names = names
        self._apart = apart
        self._group = list(range(len(names)))
        self._clusters = {index: Cluster([name]) for index, name in enumerate(names)}

    def join(self, link: _Link) -> None:
        """Make one group of the two that a link connects, unless members are known to differ."""
        one, other = sorted((self._group[link.one], self._group[link.other]))
        if one == other or self._differ(one, other):
            return
        kept, gone = self._clusters[one], self._clusters.pop(other)
        kept.names += gone.names
        kept.why += [*gone.why, link.why]
        if link.decided_by != "rule":
            kept.decided_by = link.decided_by
        self._group = [one if group == other else group for group in self._group]

    def _differ(self, one: int, other: int) -> bool:
        return any({self._group[i], self._group[j]} == {one, other} for i, j in self._apart)

    def attach(self, links: Sequence[_Link]) -> list[Doubt]:
        """Join vague names to the one unit that they can mean; return those that can mean several."""
        by_vague: dict[int, list[_Link]] = defaultdict(list)
        for link in links:
            vague = link.one if self._names[link.one].vague else link.other
            by_vague[self._group[vague]].append(link)
        doubts: list[Doubt] = []
        for vague, found in sorted(by_vague.items()):
            targets = {self._group[link.one + link.other - self._member(vague, link)] for link in found}
            if len(targets) == 1:
                self.join(found[0])
            else:
                doubts += [
                    Doubt(self._names[f.one], self._names[f.other], "It may mean several.") for f in found
                ]
        return doubts

    def _member(self, group: int, link: _Link) -> int:
        return link.one if self._group[link.one] == group else link.other

    def together(self, doubt: Doubt) -> bool:
        """Whether both names of a doubtful pair are in one group by now."""
        return any(doubt.one in c.names and doubt.other in c.names for c in self._clusters.values())

    def clusters(self) -> list[Cluster]:
        """The groups, in the order of their first names."""
        return [self._clusters[index] for index in sorted(self._clusters)]
