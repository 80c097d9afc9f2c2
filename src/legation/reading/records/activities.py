"""Activities: port calls, exercises, ceremonies, handovers, deployments and the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation import world
from legation.model.mentions import BodyMention, UnitMention
from legation.reading.circumstances import CITED_AFTER, country_of, days_between
from legation.reading.frames import load_frames
from legation.reading.matching import Hit, hits
from legation.reading.phrases import Sentence
from legation.reading.records.activity_gates import holds, likely
from legation.reading.records.activity_merge import add
from legation.reading.records.activity_name import name_before, name_of, named_before, title_of
from legation.reading.records.activity_sides import parties, states_at, subject_states, troops_and_host
from legation.reading.records.activity_telling import Telling, telling
from legation.reading.records.activity_when import ahead, days_of, of_place, of_stay, period
from legation.reading.records.activity_where import spot_of
from legation.reading.records.activity_words import ActivityWords, activity_words
from legation.reading.records.moods import mood_of
from legation.reading.records.near import Spot, narrative_day, spots
from legation.reading.records.port_calls import further_calls
from legation.reading.records.ships import own_ships
from legation.reading.topics import find_topics
from legation.reading.understanding import Draft, Understanding

FOLDER = "frames/activities"
OWN_TOPICS = frozenset({"exercises", "port_calls"})
MATERIAL = frozenset({"equipment_transfer"})
BROAD = frozenset(
    {
        "service_exchange", "delegation_exchange", "policy_dialogue", "partnership_status",
        "defence_relations", "regional_security", "trust_building", "multilateral_coordination",
    }
)  # fmt: skip
STORY = frozenset({"port_call", "ceremony", "site_visit", "handover", "exercise"})
RITUAL = frozenset({"ceremony", "site_visit"})  # told in the pluperfect of a visit that the report tells
SETTINGS = frozenset({"base", "port", "airport", "site"})
NOWHERE = "INT"  # the country code of seas
WEEK = 7
BODY = frozenset({"body"})
ANYWHERE = frozenset({"body", "headline", "standfirst"})
NEAR_PAST = 1  # days before the report within which a pluperfect only tells what came first


def activity_drafts(page: Understanding) -> Iterator[Draft]:
    """The activities of the body; one told several times is one, with what each telling adds."""
    words = activity_words(page.language)
    frames = load_frames(page.language, FOLDER)
    told: list[Draft] = []
    for sentence in page.body():
        for found in hits(frames, sentence, page.known):
            for draft, back, days in _first(page, sentence, found, words):
                add(told, draft, back=back, days=days)
    yield from told


def _first(
    page: Understanding, sentence: Sentence, found: Sequence[Hit], words: ActivityWords
) -> list[tuple[Draft, bool, int]]:
    """The drafts of the weightiest frame at a place that holds, and whether they only take up what was told before."""
    for hit in found:
        if not likely(page, sentence, hit, words):
            continue
        one = telling(page, sentence, hit, mood_of(page, sentence, hit.index, words))
        kind = holds(page, one, words)
        if kind == "back" and one.type == "exercise":
            one, kind = named_before(page, one, words) or one, kind
        if kind:
            draft = _draft(page, one, words)
            more = further_calls(page, one, draft, words) if one.type == "port_call" else []
            return [(entry, kind == "back" and one.hit is hit, days_of(one)) for entry in (draft, *more)]
    return []


def _draft(page: Understanding, one: Telling, words: ActivityWords) -> Draft:
    date, until = period(page, one, words)
    if one.mood.status == "planned" and one.mood.tense not in {"pqp", "imperf"}:
        date, until = ahead(page, one, date), ahead(page, one, until)
        until = None if date and until and until < date else until
    named = _name(page, one, words)
    spot = spot_of(page, one, words, named)
    status = _status(page, one, date, until, words)
    if (
        status is None
        and not date
        and not until
        and one.type in STORY
        and not of_stay(one, words)
        and not _compared(one)
    ):
        date = _story_day(page, one)
        spot = spot if (spot and spot.place) or one.type == "port_call" else _setting(page, one, words) or spot
    if one.type == "handover" and not (spot and spot.place) and _of_base(page, one, words):
        spot = _setting(page, one, words, zones=ANYWHERE) or spot
    country = _country(page, one, spot, status, words)
    units = _units(page, one, words)
    return Draft("activity", one.start, one.end, one.hit.frame.rule, {
        "type": one.type,
        "status": status,
        "name": named,
        "parties": parties(page, one, country, words),
        "date": date,
        "until": until,
        "place": (spot.place if spot else None) or _body_visited(page, one, words),
        "country": country,
        "units": units[:1] if one.type == "site_visit" else units,
        "topics": _topics(page, one, words),
    })  # fmt: skip


def _body_visited(page: Understanding, one: Telling, words: ActivityWords) -> str | None:
    """The name of the school, centre or institute that is visited, where no place is told."""
    if one.type != "site_visit" or one.noun:
        return None
    for chunk in one.sentence.chunks[one.hit.index + 1 : one.last + 1]:
        if isinstance(chunk.mention, BodyMention) and words.has("sites", chunk.mention.name.split()[0].lower()):
            return " ".join(page.text[chunk.start : chunk.end].split())
    return None


def _compared(one: Telling) -> bool:
    """Whether it only stands beside what the story tells (« celle du bâtiment X »)."""
    return bool(one.hit.frame.slots.get("after"))


def _name(page: Understanding, one: Telling, words: ActivityWords) -> str | None:
    if one.named or one.type == "exhibition":
        return one.named or title_of(page, one)
    if one.hit.frame.slots.get("mission") or one.hit.frame.slots.get("mission_name"):
        held = [chunk.mention for chunk in one.sentence.chunks[one.hit.index : one.hit.last + 1]]
        named = next((each.name for each in held if isinstance(each, UnitMention | BodyMention)), None)
        last = one.sentence.chunks[one.hit.last]
        return named or page.text[last.start : last.end]
    if one.type != "exercise":
        return None
    sought = next(
        (at for at in range(one.hit.last, one.hit.index - 1, -1) if words.noun("naming", one.sentence, at) is not None),
        None,
    )
    index = one.hit.index if sought is None else sought
    if one.hit.frame.slots.get("known"):
        return page.text[one.sentence.chunks[one.hit.index].start : one.sentence.chunks[one.hit.last].end]
    found = name_of(page, one.sentence, index, words) or name_before(page, one.sentence, index, words)
    return found[0] if found and found[1] <= one.reach_end else None


def _status(page: Understanding, one: Telling, date: str | None, until: str | None, words: ActivityWords) -> str | None:
    """The status that the frame, the verbs over the trigger, the tense, or the dates against the report's day tell."""
    told = one.hit.frame.slots.get("status") or one.mood.status
    if one.hit.frame.slots.get("denied"):
        return "denied"
    today = page.clock.report_day
    if told in {"denied", "cancelled", "proposed", "asked"}:
        return "proposed" if told == "asked" else str(told)
    last = until or date
    if (
        last
        and today
        and world.last_day(last) < world.first_day(today)
        and days_between(last, today) > _slack(page, last, one)
    ):
        return "cited"
    if one.hit.frame.slots.get("stays") and until and today and (not date or date <= today):
        return None
    if told or one.mood.tense == "fut" or (date and today and world.first_day(date) > world.last_day(today)):
        return str(told or "planned")
    return _by_tense(page, one, date, until, words)


def _slack(page: Understanding, date: str, one: Telling) -> int:
    """The days before the report's within which a thing is news: a week where only a day of the week tells it."""
    if len(date) < 10:
        return 0
    if one.mood.tense == "pqp":
        story, today = _story_day(page, one), page.clock.report_day
        return NEAR_PAST + (max(0, days_between(story, today)) if story and today else 0)
    told = (day.mention for day in page.days.values() if day.date == date)
    return WEEK if any(each.weekday is not None and each.month is None for each in told) else CITED_AFTER


def _by_tense(
    page: Understanding, one: Telling, date: str | None, until: str | None, words: ActivityWords
) -> str | None:
    today = page.clock.report_day or ""
    if one.mood.tense == "cond":
        return "proposed"
    if one.mood.tense == "pqp" and (not date or len(date) < 10) and one.type not in RITUAL:
        return "cited"
    within = one.sentence.chunks[one.hit.last + 1 : one.reach_end + 1] if one.tail and not of_place(page, one) else ()
    governor = one.sentence.chunks[one.mood.governor].verb if one.mood.governor is not None else None
    verbs = [governor, *(chunk.verb for chunk in within)]
    lasting = any(verb is not None and verb.tense == "pres" and words.has("lasting", verb.lemma) for verb in verbs)
    return "ongoing" if lasting and (not until or until >= today) else None


def _story_day(page: Understanding, one: Telling) -> str | None:
    """The day at which the story stands: told in the paragraph before the trigger, else the last one of the report."""
    return narrative_day(page, one.sentence.chunks[one.hit.index].start)


def _setting(page: Understanding, one: Telling, words: ActivityWords, *, zones: frozenset[str] = BODY) -> Spot | None:
    """The base, port or site where the sentences right before are set."""
    for number in (one.sentence.number - 1, one.sentence.number - 2, one.sentence.number - 3):
        earlier = next((each for each in page.sentences if each.number == number and each.zone in zones), None)
        for spot in spots(page, earlier) if earlier else ():
            kind = getattr(earlier.chunks[spot.at].mention, "kind", None) if earlier else None
            if kind in SETTINGS:
                return spot
    return None


def _country(
    page: Understanding, one: Telling, spot: Spot | None, status: str | None, words: ActivityWords
) -> str | None:
    """The country of the place; where none is told, that of the scene, unless the thing is only thought of."""
    if spot and (spot.country or spot.place):
        taker = _taker(page, one, words)
        told = spot.country or country_of(spot.place) or taker or _beside(page, one) or _scene_host(page, one)
        return told if told != NOWHERE else None
    if one.type == "handover" and _of_base(page, one, words):
        return _taker(page, one, words) or page.scene.host
    if one.type == "deployment":
        return _of_troops(page, one, status, words)
    if one.type == "port_call" or (status in {None, "ongoing", "planned"} and one.type not in {"handover", "exercise"}):
        return page.scene.host
    return page.scene.host if one.type == "exercise" and status in {None, "ongoing"} else None


def _of_base(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a base, a camp or its keys are handed over."""
    return any(words.names_thing("bases", one.sentence, at, page.text) for at in range(one.first, one.last + 1))


def _beside(page: Understanding, one: Telling) -> str | None:
    """The country of another place that opens the sentence (« Au Guangxi, … la compagnie de Youyi Guan »)."""
    finite = next(
        (at for at, chunk in enumerate(one.sentence.chunks) if chunk.verb is not None and chunk.verb.finite), 0
    )
    return next((spot.country for spot in spots(page, one.sentence) if spot.country and spot.at < finite), None)


def _taker(page: Understanding, one: Telling, words: ActivityWords) -> str | None:
    """Who takes back what lies on its own soil (« N'Djamena a récupéré la base », « a rendu au Kenya la base »)."""
    if one.hit.frame.slots.get("taker"):
        told = subject_states(page, one, one.hit.index, words)
        return told[0] if len(told) == 1 else None
    chunks, to = one.sentence.chunks, page.known.prepositions_of["a"]
    for at in range(one.hit.index + 1, one.last + 1):
        states = states_at(page, one.sentence, at) if chunks[at - 1].code in to else ()
        if one.type == "handover" and len(states) == 1:
            return states[0]
    return None


def _scene_host(page: Understanding, one: Telling) -> str | None:
    return page.scene.host if one.type != "deployment" else None


def _of_troops(page: Understanding, one: Telling, status: str | None, words: ActivityWords) -> str | None:
    """The country where troops are, where no place tells it: the other side, or who denies their being there."""
    return troops_and_host(page, one, None, words)[1]


def _units(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str, ...]:
    """The ships that sail, train or change hands; the units visited or deployed."""
    if one.type in {"port_call", "exercise", "handover"}:
        return tuple(ship.name for ship in own_ships(page, one, words))
    inside = one.sentence.chunks[one.first : one.last + 1]
    units = [
        chunk.mention.name
        for chunk in inside
        if isinstance(chunk.mention, UnitMention)
        and (chunk.mention.kind == "unit" or (one.type == "site_visit" and chunk.mention.kind == "ship"))
    ]
    return tuple(dict.fromkeys(units)) if one.type in {"site_visit", "deployment"} else ()


def _topics(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str, ...]:
    """The topics of the clause, without the type itself told again."""
    if one.type == "port_call" or (one.type == "ceremony" and not one.noun):
        return ()
    chunks = one.sentence.chunks
    found = _narrow(
        page, chunks[one.hit.index].start if one.type == "exercise" else one.start, chunks[one.reach_end].end, one.type
    )
    if (
        not found
        and one.type == "exercise"
        and chunks[one.hit.index - 1].word not in page.known.coordinate
        and not _listed_noun(page, one)
    ):
        found = _narrow(page, one.start, one.end, one.type)
    if one.type == "handover" and not found:
        found = list(_of_goods(page, one, words))
    return tuple(found)


def _narrow(page: Understanding, start: int, end: int, kind: str) -> list[str]:
    dropped = BROAD | OWN_TOPICS | (MATERIAL if kind == "exercise" else frozenset())
    return [topic for topic in find_topics(page.text, start, end, page.language) if topic not in dropped]


def _listed_noun(page: Understanding, one: Telling) -> bool:
    """Whether the noun is one of a list (« de la formation ou des exercices ») whose rest does not tell of it."""
    before = one.sentence.chunks[max(0, one.hit.index - 2) : one.hit.index]
    return len(before) == 2 and before[1].word in page.known.prepositions and before[0].word in page.known.coordinate


def _of_goods(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str, ...]:
    """The topics of what is handed over: of the fallen, those of the sentence before; of sites none."""
    inside = [
        at for at in range(one.first, one.reach_end + 1) if words.names_thing("goods", one.sentence, at, page.text)
    ]
    if any(words.names_thing("fallen", one.sentence, at, page.text) for at in inside):
        return ("remains_mia",)
    if any(words.names_thing("remains", one.sentence, at, page.text) for at in inside):
        earlier = next((each for each in page.sentences if each.number == one.sentence.number - 1), one.sentence)
        told = [
            topic for topic in find_topics(page.text, earlier.start, earlier.end, page.language) if topic not in BROAD
        ]
        return tuple(told[:1])
    if inside and all(words.names_thing("bases", one.sentence, at, page.text) for at in inside):
        return ()
    return ("equipment_transfer",)
