"""What one asks for: the names of forms, formats, damages and levels, and the draw of what was left open."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bench.made.chance import chance
from bench.made.words import data

LEVELS = ("state", "province", "city", "district", "county", "township")
WEIGHTS = (1, 2, 3, 5, 5, 2)
FORMATS = (
    "txt",
    "md",
    "html",
    "docx",
    "pdf",
    "xlsx",
    "csv",
    "ofd",
    "zip",
    "txt-gb18030",
    "txt-big5",
    "txt-utf16",
)
DAMAGES = (
    "none",
    "page-breaks",
    "hard-wrap",
    "spaces",
    "brackets",
    "one-line",
    "junk",
    "variants",
    "traditional",
    "pinyin",
    "shifted",
)


@cache
def forms() -> dict[str, dict[str, Any]]:
    """Return the forms by slug, those of numbering.yml among them."""
    found: dict[str, dict[str, Any]] = dict(data("forms")["forms"])
    for scheme in data("numbering")["schemes"]:
        found[f"numbering-{scheme}"] = {**data("forms")["numberings"], "numbering": scheme}
    return found


FORMS = tuple(forms())


class UnknownNameError(ValueError):
    """A form, format, damage or level that does not exist."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One plan that is asked for."""

    seed: int
    form: str
    format: str = "txt"
    damage: str = "none"
    level: str = "district"

    @property
    def rule(self) -> dict[str, Any]:
        """The declaration of the form."""
        return forms()[self.form]


def checked(names: Sequence[str], known: Sequence[str], what: str) -> tuple[str, ...]:
    """Return the names, or all that are known where none is given."""
    for name in names:
        if name not in known:
            raise UnknownNameError(f"expected a {what} of {', '.join(known)}, found {name!r}")
    return tuple(names) or tuple(known)


def wish(
    seed: int,
    *,
    forms_of: Sequence[str] = (),
    formats: Sequence[str] = ("txt",),
    damages: Sequence[str] = ("none",),
    levels: Sequence[str] = (),
) -> Wish:
    """Draw what is left open. Forms come in turn, so that as many seeds as forms cover each form once."""
    wanted = checked(forms_of, FORMS, "form")
    form = wanted[seed % len(wanted)]
    fitting = levels or forms()[form].get("levels") or LEVELS
    allowed = checked(fitting, LEVELS, "level")
    weights = [WEIGHTS[LEVELS.index(level)] for level in allowed]
    return Wish(
        seed,
        form,
        chance(seed, "format").choice(checked(formats, FORMATS, "format")),
        chance(seed, "damage").choice(checked(damages, DAMAGES, "damage")),
        chance(seed, "level").choices(allowed, weights)[0],
    )
