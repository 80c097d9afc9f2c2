"""Meetings with one's own people abroad: the embassy, the diaspora."""

from __future__ import annotations

from legation.model.mentions import RoleMention, StateMention
from legation.reading.matching import Hit
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.around import apposed
from legation.reading.records.cues import Cues
from legation.reading.records.near import nearest_day, nearest_spot
from legation.reading.records.tellings import Telling, mood
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding

KIND = "own_mission"
NATIONALS = frozenset({"national"})
REACH = 12  # chunks after the verb within which one's own people stand
PARTICIPLES = frozenset({"pp", "prespart"})


def own_mission(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> list[Telling]:
    """The meeting with one's own people abroad that a verb tells; none where others are met, or it is at home."""
    verb = sentence.chunks[hit.index].verb
    told = mood(page, sentence, hit.index, words) if verb is not None else (None, None)
    who = _subject(page, sentence, hit) if verb is not None else _told_of(page, sentence, hit)
    if told is None or len(who.side) != 1 or (verb is not None and verb.voice == "pas"):
        return []
    last = _own_people(page, sentence, hit, who, words)
    if last is None:
        return []
    spot = nearest_spot(page, sentence, hit.index, last)
    if (spot.country if spot is not None and spot.country else page.scene.host) in {None, *who.side}:
        return []
    return [
        Telling(
            sentence=sentence, index=hit.index, first=hit.index, last=last, rule=hit.frame.rule, type=KIND, who=who,
            day=nearest_day(page, sentence, hit.index), spot=spot, tense=told[0], status=told[1],
        )
    ]  # fmt: skip


def _subject(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    verb = sentence.chunks[hit.index].verb
    if verb is not None and verb.tense in PARTICIPLES:
        return apposed(page, sentence, hit.index)
    told = page.verb(sentence, hit.index)
    return told.who if told else Referent()


def _told_of(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """Whose meeting a noun or an adjunct tells: the person who is the subject beside it, or named before it."""
    told = [one for one in page.verbs.get(sentence.number, ()) if one.who.persons]
    if told:
        return min(told, key=lambda one: (abs(one.index - hit.index), one.index)).who
    named = [page.who(chunk.start) for chunk in sentence.chunks if chunk.code == "@A"]
    return next((who for who in named if len(who.persons) == 1), Referent())


def _own_people(page: Understanding, sentence: Sentence, hit: Hit, who: Referent, words: Cues) -> int | None:
    """Where the words for one's own people end: the embassy or a people of one's state, « ses compatriotes »."""
    own = who.side[0]
    for at in range(hit.index + 1, min(len(sentence.chunks), hit.index + REACH)):
        chunk = sentence.chunks[at]
        if chunk.verb is not None and chunk.verb.finite:
            return None
        if _embassy(page, chunk, own, words) or _nationals(chunk, own):
            return at
        if _worded(sentence, at, own, words):
            return at
    return None


def _embassy(page: Understanding, chunk: Chunk, own: str, words: Cues) -> bool:
    mention = chunk.mention
    if not isinstance(mention, RoleMention) or mention.role not in words.sets["embassies"]:
        return False
    return mention.state == own or page.who(chunk.start).side == (own,)


def _nationals(chunk: Chunk, own: str) -> bool:
    """« les Grecs du Portugal », met by the Greek minister."""
    mention = chunk.mention
    if isinstance(mention, RoleMention):
        return mention.role in NATIONALS and mention.number != 1 and mention.state == own and not mention.posts
    return isinstance(mention, StateMention) and mention.form == "people" and mention.states == (own,)


def _worded(sentence: Sentence, at: int, own: str, words: Cues) -> bool:
    """A word for people abroad, with an adjective of one's own state beside it, or a possessive before it."""
    codes = tuple([chunk.code for chunk in sentence.chunks[at : at + 3]])
    if codes[0] not in words.heads["own_people"] or not any(
        codes[: len(phrase)] == phrase for phrase in words.phrases["own_people"]
    ):
        return False
    after = [chunk.mention for chunk in sentence.chunks[at + 1 : at + 4]]
    stated = [one.states for one in after if isinstance(one, StateMention)]
    before = sentence.chunks[at - 1].code in words.own if at else False
    return (
        before or any(states == (own,) for states in stated) or (not stated and codes[0] in words.sets["compatriots"])
    )
