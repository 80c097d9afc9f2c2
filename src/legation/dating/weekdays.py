"""What the weekdays in a report tell of its year. Every clue is the years left open, with its reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from legation.dating.anchors import Anchor, bare_weekday, lead_weekdays, lead_zones, past_weekdays, zone_of
from legation.dating.calendar import Edtf
from legation.dating.clues import Clue, Evidence
from legation.dating.resolve import resolve

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def weekday_clues(found: Evidence) -> Iterator[Clue]:
    """Years in which the days told with their weekday fall on it."""
    anchor, days = found.anchor, found.days
    if anchor.day is None:
        return
    if anchor.weekday is not None:
        fit = frozenset(year for year, day in days.items() if day.first().weekday() == anchor.weekday)
        yield Clue(fit, f"{_day(anchor)} was a {_WEEKDAYS[anchor.weekday]}", kind="weekday")
    elif anchor.stay:
        yield from _weekdays_of_stay(found, days)
    else:
        yield from _bare_weekdays(found, days)
        yield from _days_to_come(found, days)
    yield from _other_weekdays(found, days)


def _days_to_come(found: Evidence, days: Mapping[int, Edtf]) -> Iterator[Clue]:
    """« Tokyo, 4 mars (VNA) … il repartira dimanche »: the dateline's day is no Sunday, or that were « ce dimanche »."""
    zones = lead_zones(found.layout)
    for mention in found.dates:
        ahead = bare_weekday(mention) and mention.tense == "future" and mention.rule != "weekday_this"
        if ahead and zone_of(mention.start, zones) is not None:
            weekday = mention.weekday or 0
            fit = frozenset(year for year, day in days.items() if day.first().weekday() != weekday)
            yield Clue(
                fit, f"{_day(found.anchor)} was no {_WEEKDAYS[weekday]}, which is told as to come", kind="weekday"
            )


def _bare_weekdays(found: Evidence, days: Mapping[int, Edtf]) -> Iterator[Clue]:
    """« Tokyo, 4 mars (VNA) … lundi »: the weekday of the lead is that of the dateline's day or the one before it."""
    for mention in lead_weekdays(found.layout, found.dates)[:1]:
        weekday, after = mention.weekday or 0, 0 if mention.rule == "weekday_this" or _told_twice(found) else 1
        fit = {year for year, day in days.items() if (day.first().weekday() - weekday) % 7 <= after}
        words = f"{_day(found.anchor)} was a {_WEEKDAYS[weekday]}" + (" or the day after one" if after else "")
        yield Clue(frozenset(fit), words, kind="weekday")


def _weekdays_of_stay(found: Evidence, days: Mapping[int, Edtf]) -> Iterator[Clue]:
    """« du 10 au 13 octobre … Mardi … Mercredi … »: the years in which all of them lie within the stay."""
    anchor, weekdays = found.anchor, past_weekdays(found.anchor, found.dates)
    fit = {
        year for year, day in days.items() if all((one - day.first().weekday()) % 7 <= anchor.stay for one in weekdays)
    }
    named = ", ".join(_WEEKDAYS[one] for one in dict.fromkeys(weekdays))
    yield Clue(frozenset(fit), f"the {anchor.stay + 1} days from {_day(anchor)} on held {named}", kind="weekday")


def same_day_clues(found: Evidence) -> Iterator[Clue]:
    """Years in which the lead's weekday is that of the very dateline: likelier than the day before, and asked last."""
    if found.anchor.source != "dateline" or found.anchor.weekday is not None or found.anchor.day is None:
        return
    for mention in lead_weekdays(found.layout, found.dates)[:1]:
        fit = {year for year, day in found.days.items() if day.first().weekday() == mention.weekday}
        words = f"{_day(found.anchor)} was itself a {_WEEKDAYS[mention.weekday or 0]}"
        yield Clue(frozenset(fit), words, kind="weekday")


def _told_twice(found: Evidence) -> bool:
    """Whether the lead says that what it tells was on the very day of the dateline."""
    anchor, zones = found.anchor, lead_zones(found.layout)
    return any(
        (mention.month, mention.day) == (anchor.month, anchor.day)
        for mention in found.dates
        if mention.start != anchor.start and mention.kind == "date" and zone_of(mention.start, zones) is not None
    )


def _other_weekdays(found: Evidence, days: Mapping[int, Edtf]) -> Iterator[Clue]:
    for mention in found.dates:
        alone = mention.weekday is not None and mention.day and mention.month and mention.year is None
        if not alone or mention.shift or mention.start == found.anchor.start:
            continue
        fit = set()
        for year, day in days.items():
            told = Edtf.parse(resolve(mention, report_day=str(day)).date or "")
            if told is not None and told.day is not None and told.first().weekday() == mention.weekday:
                fit.add(year)
        words = f"{mention.day} {_MONTHS[(mention.month or 1) - 1]} was a {_WEEKDAYS[mention.weekday or 0]}"
        yield Clue(frozenset(fit), words, kind="weekday")


def _day(anchor: Anchor) -> str:
    return f"{anchor.day} {_MONTHS[(anchor.month or 1) - 1]}"
