"""Makes test plans with a known truth: `python -m bench.made --out DIR --count N`.

A seed (a whole number) gives one plan. What the plan says depends on seed, form and level only; damage and
format change how it is written, never what it says.
"""

from bench.made.plan import make
from bench.made.stream import stream
from bench.made.wish import DAMAGES, FORMATS, FORMS, LEVELS, Wish

__all__ = ["DAMAGES", "FORMATS", "FORMS", "LEVELS", "Wish", "make", "stream"]
