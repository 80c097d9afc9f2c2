"""Every date of a report in the order told, each resolved against the day that the story has reached.

« La veille », « le même jour » and « deux mois plus tard » lean on the date last spoken of in their own paragraph; a
new paragraph goes back to the day of the story: the day of what the lead tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from legation.dating.calendar import Edtf
from legation.dating.resolve import Resolved, Tense, resolve
from legation.model.mentions import DateMention
from legation.model.zones import ARTICLE, Zone

_SENTENCE = re.compile(r"[.!?…][»\"”]?\s")
_STORY = 4  # days that the lead's event may lie before the report's day
_POINTS = frozenset({"date", "range"})


def resolve_all(
    mentions: Sequence[DateMention],
    *,
    text: str,
    zones: Sequence[Zone],
    report_day: str | None,
    tense_of: Callable[[DateMention], Tense | None] | None = None,
) -> list[Resolved]:
    """The dates of mentions in the order of the text, one for each; an empty Resolved where none can be told.

    `zones` are the report's; `tense_of` gives the tense of the clause around a mention, or None to trust the mention.
    """
    tenses = [tense_of(mention) if tense_of else None for mention in mentions]
    told = _telling(mentions, text, zones, report_day)
    story = told.story(tenses)
    resolved: list[Resolved] = []
    for place, mention in enumerate(mentions):
        context, known = told.context(place, resolved, story)
        found = resolve(mention, report_day=report_day, context=context, tense=tenses[place]) if known else Resolved()
        resolved.append(found)
    return resolved


def story_day(
    mentions: Sequence[DateMention], *, text: str, zones: Sequence[Zone], report_day: str | None
) -> str | None:
    """The day of what the lead tells; the report's day where the lead tells none."""
    return _telling(mentions, text, zones, report_day).story([None] * len(mentions))


@dataclass(frozen=True, slots=True)
class _Telling:
    mentions: tuple[DateMention, ...]
    places: tuple[int | None, ...]
    kinds: tuple[str, ...]
    text: str
    report_day: str | None

    def story(self, tenses: Sequence[Tense | None]) -> str | None:
        report = Edtf.parse(self.report_day) if self.report_day else None
        if report is None or report.day is None:
            return self.report_day
        for mention, place, tense in zip(self.mentions, self.places, tenses, strict=True):
            if place is None or self.kinds[place] == "caption" or not _could_be_story(mention, tense):
                continue
            day = Edtf.parse(resolve(mention, report_day=self.report_day, tense=tense).date or "")
            if day is not None and day.day is not None and 0 <= (report.first() - day.first()).days <= _STORY:
                return str(day)
        return self.report_day

    def context(self, place: int, resolved: Sequence[Resolved], story: str | None) -> tuple[str | None, bool]:
        """The date that a mention leans on, and whether it may be leant on."""
        mention = self.mentions[place]
        if mention.relation != "context":
            return story, True
        fine = mention.unit == "day" or mention.day is not None
        for before in range(place - 1, -1, -1):
            other, date = self.mentions[before], resolved[before]
            if self.places[before] != self.places[place]:
                break
            leaning = other.relation == "context" and fine and other.shift == 0
            if other.kind not in _POINTS or date.date is None or leaning:
                continue
            near = self._sentences_between(other.end, mention.start) < 2
            if fine and date.precision != "day":
                if near and mention.shift and _before(date.date, story):
                    return None, False
                continue
            if near or not fine or _close(date.date, story):
                return date.until or date.date, True
        return story, True

    def _sentences_between(self, start: int, end: int) -> int:
        return len(_SENTENCE.findall(self.text, start, end))


def _telling(mentions: Sequence[DateMention], text: str, zones: Sequence[Zone], report_day: str | None) -> _Telling:
    starts = [zone.start for zone in zones]
    places: list[int | None] = []
    for mention in mentions:
        index = bisect_right(starts, mention.start) - 1
        inside = index >= 0 and mention.start < zones[index].end and zones[index].kind in ARTICLE
        places.append(index if inside else None)
    return _Telling(tuple(mentions), tuple(places), tuple(zone.kind for zone in zones), text, report_day)


def _could_be_story(mention: DateMention, tense: Tense | None) -> bool:
    if mention.relation == "context" or mention.kind != "date":
        return False
    return (tense or mention.tense) not in {"future", "earlier"}


def _before(date: str, story: str | None) -> bool:
    first, second = Edtf.parse(date), Edtf.parse(story or "")
    return first is not None and second is not None and first.last() < second.first()


def _close(date: str, story: str | None) -> bool:
    first, second = Edtf.parse(date), Edtf.parse(story or "")
    return first is not None and second is not None and abs((second.first() - first.first()).days) <= _STORY
