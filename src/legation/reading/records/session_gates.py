"""Which nouns tell a session: what it is of, what follows it, and whether it tells by itself that many meet."""

from __future__ import annotations

from legation.reading.circumstances import merged
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.around import actors_after, definite, fits
from legation.reading.records.cues import Cues
from legation.reading.records.near import city_of
from legation.reading.records.noun_encounters import NOUN_REACH
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding


def goes_on(sentence: Sentence, index: int, page: Understanding) -> bool:
    """Whether a noun follows, so that an ordinal before it is none of a session: « la première frégate »."""
    after = sentence.chunks[index] if index < len(sentence.chunks) else None
    if after is None or after.code in {"@D", "@L"} or after.verb is not None:
        return False
    return after.code.startswith("@") or (after.word.isalpha() and after.word not in page.known.function_words)


def working(sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """« la deuxième réunion de travail »: one sitting of many, no session of its own."""
    codes = tuple(chunk.code for chunk in sentence.chunks[hit.last + 1 : hit.last + 3])
    return any(codes[: len(phrase)] == phrase for phrase in words.phrases["working"])


def only_met(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether a counted noun tells but that two met again: « la première rencontre entre X et Y »."""
    if sentence.chunks[hit.index].code not in words.sets["met"]:
        return False
    who = Referent()
    for actor in actors_after(page, sentence, hit.last, limit=hit.last + NOUN_REACH):
        if fits(page, actor, "entre") or fits(page, actor, "avec"):
            who = merged(who, definite(page, sentence, actor.at))
    return bool(who.persons)


def summit_placed(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether a summit goes by its city or by those who meet there: « le sommet de Madrid », « le sommet entre X et Y »."""
    if sentence.chunks[hit.index].code not in words.sets["summits"]:
        return False
    around = actors_after(page, sentence, hit.last, limit=hit.last + 4)
    return city_of(page, sentence, hit.last) is not None or any(fits(page, one, "entre") for one in around)


def conference(sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether a noun by itself tells many who meet: a summit, a conference (but none for the press)."""
    code = sentence.chunks[hit.index].code
    after = tuple(chunk.code for chunk in sentence.chunks[hit.last + 1 : hit.last + 3])
    press = any(after[: len(phrase)] == phrase for phrase in words.phrases["press"])
    return code in words.sets["summits"] or (code in words.sets["conferences"] and not press)


def of_something_else(sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether the noun counts exercises, fairs and the like: « la 20e édition de l'exercice »."""
    if sentence.chunks[hit.index].code not in words.sets["counters"]:
        return False
    whose = any(chunk.word in words.sets["whose"] for chunk in sentence.chunks[max(0, hit.index - 4) : hit.index])
    near = sentence.chunks[max(0, hit.index - 14) if whose else hit.index : hit.last + 7]
    return any(chunk.code in words.sets["not_sessions"] for chunk in near)


def of_a_body(sentence: Sentence, hit: Hit) -> bool:
    """Whether the noun only stands beside the name of what sits: « le 6e Dialogue, premier tour de table depuis … »."""
    near = sentence.chunks[max(0, hit.index - 3) : hit.index]
    return len(near) == 3 and near[0].code == "@B" and near[1].word == ","
