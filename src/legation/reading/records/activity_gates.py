"""Which tellings of an activity count: what is definite and real, not what is told of in general."""

from __future__ import annotations

from legation.model.mentions import DateMention, PlaceMention, SumMention, UnitMention
from legation.reading.matching import Hit
from legation.reading.phrase_patterns import singular
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.activity_name import name_before, name_of
from legation.reading.records.activity_objects import about, at_site, is_site, passive
from legation.reading.records.activity_sides import parties, states_at, troops_and_host
from legation.reading.records.activity_telling import Telling, finite
from legation.reading.records.activity_when import period
from legation.reading.records.activity_where import spot_of
from legation.reading.records.activity_words import ActivityWords
from legation.reading.records.cues import cues
from legation.reading.records.ships import ship_noun, ships_in
from legation.reading.understanding import Understanding

WISHED = frozenset({"asked", "proposed"})
HELD = frozenset({"past", "fut", "pqp"})
GRAVE = frozenset({"handover", "deployment"})  # a wish for these is a statement only
DAY = 10  # the length of a date that is a day
ARTICLE_REACH = 3  # chunks before a noun within which its article stands


def likely(page: Understanding, sentence: Sentence, hit: Hit, words: ActivityWords) -> bool:
    """Whether the sentence has the nouns without which the frame cannot hold; a quick look before the thorough one."""
    slots = hit.frame.slots
    if slots.get("about") and not _holds_thing(page, sentence, slots["about"], words):
        return False
    if slots.get("mission") and not _on_mission(page, sentence, hit, words):
        return False
    if slots.get("site") and not any(is_site(page, sentence, at, words) for at in range(len(sentence.chunks))):
        return False
    if not slots.get("ship"):
        return True
    if ship_noun(sentence, 0, len(sentence.chunks) - 1, words) is not None:
        return True
    before = next((one for one in page.sentences if one.number == sentence.number - 1), None)
    return before is not None and bool(ships_in(before, 0, len(before.chunks)))


def _holds_thing(page: Understanding, sentence: Sentence, name: str, words: ActivityWords) -> bool:
    """Whether a noun of the set stands anywhere in a sentence."""
    return any(words.names_thing(name, sentence, at, page.text) for at in words.places_of_thing(name, sentence))


def holds(page: Understanding, one: Telling, words: ActivityWords) -> str:
    """Whether the telling counts: "new", "back" where it only takes up another, "" where nothing happens."""
    if one.mood.unreal or _barred(page, one, words):
        return ""
    taken = _takes_up(page, one, words) if one.noun else _stays_there(page, one)
    if taken != "back" and _is_new(page, one, words):
        return "new"
    return "back" if taken else ""


def _stays_there(page: Understanding, one: Telling) -> str:
    """ "back" where the verb says that a ship stays at a port told before (« ils y resteront jusqu'à jeudi »)."""
    verb = one.sentence.chunks[one.hit.index].verb
    if verb is None or not one.hit.frame.slots.get("stays"):
        return ""
    where = cues(page.language).sets["where"]
    before = one.sentence.chunks[max(0, one.hit.index - 2) : one.hit.index]
    return "back" if "place" in verb.clitics or any(chunk.word in where for chunk in before) else ""


def _is_new(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether all that the frame asks for stands in the clause."""
    slots = one.hit.frame.slots
    checks = {
        "about": about, "ship": _ship, "port": _port, "site": at_site, "joint": _joint, "denied": _denied,
        "mission": _mission, "after": _after, "definite": definite, "single": _single, "held": _held, "dated": _dated,
        "taught": _taught, "titled": _titled, "teaches": _teaches, "firm": _firm, "whole": _whole, "abroad": _abroad,
    }  # fmt: skip
    if not all(check(page, one, words) for name, check in checks.items() if slots.get(name)):
        return False
    if one.type == "port_call" and one.mood.status in WISHED and not _one_call(page, one, words):
        return False
    if one.type == "deployment":
        spot = spot_of(page, one, words)
        return bool(troops_and_host(page, one, spot.country if spot else None, words)[0])
    return one.type != "handover" or _concerns(page, one, words)


def _one_call(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a wish is for one call, of a ship named, on a day, or of one ship, not for calls in general."""
    if any(period(page, one, words)) or ships_in(one.sentence, one.first, one.last):
        return True
    at = one.hit.index if one.noun else ship_noun(one.sentence, one.first, one.last, words)
    return at is not None and article(page, one.sentence, at, words) == "one"


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
    around = (at for at in range(one.first, one.last + 1) if not one.hit.index <= at <= one.hit.last)
    return any(words.names_thing("trainees", one.sentence, at, page.text) for at in around)


def _firm(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether it is announced, counted or dated, not only thought of."""
    counted = any(words.has("counts", chunk.code) for chunk in one.sentence.chunks[one.hit.index : one.hit.last])
    return counted or one.mood.status in {"planned", "denied"} or any(period(page, one, words))


def _teaches(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether an infinitive of teaching behind the verb says what for."""
    behind = (chunk.verb for chunk in one.sentence.chunks[one.hit.index + 1 :])
    return any(verb is not None and verb.tense == "inf" and words.has("teaching", verb.lemma) for verb in behind)


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
        len(states) == 1 and any(words.names_thing("teachers", one.sentence, at, page.text) for at in before)
    )


def _dated(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the clause tells the day of it."""
    return any(day is not None and len(day) == DAY for day in period(page, one, words))


def _mission(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the words are of soldiers and their mission (« les militaires de la mission X »)."""
    return _on_mission(page, one.sentence, one.hit, words)


def _on_mission(page: Understanding, sentence: Sentence, hit: Hit, words: ActivityWords) -> bool:
    if not page.text[sentence.chunks[hit.last].start].isupper():
        return False
    told = page.text[sentence.chunks[hit.index].start : sentence.chunks[hit.last].end]
    parts = {singular(word) for word in told.lower().replace("'", " ").split()}
    return bool(parts & words.sets["missions"]) and bool(parts & words.sets["soldiers"])


def _after(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the noun that « celle de » stands for came before in the sentence."""
    noun = str(one.hit.frame.slots["after"])
    return any(chunk.code == noun for chunk in one.sentence.chunks[: one.hit.index])


def _barred(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a sum, a word of plenty before the noun, or a word that gives the noun another sense stands there."""
    if one.type == "handover" and _paid(page, one, words):
        return True
    if one.mood.status in WISHED and one.type in GRAVE and not one.hit.frame.slots.get("denied"):
        return True
    if not one.noun:
        return one.type == "training_course" and one.mood.status in WISHED
    before = one.sentence.chunks[max(one.first, one.hit.index - 3) : one.hit.index]
    behind = one.sentence.chunks[one.hit.index + 1 : one.hit.index + 3]
    if _of_paper(one, words):
        return True
    if one.type == "exercise" and (_idiom(page, one, words) or _for_exercise(page, one, words)):
        return True
    if _other_sense(one) or (one.type == "exercise" and behind and _bare_year(behind[0])):
        return True
    general = any(words.has("plenty", chunk.code) or words.has("void", chunk.code) for chunk in before)
    other = one.type == "exercise" and any(words.has("not_exercise", chunk.code) for chunk in behind)
    return (general and one.mood.status != "denied") or other


def _idiom(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the noun is part of an idiom (« à la manœuvre »)."""
    plural = page.text[one.sentence.chunks[one.hit.index].end - 1] in words.sets["plural_marks"]
    return not plural and one.hit.index > 0 and words.phrase("idioms", one.sentence, one.hit.index - 1)


def _for_exercise(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the noun only says what another is for (« un avion de patrouille », « le terrain d'exercice »)."""
    chunks, at = one.sentence.chunks, one.hit.index
    if at < 2 or chunks[at - 1].code not in page.known.prepositions_of["de"]:
        return False
    between = page.text[chunks[at - 2].end : chunks[at].start].lower().replace("'", "' ").split()
    bare = not any(words.has(name, word) for name in ("indefinite", "definite") for word in between)
    return bare and words.has("for_exercise", chunks[at - 2].code)


def _of_paper(one: Telling, words: ActivityWords) -> bool:
    """Whether a paper on the handing over is told of, not the thing itself (« l'acte de rétrocession »)."""
    before = one.sentence.chunks[max(0, one.hit.index - 3) : one.hit.index]
    return one.type == "handover" and any(words.has("papers", chunk.code) for chunk in before)


def _other_sense(one: Telling) -> bool:
    """Whether one of the frame's forbidden words stands right behind the noun (« cérémonie de signature »)."""
    near = range(one.hit.last + 1, min(len(one.sentence.chunks), one.hit.last + 4))
    return one.noun and any(one.sentence.says(phrase, at) for at in near for phrase in one.hit.frame.not_words)


def _paid(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a sum, not a thing, is the first object of the handing over."""
    chunks = one.sentence.chunks
    order = [*range(one.hit.index + 1, one.last + 1), *range(one.hit.index - 1, one.first - 1, -1)]
    for at in order:
        if isinstance(chunks[at].mention, SumMention):
            return True
        if words.names_thing("goods", one.sentence, at, page.text):
            return False
    return False


def _bare_year(chunk: Chunk) -> bool:
    """Whether the noun's year stands right behind it (« l'exercice 2024 »)."""
    mention = chunk.mention
    return (
        isinstance(mention, DateMention)
        and mention.kind == "date"
        and mention.year is not None
        and mention.month is None
    )


def _ship(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a ship does it: named or a noun in the clause; before the verb where the frame asks for a subject."""
    verb = one.sentence.chunks[one.hit.index].verb
    opens = verb is not None and verb.tense == "pp" and one.hit.index == one.first
    last = one.hit.index - 1 if one.hit.frame.slots["ship"] == "subject" and not opens else one.last
    at = ship_noun(one.sentence, one.first, last, words)
    if at is not None:
        return True
    own = page.verb(one.sentence, one.hit.index)
    pronoun = own is not None and own.subject.index is not None and _is_pronoun(one.sentence, own.subject.index)
    return pronoun and bool(_ships_lately(page, one))


def _is_pronoun(sentence: Sentence, at: int) -> bool:
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


def _takes_up(page: Understanding, one: Telling, words: ActivityWords) -> str:
    """ "back" where a demonstrative takes up what was told (« cette escale »), "maybe" for a possessive, else ""."""
    before = one.sentence.chunks[max(0, one.hit.index - 2) : one.hit.index]
    if any(
        words.has("these", chunk.word) for chunk in (*before, *one.sentence.chunks[one.hit.index : one.hit.last + 1])
    ):
        return "back"
    if (
        one.type == "port_call"
        and article(page, one.sentence, one.hit.index, words) == "the"
        and not _own_words(one, words)
    ):
        return "back"
    if one.type == "ceremony" and _bare_definite(page, one, words):
        return "maybe" if _takes_place(page, one, words) else "back"
    return "maybe" if any(words.has("back", chunk.word) for chunk in before) else ""


def _takes_place(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the clause says where or when it takes place (« la cérémonie a eu lieu lundi à Oslo »)."""
    verb = one.sentence.chunks[one.mood.governor].verb if one.mood.governor is not None else None
    if verb is None or not words.has("happening", verb.lemma):
        return False
    return any(period(page, one, words)) or spot_of(page, one, words) is not None


def _own_words(one: Telling, words: ActivityWords) -> bool:
    """Whether the clause names a ship or a place, so that it is more than « l'escale »."""
    inside = one.sentence.chunks[one.first : one.last + 1]
    return any(isinstance(chunk.mention, PlaceMention | UnitMention) for chunk in inside)


def _bare_definite(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether « la cérémonie » stands without a word on what it is for."""
    chunks, after = one.sentence.chunks, one.hit.last + 1
    told = after < len(chunks) and (
        chunks[after].code in page.known.prepositions_of["de"] or chunks[after].code.isalpha()
    )
    return article(page, one.sentence, one.hit.index, words) == "the" and not told


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


def _concerns(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a state that the report is about gives or takes."""
    told = set(parties(page, one, None, words))
    return bool(told & set(page.scene.states[:3]))
