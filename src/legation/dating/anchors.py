"""Where a report says its own day: in the dateline, a date line above the article, the container, or the lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.dating.calendar import Edtf
from legation.model.mentions import DateMention
from legation.model.zones import Layout, Zone

Source = Literal["dateline", "stamp", "metadata", "lead"]
LEAD_PARAGRAPHS = 2
_METADATA = (
    "date", "published", "publication_date", "date_published", "datepublished", "article:published_time", "pubdate",
)  # fmt: skip
_WEEK = 7
_AFTERMATH = 2  # days after the lead's day on which something else may be told as done


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is said of the report's day: year, month and day as far as told, its weekday, and where it is said.

    `stay` counts the days after that day within which the report lies (« une visite du 10 au 13 octobre … Mardi, il … »).
    """

    source: Source
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int = 0
    start: int = -1
    stay: int = 0

    def date(self, year: int | None = None) -> Edtf | None:
        """The day in a year (the anchor's own, where none is given), or None where the calendar has none."""
        year = year or self.year
        return Edtf.of(year, self.month, self.day) if year else None


def dateline_anchor(layout: Layout, dates: Sequence[DateMention]) -> Anchor | None:
    """The day in the dateline, with as much as it tells; None where there is none or it tells no month."""
    if layout.day is None:
        return None
    found = [mention for mention in dates if _touches(mention, layout.day) and mention.month is not None]
    return _anchor(found[0], "dateline") if found else None


def stamp_anchor(layout: Layout, dates: Sequence[DateMention]) -> Anchor | None:
    """The fullest date among the date lines outside of the article, the first where several are as full."""
    found = [
        mention
        for span in layout.stamps
        for mention in dates
        if _touches(mention, span) and (mention.month or mention.year)
    ]
    return _anchor(max(found, key=_fullness), "stamp") if found else None


def metadata_anchor(metadata: Mapping[str, str]) -> Anchor | None:
    """The date that the report's container tells."""
    lowered = {key.lower(): value for key, value in metadata.items()}
    for key in _METADATA:
        date = Edtf.parse(str(lowered.get(key, ""))[:10])
        if date is not None:
            return Anchor("metadata", date.year, date.month, date.day)
    return None


def lead_anchor(layout: Layout, dates: Sequence[DateMention]) -> Anchor | None:
    """The day that the lead is about: the first told with its month, those still to come after others."""
    zones = lead_zones(layout)
    told = [mention for mention in dates if mention.kind == "date" and mention.day and mention.month]
    inside = [mention for mention in told if zone_of(mention.start, zones) and not _other_year(mention)]
    if inside:
        later = [zone for zone in layout.zones if zone.kind == "body"][1:]
        return _anchor(min(inside, key=lambda mention: _rank(mention, later)), "lead")
    weekdays = lead_weekdays(layout, dates)
    return _stay_anchor(zones, dates, weekdays) if weekdays else _range_anchor(zones, dates)


def _rank(mention: DateMention, later: Sequence[Zone]) -> tuple[int, bool]:
    """How fit a day of the lead is to be the report's: in the first paragraph, with a weekday, not yet to come."""
    away = mention.tense in {"future", "earlier"}
    if zone_of(mention.start, later) is None and (mention.weekday is not None or not away):
        return 0, away
    return (2, True) if away else (1, False)


def _range_anchor(zones: Sequence[Zone], dates: Sequence[DateMention]) -> Anchor | None:
    """The last day of a past stretch of days (« les 6 et 7 juillet »), where the lead names no single day."""
    for mention in dates:
        inside = mention.kind == "range" and zone_of(mention.start, zones) is not None and mention.relation is None
        if inside and mention.until_day and mention.until_month and mention.tense != "future":
            weekday = mention.until_weekday
            return Anchor("lead", mention.until_year, mention.until_month, mention.until_day, weekday, 0, mention.start)
    return None


def _stay_anchor(zones: Sequence[Zone], dates: Sequence[DateMention], weekdays: Sequence[DateMention]) -> Anchor | None:
    """The first day of a stay that the lead tells, where weekdays told in other paragraphs say how far it has come."""
    for mention in dates:
        zone = zone_of(mention.start, zones)
        if (
            zone is None
            or mention.kind != "range"
            or mention.relation is not None
            or mention.tense in {"future", "earlier"}
        ):
            continue
        stay = _length(mention)
        if 0 < stay < _WEEK and all(not zone.start <= one.start < zone.end for one in weekdays):
            return Anchor(
                "lead", mention.year, mention.month or mention.until_month, mention.day, None, 0, mention.start, stay
            )
    return None


def _length(mention: DateMention) -> int:
    """How many days a stretch within one month goes on after its first; 0 where it does not say."""
    same = mention.month in (None, mention.until_month) and mention.until_month is not None
    return mention.until_day - mention.day if same and mention.day and mention.until_day else 0


def past_weekdays(anchor: Anchor, dates: Sequence[DateMention]) -> list[int]:
    """The bare weekdays told as past after the words of an anchor; one also told as to come is not over."""
    bare = [mention for mention in dates if bare_weekday(mention)]
    to_come = {mention.weekday for mention in bare if mention.tense == "future"}
    return [
        mention.weekday
        for mention in bare
        if mention.weekday is not None
        and mention.weekday not in to_come
        and mention.kind == "date"
        and mention.tense == "past"
        and mention.start > anchor.start
    ]


def lead_zones(layout: Layout) -> list[Zone]:
    """Standfirst and first paragraphs; the headline last, for it tells days least often."""
    bodies = [zone for zone in layout.zones if zone.kind == "body"][:LEAD_PARAGRAPHS]
    return [zone for kind in ("standfirst", "headline") for zone in layout.zones if zone.kind == kind] + bodies


def zone_of(offset: int, zones: Sequence[Zone]) -> Zone | None:
    """The zone that an offset lies in."""
    return next((zone for zone in zones if zone.start <= offset < zone.end), None)


def lead_weekdays(layout: Layout, dates: Sequence[DateMention]) -> list[DateMention]:
    """Bare weekdays in the lead, told as past or present: the day of the report or the one before."""
    zones = lead_zones(layout)
    return [
        mention
        for mention in dates
        if bare_weekday(mention)
        and mention.until_weekday is None
        and mention.kind in {"date", "since"}
        and mention.tense not in {"future", "earlier"}
        and zone_of(mention.start, zones) is not None
    ]


def bare_weekday(mention: DateMention) -> bool:
    """Whether a date is told by nothing but its weekday (« jeudi », no « jeudi 1er juin » or « jeudi dernier »)."""
    return mention.weekday is not None and mention.day is None and mention.shift == 0


def aftermath(anchor: Anchor, day: Edtf, dates: Sequence[DateMention]) -> Edtf:
    """The last day told as past soon after the lead's day: « Arrivée jeudi 1er juin … Vendredi, elle a suivi … »."""
    reach = anchor.stay or _AFTERMATH
    gaps = [(weekday - day.first().weekday()) % 7 for weekday in past_weekdays(anchor, dates)]
    return day.days(max((gap for gap in gaps if gap <= reach), default=0))


def _anchor(mention: DateMention, source: Source) -> Anchor:
    shift = -mention.shift if mention.relation == "report" and mention.unit == "day" else 0
    return Anchor(source, mention.year, mention.month, mention.day, mention.weekday, shift, mention.start)


def _other_year(mention: DateMention) -> bool:
    """« le 25 juillet de l'an dernier », « le 21 décembre dernier »: told as another time than the report's."""
    return (mention.shift != 0 and mention.unit != "day") or mention.relation == "context"


def _fullness(mention: DateMention) -> int:
    return sum(part is not None for part in (mention.year, mention.month, mention.day))


def _touches(mention: DateMention, span: tuple[int, int]) -> bool:
    return mention.start < span[1] and span[0] < mention.end
