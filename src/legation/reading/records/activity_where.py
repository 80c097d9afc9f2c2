"""Where a thing done together is: the place that belongs to its telling."""

from __future__ import annotations

from legation.model.mentions import StateMention
from legation.reading.phrases import Sentence
from legation.reading.records.activity_telling import Telling
from legation.reading.records.activity_when import describes, distance
from legation.reading.records.activity_words import ActivityWords
from legation.reading.records.near import Spot, spots
from legation.reading.understanding import Understanding

LOOK_BACK = 2  # sentences within which a pronoun stands for a place
SPOT_REACH, CALL_REACH = 22, 12  # chunks from which a place, a port belongs to something else


def spot_of(page: Understanding, one: Telling, words: ActivityWords, named: str | None = None) -> Spot | None:
    """The place that stands nearest to the trigger and is where it happens; named sites before bare countries.

    `named` is what the thing is called, which is no place.
    """
    reach = CALL_REACH if one.type == "port_call" and not one.noun else SPOT_REACH
    ranked = []
    for spot in _places(page, one, words):
        if spot.place is not None and spot.place == named:
            continue
        cost = distance(page, one, spot.at, words) if _located(page, one, spot, words) else None
        if one.type == "port_call" and _at_sea(one.sentence, spot):
            continue
        if cost is not None and cost + (0 if spot.place else 4) < reach:
            ranked.append((cost + (0 if spot.place else 4), spot.at, spot))
    if ranked:
        return min(ranked, key=lambda entry: entry[:2])[2]
    return _there(page, one) if _says_there(one) else None


def _at_sea(sentence: Sentence | None, spot: Spot) -> bool:
    """Whether the place is a sea or a region, no place to call at."""
    return sentence is not None and getattr(sentence.chunks[spot.at].mention, "kind", "") in {"sea", "region"}


def _says_there(one: Telling) -> bool:
    """Whether a pronoun stands for the place (« y manœuvrera »)."""
    if one.type == "port_call" and describes(one):
        return True
    near = {*one.mood.chain[:2]} if one.type == "port_call" else set()
    verbs = (one.sentence.chunks[at].verb for at in {one.hit.index, *near})
    return any(verb is not None and "place" in verb.clitics for verb in verbs)


def _there(page: Understanding, one: Telling) -> Spot | None:
    """The place named last before the trigger, in its sentence or one shortly before."""
    for number in range(one.sentence.number, one.sentence.number - LOOK_BACK - 1, -1):
        earlier = next((each for each in page.body() if each.number == number), None)
        last = one.hit.index if number == one.sentence.number else None
        named = [
            spot
            for spot in (spots(page, earlier) if earlier else ())
            if spot.place and (last is None or spot.at < last) and not _at_sea(earlier, spot)
        ]
        if named:
            return named[-1]
    return None


def _places(page: Understanding, one: Telling, words: ActivityWords) -> list[Spot]:
    """The places of the sentence, with capitals that are ports there (« quitter Oslo », « le quai d'Oslo »)."""
    found = [spot for spot in spots(page, one.sentence) if not _receiver(page, one, spot)]
    taken = {spot.at for spot in found}
    for at, chunk in enumerate(one.sentence.chunks):
        mention = chunk.mention
        if at in taken or not at or not isinstance(mention, StateMention) or mention.form not in {"capital", "name"}:
            continue
        verb = one.sentence.chunks[at - 1].verb
        headed = one.sentence.chunks[at - 1].code in page.known.prepositions_of["de"] and _near_noun(one, at, words)
        if mention.form == "capital" and (headed or (verb is not None and one.type == "port_call")):
            found.append(Spot(page.text[chunk.start : chunk.end], mention.states[0], at))
        elif (verb is not None and words.has("leaving", verb.lemma)) or (
            mention.form == "name" and _withdrawn(page, one, at, words)
        ):
            found.append(Spot(None, mention.states[0], at))
    return found


def _withdrawn(page: Understanding, one: Telling, at: int, words: ActivityWords) -> bool:
    """Whether troops leave the state behind « de » (« retirera ses troupes du Mali »)."""
    trigger = one.sentence.chunks[one.hit.index]
    told = trigger.verb.lemma if trigger.verb is not None else trigger.code
    of = one.sentence.chunks[at - 1].code in page.known.prepositions_of["de"]
    return one.type == "deployment" and of and at > one.hit.last and words.has("withdrawing", told)


def _near_noun(one: Telling, at: int, words: ActivityWords) -> bool:
    """Whether a noun of a site, port or area stands shortly before a chunk."""
    near = range(max(0, at - 5), at - 1)
    return any(
        words.noun(name, one.sentence, before) is not None for before in near for name in ("sites", "ports", "areas")
    )


def _receiver(page: Understanding, one: Telling, spot: Spot) -> bool:
    """Whether the country is whom something is handed to (« a rendu au Kenya la base »)."""
    return one.type == "handover" and spot.place is None


def _located(page: Understanding, one: Telling, spot: Spot, words: ActivityWords) -> bool:
    """Whether a preposition puts something at the place, or a verb of going has it as its object."""
    chunks = one.sentence.chunks
    if spot.at == 0:
        return False
    before = chunks[spot.at - 1]
    if before.code in page.known.prepositions_of["de"] and not (spot.place is None and one.type == "deployment"):
        return _near_noun(one, spot.at, words)
    away = chunks[max(0, spot.at - 4) : spot.at]
    return not any(words.has("around", chunk.code) for chunk in away)
