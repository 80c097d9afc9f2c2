"""Who gains from a programme, and who is taught in it."""

from __future__ import annotations

from collections.abc import Iterator

from legation import world
from legation.model.mentions import PlaceMention, StateMention
from legation.reading.circumstances import country_of
from legation.reading.records.programme_actors import actor_at, is_body, pair_of, state_in, verbs_of
from legation.reading.records.programme_clues import Clue, names_side
from legation.reading.records.programme_words import ProgrammeWords
from legation.reading.understanding import Understanding


def beneficiary(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """The state that gains: who is told to, else whose land, men or ships the means go to."""
    told = told_beneficiary(page, clue, paying, words)
    if told:
        return told
    for likely in (_by_place, _by_noun, _by_goods):
        state = likely(page, clue, paying, words)
        if state and state != paying and (paying or not gives_rather(page, state)):
            return state
    return None


def told_beneficiary(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """The state or organisation that is told to gain: the receiver, « à X », « au profit de X »."""
    found = (sure(page, clue, paying, words) for sure in (_by_receiving, _by_gain, by_favour, _by_dative))
    return next((state for state in found if state and state != paying), None)


def gives_rather(page: Understanding, state: str) -> bool:
    """Whether a state gives more often than the other of the report's two."""
    pair = pair_of(page)
    return state in pair and any(world.donor_rank(other) < world.donor_rank(state) for other in pair)


def _by_receiving(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """The subject of a verb of receiving, where it is a state."""
    for verb in verbs_of(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or group.voice == "pas" or is_body(clue, verb):
            continue
        if words.has("receiving", group.lemma):
            state = state_in(verb.who.side)
            if state:
                return state
    return None


def _by_gain(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """« Manille a été le premier bénéficiaire de l'aide »: the actor before the noun."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        if words.has("gainers", chunks[at].code):
            before = [near for near in range(at - 1, clue.first - 1, -1) if chunks[near].code == "@A"]
            return actor_at(page, clue, before[0]) if before else None
    return None


def by_favour(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """Whom the means are for: « au profit des pays de l'ASEAN », « destiné à l'armée malienne »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        code = chunks[at].participle or chunks[at].code
        if words.has("favour", code):
            for near in range(at + 1, min(len(chunks), at + 5)):
                if chunks[near].code == "@A":
                    side = page.who(chunks[near].start).side
                    return next((state for state in side if state != paying), None)
    return None


def _by_dative(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """« à la marine kényane », « à qui Tokyo a promis », « lui »: whom a verb of giving has behind « à »."""
    chunks = clue.sentence.chunks
    for verb in verbs_of(page, clue):
        group = chunks[verb.index].verb
        if group is None or not (
            group.lemma in words.flows or words.has("donating", group.lemma) or words.has("pledging", group.lemma)
        ):
            continue
        relative = _relative_to(page, clue, verb.index)
        if relative:
            return relative
        for state in to_whom(page, clue, verb.index):
            if state != paying:
                return state
        if "dative" in group.clitics:
            return next((state for state in pair_of(page) if state != paying), None)
    return None


def _relative_to(page: Understanding, clue: Clue, index: int) -> str | None:
    """« Hanoï, à qui Tokyo a promis »: the actor that a relative with « à » takes up."""
    chunks = clue.sentence.chunks
    for at in range(index - 1, max(0, index - 5), -1):
        if chunks[at].word in page.known.relative and chunks[at - 1].code in page.known.prepositions_of["a"]:
            before = [near for near in range(at - 2, max(-1, at - 5), -1) if chunks[near].code == "@A"]
            return actor_at(page, clue, before[0]) if before else None
    return None


def to_whom(page: Understanding, clue: Clue, index: int) -> Iterator[str]:
    """The states behind « à » after a verb or noun, up to the next finite verb."""
    chunks = clue.sentence.chunks
    to = page.known.prepositions_of["a"]
    for at in range(index + 1, clue.last + 1):
        if chunks[at].verb is not None and chunks[at].verb.finite:  # type: ignore[union-attr]
            return
        if names_side(chunks[at]) and chunks[at - 1].code in to:
            state = actor_at(page, clue, at)
            if state:
                yield state


def _by_place(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """The country of the places where the work is done, or of « au Vietnam »."""
    for mention in page.within(clue.start, clue.end):
        if isinstance(mention, PlaceMention):
            country = mention.country or country_of(mention.name)
            if country and country != paying and country in page.scene.states:
                return country
    chunks = clue.sentence.chunks
    to = page.known.prepositions_of["a"]
    for at in range(clue.at + 1, clue.last + 1):
        named = chunks[at].mention
        if isinstance(named, StateMention) and named.form == "name" and chunks[at - 1].code in to:
            return state_in(named.states)
    return None


def _by_noun(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """« une aide de 12 millions d'euros aux forces mauritaniennes »: whom « à » names behind the sum."""
    chunks = clue.sentence.chunks
    to = page.known.prepositions_of["a"]
    for at in range(clue.at + 1, min(clue.last, clue.at + 6)):
        if clue.money is None or chunks[at].verb is not None:
            return None
        if chunks[at].code in to and chunks[at + 1].code == "@A":
            return actor_at(page, clue, at + 1)
    return None


def _by_goods(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """Whose men, ships or yards the means are for: the last state named behind the sum or goods."""
    for at in range(clue.at + 1, clue.last + 1):
        chunk = clue.sentence.chunks[at]
        states = (
            chunk.mention.states
            if isinstance(chunk.mention, StateMention)
            else page.who(chunk.start).side
            if chunk.code == "@A"
            else ()
        )
        state = state_in(tuple(states))
        if state and state != paying and state in page.scene.states[:4]:
            return state
    return None


def teacher_and_taught(
    page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords
) -> tuple[str | None, str | None]:
    """Who trains and whose men are trained: who teaches, or where they are taught, and the state of the taught."""
    chunks = clue.sentence.chunks
    near = [
        at
        for at in range(max(clue.first, clue.at - 9), min(clue.last + 1, clue.at + 10))
        if words.trainee(clue.sentence, at)
    ]
    taught = None
    for at in near:
        mention = chunks[at].mention
        told = getattr(mention, "state", None) or next(
            (one.states[0] for one in (each.mention for each in chunks[at : at + 3]) if isinstance(one, StateMention)),
            None,
        )
        taught = taught or told
    taught = taught or next((state for state in pair_of(page) if paying and state != paying), None)
    if paying and paying != taught:
        return paying, taught
    where = [one.mention.states[0] for one in chunks[clue.at : clue.last + 1]
             if isinstance(one.mention, StateMention) and one.mention.form == "name"]  # fmt: skip
    other = [*where, *pair_of(page)]
    return next((state for state in other if taught and state != taught), None), taught
