"""Those who are taught: trained, taken in or sent to courses year by year, since a year, or in numbers."""

from __future__ import annotations

from collections.abc import Iterable

from legation.model.mentions import DateMention, RoleMention
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.programme_words import ProgrammeWords

UNREAL = frozenset({"fut", "cond", "subj"})
DONE = frozenset({"past", "pqp", "pp"})
BESIDE, BEHIND = 8, 12  # chunks from a verb, or behind a noun of teaching, within which those who are taught stand
MANY = 4  # from so many on, those who were taught are no single course


def taught(sentence: Sentence, at: int, words: ProgrammeWords) -> int | None:
    """Where the last of the words stands that tell of people taught, from a verb or noun of teaching on; None if nothing does."""
    verb = sentence.chunks[at].verb
    if verb is None:
        return _lessons(sentence, at, words)
    if verb.polarity == "neg" or verb.tense in UNREAL:
        return None
    if words.has("teaching", verb.lemma):
        return None if _offered(sentence, at, words) else _trained(sentence, at, words)
    if words.has("hosting", verb.lemma) and steady(sentence, words):
        return next((one for one in _behind(sentence, at, BESIDE) if words.noun("pupils", sentence, one)), None)
    return _attended(sentence, at, words) if words.has("attending", verb.lemma) else None


def _offered(sentence: Sentence, at: int, words: ProgrammeWords) -> bool:
    """Whether one only stands ready to teach."""
    return any(words.offers(sentence, near) for near in range(max(0, at - 3), at))


def _lessons(sentence: Sentence, at: int, words: ProgrammeWords) -> int | None:
    """« la formation gratuite de deux cents officiers », « les stages qu'elle dispense depuis 2014 aux médecins »."""
    chunks = sentence.chunks
    if not words.has("lessons", chunks[at].code) or _offered(sentence, at, words):
        return None
    found = next((one for one in _behind(sentence, at, BEHIND) if words.trainee(sentence, one)), None)
    thanked = any(
        words.verb("praise", chunk) or words.has("thanks_nouns", chunk.code) for chunk in sentence.chunks[:at]
    )
    return found if found is not None and (thanked or steady(sentence, words)) else None


def _trained(sentence: Sentence, at: int, words: ProgrammeWords) -> int | None:
    verb = sentence.chunks[at].verb
    passive = verb is not None and (verb.voice == "pas" or verb.tense == "pp")
    near = range(max(0, at - BESIDE), at) if passive else _behind(sentence, at, BESIDE)
    found = next((one for one in near if words.trainee(sentence, one)), None)
    if found is None or verb is None:
        return None
    many = verb.tense in DONE and _many(sentence, found, words) and not _dated(sentence)
    return max(found, at) if many or steady(sentence, words) else None


def _attended(sentence: Sentence, at: int, words: ProgrammeWords) -> int | None:
    """« plus de cinq cents officiers ont suivi une formation », « poursuivent leur scolarité »."""
    course = next((one for one in _behind(sentence, at, 5) if words.has("lessons", sentence.chunks[one].code)), None)
    near = (one for one in range(at - 1, max(-1, at - BESIDE), -1) if words.trainee(sentence, one))
    who = next(near, None)
    if course is None or who is None:
        return None
    return course if steady(sentence, words) or (_many(sentence, who, words) and not _dated(sentence)) else None


def _behind(sentence: Sentence, at: int, reach: int) -> Iterable[int]:
    return range(at + 1, min(len(sentence.chunks), at + reach))


def steady(sentence: Sentence, words: ProgrammeWords) -> bool:
    """Whether a sentence tells what is done year by year, for free or since a year."""
    return any(words.has("steady", chunk.code) or _kind(chunk) == "since" for chunk in sentence.chunks)


def _dated(sentence: Sentence) -> bool:
    """Whether a day or month is told, so that it is one course."""
    dates = (chunk.mention for chunk in sentence.chunks if isinstance(chunk.mention, DateMention))
    return any(
        one.kind in {"date", "range"} and (one.month or one.weekday is not None or one.relation) for one in dates
    )


def _kind(chunk: Chunk) -> str:
    return chunk.mention.kind if isinstance(chunk.mention, DateMention) else ""


def _many(sentence: Sentence, at: int, words: ProgrammeWords) -> bool:
    """Whether a number stands before those who were taught."""
    mention = sentence.chunks[at].mention
    if isinstance(mention, RoleMention) and mention.number >= MANY:
        return True
    before = sentence.chunks[max(0, at - 4) : at]
    return any(words.has("counts", one.code) or one.code[:1].isdigit() for one in before)
