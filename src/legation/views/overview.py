"""The overview of all pairs of states that reports are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from legation.model.report import ReadReport
from legation.views.countries import country_name
from legation.views.dyads import Dyad, dyads
from legation.views.wording import label

COLUMNS = ("meeting", "visit", "instrument", "programme", "activity", "statement")


@dataclass(slots=True)
class _Tally:
    files: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    days: list[str] = field(default_factory=list)
    status: tuple[str, str] = ("", "")


def overview(reports: Iterable[ReadReport]) -> list[dict[str, object]]:
    """A row for each pair of states: names, reports, records by kind, days, status; most reports first."""
    tallies: dict[Dyad, _Tally] = {}
    for pair, report, record in dyads(reports):
        tally = tallies.setdefault(pair, _Tally())
        date = report.head.date or ""
        tally.files.add(report.file)
        tally.kinds[record.kind] += 1
        if date:
            tally.days.append(date)
        if record.kind == "relation" and date >= tally.status[0]:
            tally.status = (date, label(str(record.slots.get("label", ""))))
    ordered = sorted(tallies.items(), key=lambda item: (-len(item[1].files), -item[1].kinds.total(), item[0]))
    return [_row(pair, tally) for pair, tally in ordered]


def _row(pair: Dyad, tally: _Tally) -> dict[str, object]:
    return {
        "codes": f"{pair[0]} {pair[1]}",
        "name": f"{country_name(pair[0])} and {country_name(pair[1])}",
        "reports": len(tally.files),
        "counts": [(kind, tally.kinds[kind]) for kind in COLUMNS],
        "first": min(tally.days, default=""),
        "last": max(tally.days, default=""),
        "status": tally.status[1],
    }
