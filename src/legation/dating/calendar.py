"""Days, months and years as EDTF level 0 writes them, and steps between them.

An EDTF date of level 0 is an ISO prefix whose length is its precision: 2019, 2019-03, 2019-03-04
(https://www.loc.gov/standards/datetime/).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Edtf:
    """A day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> Edtf | None:
        """The date that an EDTF level 0 text tells, or None where it is none (an empty text, « 2019-13 »)."""
        parts = text.split("T")[0].split("-")
        if not all(part.isdigit() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
            return None
        return cls.of(*(int(part) for part in parts))

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Edtf | None:
        """The date of these parts, or None where the calendar has none (30 February)."""
        if month is not None and not 1 <= month <= 12:
            return None
        if day is not None and (month is None or not 1 <= day <= monthrange(year, month)[1]):
            return None
        return cls(year, month, day)

    @classmethod
    def on(cls, day: date) -> Edtf:
        """This day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How much the date tells."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    def first(self) -> date:
        """The first day of the stretch."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The last day of the stretch."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def to(self, precision: Precision) -> Edtf:
        """The same date with no more than this precision."""
        month = None if precision == "year" else self.month
        return Edtf(self.year, month, self.day if precision == "day" else None)

    def months(self, count: int) -> Edtf:
        """The month so many months on; the year so many months on where no month is known."""
        if self.month is None:
            return Edtf(self.year + count // 12)
        total = self.year * 12 + self.month - 1 + count
        return Edtf(total // 12, total % 12 + 1)

    def days(self, count: int) -> Edtf:
        """The day so many days on, as precise as this date is."""
        if self.day is None:
            return self
        return Edtf.on(self.first() + timedelta(days=count))

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
