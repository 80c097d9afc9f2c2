"""Briefs as one HTML file each: its style inside, nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from legation.views.brief import Brief, Year

CHARTED = (("meeting", "Meetings"), ("visit", "Visits"), ("activity", "Activities"), ("instrument", "Instruments"))
BAR, GAP, HEIGHT = 22, 10, 96  # of the chart, in its own units
STEP = BAR + GAP


@dataclass(frozen=True, slots=True)
class Bar:
    """One block of the chart: where it stands, how high, and what it counts."""

    kind: str
    x: int
    y: float
    height: float
    told: str


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("legation.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def brief_page(brief: Brief, *, version: str) -> str:
    """The brief on a pair of states as a page."""
    template = _environment().get_template("brief.html.j2")
    years = brief.years
    return template.render(
        brief=brief,
        bars=bars(years),
        years=years,
        step=STEP,
        bar=BAR,
        height=HEIGHT,
        charted=CHARTED,
        version=version,
    )


def overview_page(rows: Sequence[Mapping[str, object]], *, reports: int, version: str) -> str:
    """The overview of all pairs of states as a page."""
    return _environment().get_template("overview.html.j2").render(rows=rows, reports=reports, version=version)


def bars(years: Sequence[Year]) -> list[Bar]:
    """The blocks of the chart: a column a year, the kinds stacked in their order."""
    highest = max((sum(year.counts.values()) for year in years), default=1) or 1
    blocks = []
    for place, year in enumerate(years):
        base = float(HEIGHT)
        for kind, title in CHARTED:
            count = year.counts.get(kind, 0)
            height = round(HEIGHT * count / highest, 1)
            base = round(base - height, 1)
            if count:
                blocks.append(Bar(kind, place * STEP, base, height, f"{year.year}, {title.lower()}: {count}"))
    return blocks
