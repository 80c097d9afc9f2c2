"""Scores as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from legation.evaluation.compare import Counts
from legation.evaluation.score import Difference, KindScore, Score

if TYPE_CHECKING:
    from legation.evaluation.resolution import Resolution

HEADING = f"{'kind':12} {'slot P':>7} {'R':>6} {'F1':>6}   {'record P':>8} {'R':>6} {'F1':>6} {'gold':>5}"


def score_table(score: Score) -> str:
    """Precision, recall and F1 of slots and records by kind and in all, and what else was counted."""
    rows = [HEADING]
    for name, kind in [*score.kinds.items(), ("all", score.total)]:
        if kind.slots != Counts():
            rows.append(_row(name, kind))
    rows.append(
        f"reports {score.reports}, coded {score.coded}; date right {score.dates[0]}/{score.dates[1]}; "
        f"grounded {score.grounded[0]}/{score.grounded[1]}; from the tail {score.leaked}"
    )
    rows.append(f"slot_f1 {score.total.slots.f1:.3f}")
    return "\n".join(rows)


def report_table(scores: Mapping[str, Score]) -> str:
    """One line a report: slot and record F1, whether its date is right, how many records are missed and spurious."""
    width = max(map(len, scores), default=0)
    rows = [f"{'report':{width}} {'slot F1':>8} {'record F1':>10} {'date':>5} {'missed':>7} {'spurious':>9}"]
    for name, score in scores.items():
        total = score.total
        date = {(1, 1): "right", (0, 1): "wrong"}.get(score.dates, "")
        rows.append(
            f"{name:{width}} {total.slots.f1:8.3f} {total.records.f1:10.3f} {date:>5} "
            f"{total.records.missed:7} {total.records.spurious:9}"
        )
    return "\n".join(rows)


def resolution_table(rows: Mapping[str, Resolution]) -> str:
    """B³ of events and persons, over all and over those alone that people grouped with another; one block a row."""
    lines = [f"{'brought together':30} {'B³ P':>7} {'R':>6} {'F1':>6} {'tellings':>9}"]
    for name, found in rows.items():
        for what, score in (
            ("events", found.events),
            ("events grouped", found.grouped_events),
            ("persons", found.persons),
            ("persons grouped", found.grouped_persons),
        ):
            figures = f"{score.precision:7.3f} {score.recall:6.3f} {score.f1:6.3f} {score.tellings:9}"
            lines.append(f"{f'{what}, {name}':30} {figures}")
        lines.append(f"{f'unlike events a day apart, {name}':46} {found.far:9}")
    return "\n".join(lines)


def difference_lines(differences: Iterable[Difference]) -> Iterator[str]:
    """Each difference: a pair that differs (~), a gold record missed (-), a coded one too many (+)."""
    for difference in differences:
        yield f"{difference.file} {difference.sign} {difference.kind}"
        if difference.gold:
            yield f"    gold  « {difference.gold.quote} » {_slots(difference.gold.slots, difference.gold.free)}"
        if difference.coded:
            yield f"    coded « {difference.coded.quote} » {_slots(difference.coded.slots)} by {difference.coded.rule}"


def _row(name: str, kind: KindScore) -> str:
    s, r = kind.slots, kind.records
    return (
        f"{name:12} {s.precision:7.3f} {s.recall:6.3f} {s.f1:6.3f}   "
        f"{r.precision:8.3f} {r.recall:6.3f} {r.f1:6.3f} {r.right + r.missed:5}"
    )


def _slots(slots: Mapping[str, Any], free: Mapping[str, Any] | None = None) -> str:
    told = [*slots.items(), *((f"?{name}", value) for name, value in (free or {}).items())]
    return " ".join(f"{name}={_value(value)}" for name, value in told)


def _value(value: Any) -> str:
    return "+".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
