"""Blocking keys: what two tellings of one event share at the least, specific enough that few others share it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from math import floor, log

from legation.register.events.facts import SESSIONS, Facts, dyad, listed, person_key, place_names
from legation.register.spans import Span, day_text, months_of, years_of

RUN = 4  # days of reports that may tell of one undated thing
MOST_PEOPLE = 6  # of a larger gathering only the first so many in the alphabet find it
LONGEST = 12  # days of which each is a key; of what lasts longer, the first


def meeting_keys(facts: Facts) -> Iterator[str]:
    """Day and dyad, day and person, month and person, year and two people, number of session, month and type."""
    pair, people = dyad(facts.parties), _people(facts)
    for day in _days(facts):
        yield f"{pair} {day}"
        yield from (f"{person} {day}" for person in people)
        if facts.get("country") and facts.get("type") in SESSIONS:
            yield f"{facts.get('country')} {facts.get('type')} {day}"
    for month in [*_months(facts), *_to_come(facts)]:
        yield from (f"{person} {month}" for person in people)
        yield f"{pair} {month} {facts.get('type')}"
    if facts.get("session"):
        yield f"{pair} session {facts.get('session')}"
    if facts.span:
        for year in years_of(facts.span):
            yield from (f"{one} {two} {year}" for one, two in combinations(people, 2))


def visit_keys(facts: Facts) -> Iterator[str]:
    """Way and day, way and month, lead and month, lead, way and year."""
    way, people = f"{facts.get('visitor')}>{facts.get('host')}", _people(facts)
    yield from (f"{way} {day}" for day in _days(facts))
    for month in [*_months(facts), *_to_come(facts)]:
        yield f"{way} {month}"
        yield from (f"{person} {month}" for person in people)
    if facts.span:
        yield from (f"{way} {person} {year}" for year in years_of(facts.span) for person in people)


def activity_keys(facts: Facts) -> Iterator[str]:
    """Type with day, month, place, unit or name."""
    kind, pair = facts.get("type"), dyad(facts.parties)
    yield from (f"{kind} {pair} {day}" for day in _days(facts))
    names = [f"unit {key}" for key in _words(facts, "units")] + [f"name {key}" for key in _words(facts, "name")]
    sites = sorted(key for name in listed(facts.get("place")) for key in place_names(str(name)))
    for month in [*_months(facts), *_to_come(facts)]:
        yield f"{kind} {pair} {month}"
        yield from (f"{kind} {site} {month}" for site in sites)
        yield from (f"{kind} {name} {month}" for name in names)
    if facts.span:
        yield from (f"{kind} {name} {year}" for year in years_of(facts.span) for name in names)


def instrument_keys(facts: Facts) -> Iterator[str]:
    """Parties with day, month, year and form, topic or subject; without a date, what it is about."""
    pair = dyad(facts.parties) or "nobody"
    if facts.span:
        yield from (f"{pair} {day}" for day in _days(facts))
        yield from (f"{pair} {month}" for month in months_of(facts.span))
        yield from (f"{pair} {year} {facts.get('form')}" for year in years_of(facts.span))
    yield from (f"{pair} {facts.get('form')} {told}" for told in _told(facts))
    yield from (f"{pair} {facts.get('form')} {topic}" for topic in listed(facts.get("topics")))
    yield from (f"{pair} {stem}" for stem in sorted(facts.stems("subject")))


def programme_keys(facts: Facts) -> Iterator[str]:
    """Funder and beneficiary with sum, place, implementer, or type and topic."""
    way = f"{facts.get('funder')}>{facts.get('beneficiary')}"
    if facts.get("amount"):
        yield from (f"{size} {facts.get('currency')} {way}" for size in _sizes(float(facts.slots["amount"])))
    yield from (f"{way} {key}" for name in listed(facts.get("places")) for key in sorted(place_names(str(name))))
    yield from (f"{way} {key}" for key in _words(facts, "implementers"))
    yield from (f"{way} {told}" for told in _told(facts))
    yield from (f"{way} {facts.get('type')} {topic}" for topic in listed(facts.get("topics")))


def mechanism_keys(facts: Facts) -> Iterator[str]:
    """What it is called."""
    yield f"{facts.get('called')}"


def relation_keys(facts: Facts) -> Iterator[str]:
    """Label and parties."""
    yield f"{facts.get('label')} {dyad(facts.parties)}"


def statement_keys(facts: Facts) -> Iterator[str]:
    """Act, topic, days, and who speaks; nothing where no topic is told, since most people say most things each day."""
    speakers = _people(facts) or sorted(map(str, listed(facts.get("side"))))
    for told in _told(facts):
        for topic in listed(facts.get("topics")):
            yield from (f"{facts.get('act')} {topic} {speaker} {told}" for speaker in speakers)


def _people(facts: Facts) -> list[str]:
    return sorted({person_key(name) for name in facts.persons})[:MOST_PEOPLE]


def _words(facts: Facts, slot: str) -> list[str]:
    return sorted(facts.stems(slot))


def _days(facts: Facts) -> list[str]:
    """The days of a span whose beginning is told to the day, and the day after the last, so that neighbours meet."""
    span = facts.span
    if span is None or span.looseness:
        return []
    last = span.last if span.last - span.first <= LONGEST else span.first
    return [day_text(day) for day in range(span.first, last + 2)]


def _months(facts: Facts) -> Iterable[str]:
    """The months told, or else those in which it may have been; of what is to come, the next two from the report's."""
    if facts.span:
        return months_of(facts.span)
    if facts.when is None:
        return ()
    first = facts.when.first
    return months_of(Span(first, min(facts.when.last, first + 40), first))


def _to_come(facts: Facts) -> list[str]:
    """For what is to come on no day that is told to the month: the month of the report and the next."""
    if facts.told_on is None or facts.status not in ("planned", "proposed"):
        return []
    if facts.span and facts.span.looseness <= 31:
        return []
    near = Span(facts.told_on, facts.told_on + 3, facts.told_on)
    return [f"to come {month}" for month in months_of(near)]


def _told(facts: Facts) -> list[str]:
    """Two runs of days, one of which is shared by reports of the same three days."""
    if facts.told_on is None:
        return []
    return [f"told {facts.told_on // RUN + step}" for step in (0, 1)]


def _sizes(amount: float) -> list[str]:
    """Two steps on a scale of sums, so that sums which differ by a few parts in a hundred share one."""
    step = log(amount) / log(1.1) if amount > 0 else 0.0
    return [str(floor(step)), str(floor(step + 0.5) + 0.5)]
