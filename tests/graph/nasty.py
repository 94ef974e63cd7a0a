"""Texts that break careless writers, and a store that holds them."""

from graph.schema import load_schema
from graph.store import Store, Value
from graph.tables import node_tables, relation_tables, run_of

NASTY = (
    "",
    " ",
    "null",
    "'",
    "''",
    "'=1",
    '"',
    '""',
    'a "b" c',
    "=SUM(A1)",
    "＝1",
    "-1",
    "+1",
    "@x",
    "\t=1",
    "a,b;c|d",
    "一行\n二行",
    "a\r\nb",
    "a\rb",
    "末尾\n",
    "\\",
    "\\\\",
    "\\'",
    "\\n",
    "\\u0027}) DETACH DELETE n //",
    "\\\\u0027",
    "'}] AS row MATCH (n) DETACH DELETE n //",
    "<a href='x'>&amp;</a>]]>",
    "${x} %s {0} `date` $(id)",
    "true",
    "2016-01-01",
    "007",
    "1e5",
    "，。“”《》〔2016〕",
    "𠀀𪚥😀",
    "e\u0301 \u00a0 \u2028 \u2029 \ufeff \u200b",
    ";\n:exit\n",
    "a\x01\x0b\x1f\x7f\x85b",
)
NUMBERS: tuple[tuple[int | None, int | None], ...] = ((None, 0), (-1, 2**53), (2**62, None))


def add_nasty(store: Store) -> None:
    """Write a node for each text, with empty texts, nulls and large numbers in its other properties."""
    run = run_of(store)
    rows = []
    for number, text in enumerate(NASTY):
        line, start = NUMBERS[number % len(NUMBERS)]
        row: dict[str, Value] = {"id": f"nasty-{number:02}", "name": text, "line": line, "start_char": start}
        rows.append(row | {"expected": "" if number % 2 else None, "found": text, "run": run})
    store.upsert_nodes("Issue", rows)


def whole(store: Store) -> dict[str, list[dict[str, Value]]]:
    """Return all rows of all tables, each under its column names."""
    schema = load_schema()
    tables = [*node_tables(store, schema), *relation_tables(store, schema)]
    return {
        table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows()] for table in tables
    }
