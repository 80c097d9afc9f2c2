"""Which pairs of states the register tells of, and in which years."""

from __future__ import annotations

from collections import Counter, defaultdict

from legation.register.queries.values import Coverage
from legation.register.store import Register

BY_YEAR = "SELECT party, substr(day, 1, 4), count(*) FROM involved WHERE instr(party, '+') GROUP BY 1, 2"


def coverage(register: Register, *, limit: int | None = None) -> list[Coverage]:
    """The pairs of states with the number of things told of each, by year; those with most first."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair, year, count in register.rows(BY_YEAR):
        found[pair][year] += count
    ordered = sorted(found.items(), key=lambda one: (-one[1].total(), one[0]))
    return [_coverage(pair, years) for pair, years in ordered[:limit]]


def _coverage(pair: str, years: Counter[str]) -> Coverage:
    first, _, second = pair.partition("+")
    dated = {year: years[year] for year in sorted(years) if year}
    return Coverage((first, second), years.total(), dated, years[""])
