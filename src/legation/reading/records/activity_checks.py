"""What frames of activities may ask of a telling, by the name of their slot: a ship, a port, two states, a day …"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from legation.model.mentions import UnitMention
from legation.reading.matching import Hit
from legation.reading.phrase_patterns import singular
from legation.reading.phrases import Sentence
from legation.reading.records.activity_name import name_before, name_of
from legation.reading.records.activity_objects import about, at_site, passive
from legation.reading.records.activity_sides import states_at
from legation.reading.records.activity_telling import Telling, finite
from legation.reading.records.activity_when import period
from legation.reading.records.activity_where import spot_of
from legation.reading.records.activity_words import ActivityWords
from legation.reading.records.ships import ship_noun, ships_in
from legation.reading.understanding import Understanding

HELD = frozenset({"past", "fut", "pqp"})
DAY = 10  # the length of a date that is a day
ARTICLE_REACH = 3  # chunks before a noun within which its article stands

Check = Callable[[Understanding, Telling, ActivityWords], bool]


def _joint(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether two states train, or a word tells that one does not train alone."""
    return len(_states(page, one)) > 1 or _together(one, words)


def _denied(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a verb of the sentence denies."""
    return any(words.mood(one.sentence, at) == "denied" for at in range(len(one.sentence.chunks)))


def _single(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether it is one new thing (« un entraînement »)."""
    return article(page, one.sentence, one.hit.index, words) == "one"


def _held(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a verb over the noun, or a participle behind it, says that it is held, goes on or ends."""
    chunks = one.sentence.chunks
    governor = [one.mood.governor] if one.mood.governor is not None else []
    behind = [at for at in range(one.hit.last + 1, min(one.last, one.hit.last + 6) + 1) if passive(chunks[at])]
    behind += [at for at in range(one.last + 1, one.reach_end + 1) if finite(chunks[at].verb)][:1]
    told = [verb.lemma for at in (*governor, *behind) if (verb := chunks[at].verb) is not None]
    apposed = one.hit.last + 2
    if apposed <= one.last and chunks[apposed - 1].word == ",":
        told.append(chunks[apposed].code)
    return any(words.has(name, word) for word in told for name in ("holding", "happening", "ends"))


def _taught(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the clause names those who are trained."""
    begin = one.first if one.noun else one.hit.index
    around = (at for at in range(begin, one.last + 1) if not one.hit.index <= at <= one.hit.last)
    return any(words.names_thing("trainees", one.sentence, at, page.text) for at in around)


def _firm(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether it is announced, counted or dated, not only thought of."""
    counted = any(words.has("counts", chunk.code) for chunk in one.sentence.chunks[one.hit.index : one.hit.last])
    return counted or one.mood.status in {"planned", "denied"} or any(period(page, one, words))


def _teaches(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether an infinitive of teaching behind the verb says what for."""
    behind = (chunk.verb for chunk in one.sentence.chunks[one.hit.index + 1 :])
    return any(verb is not None and verb.tense == "inf" and words.has("teaching", verb.lemma) for verb in behind)


def _present(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the verb tells in the present what somebody of a state does."""
    verb = one.sentence.chunks[one.hit.index].verb
    return verb is not None and verb.tense == "pres" and bool(_states(page, one))


def _titled(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the last word of the phrase is a name."""
    last = one.sentence.chunks[one.hit.last]
    return page.text[last.start].isupper() and last.verb is None


def _whole(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether no further verb stands among the words of the phrase."""
    return all(chunk.verb is None for chunk in one.sentence.chunks[one.hit.index + 1 : one.hit.last + 1])


def _abroad(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the clause names two states, or instructors of one state."""
    states = _states(page, one)
    before = range(one.first, one.hit.index)
    return len(states) > 1 or (
        len(states) == 1
        and not _present(page, one, words)
        and any(words.names_thing("teachers", one.sentence, at, page.text) for at in before)
    )


def _dated(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the clause tells the day of it."""
    return any(day is not None and len(day) == DAY for day in period(page, one, words))


def _mission(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the words are of soldiers and their mission (« les militaires de la mission X »)."""
    return on_mission(page, one.sentence, one.hit, words)


def on_mission(page: Understanding, sentence: Sentence, hit: Hit, words: ActivityWords) -> bool:
    if not page.text[sentence.chunks[hit.last].start].isupper():
        return False
    told = page.text[sentence.chunks[hit.index].start : sentence.chunks[hit.last].end]
    parts = {singular(word) for word in told.lower().replace("'", " ").split()}
    return bool(parts & words.sets["missions"]) and bool(parts & words.sets["soldiers"])


def _after(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the noun that « celle de » stands for came before in the sentence."""
    noun = str(one.hit.frame.slots["after"])
    return any(chunk.code == noun for chunk in one.sentence.chunks[: one.hit.index])


def _ship(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a ship does it: named or a noun in the clause; before the verb where the frame asks for a subject."""
    verb = one.sentence.chunks[one.hit.index].verb
    opens = verb is not None and verb.tense == "pp" and one.hit.index == one.first
    last = one.hit.index - 1 if one.hit.frame.slots["ship"] == "subject" and not opens else one.last
    at = ship_noun(one.sentence, one.first, last, words)
    if at is not None:
        return True
    own = page.verb(one.sentence, one.hit.index)
    pronoun = own is not None and own.subject.index is not None and is_pronoun(one.sentence, own.subject.index)
    return pronoun and bool(_ships_lately(page, one))


def is_pronoun(sentence: Sentence, at: int) -> bool:
    """Whether the chunk is a pronoun."""
    return getattr(sentence.chunks[at].mention, "role", "") == "pronoun"


def _ships_lately(page: Understanding, one: Telling) -> list[UnitMention]:
    before = [each for each in page.sentences if one.sentence.number - 1 <= each.number <= one.sentence.number]
    return [ship for each in before for ship in ships_in(each, 0, len(each.chunks))]


def _port(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a port, a town or a noun for a port stands behind the verb."""
    spot = spot_of(page, one, words)
    if spot is not None and spot.place:
        return True
    behind = range(one.hit.index + 1, one.last + 1)
    return any(words.noun("ports", one.sentence, at) is not None for at in behind)


def _states(page: Understanding, one: Telling) -> set[str]:
    return {state for at in range(one.first, one.last + 1) for state in states_at(page, one.sentence, at)}


def _together(one: Telling, words: ActivityWords) -> bool:
    inside = one.sentence.chunks[one.first : one.last + 1]
    with_whom = one.type == "exercise" and not one.noun
    names = ("joint", "both", "with") if with_whom else ("joint", "both")
    return any(words.has(name, chunk.code) for chunk in inside for name in names)


def _with_whom(one: Telling, words: ActivityWords) -> bool:
    """Whether words of acting together, or of a partner, stand in the clause."""
    inside = one.sentence.chunks[one.first : one.last + 1]
    return any(words.has(name, chunk.code) for chunk in inside for name in ("joint", "both", "with"))


def article(page: Understanding, sentence: Sentence, at: int, words: ActivityWords) -> str:
    """ "one", "the" or "": the article of the noun group in which a noun stands."""
    first = sentence.chunks[max(0, at - ARTICLE_REACH)]
    lead = page.text[max(0, first.start - 4) : sentence.chunks[at].start].lower().replace("'", "' ").split()
    for word in reversed(lead):
        if words.has("indefinite", word):
            return "one"
        if words.has("definite", word):
            return "the"
    return ""


def definite(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the telling is of something definite: it has a name, a ship, a day or a place, or is one new thing."""
    index = one.hit.index
    if one.type in {"exercise", "exhibition"} and name_of(page, one.sentence, one.hit.last, words):
        return True
    if one.type == "exercise" and name_before(page, one.sentence, index, words):
        return True
    if one.type != "ceremony" and ships_in(one.sentence, one.first, one.last):
        return True
    if one.type == "exercise" and not one.noun:
        return (
            one.mood.tense in {"past", "pqp"} or any(period(page, one, words)) or spot_of(page, one, words) is not None
        )
    plural = one.noun and page.text[one.sentence.chunks[index].end - 1] in words.sets["plural_marks"]
    kind = article(page, one.sentence, index, words)
    spot = spot_of(page, one, words)
    if any(period(page, one, words)) or (spot is not None and spot.place is not None):
        return not (plural and kind == "the" and one.type == "exercise" and not any(period(page, one, words)))
    if kind == "one":
        return one.mood.governor is not None or one.type == "ceremony"
    governor = one.sentence.chunks[one.mood.governor].verb if one.mood.governor is not None else None
    if kind == "the" and not plural and governor is not None and words.has("happening", governor.lemma):
        return True
    held = governor is not None and words.has("holding", governor.lemma) and one.mood.tense in HELD
    if plural and kind == "" and held and (one.type == "exercise" and _with_whom(one, words)):
        return True
    return plural and kind == "" and one.mood.status in {"planned", "proposed", "denied"} and _together(one, words)


CHECKS: Mapping[str, Check] = {
    "about": about, "ship": _ship, "port": _port, "site": at_site, "joint": _joint, "denied": _denied,
    "mission": _mission, "after": _after, "definite": definite, "single": _single, "held": _held, "dated": _dated,
    "taught": _taught, "titled": _titled, "present": _present, "teaches": _teaches, "firm": _firm, "whole": _whole,
    "abroad": _abroad,
}  # fmt: skip
