"""Reads the words that made plans consist of, from the folder `words`."""

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "words"
NUMBER = re.compile(r"\{([np]):(\d+)-(\d+)\}")


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `<name>.tsv` by column."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(dict(zip(head, row, strict=False)) for row in rows)


@cache
def data(name: str) -> Any:
    """Return what `<name>.yml` holds."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


def with_numbers(text: str, rng: Random) -> str:
    """Fill `{n:5-40}` with a number and `{p:60-98}` with a share."""

    def number(match: re.Match[str]) -> str:
        value = rng.randint(int(match[2]), int(match[3]))
        return f"{value}%" if match[1] == "p" else str(value)

    return NUMBER.sub(number, text)
