"""Makes records of plans and units: as many as asked for, the same for the same seed.

Counts are spread as in real plans: a few units lead much and many lead little, and some items
have no unit, no deadline or no path. A plan may have no district and no year.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import msgspec

from bench.graphs import names
from ingest.records import (
    Citation,
    Deadline,
    Evidence,
    Issue,
    Item,
    Leader,
    MentionKind,
    Plan,
    PlanKind,
    Role,
    RoleName,
    Source,
    Target,
    Unit,
    encode_lines,
    make_id,
)


@dataclass(frozen=True)
class Size:
    """How much is made.

    `gaps` is the share of values left unknown where they may be, `confident` of roles given 0.9 or more.
    """

    items: int = 1000
    plans: int = 30
    districts: int = 10
    leads: float = 1.45  # roles of a kind for each item, on average
    participates: float = 2.35
    responsible: float = 0.25
    gaps: float = 0.05
    confident: float = 0.95
    years: tuple[int, ...] = tuple(range(2014, 2026))


LARGE = Size(items=100_000, plans=3000, districts=300)  # 350,000 roles; the size that figures are given for


@dataclass(frozen=True)
class Made:
    """Records of a whole build."""

    plans: tuple[Plan, ...]
    units: tuple[Unit, ...]
    issues: tuple[Issue, ...]


def make_records(seed: int, size: Size) -> Made:
    """Return records; the same seed and size give the same ones."""
    rng = random.Random(f"{seed} {size}")
    places = names.districts(size.districts)
    units = [unit for name, code in places for unit in _units(rng, name, code, size)]
    maker = _PlanMaker(rng, size, places, units)
    plans = tuple(maker.plan(number, count) for number, count in enumerate(_shares(rng, size)))
    issues = tuple(
        Issue(file=f"{n}.txt", code="guessed-repair", line=n + 1, expected="a clear reading", found="？")
        for n in range(len(plans) // 3)
    )
    return Made(plans, tuple(units), issues)


def write_build(folder: Path, made: Made) -> Path:
    """Write the records as `python -m ingest` does, with a fixed time."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plans.jsonl").write_bytes(encode_lines(made.plans))
    (folder / "units.jsonl").write_bytes(encode_lines(made.units))
    (folder / "issues.jsonl").write_bytes(encode_lines(made.issues))
    manifest = {"version": 1, "plans": len(made.plans), "finished": "2026-01-01T00:00:00+00:00"}
    (folder / "manifest.json").write_bytes(msgspec.json.encode(manifest))
    return folder


def _shares(rng: random.Random, size: Size) -> list[int]:
    """Return the number of items of each plan, `size.items` together; some plans have none."""
    marks = sorted(rng.randint(0, size.items) for _ in range(size.plans - 1))
    return [end - start for start, end in zip([0, *marks], [*marks, size.items], strict=True)]


def _units(rng: random.Random, district: str, code: str, size: Size) -> list[Unit]:
    level = "city" if code.endswith("00") else "district"
    made = [
        _unit(rng, district, code, level, "unit", short, function, size) for function, short in names.UNITS
    ]
    if len(made) > 1 and rng.random() < size.gaps:
        made[0] = msgspec.structs.replace(made[0], hosts=(made[1].id,))
    return [
        *made,
        *(_unit(rng, district, code, level, "collective", short, None, size) for short in names.COLLECTIVES),
    ]


def _unit(
    rng: random.Random,
    district: str,
    code: str,
    level: str,
    kind: MentionKind,
    short: str,
    function: str | None,
    size: Size,
) -> Unit:
    unknown = rng.random() < size.gaps
    return Unit(
        id=make_id(district, short),
        name=district + short,
        short=short,
        district=None if rng.random() < size.gaps / 2 else district,
        district_code=code,
        level=level,
        kind=kind,
        function=None if unknown else function,
        mentions=(f"{district[-1]}{short}",),
        decided_by="rule",
        why="same name in one district",
    )


class _PlanMaker:
    """Writes plans one after another out of the same districts, units and documents."""

    def __init__(
        self, rng: random.Random, size: Size, places: Sequence[tuple[str, str]], units: Sequence[Unit]
    ) -> None:
        self.rng = rng
        self.size = size
        self.places = places
        each = len(units) // len(places)
        self.units = [units[n * each : (n + 1) * each] for n in range(len(places))]
        # The nth unit of a district is named about 1/n as often as the first.
        self.weights = list(accumulate(1 / (n + 1) for n in range(each)))
        self.titles = names.titles(max(8, size.items // 12))
        self.policies = names.policies(max(3, size.items // 150), names.THINGS)
        self.plan_titles: list[str] = []

    def plan(self, number: int, items: int) -> Plan:
        place = self.rng.randrange(len(self.places))
        name, code = self.places[place]
        year = None if self._gap() else self.rng.choice(self.size.years)
        district = None if self.rng.random() < self.size.gaps / 4 else name
        key = make_id(name, year, number)
        title = f"{name}{year or ''}年深化改革工作要点" + (f"（{number}）" if number % 3 else "")
        text, made = title + "\n", []
        for n in range(items):
            item = self._item(key, n, place, year, len(text))
            text += item.text
            made.append(item)
        self.plan_titles.append(title)
        return Plan(
            id=key,
            title=title,
            kind=self.rng.choice(list(PlanKind)),
            doc_no=None if self._gap() else f"改〔{year}〕{number}号",
            issuer=(f"{name}办公室",),
            date=None if year is None or self._gap() else f"{year}-0{self.rng.randint(1, 9)}-15",
            year=year,
            district=district,
            district_code=code if district else None,
            sources=(Source(path=f"{key}.txt", sha256="0" * 64, format="txt", encoding="utf-8"),),
            text=text,
            items=tuple(made),
            cites=self._cites(0, 0.5),
        )

    def _item(self, plan: str, number: int, place: int, year: int | None, start: int) -> Item:
        title = self.titles[min(int(self.rng.expovariate(4) * len(self.titles)), len(self.titles) - 1)]
        area = names.AREAS[number * len(names.AREAS) // 40 % len(names.AREAS)]
        path = () if self._gap() else (area, self.rng.choice(names.PARTS))[: self.rng.randint(1, 2)]
        text = f"{number + 1}. {title}。"
        roles = [
            self._role(name, unit, start + len(text))
            for name, rate in _rates(self.size)
            for unit in self._named(place, rate)
        ]
        text += "；".join(role.surface for role in roles) + "。\n"
        return Item(
            id=make_id(plan, number),
            number=str(number + 1),
            title=title,
            path=path,
            start=start,
            end=start + len(text),
            text=text,
            roles=tuple(roles),
            deadline=self._deadline(year, start),
            targets=self._targets(start),
            cites=self._cites(start, 0.12),
            leaders=()
            if self.rng.random() < 0.9
            else (Leader(name="李二", post="副区长", evidence=_at(start)),),
        )

    def _named(self, place: int, rate: float) -> list[Unit]:
        """Return units of a district, some twice as plans do, now and then one of another district."""
        count = min(int(self.rng.expovariate(1 / (rate + 0.5))), 12)
        found = self.rng.choices(self.units[place], cum_weights=self.weights, k=count)
        if found and self.rng.random() < 0.02:
            found.append(self.rng.choice(self.rng.choice(self.units)))
        return found

    def _role(self, name: RoleName, unit: Unit, start: int) -> Role:
        sure = self.rng.random() < self.size.confident
        return Role(
            role=name,
            mention=unit.mentions[0],
            surface=unit.short,
            kind=unit.kind,
            unit=unit.id,
            evidence=Evidence(start, start + len(unit.short), unit.short),
            rule="label-bracket" if self.rng.random() < 0.7 else "sentence",
            confidence=self.rng.choice((0.99, 0.95)) if sure else self.rng.choice((0.5, 0.7, 0.8)),
        )

    def _deadline(self, year: int | None, start: int) -> Deadline | None:
        if self.rng.random() < 0.4:
            return None
        month = self.rng.randint(1, 12)
        date = None if year is None or self._gap() else f"{year}-{month:02d}-28"
        words = f"{month}月底前" if date else "年内"
        inherited = self.rng.random() < self.size.gaps
        return Deadline(text=words, date=date, inherited=inherited, evidence=_at(start))

    def _targets(self, start: int) -> tuple[Target, ...]:
        if self.rng.random() < 0.8:
            return ()
        value = float(self.rng.randint(1, 100))
        return (Target(text=f"办结率达到{value:g}%", value=value, unit="%", evidence=_at(start)),)

    def _cites(self, start: int, rate: float) -> tuple[Citation, ...]:
        if self.rng.random() >= rate:
            return ()
        known = self.plan_titles
        own = known and self.rng.random() < 0.2
        place = min(int(self.rng.expovariate(6) * len(self.policies)), len(self.policies) - 1)
        title = self.rng.choice(known) if own else self.policies[place]
        return (Citation(title=title, doc_no=None, evidence=_at(start)),)

    def _leaders(self, start: int) -> tuple[Leader, ...]:
        if self.rng.random() < 0.9:
            return ()
        return (Leader(name="李二", post="副区长", evidence=_at(start)),)

    def _gap(self) -> bool:
        return self.rng.random() < self.size.gaps


def _rates(size: Size) -> tuple[tuple[RoleName, float], ...]:
    return ("lead", size.leads), ("participate", size.participates), ("responsible", size.responsible)


def _at(start: int) -> Evidence:
    return Evidence(start, start + 1, "1")
