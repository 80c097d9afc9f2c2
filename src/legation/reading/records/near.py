"""What stands nearest to a trigger in its sentence: the date, the place; and the day that the story has reached."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from legation import world
from legation.languages import Language
from legation.model.mentions import DateMention, PlaceMention, RoleMention, StateMention
from legation.reading.circumstances import TIMES, country_of, days_between
from legation.reading.grammar import Grammar, grammar
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.cues import cues
from legation.reading.understanding import Day, Understanding

REGIONS = frozenset({"INT", "XXX", "ZZZ"})
PROVINCE = "province"  # of a state that the report does not name, more likely a namesake nearer by
LANDS = frozenset({"country", "capital", "state"})
TAKEN = 26.0  # what a date costs that stands at once after another verb
COARSE = 18.0  # what a year costs more than a day, as the date of a thing of one day
DATED = "dated"  # words that date the noun before them with a verb of their own (« remonte à 2018 »)
NEAR_YEAR = 4.0  # the same where it stands in the clause of the trigger, behind it
HARD = frozenset({";", ":"})
REACH = 26.0  # the cost from which a date or place belongs to something else
OPENING = 16.0  # the most that a date costs that opens the sentence
PLACE_REACH = 15.0  # the same for places
FINITE_COST, VERB_COST, INFINITIVE_COST, RELATIVE_COST, HARD_COST = 8.0, 5.0, 4.0, 4.0, 60.0
STORY = frozenset({"date"})
NARRATIVE = 10  # days before the report within which the story that it tells lies


def costs(sentence: Sentence, index: int, known: Grammar, wanted: Collection[int]) -> Iterator[tuple[float, int]]:
    """Some chunks with how far they stand from the trigger: verbs, relatives and hard stops on the way add to it."""
    for step, end in ((1, max(wanted, default=-1) + 1), (-1, min(wanted, default=index) - 1)):
        cost = 0.0
        for at in range(index + step, end, step):
            chunk = sentence.chunks[at]
            cost += 1.0
            if at in wanted:
                opening = step < 0 and at < 2 and chunk.code == "@D"
                yield min(cost, OPENING) if opening else cost + (0.5 if step < 0 else 0.0), at
            if chunk.verb is not None and not _cleft(sentence, at, known):
                cost += (
                    INFINITIVE_COST if chunk.verb.tense == "inf" else FINITE_COST if chunk.verb.finite else VERB_COST
                )
            elif chunk.word in known.relative:
                cost += RELATIVE_COST
            elif chunk.code in HARD:
                cost += HARD_COST


def _cleft(sentence: Sentence, at: int, known: Grammar) -> bool:
    """« c'est X qui … »: the verb of being that only lifts out a part of the clause."""
    verb = sentence.chunks[at].verb
    return verb is not None and verb.lemma == known.be and at > 0 and sentence.chunks[at - 1].code in known.anticipators


def nearest_day(
    page: Understanding, sentence: Sentence, *triggers: int, kinds: frozenset[str] = TIMES, reach: float = REACH
) -> Day | None:
    """The resolved date that stands nearest to one of the triggers, if any is near enough."""
    best: tuple[float, Day] | None = None
    for far, at in _from_all(sentence, triggers, page.known, sentence.dated):
        cost = far
        for mention in (sentence.chunks[at].mention, *sentence.chunks[at].also):
            if not isinstance(mention, DateMention) or mention.kind not in kinds:
                continue
            day = page.days.get(mention.start)
            if day is not None and day.date and len(day.date) == 4:
                if _of_a_noun(sentence, at):
                    continue
                cost += NEAR_YEAR if _within_clause(sentence, at, triggers) else COARSE
            dear = cost
            dear += TAKEN * _taken(sentence, at, triggers)
            if day is not None and (day.date or day.until) and dear < reach and (best is None or dear < best[0]):
                best = (dear, day)
    return best[1] if best else None


def _of_a_noun(sentence: Sentence, at: int) -> bool:
    """Whether a year only dates the noun before it, which stands apart from the trigger (« depuis sa nomination en
    2021, »)."""
    mention = sentence.chunks[at].mention
    if isinstance(mention, DateMention) and mention.rule == DATED:
        return False
    closed = at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].word == ","
    before = sentence.chunks[at - 1] if at else None
    return closed and before is not None and before.verb is None and before.mention is None and before.word != ","


def _within_clause(sentence: Sentence, at: int, triggers: Sequence[int]) -> bool:
    """Whether a date stands behind the trigger in its own clause: « avait eu lieu à Oslo en 2018, »."""
    begin = max((one for one in triggers if one < at), default=None)
    between = sentence.chunks[begin + 1 : at] if begin is not None else ()
    return begin is not None and not any(one.word == "," or one.verb is not None or one.code in HARD for one in between)


def _taken(sentence: Sentence, at: int, triggers: Sequence[int]) -> bool:
    """Whether a date before the trigger stands at once after another verb, whose it is (« arrivé lundi, il
    devait … »)."""
    if any(at > trigger for trigger in triggers):
        return False
    before = [one for one in range(max(0, at - 2), at) if sentence.chunks[one].verb is not None and one not in triggers]
    return bool(before) and not any(sentence.chunks[one].word == "," for one in range(before[-1], at))


def _from_all(
    sentence: Sentence, triggers: Sequence[int], known: Grammar, wanted: Collection[int]
) -> Iterator[tuple[float, int]]:
    return chain.from_iterable(costs(sentence, trigger, known, wanted) for trigger in dict.fromkeys(triggers))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as written and its country; `place` None where only the country is told. `at` is its chunk."""

    place: str | None
    country: str | None
    at: int


def spots(page: Understanding, sentence: Sentence) -> list[Spot]:
    """The places and the states named as places (« à Rome », « au Maroc », « dans le Royaume ») of a sentence."""
    return [*page.once(_spots, sentence)]


def _spots(page: Understanding, sentence: Sentence) -> Sequence[Spot]:
    found: list[Spot] = []
    for at, chunk in enumerate(sentence.chunks):
        if chunk.mention is None:
            continue
        spot = _spot(page, sentence, at, chunk) or _next_of_list(page, sentence, at, found)
        if spot is not None:
            found.append(spot)
    return found


def _next_of_list(page: Understanding, sentence: Sentence, at: int, found: list[Spot]) -> Spot | None:
    """A state or capital that goes on a list of places: « à Madrid, Rome et Athènes »."""
    chunk = sentence.chunks[at]
    mention = chunk.mention
    if (
        not found
        or not isinstance(mention, StateMention)
        or mention.form not in {"capital", "name"}
        or at - found[-1].at > 3
    ):
        return None
    between = sentence.chunks[found[-1].at + 1 : at]
    joined = all(
        one.word == "," or one.word in page.known.coordinate or one.word in page.known.adverbs for one in between
    )
    city = capital_name(page, chunk) if mention.form == "capital" else None
    return Spot(city, mention.states[0], at) if joined and len(mention.states) == 1 else None


def _spot(page: Understanding, sentence: Sentence, at: int, chunk: Chunk) -> Spot | None:
    inside = next((one for one in (chunk.mention, *chunk.also) if isinstance(one, PlaceMention)), None)
    if isinstance(chunk.mention, PlaceMention) or (inside is not None and isinstance(chunk.mention, StateMention)):
        assert inside is not None
        if at and sentence.chunks[at - 1].word in {",", "("} and chunk.mention is None:
            return None
        return Spot(inside.name, _country(page, inside), at)
    if not isinstance(chunk.mention, StateMention | RoleMention) or not at or not _locative(sentence, at, page):
        return None
    states = page.who(chunk.start).states
    if isinstance(chunk.mention, StateMention) and chunk.mention.form == "capital":
        return Spot(capital_name(page, chunk), states[0] if states else None, at)
    if isinstance(chunk.mention, RoleMention) and (chunk.mention.possessive or chunk.mention.role not in LANDS):
        return None
    if len(states) == 1 and not (
        isinstance(chunk.mention, StateMention) and chunk.mention.form in {"force", "ministry", "people"}
    ):
        return Spot(None, states[0], at)
    return None


def _country(page: Understanding, place: PlaceMention) -> str | None:
    """Where a place lies: of several places of one name that in a state of which the report speaks; None for
    regions."""
    country = place.country or country_of(place.name)
    if country not in page.scene.states:
        namesakes = [one.country for one in world.places(place.name) if one.country in page.scene.states]
        country = namesakes[0] if namesakes else None if place.kind == PROVINCE else country
    return country if country and country not in REGIONS else None


def capital_name(page: Understanding, chunk: Chunk) -> str:
    """The name of the capital that a chunk holds, with the article that a contraction before it has taken (« au Caire »)."""
    text = page.text[chunk.start : chunk.end]
    return _full_capitals(page.language).get(text, text)


@lru_cache(maxsize=4)
def _full_capitals(language: Language) -> Mapping[str, str]:
    """Capitals written without their article → with it."""
    capitals = (state.get("capitals", ()) for state in language.data("states")["states"].values())
    articles = grammar(language).articles
    pairs = ((names[0], short) for names in capitals for short in names[1:])
    return {short: full for full, short in pairs if full.lower() in {f"{one} {short.lower()}" for one in articles}}


def _locative(sentence: Sentence, at: int, page: Understanding) -> bool:
    return bool({sentence.chunks[at - 1].code, sentence.chunks[at - 1].word} & cues(page.language).locative)


def nearest_spot(page: Understanding, sentence: Sentence, *triggers: int, reach: float = PLACE_REACH) -> Spot | None:
    """The place that stands nearest to one of the triggers, named sites and cities before bare countries.

    A relative of place takes its antecedent (« à Osaka, où il doit rencontrer »).
    """
    every = spots(page, sentence)
    for trigger in triggers:
        antecedent = antecedent_spot(page, sentence, trigger, every)
        if antecedent is not None:
            return antecedent
    found = {
        spot.at: spot
        for spot in every
        if spot.place is None
        or _locative(sentence, spot.at, page)
        or any(0 < spot.at - trigger < 3 for trigger in triggers)
    }
    if not found:
        return None
    ranked = sorted(
        (cost + (0.0 if found[at].place else 3.0), at) for cost, at in _from_all(sentence, triggers, page.known, found)
    )
    return found[ranked[0][1]] if ranked and ranked[0][0] < reach else None


def city_of(page: Understanding, sentence: Sentence, last: int) -> Spot | None:
    """The city that a noun goes by: « le sommet de Madrid », « la réunion d'Oslo », not of « les entretiens de Paris avec … »."""
    chunks = sentence.chunks
    if last + 2 >= len(chunks) or chunks[last + 1].code not in page.known.owning:
        return None
    chunk, after = chunks[last + 2], chunks[last + 3].word if last + 3 < len(chunks) else ""
    if after in page.known.coordinate or after in page.known.prepositions_of["avec"]:
        return None
    place = next((one for one in (chunk.mention, *chunk.also) if isinstance(one, PlaceMention)), None)
    if place is not None:
        country = _country(page, place)
        return Spot(place.name, country, last + 2) if country else None
    mention = chunk.mention
    if not isinstance(mention, StateMention) or mention.form != "capital":
        return None
    return Spot(capital_name(page, chunk), mention.states[0], last + 2)


def antecedent_spot(page: Understanding, sentence: Sentence, trigger: int, every: Sequence[Spot]) -> Spot | None:
    """The place that a relative of place before the trigger stands for."""
    where = cues(page.language).sets["where"]
    for at in range(trigger, max(0, trigger - 8), -1):
        chunk = sentence.chunks[at]
        if (
            at < trigger
            and chunk.verb is not None
            and chunk.verb.finite
            and not cues(page.language).has("plan", chunk.verb.lemma)
        ):
            return None
        if chunk.word in where:
            return next((spot for spot in reversed(every) if at - 3 < spot.at < at), None)
    return None


def narrative_day(page: Understanding, offset: int) -> str | None:
    """The day that the story stands at before an offset: the last day told of within the report's days, else
    the first after."""
    today = page.clock.report_day
    if not today:
        return None
    last, reported = None, _reported(page)
    for at, day in page.days.items():
        if at >= offset:
            break
        if (
            day.mention.kind in STORY
            and day.date
            and len(day.date) == 10
            and at not in reported
            and 0 <= days_between(day.date, today) <= NARRATIVE
        ):
            last = day.date
    return last or (today if len(today) == 10 else None)


def _reported(page: Understanding) -> frozenset[int]:
    """Where dates stand that only tell when something was said: « ont rapporté dimanche les journaux »."""
    saying = cues(page.language).sets["says"]
    return frozenset(
        mention.start
        for sentence in page.sentences
        for at in sentence.dated
        if at and (verb := sentence.chunks[at - 1].verb) is not None and verb.lemma in saying
        if isinstance(mention := sentence.chunks[at].mention, DateMention)
    )
