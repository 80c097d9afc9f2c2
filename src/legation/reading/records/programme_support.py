"""Works and goods that somebody's support paid for: « construites grâce à un prêt de Tokyo », thanks for help with works."""

from __future__ import annotations

from legation.model.mentions import BodyMention, PlaceMention, StateMention
from legation.reading.grammar import Grammar
from legation.reading.phrases import Sentence
from legation.reading.records.programme_clauses import takes_up
from legation.reading.records.programme_training import steady
from legation.reading.records.programme_words import ProgrammeWords

ADJECTIVES = frozenset({"adjective", "compound"})
LASTING = frozenset({"pres", "imperf", "past"})
REACH = 14  # chunks around a verb of support within which the establishment stands
WORKS_REACH = 9  # chunks behind a noun of support within which the works stand that one gives thanks for


def supported(sentence: Sentence, at: int, first: int, last: int, words: ProgrammeWords, known: Grammar) -> str:
    """The type of what the noun of support at a chunk paid for, in the clause first..last; "" where it paid for nothing told."""
    if not words.noun("support", sentence, at) or words.offers(sentence, at):
        return ""
    if _through(sentence, at, words) and _given_by(sentence, at, last, known):
        return _type(sentence, at, first, last, words)
    thanked = any(words.verb("praise", chunk) for chunk in sentence.chunks[first:at])
    if thanked and (_for_works(sentence, at, last, words, known) or _once_brought(sentence, at, last, words, known)):
        return "loan" if words.noun("loans", sentence, at) else "aid"
    return ""


def sponsored(sentence: Sentence, at: int, first: int, last: int, words: ProgrammeWords, known: Grammar) -> str:
    """The type of an establishment that a state has supported since a year; "" where the verb tells no such thing."""
    verb = sentence.chunks[at].verb
    if (
        verb is None
        or verb.polarity == "neg"
        or verb.voice == "pas"
        or verb.tense not in LASTING
        or not steady(sentence, words)
    ):
        return ""
    relative = any(takes_up(sentence.chunks, one, known) for one in range(max(first, at - 4), at))
    near = range(max(first, at - REACH), at) if relative else range(at + 1, min(last + 1, at + REACH))
    found = next((one for one in near if _establishment(sentence, one, words)), None)
    if found is None:
        return ""
    label = next((label for one in range(found, max(at, last) + 1) if (label := words.type_at(sentence, one))), "")
    return label


def _establishment(sentence: Sentence, at: int, words: ProgrammeWords, *, site: bool = False) -> bool:
    """Whether a body or a noun for an establishment, or where a site is meant a place, stands at a chunk."""
    chunk = sentence.chunks[at]
    kind = PlaceMention if site else BodyMention
    return isinstance(chunk.mention, kind) or words.has("establishments", chunk.code)


def _once_brought(sentence: Sentence, at: int, last: int, words: ProgrammeWords, known: Grammar) -> bool:
    """Whether the support is one that was brought on an occasion (« l'aide que X avait apportée lors des incendies »)."""
    chunks = sentence.chunks
    if at + 1 > last or not takes_up(chunks, at + 1, known):
        return False
    near = range(at + 2, min(last + 1, at + WORKS_REACH))
    brought = next((one for one in near if chunks[one].finite), None)
    verb = chunks[brought].verb if brought is not None else None
    if verb is None or verb.lemma not in words.flows:
        return False
    return any(words.has("events", chunk.code) for chunk in chunks[brought : last + 1])


def _through(sentence: Sentence, at: int, words: ProgrammeWords) -> bool:
    """Whether « grâce à », « au moyen de », « financé par » leads to the noun."""
    near = sentence.chunks[max(0, at - 4) : at]
    paid = any(words.verb("costing", chunk) for chunk in near)
    return paid or any(words.has("through", chunk.code) for chunk in near)


def _given_by(sentence: Sentence, at: int, last: int, known: Grammar) -> bool:
    """Whether a state stands right behind, as an adjective or with « de »."""
    chunks = sentence.chunks
    for near in range(at + 1, min(last + 1, at + 4)):
        mention = chunks[near].mention
        if chunks[near].code == "@S" or (isinstance(mention, StateMention) and mention.form in ADJECTIVES):
            return True
        if chunks[near].code == "@A" and chunks[near - 1].code in known.prepositions_of["de"]:
            return True
    return False


def _type(sentence: Sentence, at: int, first: int, last: int, words: ProgrammeWords) -> str:
    span, chunks = range(first, last + 1), sentence.chunks
    goods = any(words.noun("goods", sentence, one) for one in span)
    works = any(words.verb("works", chunks[one]) or words.has("building", chunks[one].code) for one in span)
    if words.noun("loans", sentence, at):
        return "loan" if goods or works else ""
    if works and goods:
        return "equipment"
    return "aid" if works and any(_establishment(sentence, one, words, site=True) for one in span) else ""


def _for_works(sentence: Sentence, at: int, last: int, words: ProgrammeWords, known: Grammar) -> bool:
    """Whether the support is for definite works (« à la modernisation de la base »)."""
    chunks = sentence.chunks
    for near in range(at + 1, min(last, at + WORKS_REACH)):
        if chunks[near - 1].code not in (*known.prepositions_of["a"], "pour"):
            continue
        works = words.has("building", chunks[near].code) or words.has("renewal", chunks[near].code)
        if works and any(
            _establishment(sentence, one, words, site=True) for one in range(near + 1, min(last, near + 4) + 1)
        ):
            return True
    return False
