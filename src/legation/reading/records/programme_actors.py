"""The verbs, actors and states in the words of a programme."""

from __future__ import annotations

from legation import world
from legation.model.mentions import BodyMention, StateMention
from legation.reading.grammar import Grammar
from legation.reading.phrases import Chunk
from legation.reading.records.programme_clauses import takes_up
from legation.reading.records.programme_clues import Clue
from legation.reading.records.programme_words import ProgrammeWords, programme_words
from legation.reading.understanding import Understanding, Verb


def verbs_of(page: Understanding, clue: Clue) -> list[Verb]:
    """The verbs of the clue's part of the sentence, nearest to the sum or name first."""
    first, last = relative_around(clue, page.known)
    own = [one for one in page.verbs.get(clue.sentence.number, ()) if first <= one.index <= last]
    return sorted(own, key=lambda one: (abs(one.index - clue.at), one.index))


def relative_around(clue: Clue, known: Grammar) -> tuple[int, int]:
    """The relative clause between commas in which the clue stands (« …, que la Belgique finance, … »), else all of it."""
    chunks = clue.sentence.chunks
    opened = next((at for at in range(clue.at - 1, clue.first, -1) if _opens(chunks, at, known)), None)
    if opened is None or not any(chunk.finite for chunk in chunks[opened : clue.at]):
        return clue.first, clue.last
    for at in range(clue.at + 1, clue.last):
        if chunks[at].word == "," and any(chunk.finite for chunk in chunks[at + 1 : at + 3]):
            return opened, at
    return clue.first, clue.last


def _opens(chunks: tuple[Chunk, ...], at: int, known: Grammar) -> bool:
    return takes_up(chunks, at, known) and (chunks[at - 1].word == "," or (at > 1 and chunks[at - 2].word == ","))


def pair_of(page: Understanding) -> tuple[str, ...]:
    """The two states between which means flow: those that meet, or the host and the weightiest other."""
    host, pair = page.scene.host, page.scene.pair
    if host is None or host in pair or host not in page.scene.states:
        return pair
    return (*pair[:1], host)


def state_in(states: tuple[str, ...]) -> str | None:
    """The first state of some parties."""
    return next((state for state in states if len(state) == 3 and state.isupper()), None)


def giver_in(page: Understanding, states: tuple[str, ...]) -> str | None:
    """The first state of some parties, else the first organisation that gives."""
    found = state_in(states) or next((party for party in states if world.donor_rank(party)), None)
    return _seated(page, found) if found else None


def _seated(page: Understanding, state: str) -> str:
    """The organisation that a capital stands for where its state is named by nothing else (« Bruxelles a débloqué »)."""
    seated = programme_words(page.language).seats.get(state)
    named = (isinstance(one, StateMention) and state in one.states and one.form != "capital" for one in page.mentions)
    if seated is None or any(named) or any(person.state == state for person in page.cast.persons):
        return state
    return seated


def giver_at(page: Understanding, clue: Clue, at: int) -> str | None:
    """The state or giving organisation of the actor or body at a chunk."""
    return giver_in(page, _parties_at(page, clue, at))


def actor_at(page: Understanding, clue: Clue, at: int) -> str | None:
    """The state of the actor or body at a chunk."""
    return state_in(_parties_at(page, clue, at))


def _parties_at(page: Understanding, clue: Clue, at: int) -> tuple[str, ...]:
    if at >= len(clue.sentence.chunks):
        return ()
    chunk = clue.sentence.chunks[at]
    told = page.who(chunk.start).side or (chunk.mention.parties if isinstance(chunk.mention, BodyMention) else ())
    return tuple(told)


def is_body(clue: Clue, verb: Verb) -> bool:
    """Whether the subject is a body that spends what others give."""
    at = verb.subject.index
    mention = clue.sentence.chunks[at].mention if at is not None else None
    return isinstance(mention, BodyMention) and not mention.parties


def gains(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether a noun says who gains (« premier bénéficiaire »)."""
    return any(words.has("gainers", chunk.code) for chunk in clue.sentence.chunks[clue.first : clue.last + 1])
