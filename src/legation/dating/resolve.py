"""When words mean, told the day of the report and the date last spoken of.

Never more precise than the words: « fin mars » is a month, « l'an dernier » a year, a week is the month that holds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from legation.dating.calendar import Edtf, Precision
from legation.model.mentions import DateMention

Tense = Literal["past", "earlier", "present", "future"]
_FAR, _NEAR = 270, 60  # days: a day told without its year lies nearer than so, where the other way is this near
_HALF_WEEK = 3
_EXACT_DAYS = 7  # « il y a dix jours » is a round number; up to a week it is meant
_COUNTED = frozenset({"ago", "hence", "later", "before", "within"})  # rules that count units up to a point in time
PARTS = {
    "spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "winter": (12, 3), "half1": (1, 6), "half2": (7, 12),
    "quarter1": (1, 3), "quarter2": (4, 6), "quarter3": (7, 9), "quarter4": (10, 12),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date resolved: EDTF `date` and last day `until` (of a range), or None, and the precision of `date`."""

    date: str | None = None
    until: str | None = None
    precision: Precision | None = None


def resolve(
    mention: DateMention,
    *,
    report_day: str | None,
    context: str | None = None,
    tense: str | None = None,
) -> Resolved:
    """The date that a mention tells.

    `report_day` is the report's date and `context` the date last resolved in the narration, both EDTF. `tense` is the
    tense of the clause that holds the words; where None, that which the mention itself saw. Gives an empty Resolved
    for what is no point in time (a duration, an anniversary, a vague word) and where the day needed is not known.
    """
    if mention.kind in {"duration", "anniversary", "decade", "offset", "vague"}:
        return Resolved()
    report = Edtf.parse(report_day) if report_day else None
    around = (Edtf.parse(context) if context else None) or report
    found = _Resolver(mention, report, around, _seen(tense) or _seen(mention.tense)).run()
    if found is None:
        return Resolved()
    start, end = found
    return Resolved(str(start), None if end is None or end == start else str(end), start.precision)


def last_day(start: str, mention: DateMention) -> str | None:
    """The last day of a stay that begins on `start` and lasts as a duration says; first and last day count."""
    first = Edtf.parse(start)
    if first is None or first.day is None or mention.kind != "duration":
        return None
    days = {"day": 1, "week": 7}.get(mention.unit or "")
    if mention.unit == "hour" and mention.shift % 24 == 0:
        return str(first.days(max(0, mention.shift // 24 - 1)))
    return str(first.days(max(0, days * mention.shift - 1))) if days else None


def _seen(tense: str | None) -> Tense | None:
    return tense if tense in ("past", "earlier", "present", "future") else None  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _Resolver:
    mention: DateMention
    report: Edtf | None
    around: Edtf | None
    tense: Tense | None

    def run(self) -> tuple[Edtf, Edtf | None] | None:
        m = self.mention
        if m.kind == "range":
            return self._range()
        if m.part in PARTS:
            start = self._period()
        elif m.month is not None:
            start = self._calendar(m.year, m.month, m.day)
        elif m.year is not None:
            start = Edtf.of(m.year)
        elif m.day is not None:
            start = self._bare_day(m.day, m.weekday)
        elif m.weekday is not None:
            start = self._weekday(m.weekday)
        else:
            start = self._shifted()
        return (start, None) if start is not None else None

    @property
    def _base(self) -> Edtf | None:
        return self.around if self.mention.relation == "context" else self.report

    @property
    def _forward(self) -> bool:
        return self.mention.shift > 0 if self._turned else self.tense == "future"

    @property
    def _turned(self) -> bool:
        """Whether the words themselves say which way: « mardi dernier », « mars prochain »."""
        return self.mention.shift != 0 and self.mention.unit is None

    # ranges

    def _range(self) -> tuple[Edtf, Edtf | None] | None:
        m = self.mention
        if m.unit == "weekend":
            return self._weekend()
        if m.weekday is not None and m.until_weekday is not None and m.day is None:
            return self._weekdays(m.weekday, m.until_weekday)
        end = self._range_end()
        if end is None:
            return None
        return (start, end) if (start := self._range_start(end)) is not None else None

    def _range_end(self) -> Edtf | None:
        m = self.mention
        if m.until_month is None and m.until_day is not None:
            return self._bare_day(m.until_day, m.until_weekday)
        if m.until_month is None:
            return Edtf.of(m.until_year) if m.until_year is not None else None
        year = m.until_year or (m.year if m.year and (m.month or 1) <= m.until_month else m.year and m.year + 1)
        return self._calendar(year, m.until_month, m.until_day)

    def _range_start(self, end: Edtf) -> Edtf | None:
        """The first day, in the month and year of the last one unless it says otherwise, and never after it."""
        m = self.mention
        if m.day is None and m.month is None:
            return Edtf.of(m.year) if m.year is not None else None
        month = m.month or end.month or 1
        start = Edtf.of(m.year or end.year, month, m.day)
        if start is None or start.first() <= end.first():
            return start
        back = end.months(-1) if m.month is None else None
        return Edtf.of(back.year, back.month, m.day) if back else Edtf.of(end.year - 1, month, m.day)

    def _weekend(self) -> tuple[Edtf, Edtf | None] | None:
        if self.report is None or self.report.day is None:
            return self._coarse()
        day = self.report.first()
        saturday = day + timedelta(days=5 - day.weekday())
        told = self.mention.shift == 0 and self.tense in {"past", "earlier"} and day.weekday() < 4
        if self.mention.shift < 0 or told:
            saturday -= timedelta(days=7)
        elif self.mention.shift > 0 and day.weekday() >= 5:
            saturday += timedelta(days=7)
        return Edtf.on(saturday), Edtf.on(saturday + timedelta(days=1))

    def _weekdays(self, first: int, last: int) -> tuple[Edtf, Edtf | None] | None:
        end = self._weekday(last)
        start = self._weekday(first)
        if start is None or end is None or end.day is None:
            return (start, None) if start else None
        gap = (last - first) % 7
        return (start, start.days(gap)) if self._forward else (end.days(-gap), end)

    # points

    def _calendar(self, year: int | None, month: int, day: int | None) -> Edtf | None:
        m = self.mention
        if year is not None:
            return Edtf.of(year, month, day)
        if m.unit == "year":
            return Edtf.of(self._base.year + m.shift, month, day) if self._base else None
        if m.unit == "day" and self.report is None:
            return None
        if self.report is None:
            return None
        return self._nearest(month, day)

    def _nearest(self, month: int, day: int | None) -> Edtf | None:
        """The occurrence of a month, or of a day of it, that the words most likely mean."""
        assert self.report is not None
        report = self.report
        years = (report.year - 1, report.year, report.year + 1)
        found = [edtf for year in years if (edtf := Edtf.of(year, month, day)) is not None]
        if report.month is None:
            return Edtf.of(report.year, month, day)
        behind = [edtf for edtf in found if edtf.first() <= report.last()]
        ahead = [edtf for edtf in found if edtf.last() >= report.first()]
        if not behind or not ahead:
            return (behind or ahead)[-1] if behind or ahead else None
        past, future = behind[-1], ahead[0]
        if self._turned:
            return self._turn(behind, ahead)
        back, on = (report.first() - past.first()).days, (future.first() - report.first()).days
        if self.tense == "future":
            return past if on > _FAR and back < _NEAR else future
        if self.tense == "earlier":
            return past
        if self.tense == "past" and day is None:
            return past
        if self.tense == "past":
            return future if back > _FAR and on < _NEAR else past
        return future if on < _NEAR < back else past if back <= on or on > _NEAR else future

    def _turn(self, behind: list[Edtf], ahead: list[Edtf]) -> Edtf:
        """« mars dernier » is not this very month, nor « le 3 mai prochain » this very day."""
        assert self.report is not None
        now = self.report
        if self.mention.shift < 0:
            return next((edtf for edtf in reversed(behind) if edtf.last() < now.first()), behind[-1])
        return next((edtf for edtf in ahead if edtf.first() > now.last()), ahead[-1])

    def _bare_day(self, day: int, weekday: int | None) -> Edtf | None:
        """« le 13 »: in the month spoken of, or the one before or after it."""
        base = self.around if self.mention.unit is None else self._base
        if base is None or base.month is None:
            return base
        if self.mention.unit == "month":
            moved = base.months(self.mention.shift)
            return Edtf.of(moved.year, moved.month, day)
        months = [base.months(step) for step in (-1, 0, 1)]
        found = [edtf for month in months if (edtf := Edtf.of(month.year, month.month, day)) is not None]
        if weekday is not None:
            found = [edtf for edtf in found if edtf.first().weekday() == weekday] or found
        if base.day is None:
            return next((edtf for edtf in found if (edtf.year, edtf.month) == (base.year, base.month)), found[0])
        if self.tense == "future":
            return next((edtf for edtf in found if edtf.first() >= base.first()), found[-1])
        if self.tense in {"past", "earlier"}:
            return next((edtf for edtf in reversed(found) if edtf.first() <= base.first()), found[0])
        return min(found, key=lambda edtf: abs((edtf.first() - base.first()).days))

    def _weekday(self, weekday: int) -> Edtf | None:
        base = self._base
        if base is None or base.day is None:
            return base
        m, day = self.mention, base.first()
        if m.unit == "week":
            return Edtf.on(day + timedelta(days=weekday - day.weekday() + 7 * m.shift))
        back = (day.weekday() - weekday) % 7
        if self._turned:
            return Edtf.on(day - timedelta(days=back or 7) if m.shift < 0 else day + timedelta(days=7 - back))
        near = self.tense in {None, "present"} and m.rule == "weekday_this"
        if self.tense == "future" or ((near or self.tense == "present") and back > _HALF_WEEK):
            return Edtf.on(day + timedelta(days=-back % 7))
        return Edtf.on(day - timedelta(days=back))

    def _period(self) -> Edtf | None:
        """A season, quarter or half year: the year alone, for EDTF level 0 has no finer name."""
        m = self.mention
        if m.year is not None:
            return Edtf.of(m.year)
        base = self._base
        if base is None:
            return None
        if m.unit == "year":
            return Edtf(base.year + m.shift)
        if m.rule == "season_this":
            return Edtf(base.year)
        first, last = PARTS[m.part or ""]
        if self._turned or self.tense in {"past", "earlier", "future"}:
            forward = self._forward
            month = base.month or 6
            if forward:
                over = month >= (first if self._turned else last) > 1 and last > first
                return Edtf(base.year + (1 if over else 0))
            running = self._turned and first <= month <= last
            return Edtf(base.year - (1 if first > month or running else 0))
        return Edtf(base.year)

    def _shifted(self) -> Edtf | None:
        """So many days, weeks, months or years from the report's day or from the date spoken of."""
        m, base = self.mention, self._base
        if base is None or m.unit is None:
            return None
        if m.unit == "day":
            exact = abs(m.shift) <= _EXACT_DAYS or m.relation == "context"
            moved = base.days(m.shift)
            return moved if exact else moved.to("month")
        if m.unit == "week":
            return self._week(base)
        if m.unit in {"month", "period", "quarter", "half"}:
            size = {"quarter": 3, "half": 6, "period": 3}.get(m.unit, 1)
            moved = base.months(m.shift * size)
            return moved.to("month") if size == 1 else moved.to("year")
        if m.unit == "year":
            return self._year(base)
        return None

    def _week(self, base: Edtf) -> Edtf | None:
        """The month that holds the week, or the year that does."""
        if base.day is None:
            return base
        middle = base.first() + timedelta(days=7 * self.mention.shift)
        if self.mention.rule in _COUNTED:
            return Edtf(middle.year, middle.month)
        monday = middle - timedelta(days=middle.weekday())
        sunday = monday + timedelta(days=6)
        if (monday.year, monday.month) == (sunday.year, sunday.month):
            return Edtf(monday.year, monday.month)
        return Edtf(monday.year) if monday.year == sunday.year else Edtf(middle.year)

    def _year(self, base: Edtf) -> Edtf | None:
        """A year; « il y a un an », « dans un an » and « un an plus tard » tell the month as well."""
        m = self.mention
        single = abs(m.shift) == 1 and m.rule in _COUNTED
        return Edtf(base.year + m.shift, base.month if single else None)

    def _coarse(self) -> tuple[Edtf, Edtf | None] | None:
        return (self.report, None) if self.report else None


def days_between(earlier: str, later: str) -> int | None:
    """The number of days from one EDTF day to another, or None where one of them is no day."""
    first, second = Edtf.parse(earlier), Edtf.parse(later)
    if first is None or second is None or first.day is None or second.day is None:
        return None
    return (second.first() - first.first()).days
