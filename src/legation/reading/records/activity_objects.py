"""What an activity is about: the things handed over, built or visited that stand as object or subject of its words."""

from __future__ import annotations

from legation.model.mentions import BodyMention, PlaceMention, UnitMention
from legation.reading.phrase_patterns import singular
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.activity_telling import Telling
from legation.reading.records.activity_words import ActivityWords
from legation.reading.understanding import Understanding

RELATIVE_REACH = 4  # chunks before a relative, or before its verb, within which its antecedent stands
OBJECT_REACH = 12  # chunks around a trigger within which what it is about stands


def about(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a noun of the frame's set is the object of the verb, or the subject of a passive or participle."""
    name = str(one.hit.frame.slots["about"])
    verb = one.sentence.chunks[one.hit.index].verb
    behind = range(one.hit.index + 1, min(one.last, one.hit.index + OBJECT_REACH) + 1)
    before = range(
        _noun_group(page, one) if _adjectival(one) else max(one.first, one.hit.index - OBJECT_REACH - 4), one.hit.index
    )
    if one.hit.frame.slots.get("direct"):
        return _direct(page, one, name, words)
    if one.hit.frame.slots.get("near"):
        return any(
            words.names_thing(name, one.sentence, at, page.text) for at in range(one.hit.index, one.hit.last + 1)
        )
    if one.hit.frame.slots.get("of") != "subject" and any(
        words.names_thing(name, one.sentence, at, page.text) for at in behind
    ):
        return True
    free = verb is None or verb.voice == "pas" or verb.tense == "pp" or one.hit.frame.slots.get("of") == "subject"
    if one.hit.index == one.first and one.hit.frame.slots.get("of") == "subject":
        before = behind
    return free and any(words.names_thing(name, one.sentence, at, page.text) for at in before)


def _adjectival(one: Telling) -> bool:
    """Whether the trigger is a participle that only describes a noun (« les soldats stationnés là »)."""
    verb = one.sentence.chunks[one.hit.index].verb
    return verb is not None and verb.tense == "pp" and not one.mood.chain[1:]


def _noun_group(page: Understanding, one: Telling) -> int:
    """Where the noun group that a participle describes may begin: behind the comma that parts it from others."""
    chunks, at = one.sentence.chunks, one.hit.index - 1
    while at > one.first and (chunks[at].word == "," or chunks[at].word in page.known.adverbs):
        at -= 1
    while at > one.first and chunks[at - 1].word != ",":
        at -= 1
    return at


def _direct(page: Understanding, one: Telling, name: str, words: ActivityWords) -> bool:
    """Whether the first noun behind the verb, numbers, dates and whom it is for passed over, is of the set."""
    chunks, at = one.sentence.chunks, one.hit.index + 1
    if one.noun:
        at = next(
            (
                near
                for near in range(at, min(at + 4, len(chunks)))
                if chunks[near].code in page.known.prepositions_of["de"]
            ),
            at,
        )
    if chunks[one.hit.index].verb is not None and passive(chunks[one.hit.index]):
        return any(words.names_thing(name, one.sentence, near, page.text) for near in range(one.first, one.hit.index))
    if not one.noun and _antecedent(page, one, name, words):
        return True
    while at <= min(one.last, one.hit.index + OBJECT_REACH):
        if not _governed(page, one, at, words) and words.names_thing(name, one.sentence, at, page.text):
            return True
        adjective = at + 1 < len(chunks) and words.names_thing(name, one.sentence, at + 1, page.text)
        if not adjective and not _passed_over(page, chunks[at], words) and not _governed(page, one, at, words):
            return False
        at += 1
    return False


def _antecedent(page: Understanding, one: Telling, name: str, words: ActivityWords) -> bool:
    """Whether a relative before the verb takes up a noun of the set (« la base qu'elle a rendue »)."""
    chunks = one.sentence.chunks
    for at in range(one.hit.index - 1, max(0, one.hit.index - RELATIVE_REACH), -1):
        if chunks[at].word in page.known.that:
            before = range(max(0, at - RELATIVE_REACH), at)
            return any(words.names_thing(name, one.sentence, near, page.text) for near in before)
        if chunks[at].verb is not None:
            return False
    return False


def _passed_over(page: Understanding, chunk: Chunk, words: ActivityWords) -> bool:
    """Whether a chunk may stand between a verb and its object: numbers, dates, persons, function words."""
    known = page.known
    light = chunk.mention is not None or words.has("counts", chunk.code) or not chunk.code.isalpha()
    linking = chunk.word in known.prepositions or chunk.word in known.determiners
    return light or linking or chunk.word in known.adverbs or bool({chunk.word, chunk.code} & known.preposed)


def _governed(page: Understanding, one: Telling, at: int, words: ActivityWords) -> bool:
    """Whether a preposition stands before a noun, so that it is no object (« au nom de », « à l'hôpital »)."""
    chunks, of = one.sentence.chunks, page.known.prepositions_of["de"]
    if one.noun or at - 1 <= one.hit.index or chunks[at].verb is not None:
        return False
    before = at - 1
    if chunks[before].code in of:
        noun = chunks[before - 1]
        return (
            before - 1 > one.hit.index
            and noun.mention is None
            and noun.code.isalpha()
            and not words.has("counts", noun.code)
        )
    return chunks[before].word in page.known.prepositions


def passive(chunk: Chunk) -> bool:
    verb = chunk.verb
    return verb is not None and (verb.voice == "pas" or verb.tense == "pp")


def at_site(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether what is visited is a site: a base, a yard, a unit, not a town or country alone."""
    behind = list(range(one.hit.index + 1, min(one.last, one.hit.index + OBJECT_REACH) + 1))
    following = one.sentence.chunks[behind[0]].verb if behind else None
    if following is not None and following.tense == "inf":
        return False
    if one.hit.frame.slots.get("ground"):
        behind = [at for at in behind if one.sentence.chunks[at].mention is not None]
    return any(is_site(page, one.sentence, at, words) for at in behind)


def is_site(page: Understanding, sentence: Sentence, at: int, words: ActivityWords) -> bool:
    mention = sentence.chunks[at].mention
    if isinstance(mention, UnitMention):
        return mention.kind in {"unit", "ship"}
    if isinstance(mention, PlaceMention):
        return words.has("sites", singular(mention.name.split()[0].lower()))
    if isinstance(mention, BodyMention):
        return words.has("sites", singular(mention.name.split()[0].lower()))
    return words.names_thing("sites", sentence, at, page.text)
