"""The report's own day, where its year comes from, and why.

1. The day: the dateline's, else that of a date line above the article or of the container, else the lead's.
2. The year: with the day, else from a date line, else inferred from the clues of the article (`clues`).
Where the clues leave several years, no date is given and all of them are named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.dating.anchors import (
    Anchor,
    aftermath,
    dateline_anchor,
    lead_anchor,
    lead_weekdays,
    lead_zones,
    metadata_anchor,
    stamp_anchor,
    zone_of,
)
from legation.dating.calendar import Edtf
from legation.dating.clues import (
    Clue,
    Evidence,
    acquaintance_clues,
    bound_clues,
    dated_clues,
    edition_clues,
    event_clues,
    people_clues,
    possible_days,
    tie_clues,
)
from legation.dating.weekdays import same_day_clues, weekday_clues
from legation.dating.world import World
from legation.model.mentions import BodyMention, DateMention, PersonMention
from legation.model.zones import Layout

_NAMED = 8  # more years than so are not named one by one
_REASONS = 4


@dataclass(frozen=True, slots=True)
class ReportDay:
    """The report's date (EDTF), its basis (stated, metadata, inferred) and the reason in words.

    `date` is None where several years remain; they are then `candidates`, and named in `because`.
    """

    date: str | None = None
    basis: str | None = None
    because: str | None = None
    candidates: tuple[int, ...] = ()


def report_day(
    *,
    text: str,
    layout: Layout,
    dates: Sequence[DateMention],
    people: Sequence[PersonMention],
    bodies: Sequence[BodyMention],
    metadata: Mapping[str, str],
    world: World,
    language: str = "fr",
) -> ReportDay:
    """The day that a report is about or was published.

    `dates`, `people` and `bodies` are the mentions in the article, its dateline and its stamps: nothing of related
    stories may be among them. `language` is that of the text, for the names of events in it. Gives an empty ReportDay
    where the report tells no day at all.
    """
    dateline, lead = dateline_anchor(layout, dates), lead_anchor(layout, dates)
    outside = _outside(stamp_anchor(layout, dates), metadata_anchor(metadata))
    anchor = dateline or outside or lead
    if anchor is None:
        return ReportDay(because="no day is told in dateline, date line or lead")
    if outside is not None and anchor is not dateline and (outside.day is None or outside.month is None):
        anchor, known = _refined(outside, lead, layout, dates)
        if known:
            return known
    if anchor.year is not None:
        return _told(anchor, dates)
    if outside is not None and outside.year is not None:
        return _completed(anchor, outside)
    article = tuple(mention for mention in dates if zone_of(mention.start, layout.article()) is not None)
    return _inferred(
        Evidence(anchor, possible_days(anchor), text, layout, article, tuple(people), tuple(bodies), world, language)
    )


def _outside(stamp: Anchor | None, metadata: Anchor | None) -> Anchor | None:
    """The fuller of what date lines and the container say."""
    if stamp is None or metadata is None:
        return stamp or metadata
    return stamp if stamp.year is not None and stamp.day is not None else metadata


def _told(anchor: Anchor, dates: Sequence[DateMention]) -> ReportDay:
    day = anchor.date()
    if day is None:
        return ReportDay(because="the date told is not in the calendar")
    if anchor.source in {"stamp", "metadata"}:
        place = "date line" if anchor.source == "stamp" else "date field"
        return ReportDay(str(day), "metadata", f"a {place} tells it")
    if anchor.source == "lead" and day.day is not None:
        day = aftermath(anchor, day.days(anchor.shift), dates)
    return ReportDay(str(day), "stated", f"the {anchor.source} tells it")


def _refined(
    stamp: Anchor, lead: Anchor | None, layout: Layout, dates: Sequence[DateMention]
) -> tuple[Anchor, ReportDay | None]:
    """A date line that tells a month or a year only, with the lead's day in it."""
    year, month = stamp.year, stamp.month
    if lead is not None and month in (None, lead.month) and year is not None and lead.year in (None, year):
        day = lead.date(year)
        if day is not None and lead.weekday in (None, day.first().weekday()):
            because = f"a date line tells {stamp.date()}, the lead the day"
            return lead, ReportDay(str(aftermath(lead, day, dates)), "metadata", because)
    if year is not None and month is not None:
        day = _weekday_before(year, month, layout, dates)
        if day is not None:
            because = f"a date line tells {stamp.date()}, the lead's weekday the day"
            return stamp, ReportDay(str(day), "metadata", because)
    return stamp, None


def _weekday_before(year: int, month: int, layout: Layout, dates: Sequence[DateMention]) -> Edtf | None:
    """The lead's weekday right before a day of the month that it tells as near (« lundi … avant le sommet du 11 »)."""
    weekdays = lead_weekdays(layout, dates)
    near = [
        mention
        for mention in dates
        if zone_of(mention.start, lead_zones(layout)) and mention.day and month in (mention.month, mention.until_month)
    ]
    if not weekdays or not near or weekdays[0].weekday is None:
        return None
    day = Edtf.of(year, month, near[0].day)
    if day is None or near[0].year not in (None, year):
        return None
    found = day.days(-((day.first().weekday() - weekdays[0].weekday) % 7 or 7))
    return found if found.month == month else None


def _completed(anchor: Anchor, outside: Anchor) -> ReportDay:
    """A dateline without its year, with the year of a date line: the year that brings the two nearest."""
    year = outside.year or 0
    days = [day for one in (year - 1, year, year + 1) if (day := anchor.date(one)) is not None]
    stamp = outside.date()
    if not days or stamp is None:
        return ReportDay(because="the date told is not in the calendar")
    day = min(days, key=lambda one: abs((one.first() - stamp.first()).days))
    return ReportDay(str(day), "metadata", f"the {anchor.source} tells the day, a date line the year ({stamp})")


# the surest first: each is asked only while several years are open
_CLUES = (
    weekday_clues, edition_clues, people_clues, tie_clues, dated_clues, bound_clues, event_clues, acquaintance_clues,
    same_day_clues,
)  # fmt: skip


def _inferred(found: Evidence) -> ReportDay:
    years = set(found.days)
    used: list[Clue] = []
    for group in _CLUES:
        if len(years) < 2:
            break
        clues = list(group(found))
        if group is people_clues:
            years, used = _by_people(years, used, clues)
            continue
        for clue in clues:
            if years & clue.years and not years <= clue.years:
                years &= clue.years
                used.append(clue)
    return _verdict(found, years, used)


def _by_people(years: set[int], used: list[Clue], clues: Sequence[Clue]) -> tuple[set[int], list[Clue]]:
    """The years that all holders allow; where they contradict one another, the year that all but one of them allow."""
    telling = [clue for clue in clues if clue.years & years]
    left = years.intersection(*(clue.years for clue in telling)) if telling else years
    if not left and len(telling) > 2:
        scores = {year: sum(year in clue.years for clue in telling) for year in years}
        best = max(scores.values())
        left = {year for year in years if scores[year] == best} if best >= len(telling) - 1 else set()
        telling = [clue for clue in telling if left <= clue.years]
    if not left:
        return years, used
    return left, used + _decisive(years, left, telling)


def _decisive(years: set[int], left: set[int], clues: Sequence[Clue]) -> list[Clue]:
    """The fewest clues that rule the other years out, the most telling first."""
    open_years, chosen, pool = set(years), [], list(clues)
    while open_years != left and pool:
        best = min(pool, key=lambda clue: len(open_years & clue.years))
        if open_years <= best.years:
            break
        open_years &= best.years
        chosen.append(best)
        pool.remove(best)
    return chosen


def _verdict(found: Evidence, years: set[int], used: Sequence[Clue]) -> ReportDay:
    reasons = "; ".join(dict.fromkeys(clue.words for clue in used[:_REASONS])) or "nothing in the report narrows it"
    if len(years) != 1 or not used:
        ordered = tuple(sorted(years))
        named = ", ".join(map(str, ordered)) if len(ordered) <= _NAMED else f"{len(ordered)} years"
        return ReportDay(because=f"the year is open between {named}: {reasons}", candidates=ordered)
    year = min(years)
    day = found.anchor.date(year)
    if day is None:
        return ReportDay(because="the date told is not in the calendar")
    if found.anchor.source == "lead" and day.day is not None:
        day = aftermath(found.anchor, day.days(found.anchor.shift), found.dates)
    if _named_in_lead(found, year):
        return ReportDay(str(day), "stated", f"{year}: the lead names the year; {reasons}")
    return ReportDay(str(day), "inferred", f"{year}: {reasons}")


def _named_in_lead(found: Evidence, year: int) -> bool:
    """Whether the lead tells what happened with its year; a year of what is to come (« une rotation en 2026 ») is another."""
    zones = lead_zones(found.layout)
    return any(
        mention.year == year and mention.kind == "date" and mention.month is None and mention.tense == "past"
        for mention in found.dates
        if zone_of(mention.start, zones) is not None
    )
