"""Visits: someone goes to another country; all tellings of one visit in a report make one record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from legation.model.mentions import UnitMention
from legation.reading.cast import Person
from legation.reading.circumstances import days_between
from legation.reading.frames import load_frames
from legation.reading.matching import hits
from legation.reading.phrases import Sentence
from legation.reading.records.journey_days import first_from, until_from
from legation.reading.records.journeys import Journey, journeys
from legation.reading.records.tellings import over, status_of
from legation.reading.understanding import Draft, Understanding

FOLDER, NOUNS = "frames/visits", "frames/visit_nouns"
USUAL_STAY = 6  # days that a visit of unknown length may last
AHEAD = frozenset({"planned", "proposed"})
CANCELLED = "cancelled"


def _fullest_first(telling: Journey) -> tuple[bool, int, int]:
    in_body, told = telling.fullness
    return not in_body, -told, telling.start


@dataclass(slots=True)
class Stay:
    """One visit as all its tellings give it."""

    tellings: list[Journey] = field(default_factory=list)

    @property
    def best(self) -> Journey:
        """The fullest telling; of equals the first."""
        return max(self.tellings, key=lambda one: (one.fullness, -one.start))

    @property
    def ordered(self) -> list[Journey]:
        """The tellings, fullest first."""
        return sorted(self.tellings, key=_fullest_first) if len(self.tellings) > 1 else self.tellings

    @property
    def lead(self) -> Person | None:
        return next((one.who.persons[0] for one in self.ordered if one.who.persons), None)

    @property
    def visitor(self) -> str | None:
        return next((one.who.side[0] for one in self.ordered if one.who.side), None)

    @property
    def host(self) -> str | None:
        return next((one.host for one in self.ordered if one.host), None)

    @property
    def days(self) -> int:
        return next((one.days for one in self.ordered if one.days), 0)

    @property
    def first(self) -> str | None:
        return next((one.date for one in self.ordered if one.date), None)

    @property
    def date(self) -> str | None:
        last = next((one.until for one in self.ordered if one.until), None)
        return self.first or first_from(last, self.days)

    @property
    def until(self) -> str | None:
        told = next((one.until for one in self.ordered if one.until), None)
        return told or until_from(self.first, self.days)

    @property
    def stops(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(stop for one in self.tellings for stop in one.stops))


def visit_drafts(page: Understanding) -> Iterator[Draft]:
    """The visits of a report, each once, its evidence the fullest telling."""
    told = [one for sentence in page.sentences for one in told_in(page, sentence)]
    for stay in _stays(page, told):
        draft = _draft(page, stay)
        if draft is not None:
            yield draft


def told_in(page: Understanding, sentence: Sentence) -> Iterator[Journey]:
    """What a sentence tells of visits: by its verbs, then by the nouns that no verb frame has taken."""
    taken: set[int] = set()
    for folder in (FOLDER, NOUNS):
        for found in hits(load_frames(page.language, folder), sentence, page.known):
            made = (journeys(page, sentence, hit) for hit in found if hit.index not in taken)
            told = next((some for some in made if some), [])
            for one in told:
                taken.update(range(one.index, one.trigger_end + 1))
                yield one


def _stays(page: Understanding, told: Sequence[Journey]) -> list[Stay]:
    found: list[Stay] = []
    for one in sorted(told, key=lambda one: (one.sentence.zone != "body", one.back, one.at)):
        home = _home(page, one, found)
        if home is not None:
            home.tellings.append(_within(one, home))
        elif one.sentence.zone == "body" and not one.back:
            found.append(Stay([one]))
    return sorted(found, key=lambda stay: stay.best.start)


def _home(page: Understanding, one: Journey, found: Sequence[Stay]) -> Stay | None:
    """The visit that a telling is of: the last before it that fits, else, where it names the visitor, the
    first after it."""
    fitting = [stay for stay in found if _same(page, one, stay)]
    before = [stay for stay in fitting if stay.best.at <= one.at]
    if before:
        return max(before, key=lambda stay: stay.best.at)
    return fitting[0] if fitting and not one.back else None


def _within(one: Journey, stay: Stay) -> Journey:
    """A move from one city to the next during a visit gives a stop, no day of its own."""
    moved = bool(one.date and stay.date and one.date > stay.date and not one.days and one.rule != stay.best.rule)
    return replace(one, date=None, status=None) if moved else one


def _same(page: Understanding, one: Journey, stay: Stay) -> bool:
    """Whether a telling is of this visit: nothing that both say clashes, and it is no other visit taken up by
    a pronoun."""
    if one.pronoun or (one.status == CANCELLED) != (stay.best.status == CANCELLED):
        return False
    visitor = one.who.side[0] if one.who.side else None
    if (visitor and stay.visitor and visitor != stay.visitor) or (one.host and stay.host and one.host != stay.host):
        return False
    if one.who.persons and stay.lead and stay.lead not in one.who.persons:
        return False
    if visitor and visitor == stay.visitor and one.host == stay.host and _inside(one.date, stay):
        return True
    if _clash(one.date, stay.date) or _clash(one.until, stay.until):
        return False
    if one.back:
        return True
    if one.who.persons and not stay.lead and not stay.date and _status(page, one) == "cited":
        return False
    return (_status(page, one) in AHEAD) == (_status(page, stay.best) in AHEAD) or bool(one.until or one.days)


def _inside(day: str | None, stay: Stay) -> bool:
    """Whether a day lies within a visit whose days are known, or shortly after its first."""
    if not day or not stay.date or len(day) != 10 or len(stay.date) != 10 or day < stay.date:
        return False
    last = stay.until if stay.until and len(stay.until) == 10 else None
    return day <= last if last else days_between(stay.date, day) <= USUAL_STAY


def _clash(mine: str | None, theirs: str | None) -> bool:
    return bool(mine and theirs and not mine.startswith(theirs) and not theirs.startswith(mine))


def _status(page: Understanding, one: Journey) -> str | None:
    return status_of(page, one.tense, one.date, one.status)


def _draft(page: Understanding, stay: Stay) -> Draft | None:
    visitor, host, best = stay.visitor, stay.host, stay.best
    if not visitor or not host or visitor == host or _crew(page, stay):
        return None
    lead = stay.lead or _leader(page, visitor)
    slots = {
        "type": next((one.type for one in stay.ordered if one.type), None),
        "status": _stay_status(page, stay),
        "visitor": visitor,
        "host": host,
        "lead": lead.name if lead is not None else None,
        "date": stay.date,
        "until": stay.until,
        "stops": stay.stops,
    }
    return Draft("visit", best.start, best.end, best.rule, slots)


def _crew(page: Understanding, stay: Stay) -> bool:
    """Whether those who come are a ship's company: theirs is a port call."""
    ships = any(isinstance(one, UnitMention) and one.kind == "ship" for one in page.mentions)
    posts = {post.post for post in stay.lead.posts} if stay.lead is not None else set()
    return ships and bool(posts) and posts <= {"commander"}


def _leader(page: Understanding, visitor: str) -> Person | None:
    """The first person in the report from the state that visits, who holds a post."""
    return next((one for one in page.cast.persons if one.state == visitor and (one.posts or one.rank)), None)


def _stay_status(page: Understanding, stay: Stay) -> str | None:
    """The status: a visit is only cited once its last day lies well before the report's."""
    today, last = page.clock.report_day, stay.until or stay.date
    told = next((one.status for one in stay.ordered if one.status), None)
    if told == CANCELLED:
        return told
    if last and today and over(last, today):
        return "cited"
    ahead = told or (stay.best.tense == "fut" and not over(stay.date, today) if stay.date and today else None)
    if stay.date and today and stay.date <= today and not (ahead and len(stay.date) < len(today)):
        return None
    return status_of(page, stay.best.tense, stay.date, told) if not (stay.until and not stay.date) else None
