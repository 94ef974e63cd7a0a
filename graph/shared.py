"""What belongs to a build as a whole: units, districts, functions, cited documents, sources, issues."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.errors import GraphError
from graph.mapping import Citation, Issue, Plan, Unit, make_id, normal, policy_id
from graph.rows import Row, Rows


class Shared:
    """Gathers, plan by plan, what belongs to the build as a whole, and gives its rows."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.units: dict[str, Unit] = {}
        self._issues: list[Issue] = []
        self._districts: dict[str, str | None] = {}
        self._cites: dict[str, tuple[str, str | None]] = {}
        self.plans: dict[str, tuple[str, str]] = {}  # id: normal title, normal number
        self._item_ids: set[str] = set()
        self._sources: dict[str, Row] = {}
        self._witnesses: dict[tuple[str, str], Row] = {}

    def add_plan(self, plan: Plan) -> None:
        """Take note of a plan; its units must have been added before.

        Raises GraphError for an id that was seen before, and for a role of an unknown unit.
        """
        if plan.id in self.plans:
            raise GraphError(f"two plans have the id {plan.id}: {plan.title!r} is the second")
        self._check_items(plan)
        self.plans[plan.id] = normal(plan.title), normal(plan.doc_no or "")
        self._add_district(plan.district, plan.district_code)
        for cite in (*plan.cites, *(cite for item in plan.items for cite in item.cites)):
            self._add_cite(cite)
        for source in plan.sources:
            key = make_id("source", source.path, source.sha256)
            self._sources[key] = {
                "id": key,
                "name": source.path,
                "sha256": source.sha256,
                "format": source.format,
                "encoding": source.encoding,
                "repairs": sum(source.repairs.values()),
            }
            self._witnesses[key, plan.id] = {"source": key, "target": plan.id}

    def add_unit(self, unit: Unit) -> None:
        """Take note of a unit. Raises GraphError when its id was seen before."""
        if unit.id in self.units:
            raise GraphError(f"two units have the id {unit.id}: {unit.name!r} is the second")
        self.units[unit.id] = unit
        self._add_district(unit.district, unit.district_code)

    def add_issue(self, issue: Issue) -> None:
        """Take note of an issue."""
        self._issues.append(issue)

    def nodes(self) -> Rows:
        """Return the shared nodes but for the run, and the relations between them."""
        rows = Rows()
        rows.nodes["District"] = [
            {"id": name, "name": name, "code": code} for name, code in sorted(self._districts.items())
        ]
        rows.relations["PART_OF", "District", "District"] = self._parents()
        functions = sorted({unit.function for unit in self.units.values() if unit.function})
        rows.nodes["Function"] = [{"id": name, "name": name} for name in functions]
        for unit in self.units.values():
            self._add_unit_rows(unit, rows)
        rows.nodes["Policy"] = [
            {"id": key, "name": name, "doc_no": number} for key, (name, number) in sorted(self._cites.items())
        ]
        rows.nodes["Source"] = list(self._sources.values())
        rows.nodes["Issue"] = list({row["id"]: row for row in map(_issue_node, self._issues)}.values())
        return rows

    def relations(self) -> Rows:
        """Return the relations from shared nodes to plans, which must exist before."""
        rows = Rows()
        rows.relations["WITNESSES", "Source", "Plan"] = list(self._witnesses.values())
        rows.relations["SAME_AS", "Policy", "Plan"] = list(self._same())
        return rows

    def run(self, run: str, finished: str) -> Rows:
        """Return the node of the run itself, the last to be written."""
        rows = Rows()
        counts = {"plans": len(self.plans), "items": self.items, "units": len(self.units)}
        rows.nodes["Run"].append(
            {"id": run, "name": run, "finished": finished, **counts, "issues": len(self._issues)}
        )
        return rows

    @property
    def items(self) -> int:
        """The number of items."""
        return len(self._item_ids)

    def _check_items(self, plan: Plan) -> None:
        for item in plan.items:
            if item.id in self._item_ids:
                raise GraphError(f"plan {plan.id}: a second item has the id {item.id}: {item.title!r}")
            self._item_ids.add(item.id)
            for role in item.roles:
                if role.unit is not None and role.unit not in self.units:
                    raise GraphError(f"plan {plan.id}, item {item.id}: role of unknown unit {role.unit!r}")

    def _add_unit_rows(self, unit: Unit, rows: Rows) -> None:
        row = {name: getattr(unit, name) for name in _UNIT_FIELDS}
        rows.nodes["Unit"].append({**row, "mentions": " / ".join(unit.mentions) or None})
        if unit.district is not None:
            rows.relations["IN_DISTRICT", "Unit", "District"].append(
                {"source": unit.id, "target": unit.district}
            )
        if unit.function:
            rows.relations["HAS_FUNCTION", "Unit", "Function"].append(
                {"source": unit.id, "target": unit.function}
            )
        for host in unit.hosts:
            if host not in self.units:
                raise GraphError(f"unit {unit.id} ({unit.name}) hosts the unknown unit {host!r}")
            rows.relations["HOSTS", "Unit", "Unit"].append({"source": unit.id, "target": host})

    def _add_district(self, name: str | None, code: str | None) -> None:
        if name is not None and self._districts.get(name) is None:
            self._districts[name] = code

    def _add_cite(self, cite: Citation) -> None:
        key = policy_id(cite)
        name, number = self._cites.get(key, (cite.title or cite.doc_no or "", None))
        self._cites[key] = min(name, cite.title or name), number or cite.doc_no

    def _parents(self) -> list[Row]:
        """Link each district to the nearest one above it by code, where a name for that is known."""
        by_code = {code: name for name, code in sorted(self._districts.items()) if code}
        rows = []
        for code, name in by_code.items():
            above = [up for up in (code[:4] + "00", code[:2] + "0000") if up != code and up in by_code]
            if above:
                rows.append({"source": name, "target": by_code[above[0]]})
        return rows

    def _same(self) -> Iterator[Row]:
        """Link a cited document to the plan that it is: by number, else by title, if only one fits."""
        by: Mapping[int, dict[str, list[str]]] = {0: defaultdict(list), 1: defaultdict(list)}
        for plan_id, names in self.plans.items():
            for part, name in enumerate(names):
                by[part][name].append(plan_id)
        for key, (name, number) in sorted(self._cites.items()):
            for part, wanted in ((1, normal(number or "")), (0, normal(name))):
                found = by[part].get(wanted, []) if wanted else []
                if len(found) == 1:
                    yield {"source": key, "target": found[0]}
                    break


_UNIT_FIELDS = (
    *("id", "name", "short", "district", "district_code"),
    *("level", "kind", "function", "decided_by", "why"),
)


def _issue_node(issue: Issue) -> Row:
    place = (issue.plan, issue.line, issue.start, issue.end)
    return {
        "id": make_id("issue", issue.file, issue.code, *place, issue.expected, issue.found),
        "name": f"{issue.code}: {issue.file}",
        "code": issue.code,
        "severity": issue.severity,
        "file": issue.file,
        "line": issue.line,
        "plan_id": issue.plan,
        "start_char": issue.start,
        "end_char": issue.end,
        "expected": issue.expected,
        "found": issue.found,
    }
