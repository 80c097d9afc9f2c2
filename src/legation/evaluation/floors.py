"""Floors: figures that quality may not fall below. They only go up.

A floors file maps the name of a set of reports to its figures: `slot_f1`, `record_f1`, `dates` (share of the dates
that are right) and `grounded` (share of the records whose quote stands where they say), each 0 to 1, and `leaked`
(records from outside the article), which is a ceiling.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from legation.evaluation.score import Score

Figures = dict[str, float]
DIGITS = 1000  # floors are kept to three decimals, rounded down, so that rounding never makes a fault


def figures(score: Score) -> Figures:
    """The figures of a score that floors are set for."""
    return {
        "slot_f1": score.total.slots.f1,
        "record_f1": score.total.records.f1,
        "dates": score.dates[0] / (score.dates[1] or 1),
        "grounded": score.grounded[0] / (score.grounded[1] or 1),
        "leaked": score.leaked,
    }


def fallen(floors: Mapping[str, Figures], measured: Mapping[str, Figures]) -> list[str]:
    """Each figure of the sets measured that is below its floor, in words."""
    return [
        f"{name}: {figure} {measured[name][figure]:.4g}, {'over' if figure == 'leaked' else 'below'} {bound:.3f}"
        for name in measured
        for figure, bound in floors.get(name, {}).items()
        if _worse(figure, measured[name][figure], bound)
    ]


def raised(floors: Mapping[str, Figures], measured: Mapping[str, Figures]) -> dict[str, Figures]:
    """The floors after measuring: each at its better value, rounded down to three decimals."""
    kept = {name: dict(bounds) for name, bounds in floors.items()}
    for name, values in measured.items():
        bounds = kept.setdefault(name, {})
        for figure, value in values.items():
            value = value if figure == "leaked" else math.floor(value * DIGITS) / DIGITS
            if figure not in bounds or _worse(figure, bounds[figure], value):
                bounds[figure] = value
    return kept


def _worse(figure: str, value: float, bound: float) -> bool:
    return value > bound if figure == "leaked" else value < bound
