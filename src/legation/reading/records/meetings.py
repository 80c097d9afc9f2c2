"""Meetings: two or more parties meet or speak; all tellings of one meeting in a report make one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.model.mentions import PersonMention
from legation.reading.cast import Person
from legation.reading.circumstances import TIMES, country_of, merged
from legation.reading.frames import load_frames
from legation.reading.matching import Hit, hits
from legation.reading.phrases import Sentence
from legation.reading.records.cues import cues
from legation.reading.records.encounters import verb_tellings
from legation.reading.records.levels import highest
from legation.reading.records.near import narrative_day
from legation.reading.records.noun_encounters import noun_telling
from legation.reading.records.participants import present
from legation.reading.records.same_meeting import Gathering, gather
from legation.reading.records.sessions import session_telling
from legation.reading.records.tellings import Telling, status_of
from legation.reading.reference import Referent
from legation.reading.understanding import Draft, Understanding

FOLDER, NOUNS = "frames/meetings", "frames/meeting_nouns"
COUNTERPARTS = ("reception", "talks")
NO_PLACE = frozenset({"phone_video"})
OWN = "own_mission"
QUESTION = "?"
DIALOGUE = "dialogue_session"
SUMMIT = "summit"
STATE = 3  # letters of the code of a state; organisations have names
MARK = "counterpart"
LEAST = {OWN: 1, "conference": 0, "summit": 0}  # parties that a meeting must have, where not two
SESSIONS = frozenset({"dialogue_session", "conference", "summit"})


def meeting_drafts(page: Understanding) -> Iterator[Draft]:
    """The meetings of a report, each once, its evidence the fullest telling."""
    tellings = [telling for sentence in page.sentences for telling in told_in(page, sentence)]
    gathered = gather(page, tellings)
    for gathering in gathered:
        draft = _draft(page, gathering, _main_session(gathered))
        if draft is not None:
            yield draft


def told_in(page: Understanding, sentence: Sentence) -> Iterator[Telling]:
    """What a sentence tells of meetings: by its verbs, then by the nouns that no verb frame has taken."""
    if sentence.chunks[-1].code == QUESTION:
        return
    taken: set[int] = set()
    nouns = hits(load_frames(page.language, NOUNS), sentence, page.known)
    for found in hits(load_frames(page.language, FOLDER), sentence, page.known):
        for hit in sorted(found, key=lambda one: not one.frame.slots.get("own")):
            made = verb_tellings(page, sentence, hit)
            if made:
                session = _counted_within(page, sentence, hit, nouns)
                if session is None and not _full_noun(page, sentence, made, hit, nouns):
                    taken.update(range(hit.index, hit.last + 1))
                    yield from (_with_present(page, one) for one in made)
                break
    for found in nouns:
        telling = None if found[0].index in taken else _by_noun(page, sentence, found)
        if telling is not None:
            yield _with_present(page, telling)


def _counted_within(page: Understanding, sentence: Sentence, hit: Hit, nouns: list[tuple[Hit, ...]]) -> Telling | None:
    """The numbered session that a verb's noun tells: « ont tenu leur cinquième dialogue »."""
    inside = [found for found in nouns if hit.index < found[0].index <= hit.last + 1]
    told = (_by_noun(page, sentence, found) for found in inside)
    return next((one for one in told if one is not None and one.session is not None), None)


def _full_noun(
    page: Understanding, sentence: Sentence, made: list[Telling], hit: Hit, nouns: list[tuple[Hit, ...]]
) -> bool:
    """Whether a verb only joins in what its noun tells in full: « a pris part à une réunion avec ses homologues »."""
    if not all(one.join for one in made):
        return False
    inside = [found for found in nouns if hit.index < found[0].index <= hit.last]
    told = (_by_noun(page, sentence, found) for found in inside)
    return any(one is not None and not one.back and len(one.who.side) > 1 for one in told)


def _by_noun(page: Understanding, sentence: Sentence, found: tuple[Hit, ...]) -> Telling | None:
    """The first telling that a noun makes: of a session where it is counted, else of an encounter, longer
    words first."""
    for hit in sorted(found, key=lambda one: (not one.frame.slots.get("session"), -one.last)):
        session = bool(hit.frame.slots.get("session"))
        telling = session_telling(page, sentence, hit) if session else noun_telling(page, sentence, hit)
        if telling is not None:
            return telling
    return None


def _with_present(page: Understanding, telling: Telling) -> Telling:
    also = present(page, telling)
    return replace(telling, also=also) if also else telling


def _main_session(gathered: list[Gathering]) -> Gathering | None:
    """The dialogue that the report is about: the first that has a name and a number, else the first that has a name."""
    named = [one for one in gathered if one.name and one.type == DIALOGUE]
    return next((one for one in named if one.session is not None), named[0] if named else None)


def _draft(page: Understanding, gathering: Gathering, main: Gathering | None) -> Draft | None:
    best = gathering.best
    who = merged(gathering.who, gathering.also)
    name = gathering.name
    if main is not None and gathering.type == DIALOGUE and (name is None or name in str(main.name)):
        name = main.name
        if len(who.side) < 2:
            who = Referent(
                who.persons, tuple(state for state in main.who.side if state not in {one.state for one in who.persons})
            )
    status = status_of(page, gathering.tense, gathering.date, gathering.status)
    kind = _type(page, gathering)
    country = _country(page, gathering, kind, status)
    parties = _parties(page, best, who, kind, country)
    if len(parties) < LEAST.get(kind, 2):
        return None
    date, until = _days(page, gathering, status)
    if status is None and date and gathering.date is None:
        status = status_of(page, None, date)
    if kind == DIALOGUE and name is None and main is None and best.name is None and _plain(page, best):
        kind = "talks"
    slots = {
        "type": kind,
        "status": status,
        "date": date,
        "until": until,
        "place": None if kind in NO_PLACE else gathering.place or _place(page, country, status),
        "country": None if kind in NO_PLACE else country,
        "parties": parties,
        "persons": tuple(person.name for person in who.persons),
        "level": _level(page, gathering),
        "session": gathering.session,
        "name": name,
    }
    if _beside(page, best) and kind in {"talks", "reception"}:
        slots["type"] = "sideline"
    return Draft("meeting", best.start, best.end, best.rule, slots)


def _plain(page: Understanding, telling: Telling) -> bool:
    """Whether a next or last meeting is of no dialogue that the report names, and of no number."""
    return (
        telling.session is None
        and telling.turn is not None
        and telling.sentence.chunks[telling.index].code in (cues(page.language).sets["plain"])
    )


def _beside(page: Understanding, telling: Telling) -> bool:
    """Whether it takes place in the margins of something else (« en marge de la 17e Réunion »)."""
    margins = cues(page.language).sets["margins"]
    return any(chunk.code in margins for chunk in telling.sentence.chunks[: telling.last + 10])


def _type(page: Understanding, gathering: Gathering) -> str:
    """The type: a reception of one's counterpart is talks."""
    if gathering.type != COUNTERPARTS[0]:
        return gathering.type
    people = gathering.who.persons
    posts = [{post.post for post in person.posts if not post.former} - {"other"} for person in people]
    if len({person.state for person in people}) < 2:
        return COUNTERPARTS[0]
    return COUNTERPARTS[1] if set.intersection(*posts) or _called_counterparts(page, people) else COUNTERPARTS[0]


def _called_counterparts(page: Understanding, people: tuple[Person, ...]) -> bool:
    """Whether one is called the counterpart of the other: named so, and just after the other was named with a post."""
    named = [(one, page.cast.of(one)) for one in page.mentions if isinstance(one, PersonMention)]
    for place, (mention, person) in enumerate(named):
        if person not in people or not any(post.counterpart or post.post == MARK for post in mention.posts):
            continue
        earlier = next(
            (other for before, other in reversed(named[:place]) if other is not person and before.posts), None
        )
        if earlier in people:
            return True
    return False


def _country(page: Understanding, gathering: Gathering, kind: str, status: str | None) -> str | None:
    if gathering.country:
        return gathering.country
    if gathering.host and kind not in NO_PLACE:
        return gathering.host
    here = page.scene.host
    if kind in {"courtesy_call", COUNTERPARTS[0]} and here in page.scene.pair:
        return here
    if status in {"cited", "planned"} and kind in SESSIONS | {"talks"}:
        return None
    return here if here in gathering.who.side or not gathering.who.side else None


def _parties(page: Understanding, best: Telling, who: Referent, kind: str, country: str | None) -> tuple[str, ...]:
    """Those who meet; where the words name but one of two, the other is the state where they meet, or the
    second of the pair."""
    states = tuple(who.side)
    if kind == OWN:
        return states[:1]
    if len(states) == 1 and kind not in {"conference", "summit"}:
        others = [state for state in (country, *page.scene.pair) if state and state != states[0]]
        states = (*states, *others[:1])
    if not states and kind == DIALOGUE:
        states = tuple(one for one in page.scene.states if len(one) == STATE)[:2]
    if not states and kind == SUMMIT:
        states = _summit_of(page, best)
    return states


def _summit_of(page: Understanding, telling: Telling) -> tuple[str, ...]:
    """Whose summit it is that names nobody: of as many states as its adjective says, else of the report's organisation."""
    many = cues(page.language).many
    codes = [chunk.code for chunk in telling.sentence.chunks[telling.index + 1 : telling.index + 3]]
    count = next((many[code] for code in codes if code in many), 0)
    if count:
        return page.scene.states[:count]
    return tuple(one for one in page.scene.states[:2] if len(one) != STATE)


def _days(page: Understanding, gathering: Gathering, status: str | None) -> tuple[str | None, str | None]:
    if gathering.date or status in {"planned", "cited", "proposed"}:
        return gathering.date, gathering.until
    if gathering.tense == "pqp":
        earlier = _last_date(page, gathering.best)
        return earlier or narrative_day(page, gathering.best.start), None
    return narrative_day(page, gathering.best.start), None


def _last_date(page: Understanding, telling: Telling) -> str | None:
    """The date told of last before a telling in its own paragraph: a pluperfect goes on from there."""
    begin = min(one.start for one in page.sentences if one.paragraph == telling.sentence.paragraph)
    days = [day for day in page.days_within(begin, telling.start) if day.date and day.mention.kind in TIMES]
    return days[-1].date if days else None


def _place(page: Understanding, country: str | None, status: str | None) -> str | None:
    """The dateline's city, for what happens now in its country."""
    city = page.layout.place
    return city if city and status is None and country and country_of(city) == country else None


def _level(page: Understanding, gathering: Gathering) -> str | None:
    return highest(page, gathering.who.persons, () if gathering.who.persons else gathering.roles) or gathering.level
