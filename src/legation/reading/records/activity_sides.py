"""Whose an activity is: who trains with whom, whose ship calls where, who hands over to whom."""

from __future__ import annotations

from collections.abc import Iterable

from legation.model.mentions import BodyMention, PlaceMention, RoleMention, StateMention, UnitMention
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.activity_telling import Telling
from legation.reading.records.activity_words import ActivityWords, activity_words
from legation.reading.records.cues import cues
from legation.reading.records.ships import own_ships, ships_in, states_of
from legation.reading.understanding import Understanding

ADJECTIVES = frozenset({"adjective", "compound"})
HOSTED = frozenset(
    {"ceremony", "site_visit", "training_course", "expert_exchange", "exhibition", "exercise", "handover"}
)
PASSIVE = frozenset({"pp"})


def parties(page: Understanding, one: Telling, country: str | None, words: ActivityWords) -> tuple[str, ...]:
    """The states that take part, told ones first; the report's pair stands in where the words need two."""
    if one.type == "deployment":
        troops, host = troops_and_host(page, one, country, words)
        return _once([*troops, *((host,) if host else ())])
    make = {"port_call": _of_call, "handover": _of_handover, "exercise": _of_exercise}
    told = make.get(one.type, _of_clause)(page, one, words)
    if one.type == "port_call" and country:
        told = _once([*told[: 1 if len(told) > 1 and country not in told else None], country])
    if one.type == "exercise" and _alone(one, told, words):
        return told
    if one.type == "handover" and len(told) < 2:
        told = _once([*told, *_sentence_states(page, one), *_all_named(page, one)])[:2]
    return _filled(page, told, country)


def _once(states: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(states))


def _filled(page: Understanding, told: tuple[str, ...], country: str | None) -> tuple[str, ...]:
    """Those told, with the country of the place and the report's states up to two."""
    if len(told) < 2 and country and country in page.scene.states[:4]:
        told = _once([*told, country])
    for state in page.scene.pair:
        if len(told) < 2:
            told = _once([*told, state])
    return told


def states_at(page: Understanding, sentence: Sentence, at: int) -> tuple[str, ...]:
    """The states and organisations that a chunk stands for."""
    chunk = sentence.chunks[at]
    if isinstance(chunk.mention, StateMention) and chunk.mention.form in ADJECTIVES:
        return chunk.mention.states
    if isinstance(chunk.mention, BodyMention):
        return chunk.mention.parties or page.who(chunk.start).side
    if isinstance(chunk.mention, UnitMention):
        return (chunk.mention.state,) if chunk.mention.state else ()
    if isinstance(chunk.mention, RoleMention) and chunk.mention.state:
        return (chunk.mention.state,)
    if chunk.mention is not None and _this_country(page, chunk):
        return _named_before(sentence, at)
    return page.who(chunk.start).side if chunk.code == "@A" else ()


def _this_country(page: Understanding, chunk: Chunk) -> bool:
    """Whether the chunk speaks of the country just named (« les marines de ce pays »)."""
    told = page.text[chunk.start : chunk.end].lower()
    phrases = activity_words(page.language).phrases["this_country"].values()
    return any(" ".join(phrase) in told for many in phrases for phrase in many)


def _named_before(sentence: Sentence, at: int) -> tuple[str, ...]:
    before = [chunk.mention for chunk in sentence.chunks[:at] if isinstance(chunk.mention, StateMention)]
    return before[-1].states if before else ()


def _all_named(page: Understanding, one: Telling) -> list[str]:
    """All states that the sentence names."""
    chunks = one.sentence.chunks
    return [
        state
        for at, chunk in enumerate(chunks)
        if isinstance(chunk.mention, StateMention)
        for state in states_at(page, one.sentence, at)
    ]


def _in(page: Understanding, one: Telling, first: int, last: int) -> tuple[str, ...]:
    """The states of the chunks first..last, but for places and opponents."""
    found: list[str] = []
    for at in range(max(0, first), min(last + 1, len(one.sentence.chunks))):
        if not isinstance(one.sentence.chunks[at].mention, PlaceMention) and not _locative(page, one.sentence, at):
            found += states_at(page, one.sentence, at)
    return _once(found)


def _locative(page: Understanding, sentence: Sentence, at: int) -> bool:
    """Whether the state is where something is (« au Mali », « en Chine »), not who does it."""
    mention = sentence.chunks[at].mention
    if not isinstance(mention, StateMention) or mention.form not in {"name", "capital"} or not at:
        return False
    before = sentence.chunks[at - 1]
    return bool({before.word, before.code} & cues(page.language).locative)


def subject_states(page: Understanding, one: Telling, at: int | None, words: ActivityWords) -> tuple[str, ...]:
    """The states of the subject of a verb; where it is a ship, whose ship it is."""
    own = page.verb(one.sentence, at) if at is not None else None
    if own is None:
        return ()
    if own.subject.thing is not None or not own.who:
        told = [
            state
            for at in range(one.first, own.index)
            if _adjective(one, at)
            for state in states_at(page, one.sentence, at)
        ]
        if told and one.type == "exercise":
            return _once(told)
        ships = ships_in(one.sentence, one.first, own.index)
        return states_of(page, one.sentence, own.index, ships, words) if ships else ()
    shared = _shared_subject(page, one, own.index)
    return shared if shared else own.who.side


def _adjective(one: Telling, at: int) -> bool:
    mention = one.sentence.chunks[at].mention
    return isinstance(mention, StateMention) and mention.form in ADJECTIVES | {"people"}


def _shared_subject(page: Understanding, one: Telling, at: int) -> tuple[str, ...]:
    """The subject that a participle shares with a verb before it (« avait dénoncé …, puis récupéré … »)."""
    chunks = one.sentence.chunks
    verb = chunks[at].verb
    if verb is None or verb.tense != "pp" or not at or chunks[at - 1].word not in page.known.coordinate:
        return ()
    told = [each for each in page.verbs.get(one.sentence.number, ()) if each.index < at and not each.dependent]
    finite = [each for each in told if (group := chunks[each.index].verb) is not None and group.finite]
    return finite[-1].who.side if finite else ()


def _chain_states(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str, ...]:
    """The subject's states of the innermost verb over the trigger that has a known one."""
    for at in one.mood.chain:
        told = subject_states(page, one, at, words)
        if told:
            return told
    return ()


def _of_clause(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str, ...]:
    return _once([*_chain_states(page, one, words), *_in(page, one, one.first, one.last)])


def _of_exercise(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str, ...]:
    """Those told behind the noun (« américano-philippin », « avec la marine kényane »), else the subject's."""
    own = _in(page, one, one.hit.index + 1, one.reach_end)
    ships = own_ships(page, one, words)
    own = _once([*own, *(ship.state for ship in ships if ship.state)])
    taken = [ship for ship in ships if not one.start <= ship.start < one.end]
    if taken and not one.noun:
        return _once([*states_of(page, one.sentence, one.hit.index, taken, words), *own])
    watched = one.mood.governor is not None and _is(one.sentence, one.mood.governor, "watching", words)
    if len(own) > 1 and (watched or (one.noun and _adjectives(one))):
        return own
    before = () if watched or one.mood.governor is None else _in(page, one, one.first, one.mood.governor)
    return _once([*(() if watched and own else _chain_states(page, one, words)), *before, *own])


def _adjectives(one: Telling) -> bool:
    """Whether adjectives of states stand right behind the noun."""
    return any(chunk.code == "@S" for chunk in one.sentence.chunks[one.hit.index + 1 : one.hit.index + 5])


def _is(sentence: Sentence, at: int, name: str, words: ActivityWords) -> bool:
    verb = sentence.chunks[at].verb
    return verb is not None and words.has(name, verb.lemma)


def _alone(one: Telling, told: tuple[str, ...], words: ActivityWords) -> bool:
    """Whether one state trains by itself: several ships, all of one state, and no word of acting together."""
    chunks = one.sentence.chunks[one.first : one.last + 1]
    together = any(words.has("joint", chunk.code) or words.has("with", chunk.code) for chunk in chunks)
    return len(told) == 1 and not together and len(ships_in(one.sentence, one.first, one.last)) > 1


def _of_call(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str, ...]:
    return states_of(page, one.sentence, one.hit.index, own_ships(page, one, words), words)


def _of_handover(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str, ...]:
    """Giver and receiver, in any order: subject, « à » and « par »."""
    chunks = one.sentence.chunks
    inside = [at for at in range(one.first, one.last + 1) if not isinstance(chunks[at].mention, PlaceMention)]
    found = [*_chain_states(page, one, words), *(state for at in inside for state in states_at(page, one.sentence, at))]
    return _once(state for state in found if len(state) == 3)[:2]


def troops_and_host(
    page: Understanding, one: Telling, country: str | None, words: ActivityWords
) -> tuple[tuple[str, ...], str | None]:
    """Whose the troops are and where they are: names by the noun, the subject, whom they teach."""
    chunks = one.sentence.chunks
    near = range(one.hit.index, min(len(chunks), max(one.hit.last + 6, one.tail or 0)))
    own = _once(
        state for at in near if not _locative(page, one.sentence, at) for state in states_at(page, one.sentence, at)
    )
    doers = _chain_states(page, one, words)
    taught = tuple(state for state in _taught(page, one, words) if state not in own or state in doers)
    if not one.noun:
        own = _before_verb(page, one) or doers or own
    elif not own and not taught:
        own = tuple(state for state in doers if state != country) or _sentence_states(page, one)
    host = country or next(iter(taught), None) or next((state for state in doers if own and state not in own), None)
    troops = tuple(state for state in own if state != host)[:3]
    if not troops and host in page.scene.pair:
        troops = tuple(state for state in page.scene.pair if state != host)[:1]
    if host is None and troops and one.mood.status != "denied" and page.scene.host not in (*troops, None):
        host = page.scene.host
    return troops, host


def _before_verb(page: Understanding, one: Telling) -> tuple[str, ...]:
    return _in(page, one, one.first, one.hit.index - 1)


def _taught(page: Understanding, one: Telling, words: ActivityWords) -> list[str]:
    """The states behind verbs of teaching right behind the troops (« qui instruisent l'armée kényane »)."""
    chunks = one.sentence.chunks
    found: list[str] = []
    stop = min(len(chunks), one.last + 8)
    for at in range(one.hit.last + 1, stop):
        verb = chunks[at].verb
        if verb is not None and words.has("teaching", verb.lemma):
            found += [
                state
                for near in range(at + 1, min(len(chunks), at + 4))
                for state in states_at(page, one.sentence, near)
            ]
    return found


def _sentence_states(page: Understanding, one: Telling) -> tuple[str, ...]:
    """The first state that the sentence names as a doer, where the clause names none."""
    named = (states_at(page, one.sentence, at) for at, chunk in enumerate(one.sentence.chunks)
             if isinstance(chunk.mention, StateMention) and not _locative(page, one.sentence, at))  # fmt: skip
    return next((states[:1] for states in named if states), ())
