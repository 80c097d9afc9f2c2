"""When, where and how real: the circumstances that meetings, visits, activities and instruments share."""

from __future__ import annotations

from dataclasses import dataclass

from legation import world
from legation.model.mentions import BodyMention, PlaceMention, StateMention
from legation.reading.phrases import Sentence
from legation.reading.reference import Referent
from legation.reading.understanding import Day, Understanding

PAST_TENSES = frozenset({"past", "pqp", "imperf"})
CITED_AFTER = 4  # days before the report's day from which a thing told in the past is only cited
TIMES = frozenset({"date", "range", "until"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """First and last day (EDTF), place as written, and the country where it lies; each None where it cannot be told."""

    date: str | None = None
    until: str | None = None
    place: str | None = None
    country: str | None = None


def circumstances(page: Understanding, start: int, end: int) -> Circumstances:
    """The circumstances told inside a span of the mended text."""
    day = first_day(page, start, end)
    place, country = first_place(page, start, end)
    return Circumstances(day.date if day else None, day.until if day else None, place, country)


def first_day(page: Understanding, start: int, end: int) -> Day | None:
    """The first date or range in a span that could be resolved; deadlines, durations and « since » are passed over."""
    return next((day for day in page.days_within(start, end) if day.date and day.mention.kind in TIMES), None)


def first_place(page: Understanding, start: int, end: int) -> tuple[str | None, str | None]:
    """The first place in a span, and its country; a state named after « à », « au », « en » gives the country alone."""
    for mention in page.within(start, end):
        if isinstance(mention, PlaceMention):
            return mention.name, mention.country or country_of(mention.name)
    return None, None


def country_of(place: str | None) -> str | None:
    """The country of a place that the gazetteer knows."""
    found = world.place(place) if place else None
    return found.country if found else None


def participants(page: Understanding, sentence: Sentence, first: int, last: int) -> Referent:
    """All whom the actor chunks first..last of a sentence mean, in order; bodies give the states they stand for."""
    found = Referent()
    for chunk in sentence.chunks[first : last + 1]:
        if chunk.code == "@A" or (chunk.code == "@B" and isinstance(chunk.mention, BodyMention | StateMention)):
            found = merged(found, page.who(chunk.start))
    return found


def merged(one: Referent, other: Referent) -> Referent:
    """Both referents' persons and states, each once; a state is left out where a person speaks for it."""
    persons = tuple(dict.fromkeys([*one.persons, *other.persons]))
    told = {person.state for person in persons}
    states = tuple(state for state in dict.fromkeys([*one.states, *other.states]) if state not in told)
    return Referent(persons, states)


def status(page: Understanding, tense: str | None, date: str | None, *, modal: str | None = None) -> str | None:
    """The status of a thing from its verb's tense and its date against the report's day; None for occurred."""
    today = page.clock.report_day
    if tense in {"fut"} or modal == "planned" or (date and today and date > today and len(date) == 10):
        return "planned"
    if tense == "cond" or modal == "proposed":
        return "proposed"
    if tense == "pqp" and not same_days(date, today):
        return "cited"
    if date and today and days_between(date, today) > CITED_AFTER:
        return "cited"
    return None


def same_days(date: str | None, today: str | None) -> bool:
    """Whether a date is the report's day or the few days before it."""
    return bool(date and today and len(date) == 10 and 0 <= days_between(date, today) <= CITED_AFTER)


def days_between(date: str, today: str) -> int:
    """Days from the last possible day of an EDTF date to another day (its first possible day); negative if it is later."""
    from datetime import date as calendar

    late = calendar.fromisoformat(world.last_day(date))
    early = calendar.fromisoformat(world.first_day(today))
    return (early - late).days
