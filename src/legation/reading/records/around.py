"""What stands around a trigger in its sentence: who, with which preposition; the nearest date and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.model.mentions import DateMention, PersonMention, PlaceMention, RoleMention, StateMention
from legation.reading.circumstances import TIMES, country_of, days_between, merged
from legation.reading.grammar import Grammar
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.cues import cues
from legation.reading.reference import SIDES, Referent
from legation.reading.understanding import Day, Understanding

ACTORS = frozenset({"@A", "@B"})
PRONOUN = "pronoun"
REGIONS = frozenset({"INT", "XXX", "ZZZ"})
LANDS = frozenset({"country", "capital", "state"})
TAKEN = 14.0  # what a date costs that stands at once after another verb
COARSE = 8.0  # what a year costs more than a day, as the date of a thing of one day
HARD = frozenset({";", ":"})
REACH = 26.0  # the cost from which a date or place belongs to something else
PLACE_REACH = 15.0  # the same for places
FINITE_COST, VERB_COST, INFINITIVE_COST, RELATIVE_COST, HARD_COST = 8.0, 5.0, 4.0, 4.0, 60.0
STORY = frozenset({"date"})
NARRATIVE = 10  # days before the report within which the story that it tells lies


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor chunk after a trigger: its index, the preposition that governs it ("" for none), whether that is sure."""

    at: int
    preposition: str
    sure: bool = True
    repeated: bool = False


def actors_after(page: Understanding, sentence: Sentence, index: int, *, limit: int | None = None) -> list[Actor]:
    """The actors after a trigger up to the next finite verb, relative or hard stop."""
    found: list[Actor] = []
    for at in range(index + 1, len(sentence.chunks) if limit is None else min(limit, len(sentence.chunks))):
        chunk = sentence.chunks[at]
        if chunk.code in HARD or (chunk.verb is not None and chunk.verb.finite and not _parenthetic(sentence, at)):
            break
        if chunk.code in ACTORS:
            found.append(_actor(page, sentence, at, index, found))
    return found


def _parenthetic(sentence: Sentence, at: int) -> bool:
    """Whether a finite verb opens a remark between commas (« , indique le communiqué, »)."""
    return at > 0 and sentence.chunks[at - 1].word == "," and sentence.chunks[at].verb is not None


def _actor(page: Understanding, sentence: Sentence, at: int, trigger: int, found: list[Actor]) -> Actor:
    known, each = page.known, cues(page.language).sets["each"]
    chunks, before, joined = sentence.chunks, at - 1, ""
    while before > trigger:
        word = chunks[before].word
        adverbial = phrase_length(chunks, before, known)
        if not adverbial and (word in known.coordinate or word == "," or (word and word in known.adverbs)):
            joined = word if word in known.coordinate else joined or word
            before -= 1
            continue
        if chunks[before].code == "@D" or adverbial:
            before -= adverbial or 1
            continue
        if chunks[before - 1].word in each and chunks[before].code in known.linking:
            before -= 2
            continue
        if chunks[before].code == "@L":
            before -= 2 if chunks[before - 1].word in known.prepositions else 1
            continue
        break
    if before <= trigger:
        return Actor(at, "")
    if chunks[before].word in known.prepositions or chunks[before].code in set(known.contractions.values()):
        return Actor(at, chunks[before].code, True, _repeated(chunks, before, trigger, known))
    if joined and chunks[before].mention is not None:
        other = next((one for one in found if one.at == before), None)
        if other is not None:
            return Actor(at, other.preposition, other.sure and joined != ",")
    return Actor(at, "", False)


def phrase_length(chunks: tuple[Chunk, ...], last: int, known: Grammar) -> int:
    """How many chunks an adverbial of several words has that ends here (« peu après »); 0 if none does."""
    for length in (5, 4, 3, 2):
        words = tuple(chunk.word for chunk in chunks[max(0, last - length + 1) : last + 1])
        if len(words) == length and words in known.parentheses.get(words[0], ()):
            return length
    return 0


def governed_noun(sentence: Sentence, at: int, first: int, known: Grammar) -> bool:
    """Whether a preposition governs the noun at an index, so that it is no object of the verb at `first`."""
    for before in range(at - 1, first, -1):
        chunk = sentence.chunks[before]
        if chunk.mention is not None or chunk.word == ",":
            return False
        if chunk.word in known.prepositions or chunk.code in known.linking:
            earlier = sentence.chunks[before - 1].word if before - 1 > first else ""
            return chunk.code not in known.linking or chunk.word in known.prepositions and earlier in known.prepositions
    return False


def _repeated(chunks: tuple[Chunk, ...], at: int, trigger: int, known: Grammar) -> bool:
    """Whether the preposition takes up, after a coordination, the same preposition (« par le roi et par le ministre »)."""
    joins = at > trigger and (chunks[at - 1].word in known.coordinate or chunks[at - 1].word in known.adverbs)
    return joins and any(chunk.code == chunks[at].code for chunk in chunks[trigger + 1 : at - 1])


def group_left(page: Understanding, sentence: Sentence, at: int) -> Referent:
    """Whom the actor chunk at an index means, with those coordinated before it."""
    chunks, known = sentence.chunks, page.known
    who = page.who(chunks[at].start)
    cursor, joined = at - 1, False
    while cursor >= 0:
        chunk = chunks[cursor]
        if chunk.word in known.coordinate:
            joined = True
        elif chunk.word == "," or chunk.word in known.prepositions or chunk.code in set(known.contractions.values()):
            pass
        elif chunk.code == "@A" and joined:
            who, joined = merged(page.who(chunk.start), who), False
        else:
            break
        cursor -= 1
    return who


def definite(page: Understanding, sentence: Sentence, at: int) -> Referent:
    """Whom an actor chunk means; of an open plural (« des représentants », « ses adjoints ») only the state that it names."""
    chunk = sentence.chunks[at]
    mention = chunk.mention
    if isinstance(mention, RoleMention) and mention.role != PRONOUN and mention.role not in SIDES and _open(mention):
        return Referent(states=(*((mention.state,) if mention.state else ()), *_adjectives_after(page, sentence, at)))
    return page.who(chunk.start)


def _adjectives_after(page: Understanding, sentence: Sentence, at: int) -> tuple[str, ...]:
    """The states of adjectives that go on after a plural role: « ses homologues tunisien et maltais »."""
    found: list[str] = []
    for chunk in sentence.chunks[at + 1 : at + 8]:
        if chunk.code == "@S" and isinstance(chunk.mention, StateMention):
            found += chunk.mention.states
        elif chunk.word != "," and chunk.word not in page.known.coordinate:
            break
    return tuple(found)


def _open(role: RoleMention) -> bool:
    """Whether a plural role leaves open who is meant: of no number, or of several posts (« les vice-ministres de … et de … »)."""
    return role.number == 0 or (role.number > 1 and len({post.post for post in role.posts}) > 1)


def subject_group(page: Understanding, sentence: Sentence, at: int, told: Referent) -> Referent:
    """The subject told of, with those named before it, open plurals left out: « X et son homologue à la tête de …, Y »."""
    chunks = sentence.chunks
    mention = chunks[at].mention
    open_plural = isinstance(mention, RoleMention) and definite(page, sentence, at) != page.who(chunks[at].start)
    if open_plural:
        left = at - 2 if at > 1 and chunks[at - 1].word in page.known.coordinate and chunks[at - 2].code == "@A" else None
        named = page.who(chunks[left].start) if left is not None else Referent()
        return named or definite(page, sentence, at) or Referent(states=told.side)
    role = _role_left_of(sentence, at)
    if role is None:
        return told
    before = role - 2
    joined = role > 1 and chunks[role - 1].word in page.known.coordinate and chunks[before].code == "@A"
    return merged(group_left(page, sentence, before), told) if joined else told


def _role_left_of(sentence: Sentence, at: int) -> int | None:
    """Where a role stands that the person at an index only gives the name of: « son homologue à la tête du groupe, X »."""
    if at < 2 or sentence.chunks[at - 1].word != "," or not isinstance(sentence.chunks[at].mention, PersonMention):
        return None
    for before in range(at - 2, max(-1, at - 10), -1):
        chunk = sentence.chunks[before]
        if chunk.verb is not None or chunk.word == ",":
            return None
        if isinstance(chunk.mention, RoleMention):
            return before
        if isinstance(chunk.mention, PersonMention):
            return None
    return None


def apposed(page: Understanding, sentence: Sentence, index: int) -> Referent:
    """Whom a participle says something of: the actor just before it, or, at the head of a sentence, the one after it."""
    chunks = sentence.chunks
    before = index - 1
    while before >= 0 and (chunks[before].word in {",", "("} or chunks[before].word in page.known.adverbs):
        before -= 1
    if before >= 0 and chunks[before].code == "@A":
        return group_left(page, sentence, before)
    told = next((one for one in page.verbs.get(sentence.number, ()) if one.index > index and one.who), None)
    if before < 0 and told is not None:
        return told.who
    own = page.verb(sentence, index)
    return own.who if own else Referent()


def costs(sentence: Sentence, index: int, known: Grammar) -> Iterator[tuple[float, int]]:
    """Every chunk with how far it stands from the trigger: verbs, relatives and hard stops on the way add to it."""
    for step in (1, -1):
        cost, at = 0.0, index + step
        while 0 <= at < len(sentence.chunks):
            chunk = sentence.chunks[at]
            cost += 1.0
            yield cost + (0.5 if step < 0 else 0.0), at
            if chunk.verb is not None:
                cost += INFINITIVE_COST if chunk.verb.tense == "inf" else FINITE_COST if chunk.verb.finite else VERB_COST
            elif chunk.word in known.relative:
                cost += RELATIVE_COST
            elif chunk.code in HARD:
                cost += HARD_COST
            at += step


def nearest_day(
    page: Understanding, sentence: Sentence, *triggers: int, kinds: frozenset[str] = TIMES, reach: float = REACH
) -> Day | None:
    """The resolved date that stands nearest to one of the triggers, if any is near enough."""
    best: tuple[float, Day] | None = None
    for cost, at in _from_all(sentence, triggers, page.known):
        for mention in (sentence.chunks[at].mention, *sentence.chunks[at].also):
            if not isinstance(mention, DateMention) or mention.kind not in kinds:
                continue
            day = page.days.get(mention.start)
            dear = cost + (COARSE if day is not None and day.date and len(day.date) == 4 else 0.0)
            dear += TAKEN * _taken(sentence, at, triggers)
            if day is not None and (day.date or day.until) and dear < reach and (best is None or dear < best[0]):
                best = (dear, day)
    return best[1] if best else None


def _taken(sentence: Sentence, at: int, triggers: Sequence[int]) -> bool:
    """Whether a date before the trigger stands at once after another verb, whose it is (« arrivé lundi, il devait … »)."""
    if any(at > trigger for trigger in triggers):
        return False
    before = [one for one in range(max(0, at - 2), at) if sentence.chunks[one].verb is not None and one not in triggers]
    return bool(before) and not any(sentence.chunks[one].word == "," for one in range(before[-1], at))


def _from_all(sentence: Sentence, triggers: Sequence[int], known: Grammar) -> Iterator[tuple[float, int]]:
    for trigger in dict.fromkeys(triggers):
        yield from costs(sentence, trigger, known)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as written and its country; `place` None where only the country is told. `at` is its chunk."""

    place: str | None
    country: str | None
    at: int


def spots(page: Understanding, sentence: Sentence) -> list[Spot]:
    """The places and the states named as places (« à Rome », « au Maroc », « dans le Royaume ») of a sentence."""
    found = []
    for at, chunk in enumerate(sentence.chunks):
        spot = _spot(page, sentence, at, chunk)
        if spot is not None:
            found.append(spot)
    return found


def _spot(page: Understanding, sentence: Sentence, at: int, chunk: Chunk) -> Spot | None:
    inside = next((one for one in (chunk.mention, *chunk.also) if isinstance(one, PlaceMention)), None)
    if isinstance(chunk.mention, PlaceMention) or (inside is not None and isinstance(chunk.mention, StateMention)):
        assert inside is not None
        if at and sentence.chunks[at - 1].word in {",", "("} and chunk.mention is None:
            return None
        return Spot(inside.name, _state(inside.country or country_of(inside.name)), at)
    if not isinstance(chunk.mention, StateMention | RoleMention) or not at or not _locative(sentence, at, page):
        return None
    states = page.who(chunk.start).states
    if isinstance(chunk.mention, StateMention) and chunk.mention.form == "capital":
        return Spot(page.text[chunk.start : chunk.end], states[0] if states else None, at)
    if isinstance(chunk.mention, RoleMention) and (chunk.mention.possessive or chunk.mention.role not in LANDS):
        return None
    if len(states) == 1 and not (isinstance(chunk.mention, StateMention) and chunk.mention.form in {"force", "ministry", "people"}):
        return Spot(None, states[0], at)
    return None


def _state(country: str | None) -> str | None:
    """A country's code; None for regions that lie in no one state."""
    return country if country and country not in REGIONS else None


def _locative(sentence: Sentence, at: int, page: Understanding) -> bool:
    return bool({sentence.chunks[at - 1].code, sentence.chunks[at - 1].word} & cues(page.language).locative)


def nearest_spot(page: Understanding, sentence: Sentence, *triggers: int, reach: float = PLACE_REACH) -> Spot | None:
    """The place that stands nearest to one of the triggers, named sites and cities before bare countries.

    A relative of place takes its antecedent (« à Osaka, où il doit rencontrer »).
    """
    every = spots(page, sentence)
    for trigger in triggers:
        antecedent = _antecedent(page, sentence, trigger, every)
        if antecedent is not None:
            return antecedent
    found = {spot.at: spot for spot in every if spot.place is None or _locative(sentence, spot.at, page)}
    if not found:
        return None
    ranked = sorted(
        (cost + (0.0 if found[at].place else 3.0), at)
        for cost, at in _from_all(sentence, triggers, page.known) if at in found
    )  # fmt: skip
    return found[ranked[0][1]] if ranked and ranked[0][0] < reach else None


def _antecedent(page: Understanding, sentence: Sentence, trigger: int, every: Sequence[Spot]) -> Spot | None:
    """The place that a relative of place before the trigger stands for."""
    where = cues(page.language).sets["where"]
    for at in range(trigger, max(0, trigger - 8), -1):
        chunk = sentence.chunks[at]
        if at < trigger and chunk.verb is not None and chunk.verb.finite:
            return None
        if chunk.word in where:
            return next((spot for spot in reversed(every) if at - 3 < spot.at < at), None)
    return None


def narrative_day(page: Understanding, offset: int) -> str | None:
    """The day that the story stands at before an offset: the last day told of within the report's days, else the first after."""
    today = page.clock.report_day
    if not today:
        return None
    last = None
    for at, day in page.days.items():
        if day.mention.kind not in STORY or not day.date or len(day.date) != 10 or not 0 <= days_between(day.date, today) <= NARRATIVE:
            continue
        if at < offset or last is None:
            last = day.date
        if at >= offset:
            break
    return last or (today if len(today) == 10 else None)


def person_before(page: Understanding, sentence: Sentence, index: int, others: Referent) -> Referent:
    """Whom an object pronoun takes up: the last subject before it who is on another side than `others`."""
    spent = {person.name for person in others.persons}
    for number in range(sentence.number, -1, -1):
        for verb in reversed(page.verbs.get(number, ())):
            if number == sentence.number and verb.index >= index:
                continue
            free = [one for one in verb.who.persons if one.name not in spent and one.state not in others.side]
            if free:
                return Referent(tuple(free))
    named = [one for one in page.mentions if isinstance(one, PersonMention) and one.start < sentence.chunks[index].start]
    for mention in reversed(named):
        person = page.cast.of(mention)
        if person is not None and person.name not in spent and person.state not in others.side:
            return Referent((person,))
    return Referent()


def people_before(page: Understanding, sentence: Sentence) -> Referent:
    """The persons spoken of last before a sentence, one of each of the two states that the report is about."""
    chosen: dict[str, Referent] = {}
    for number in range(sentence.number - 1, -1, -1):
        for chunk in reversed(page.sentences[number].chunks):
            for person in page.who(chunk.start).persons if chunk.code == "@A" else ():
                if person.state in page.scene.pair:
                    chosen.setdefault(str(person.state), Referent((person,)))
        if len(chosen) == len(page.scene.pair):
            break
    who = Referent()
    for one in chosen.values():
        who = merged(who, one)
    return who
