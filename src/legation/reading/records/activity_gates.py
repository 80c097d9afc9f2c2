"""Which tellings of an activity count: what is definite and real, not what is told of in general."""

from __future__ import annotations

from legation.model.mentions import DateMention, PlaceMention, SumMention, UnitMention
from legation.reading.matching import Hit
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.activity_checks import CHECKS, article, is_pronoun, on_mission
from legation.reading.records.activity_objects import is_site
from legation.reading.records.activity_sides import parties, troops_and_host
from legation.reading.records.activity_telling import Telling
from legation.reading.records.activity_when import period
from legation.reading.records.activity_where import spot_of
from legation.reading.records.activity_words import ActivityWords
from legation.reading.records.cues import cues
from legation.reading.records.ships import ship_noun, ships_in
from legation.reading.understanding import Understanding

WISHED = frozenset({"asked", "proposed"})
GRAVE = frozenset({"handover", "deployment"})  # a wish for these is a statement only


def likely(page: Understanding, sentence: Sentence, hit: Hit, words: ActivityWords) -> bool:
    """Whether the sentence has the nouns without which the frame cannot hold; a quick look before the thorough one."""
    slots = hit.frame.slots
    if slots.get("about") and not _holds_thing(page, sentence, slots["about"], words):
        return False
    if slots.get("mission") and not on_mission(page, sentence, hit, words):
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
    taken = _takes_up(page, one, words) if one.noun else _stays_there(page, one, words)
    if taken != "back" and not one.hit.frame.slots.get("goes_on") and _is_new(page, one, words):
        return "new"
    return "back" if taken else ""


def _stays_there(page: Understanding, one: Telling, words: ActivityWords) -> str:
    """ "back" where the verb says how long what was told before lasts (« ils y resteront jusqu'à jeudi »)."""
    verb = one.sentence.chunks[one.hit.index].verb
    if one.hit.frame.slots.get("goes_on"):
        own = page.verb(one.sentence, one.hit.index)
        taken = own is not None and own.subject.index is not None and is_pronoun(one.sentence, own.subject.index)
        return "back" if taken and any(period(page, one, words)) else ""
    if verb is None or not one.hit.frame.slots.get("stays"):
        return ""
    where = cues(page.language).sets["where"]
    before = one.sentence.chunks[max(0, one.hit.index - 2) : one.hit.index]
    return "back" if "place" in verb.clitics or any(chunk.word in where for chunk in before) else ""


def _is_new(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether all that the frame asks for stands in the clause."""
    slots = one.hit.frame.slots
    if not all(check(page, one, words) for name, check in CHECKS.items() if slots.get(name)):
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
    if one.type in {"exercise", "deployment"} and (_idiom(page, one, words) or _for_exercise(page, one, words)):
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
        and (not _own_words(one, words) or _of_other(page, one, words))
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
    behind = one.sentence.chunks[(one.mood.governor or 0) + 1 : one.last + 1]
    return any(period(page, one, words)) or any(chunk.word in page.known.prepositions for chunk in behind)


def _of_other(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether the subject of the verb over the noun is something else than a ship (« un exercice doit clore l'escale »)."""
    verb = page.verb(one.sentence, one.mood.governor) if one.mood.governor is not None else None
    return verb is not None and words.has("naming", verb.subject.thing or "")


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


def _concerns(page: Understanding, one: Telling, words: ActivityWords) -> bool:
    """Whether a state that the report is about gives or takes."""
    told = set(parties(page, one, None, words))
    return bool(told & set(page.scene.states[:3]))
