"""Dates as spans of days, so that dates of unlike precision can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from legation.world import first_day, last_day

DAY = 1
LONGEST_STAY = 370  # days; what is said to last longer is a misread date


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included, as ordinals of the Gregorian calendar.

    `start` is the last day on which it may have begun (that of a date of month precision is the month's last day).
    `told` is false where the span was not told but drawn from the report's day.
    """

    first: int
    last: int
    start: int
    told: bool = True

    @property
    def looseness(self) -> int:
        """How many days the beginning may lie apart: 0 for a date given to the day."""
        return self.start - self.first

    def shifted(self, before: int, after: int) -> Span:
        """The span made longer at both ends; no longer told."""
        return Span(self.first - before, self.last + after, self.start + after, told=False)


@lru_cache(maxsize=65536)
def span_of(start: str | None, until: str | None = None) -> Span | None:
    """The span of an EDTF date, or of one to another; None where none is given or it is no date.

    An end before the beginning, or more than a year after it, does not count.
    """
    first, last = _days(start), _days(until)
    if first is None:
        return None if last is None else Span(last[0], last[1], last[1])
    if last is None or last[1] < first[0] or last[1] - first[0] > LONGEST_STAY:
        return Span(first[0], first[1], first[1])
    return Span(first[0], max(first[1], last[1]), first[1])


def gap(left: Span, right: Span) -> int:
    """How many days lie from the end of one to the beginning of the other; 0 where they share a day."""
    return max(0, left.first - right.last, right.first - left.last)


def months_of(span: Span, *, most: int = 3) -> tuple[str, ...]:
    """The months that a span touches (`2019-03`), none where it touches more than `most`."""
    first, last = date.fromordinal(span.first), date.fromordinal(span.last)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count > most:
        return ()
    numbers = range(first.year * 12 + first.month - 1, first.year * 12 + first.month - 1 + count)
    return tuple(f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers)


def years_of(span: Span) -> tuple[str, ...]:
    """The years that a span touches, first and last."""
    first, last = date.fromordinal(span.first).year, date.fromordinal(span.last).year
    return tuple(dict.fromkeys((f"{first:04d}", f"{last:04d}")))


def day_text(ordinal: int) -> str:
    """The ISO date of an ordinal."""
    return date.fromordinal(ordinal).isoformat()


def span_text(span: Span | None) -> str:
    """A span in words: one day, or one to another."""
    if span is None:
        return "no date"
    first, last = day_text(span.first), day_text(span.last)
    text = first if first == last else f"{first} to {last}"
    return text if span.told else f"about {text}"


@lru_cache(maxsize=65536)
def _days(edtf: str | None) -> tuple[int, int] | None:
    if not edtf:
        return None
    try:
        return date.fromisoformat(first_day(edtf)).toordinal(), date.fromisoformat(last_day(edtf)).toordinal()
    except ValueError:
        return None
