"""Programmes: cooperation that runs on means, found by their sums, by their names, or by goods given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from legation.model.mentions import BodyMention, PlaceMention, StateMention
from legation.reading.grammar import Grammar
from legation.reading.mentions.ordinals import find_numbers
from legation.reading.mentions.sums import currency_among
from legation.reading.phrases import Sentence
from legation.reading.records.programme_clues import Clue, clues
from legation.reading.records.programme_flow import flow, reported, since
from legation.reading.records.programme_sides import Sides, sides
from legation.reading.records.programme_trade import trading
from legation.reading.records.programme_words import ProgrammeWords, programme_words
from legation.reading.topics import find_topics
from legation.reading.understanding import Draft, Understanding

IMPLEMENTERS = frozenset({"agency", "organisation", "firm", "company", "ngo", "mission"})
OWN_TOPIC = {"demining": "demining_uxo", "dioxin": "dioxin", "training": "training_education",
             "capacity_building": "capacity_building", "equipment": "equipment_transfer"}  # fmt: skip
BROAD = frozenset(
    {
        "delegation_exchange", "service_exchange", "policy_dialogue", "partnership_status",
        "defence_relations", "regional_security", "trust_building", "multilateral_coordination",
        "exercises", "port_calls",
    }
)  # fmt: skip
GOES_ON = 6  # sentences within which a bare sum goes on with the programme told before
MANY = 100  # a number of projects is smaller
Slots = Mapping[str, object]


def programme_drafts(page: Understanding) -> Iterator[Draft]:
    """The programmes of the body: one for each sum that funds, each programme named, each gift of goods."""
    words = programme_words(page.language)
    told: list[Draft] = []
    last = -9
    for sentence in page.body():
        for clue in clues(sentence, words, page.known, going_on=sentence.number - last < GOES_ON):
            slots = _slots(page, clue, words, told[-1].slots if told else {})
            if slots is None:
                continue
            last = sentence.number
            rule = f"{page.language.code}.programme.{clue.rule}"
            _add(told, Draft("programme", clue.start, clue.end, rule, slots))
    yield from told


def _add(told: list[Draft], draft: Draft) -> None:
    """Add a draft, or join it to the one that tells the same programme."""
    for number, one in enumerate(told):
        if _same(one.slots, draft.slots):
            fuller, poorer = (draft, one) if _size(draft) > _size(one) else (one, draft)
            merged = {name: value or poorer.slots.get(name) for name, value in fuller.slots.items()}
            told[number] = replace(fuller, slots=merged)
            return
    told.append(draft)


def _size(one: Draft) -> int:
    return sum(len(value) if isinstance(value, tuple) else 1 for value in one.slots.values() if value)


def _same(one: Slots, other: Slots) -> bool:
    """Whether both tell one programme: the same sum, or, of those without a sum, the same type and sides."""
    if one.get("amount") or other.get("amount"):
        return one.get("amount") == other.get("amount") and one.get("currency") == other.get("currency")
    return all(one.get(name) == other.get(name) for name in ("type", "funder", "beneficiary"))


def _slots(page: Understanding, clue: Clue, words: ProgrammeWords, before: Slots) -> dict[str, object] | None:
    """The slots of a programme; None where it cannot be told who pays or gains."""
    if _asked(clue, words):
        return None
    paying, gaining = sides(page, clue, words, before)
    if not (paying or gaining) or (paying == gaining) or not _concerns(page, paying, gaining):
        return None
    status = _status(clue, words, page.known)
    traded = trading(clue, words)
    label = "equipment" if traded else _type(page, clue, words, before)
    return {
        "type": label,
        "status": status,
        "funder": paying,
        "beneficiary": gaining,
        "implementers": _implementers(page, clue, paying),
        **_money(page, clue, (paying, gaining)),
        "flow": flow(page, clue, words) if status is None and clue.rule in {"sum", "goods"} and not traded else None,
        "since": since(page, clue, words),
        "projects": _projects(page, clue, words),
        "places": _places(page, clue, before),
        "topics": _topics(page, clue, label, before),
    }


def _concerns(page: Understanding, paying: str | None, gaining: str | None) -> bool:
    """Whether one side is among those that the report is about."""
    return bool({paying, gaining} & set(page.scene.states[:4]))


def _type(page: Understanding, clue: Clue, words: ProgrammeWords, before: Slots) -> str:
    """The type that the words next to the programme show, else those around it, its bodies, the one before."""
    chunks = clue.sentence.chunks
    if any(words.noun("loans", clue.sentence, at) for at in range(max(clue.first, clue.at - 7), clue.at)):
        return "loan"
    if clue.label:
        return clue.label
    head = next(
        (at for at in range(clue.at, clue.first - 1, -1) if at < clue.at and words.noun("funding", clue.sentence, at)),
        clue.at,
    )
    spans = [(head, clue.last), (clue.first, clue.last)]
    if _cleans_base(clue, words):
        return "dioxin"
    for first, last in spans:
        label = next((label for at in range(first, last + 1) if (label := words.type_at(clue.sentence, at))), "")
        if label:
            return label
    by_body = next((words.bodies[one.name.casefold()] for one in page.within(clue.start, clue.end)
                    if isinstance(one, BodyMention) and one.name.casefold() in words.bodies), "")  # fmt: skip
    if by_body:
        return by_body
    shared = next(
        (label for at in range(clue.last + 1, len(chunks)) if (label := words.type_at(clue.sentence, at))), ""
    )
    if shared and shared != "loan":
        return shared
    return (
        str(before.get("type", ""))
        if clue.money and before and clue.rule == "sum" and _bare_more(clue, words)
        else "aid"
    )


def _cleans_base(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether an airport or base is cleaned up (« la dépollution de l'aéroport de Bien Hoa »)."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        if words.has("cleaning", chunks[at].code) or words.verb("cleaning", chunks[at]):
            kinds = (getattr(chunk.mention, "kind", "") for chunk in chunks[at + 1 : at + 4])
            return any(kind in {"airport", "base"} for kind in kinds)
    return False


def _bare_more(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether the sum only goes on with what was told (« 1,5 million pour Quang Binh »)."""
    return clue.more or not any(words.noun("funding", clue.sentence, at) for at in range(clue.first, clue.at))


def _money(page: Understanding, clue: Clue, both: Sides) -> dict[str, object]:
    if clue.money is None or clue.money.amount is None:
        return {}
    amount = int(clue.money.amount) if float(clue.money.amount).is_integer() else clue.money.amount
    currency = currency_among(clue.money, (*both, *page.scene.states), page.language)
    return {"amount": amount, "currency": currency, "qualifier": clue.money.qualifier}


def _status(clue: Clue, words: ProgrammeWords, known: Grammar) -> str | None:
    """proposed where it is only weighed, ongoing where a trial or named programme runs, else None."""
    chunks = clue.sentence.chunks[clue.first : clue.last + 1]
    near = clue.sentence.chunks[max(clue.first, clue.at - 8) : min(clue.last, clue.at + 3) + 1]
    verbs = [chunk.verb for chunk in near if chunk.verb is not None]
    doubtful = any(verb.tense == "cond" for verb in verbs if verb.finite) and not reported(clue, known)
    if doubtful or any(words.has("weighing", verb.lemma) for verb in verbs):
        return "proposed"
    if any(words.noun("weighed", clue.sentence, at) for at in range(clue.at + 1, clue.last + 1)):
        return "proposed"
    if clue.rule == "name" and any(
        words.verb("weighing", chunk) for chunk in chunks if chunk.verb and chunk.verb.finite
    ):
        return "proposed"
    told = [chunk.verb for chunk in chunks if chunk.verb is not None and chunk.verb.tense == "pres"]
    return "ongoing" if clue.rule == "name" and any(words.has("going_on", verb.lemma) for verb in told) else None


def _asked(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether goods, or a programme by its name, are only asked for."""
    before = clue.sentence.chunks[clue.first : clue.at + 1]
    return clue.rule in {"name", "goods"} and any(words.verb("asking", chunk) for chunk in before)


def _implementers(page: Understanding, clue: Clue, paying: str | None) -> tuple[str, ...]:
    """The bodies and organisations that carry it out, of the clue's part of the sentence."""
    found = []
    for mention in page.within(clue.start, clue.end):
        if isinstance(mention, BodyMention) and mention.type in IMPLEMENTERS:
            found.append(mention.name)
    return tuple(dict.fromkeys([*found, *(_owner(page, clue) if clue.rule == "name" else ())]))


def _owner(page: Understanding, clue: Clue) -> list[str]:
    """The organisation whose programme it is (« Programme … de l'ONU »)."""
    chunks = clue.sentence.chunks
    for at in range(clue.at + 2, min(clue.last + 1, clue.at + 10)):
        if chunks[at].verb is not None or chunks[at].word == ",":
            return []
        mention = chunks[at].mention
        if (
            isinstance(mention, StateMention)
            and len(mention.states[0]) != 3
            and chunks[at - 1].code in page.known.prepositions_of["de"]
        ):
            return [mention.states[0]]
    return []


def _projects(page: Understanding, clue: Clue, words: ProgrammeWords) -> int | None:
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        if words.has("projects", chunks[at].code) and at:
            numbers = find_numbers(page.text, chunks[max(0, at - 2)].start, chunks[at].start, page.language)
            if numbers and numbers[-1].value is not None and numbers[-1].value < MANY:
                return int(numbers[-1].value)
    return None


def _places(page: Understanding, clue: Clue, before: Slots) -> tuple[str, ...]:
    """The places where the means go, but for capitals; « y » takes those of the sentence before."""
    chunks = clue.sentence.chunks
    last = next((at for at in range(clue.at + 1, clue.last + 1) if _elsewhere(page, clue, at)), clue.last + 1)
    found = [
        chunk
        for chunk in chunks[clue.at : last]
        if isinstance(chunk.mention, PlaceMention) and not _capital(chunk.also)
    ]
    names = [
        chunk.mention.name
        for chunk in found
        if isinstance(chunk.mention, PlaceMention) and chunk.mention.kind not in {"sea", "region"}
    ]
    if not names and any(
        chunk.verb is not None and "place" in chunk.verb.clitics for chunk in chunks[clue.first : clue.last + 1]
    ):
        names = _earlier_places(page, clue.sentence)
    return tuple(dict.fromkeys(names))


def _elsewhere(page: Understanding, clue: Clue, at: int) -> bool:
    """Whether a clause of its own begins, so that places behind tell where something else is."""
    verb = clue.sentence.chunks[at].verb
    if verb is None or not verb.finite:
        return False
    return not any(chunk.word in page.known.relative for chunk in clue.sentence.chunks[clue.at + 1 : at])


def _capital(also: tuple[object, ...]) -> bool:
    return any(isinstance(one, StateMention) and one.form == "capital" for one in also)


def _earlier_places(page: Understanding, sentence: Sentence) -> list[str]:
    earlier = next((one for one in page.body() if one.number == sentence.number - 1), None)
    chunks = earlier.chunks if earlier else ()
    return [one.mention.name for one in chunks if isinstance(one.mention, PlaceMention) and not _capital(one.also)]


def _topics(page: Understanding, clue: Clue, label: str, before: Slots) -> tuple[str, ...]:
    """The narrow topics of the words from the programme's noun on, with that of its type where they name none."""
    chunks = clue.sentence.chunks
    begin = chunks[max(clue.first, clue.at - 8)].start
    dropped = BROAD | {"demining_uxo"} if label == "dioxin" else BROAD
    found = [topic for topic in find_topics(page.text, begin, clue.end, page.language) if topic not in dropped]
    if not found:
        found = [topic for topic in find_topics(page.text, clue.start, clue.end, page.language) if topic not in dropped]
    own = OWN_TOPIC.get(label)
    if own and (not found or label in {"demining", "dioxin"}) and own not in found:
        found.append(own)
    return tuple(found)
