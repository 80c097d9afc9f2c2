"""The verbs, actors and states in the words of a programme."""

from __future__ import annotations

from legation.model.mentions import BodyMention
from legation.reading.records.programme_clues import Clue
from legation.reading.records.programme_words import ProgrammeWords
from legation.reading.understanding import Understanding, Verb


def verbs_of(page: Understanding, clue: Clue) -> list[Verb]:
    """The verbs of the clue's part of the sentence, nearest to the sum or name first."""
    own = [one for one in page.verbs.get(clue.sentence.number, ()) if clue.first <= one.index <= clue.last]
    return sorted(own, key=lambda one: (abs(one.index - clue.at), one.index))


def state_in(states: tuple[str, ...]) -> str | None:
    return next((state for state in states if len(state) == 3 and state.isupper()), None)


def actor_at(page: Understanding, clue: Clue, at: int) -> str | None:
    """The state of the actor or body at a chunk."""
    if at >= len(clue.sentence.chunks):
        return None
    chunk = clue.sentence.chunks[at]
    told = page.who(chunk.start).side or (chunk.mention.parties if isinstance(chunk.mention, BodyMention) else ())
    return state_in(tuple(told))


def is_body(clue: Clue, verb: Verb) -> bool:
    """Whether the subject is a body that spends what others give."""
    at = verb.subject.index
    mention = clue.sentence.chunks[at].mention if at is not None else None
    return isinstance(mention, BodyMention) and not mention.parties


def gains(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether a noun says who gains (« premier bénéficiaire »)."""
    return any(words.has("gainers", chunk.code) for chunk in clue.sentence.chunks[clue.first : clue.last + 1])
