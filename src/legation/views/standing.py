"""What a register holds, as lines of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.codebook import codebook
from legation.register.ledger import Decision
from legation.register.lookup import Standing
from legation.register.queries import Coverage

SHOWN = 12  # outlets told by name
FEW = 0.25  # of the median year: a year with fewer reports is told as a gap


def standing_lines(standing: Standing, pairs: Sequence[Coverage] = ()) -> list[str]:
    """The counts, the coverage, the outlets, the gaps, the pairs of states, the decisions; what is to be done first."""
    told = [
        *_to_do(standing),
        f"reports     {standing.reports:,} in {standing.files:,} files; {standing.copies:,} are copies of another",
        f"days        {standing.first or '?'} to {standing.last or '?'}; {standing.inferred:,} inferred, "
        f"{standing.undated:,} unknown",
        f"read by     {_list(standing.readers)}",
        f"records     {sum(standing.records.values()):,}: {_list(_in_order(standing.records))}",
        f"things      {sum(standing.things.values()):,}: {_list(_in_order(standing.things))}",
        f"conflicts   {standing.conflicts:,} things of which sources tell differently",
        f"outlets     {_outlets(standing.outlets)}",
        *_years(standing.years),
        *_pairs(pairs),
    ]
    return told + [f"decision    {decision_line(one)}" for one in standing.decisions]


def decision_line(decision: Decision) -> str:
    """A decision in one line: what, when, by whom, why, whether it still holds."""
    value = "" if decision.value in (None, {}) else f" {decision.value}"
    why = f": {decision.why}" if decision.why else ""
    gone = f"; withdrawn {decision.withdrawn_at} by {decision.withdrawn_by}" if decision.withdrawn_at else ""
    lost = decision.anchors - decision.anchored
    loose = f"; {lost} of its {decision.anchors} tellings are not in the current readings" if lost else ""
    return f"{decision.id} {decision.what}{value}, {decision.at} by {decision.who}{why}{gone}{loose}"


def _to_do(standing: Standing) -> list[str]:
    if not standing.unresolved:
        return []
    return [f"to do       {standing.unresolved:,} reports are not worked through yet; `legation add` goes on with them"]


def _in_order(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts by kind, in the order of the codebook, what it does not know last."""
    order = [kind for kind in codebook().kinds if kind in counts]
    return {kind: counts[kind] for kind in [*order, *sorted(counts.keys() - set(order))]}


def _list(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name or 'not told'} {count:,}" for name, count in counts.items()) or "none"


def _outlets(counts: Mapping[str, int]) -> str:
    shown = dict(list(counts.items())[:SHOWN])
    more = len(counts) - len(shown)
    return _list(shown) + (f", and {more} more" if more > 0 else "")


def _years(counts: Mapping[str, int]) -> list[str]:
    known = {int(year): count for year, count in counts.items() if year.isdigit()}
    if not known:
        return []
    every = {year: known.get(year, 0) for year in range(min(known), max(known) + 1)}
    usual = sorted(known.values())[len(known) // 2]
    gaps = [str(year) for year, count in every.items() if count < FEW * usual]
    told = [f"years       {', '.join(f'{year} {count:,}' for year, count in every.items())}"]
    return told + ([f"gaps        few or no reports of {', '.join(gaps)}"] if gaps else [])


def _pairs(pairs: Sequence[Coverage]) -> list[str]:
    """The pairs of states of which most is told: how much, from when to when, and the years between of which nothing is."""
    return [f"{'pairs' if number == 0 else '':11} {_pair(pair)}" for number, pair in enumerate(pairs)]


def _pair(pair: Coverage) -> str:
    told = f"{' '.join(pair.states)}  {pair.things:,} things"
    if not pair.years:
        return f"{told}, none with a day"
    first, last = min(pair.years), max(pair.years)
    silent = [str(year) for year in range(int(first), int(last) + 1) if str(year) not in pair.years]
    gaps = f"; nothing of {', '.join(silent)}" if silent else ""
    return f"{told}, {first} to {last}{gaps}"
