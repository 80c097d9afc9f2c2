"""What in a report tells its year: holders of posts, numbered editions, anniversaries, years named (weekdays: `weekdays`).

Every clue is the set of years that it leaves open, with its reason in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from legation.dating.anchors import Anchor, lead_zones, zone_of
from legation.dating.calendar import Edtf
from legation.dating.resolve import PARTS, resolve
from legation.dating.world import World
from legation.model.mentions import BodyMention, DateMention, PersonMention, Post
from legation.model.zones import Layout

FIRST_YEAR = 1990
LAST_YEAR = 2026  # as far as the tables of posts reach; a release moves it on with them
_SLACK = timedelta(days=3)  # a post is named for some days before and after it changes hands
_EDITION_DAYS = 45  # a report on an edition is not further from it
_AROUND = timedelta(days=730)
_SHORT_NAME = 8  # letters of an event's name below which it may be another word
_KNOWN_ONCE = frozenset(
    {"operation", "disaster", "attack", "coup", "conflict", "transition", "death", "agreement", "incident"}
)
_WORD = re.compile(r"\w+")
_LOOSE_POSTS = frozenset({"other", "department_head", "commander"})
_SENTENCE = re.compile(r"[.!?…]\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Clue:
    """Years that stay open, and why; `kind` names what told it."""

    years: frozenset[int]
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the article offers for finding its year; `days` are the report's day in every year that has it."""

    anchor: Anchor
    days: Mapping[int, Edtf]
    text: str
    layout: Layout
    dates: tuple[DateMention, ...]
    people: tuple[PersonMention, ...]
    bodies: tuple[BodyMention, ...]
    world: World
    language: str

    def article(self) -> str:
        """The text of the article's own zones."""
        return "\n".join(self.text[zone.start : zone.end] for zone in self.layout.article())


def possible_days(anchor: Anchor) -> Mapping[int, Edtf]:
    """The day that an anchor tells, in every year that has it."""
    return _in_every_year(anchor.month, anchor.day)


@lru_cache(maxsize=512)
def _in_every_year(month: int | None, day: int | None) -> Mapping[int, Edtf]:
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return MappingProxyType({year: found for year in years if (found := Edtf.of(year, month, day)) is not None})


def people_clues(found: Evidence) -> Iterator[Clue]:
    """Years in which the people named held the posts that the report gives them."""
    days = found.days
    seen = set()
    for person in found.people:
        if _elsewhere(found, person):
            continue
        for post in person.posts:
            key = (person.name, post.post, post.country, post.former)
            if key in seen or post.post in _LOOSE_POSTS:
                continue
            seen.add(key)
            clue = _post_clue(found.world, person, post, days)
            if clue is not None:
                yield clue


def _post_clue(world: World, person: PersonMention, post: Post, days: Mapping[int, Edtf]) -> Clue | None:
    country = post.country or person.state
    whole = " " in person.name
    known = world.terms_of(person.name) or (
        world.terms_of(person.name, loose=True) if whole else world.family_terms(person.name)
    )
    terms = [term for term in known if term.post == post.post and country in (None, term.state)]
    if not terms:
        return None
    title = post.post.replace("_", " ")
    if post.former:
        ended = [term for term in terms if term.until is not None]
        if not ended or len(ended) < len(terms):
            return None
        end = min(term.last for term in ended)
        fit = {year for year, day in days.items() if day.last().isoformat() > end}
        words = f"{person.name} was no longer {title} of {ended[0].state} after {end}"
        return Clue(frozenset(fit), words, kind="person")
    fit = {year for year, day in days.items() if any(_in_office(term, day) for term in terms)}
    spans = " and ".join(f"{term.since or '?'} to {term.until or 'now'}" for term in terms)
    return Clue(frozenset(fit), f"{person.name} was {title} of {terms[0].state} {spans}", kind="person")


def _in_office(term: Any, day: Edtf) -> bool:
    first, last = day.first(), day.last()
    return _iso(term.first) - _SLACK <= last and first <= _iso(term.last) + _SLACK


def _iso(text: str) -> date:
    year = int(text[:4])
    if year <= 1 or year >= 9999:
        return date(10 if year <= 1 else 9990, 1, 1)
    return date.fromisoformat(text)


def _elsewhere(found: Evidence, person: PersonMention) -> bool:
    """Whether a person is named in a sentence on another time (« en septembre 2015, la visite du secrétaire … »)."""
    if zone_of(person.start, lead_zones(found.layout)) is not None:
        return False
    start, end = _sentence(found.text, person.start)
    return any(
        (mention.year is not None and mention.kind != "deadline")
        or (mention.month is not None and mention.day is None)
        or (mention.unit == "year" and mention.shift < 0)
        for mention in found.dates
        if start <= mention.start < end
    )


def _sentence(text: str, offset: int) -> tuple[int, int]:
    start = max((match.end() for match in _SENTENCE.finditer(text, max(0, offset - 600), offset)), default=0)
    after = _SENTENCE.search(text, offset)
    return start, after.start() if after else len(text)


def acquaintance_clues(found: Evidence) -> Iterator[Clue]:
    """Years around the terms of people that are named in full without a post: a loose clue."""
    days = found.days
    for person in found.people:
        terms = () if person.posts or " " not in person.name else found.world.terms_of(person.name)
        near = {
            year
            for year, day in days.items()
            if any(_iso(term.first) - _AROUND <= day.first() <= _iso(term.last) + _AROUND for term in terms)
        }
        if near:
            yield Clue(frozenset(near), f"{person.name} is known from {min(near)} to {max(near)}", kind="acquaintance")


def edition_clues(found: Evidence) -> Iterator[Clue]:
    """The year in which the numbered edition that the lead is about was held, or those between its neighbours."""
    zones, days = lead_zones(found.layout), found.days
    parties = _parties(found)
    for body in found.bodies:
        if body.session is None or zone_of(body.start, zones) is None:
            continue
        runs = _series_of(found.world, body, frozenset(body.parties or parties))
        held = [when for run in runs for number, when in run.items() if number == body.session]
        fit = {year for year, day in days.items() if any(_gap(day, when) <= _EDITION_DAYS for when in held)}
        words = f"edition {body.session} of {body.name} was held in {' or '.join(map(str, held))}"
        if not held:
            fit = {year for year, day in days.items() if any(_fits_between(run, body.session, day) for run in runs)}
            words = f"edition {body.session} of {body.name} came between those known"
        if fit:
            yield Clue(frozenset(fit), words, kind="edition")


def _series_of(world: World, body: BodyMention, parties: frozenset[str]) -> list[dict[int, Edtf]]:
    """The editions, by number, of the series of this name, else of every series of that type between the parties."""
    named = world.series(body.name, parties)
    alike = [one for one in world.all_series() if one.kind == body.type and frozenset(one.parties) == parties]
    return [
        {event.number: when for event in one.editions if event.number and (when := Edtf.parse(event.date))}
        for one in ([named] if named is not None else alike)
    ]


def _fits_between(run: dict[int, Edtf], number: int, day: Edtf) -> bool:
    """Whether an edition of this number may have been held on a day, after the ones before it and before the next."""
    after = all(when.first() <= day.last() for other, when in run.items() if other < number)
    return after and all(day.first() <= when.last() for other, when in run.items() if other > number)


def _gap(day: Edtf, when: Edtf) -> int:
    """Days between two stretches; 0 where they meet."""
    if day.last() < when.first():
        return (when.first() - day.last()).days
    return max(0, (day.first() - when.last()).days)


def event_clues(found: Evidence) -> Iterator[Clue]:
    """Years not before what the article names as known: a war, a disaster, a coup, an agreement."""
    names = _known_events(found.world, found.language)
    words = _WORD.findall(found.world.fold(found.article()))
    latest: tuple[date, str] | None = None
    for place, word in enumerate(words):
        for name, begun in names.get(word, ()):
            if tuple(words[place : place + len(name)]) == name:
                latest = max(latest or (begun, ""), (begun, " ".join(name)))
    if latest is not None:
        fit = {year for year, day in found.days.items() if day.last() >= latest[0]}
        yield Clue(frozenset(fit), f"{latest[1]} is known ({latest[0]})", kind="event")


@lru_cache(maxsize=4)
def _known_events(world: World, language: str) -> dict[str, list[tuple[tuple[str, ...], date]]]:
    """Names of things that are spoken of only once they have happened, by their first word, with their first day."""
    names: dict[str, list[tuple[tuple[str, ...], date]]] = {}
    for name, events in world.event_names(language).items():
        days = [when.first() for one in events if one.kind in _KNOWN_ONCE and (when := Edtf.parse(one.date))]
        if days and len(days) == len(events) and len(name) >= _SHORT_NAME:
            words = tuple(name.split())
            names.setdefault(words[0], []).append((words, min(days)))
    return names


def dated_clues(found: Evidence) -> Iterator[Clue]:
    """Years in which something known between the two states was on the very day that the report tells."""
    days, parties = found.days, _parties(found)
    if len(parties) != 2:
        return
    shared = [one for one in found.world.events(state=parties[0]) if parties[1] in one.states and len(one.date) >= 7]
    if not shared:
        return
    for mention in (None, *(mention for mention in found.dates if _yearless(mention))):
        fit: dict[int, Any] = {}
        for year, day in days.items():
            told = _told_days(mention, day)
            hit = next((one for one in shared if one.date in told), None)
            if hit is not None:
                fit[year] = hit
        if fit:
            hit = fit[min(fit)]
            yield Clue(frozenset(fit), f"{hit.name} was on {hit.date}", kind="event")


def _told_days(mention: DateMention | None, day: Edtf) -> set[str]:
    """The day itself and the one before, or what a mention tells in a report of that day."""
    if mention is None:
        return {str(day), str(day.days(-1))} if day.day is not None else set()
    told = Edtf.parse(resolve(mention, report_day=str(day)).date or "")
    return set() if told is None or told.month is None else {str(told)}


def _yearless(mention: DateMention) -> bool:
    """A day, or a month of last year, told without figures for the year."""
    if mention.year is not None or mention.month is None or mention.relation == "context" or mention.kind == "range":
        return False
    return mention.day is not None or mention.unit == "year"


def tie_clues(found: Evidence) -> Iterator[Clue]:
    """Years in which a round anniversary, or so many years, of a tie between the parties fall."""
    days, parties = found.days, _parties(found)
    if len(parties) != 2:
        return
    ties = found.world.ties(frozenset(parties))
    for mention in found.dates:
        counted = mention.kind == "anniversary" or (mention.rule == "ago" and mention.unit == "year")
        years = {int(tie.date[:4]) + abs(mention.shift): tie for tie in ties} if counted else {}
        fit = frozenset(years) & days.keys()
        if mention.kind == "anniversary":
            relations = {year for year in fit if years[year].label == "diplomatic_relations"}
            fit = frozenset(relations or fit)
        if fit:
            tie = years[min(fit)]
            label, between = tie.label.replace("_", " "), "–".join(sorted(parties))
            words = f"{abs(mention.shift)} years after the {label} of {between} ({tie.date})"
            yield Clue(frozenset(fit), words, kind="tie")


def bound_clues(found: Evidence) -> Iterator[Clue]:
    """Years not before the latest that the article tells as past, nor after the earliest that it tells as to come."""
    days = found.days
    past = [Edtf(m.year, m.month, m.day) for m in found.dates if m.year and _told_as_past(m)]
    coming = [m for m in found.dates if m.year and (m.kind in {"deadline", "until"} or _told_as_coming(m))]
    ahead = [Edtf(m.year or 0, _last_month(m)) for m in coming]
    if past:
        latest = max(past, key=lambda edtf: edtf.first())
        fit = {year for year, day in days.items() if day.last() >= latest.first()}
        yield Clue(frozenset(fit), f"{latest} is told as past", kind="bound")
    if ahead:
        first = min(ahead, key=lambda edtf: edtf.last())
        fit = {year for year, day in days.items() if day.first() <= first.last()}
        yield Clue(frozenset(fit), f"{first} is told as still to come", kind="bound")


def _told_as_coming(mention: DateMention) -> bool:
    return mention.kind == "date" and mention.tense == "future"


def _last_month(mention: DateMention) -> int | None:
    """The last month of half a year or a quarter; a season that the words tell may run into the next year."""
    first, last = PARTS.get(mention.part or "", (1, 12))
    return last if first < last < 12 else None


def _told_as_past(mention: DateMention) -> bool:
    if mention.kind == "since":
        return True
    if mention.kind == "range":
        return mention.tense != "future"
    return mention.kind == "date" and mention.rule != "from_year" and mention.tense in {"past", "earlier"}


def _parties(found: Evidence) -> tuple[str, ...]:
    """The two states that most people named in the report serve, else the parties of the bodies named."""
    counts: dict[str, int] = {}
    for person in found.people:
        for country in {post.country for post in person.posts} | {person.state}:
            if country is not None:
                counts[country] = counts.get(country, 0) + 1
    ranked = sorted(counts, key=lambda country: (-counts[country], country))[:2]
    if len(ranked) < 2:
        ranked = next((sorted(body.parties) for body in found.bodies if len(body.parties) == 2), ranked)
    return tuple(ranked)
