"""Programmes: cooperation that runs on means, found by their sums, by their names, or by goods given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.model.mentions import BodyMention, DateMention, PlaceMention, SumMention
from legation.reading.phrase_patterns import singular, stream_words
from legation.reading.phrases import Sentence
from legation.reading.topics import find_topics
from legation.reading.understanding import Draft, Understanding

IMPLEMENTERS = frozenset({"agency", "organisation", "firm", "company", "ngo", "mission"})
PROVINCES = frozenset({"province", "city", "district", "airport", "base", "region", "admin", "town", "port", "camp"})
Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How a language tells programmes; the fields of its programmes.yaml, in stream form."""

    types: tuple[tuple[str, Phrases], ...]
    heads: tuple[tuple[tuple[str, ...], str], ...]
    giving: Mapping[str, str]
    receiving: frozenset[str]
    agents: frozenset[str]
    carrying: frozenset[str]
    funding: frozenset[str]
    trade: Phrases
    projects: frozenset[str]
    goods: frozenset[str]


@lru_cache(maxsize=4)
def lexicon(language: Language) -> Lexicon:
    """The programme lexicon of a language."""
    data: dict[str, Any] = language.data("programmes")

    def phrases(words: list[str]) -> Phrases:
        return tuple(stream_words(word, language) for word in words)

    def nouns(name: str) -> frozenset[str]:
        return frozenset(singular(word) for word in data[name])

    heads = {stream_words(phrase, language): label for phrase, label in data["heads"].items()}
    return Lexicon(
        tuple((label, phrases(words)) for label, words in data["types"].items()),
        tuple(sorted(heads.items(), key=lambda one: -len(one[0]))),
        {verb: flow for flow, verbs in data["giving"].items() for verb in verbs},
        frozenset(data["receiving"]),
        frozenset(data["agents"]),
        nouns("carrying"),
        nouns("funding"),
        phrases(data["trade"]),
        nouns("projects"),
        nouns("goods"),
    )


@dataclass(frozen=True, slots=True)
class Clue:
    """What points to a programme: a span of chunks of a sentence, with its sum or type where it tells them."""

    sentence: Sentence
    first: int
    last: int
    money: SumMention | None = None
    label: str = ""
    rule: str = "sum"


def programme_drafts(page: Understanding) -> Iterator[Draft]:
    """The programmes of the body: one for each sum that funds, each programme named, each gift of goods."""
    known = lexicon(page.language)
    previous: dict[str, object] = {}
    for sentence in page.body():
        for clue in _clues(page, sentence, known):
            slots = _slots(page, clue, known, previous)
            if slots is None:
                continue
            previous = slots
            start, end = _evidence(clue)
            yield Draft("programme", start, end, f"{page.language.code}.programme.{clue.rule}", slots)


def _clues(page: Understanding, sentence: Sentence, known: Lexicon) -> list[Clue]:
    codes = [chunk.code for chunk in sentence.chunks]
    if any(_has(codes, phrase) for phrase in known.trade):
        return []
    sums = [
        (at, chunk.mention)
        for at, chunk in enumerate(sentence.chunks)
        if isinstance(chunk.mention, SumMention) and not getattr(chunk.mention, "equivalent", False)
    ]
    if sums:
        funded = any(code in known.funding for code in codes) or any(
            chunk.verb is not None and chunk.verb.lemma in known.giving for chunk in sentence.chunks
        )
        return _by_sums(sentence, sums) if funded else []
    return _by_heads(sentence, codes, known) or _by_goods(page, sentence, known)


def _by_sums(sentence: Sentence, sums: list[tuple[int, SumMention]]) -> list[Clue]:
    """One clue a sum; each reaches from the end of the one before to the start of the next."""
    clues = []
    for number, (at, money) in enumerate(sums):
        first = 0 if number == 0 else sums[number - 1][0] + 1
        last = len(sentence.chunks) - 1 if number + 1 == len(sums) else sums[number + 1][0] - 1
        clues.append(Clue(sentence, first if number == 0 else at, last, money))
    return clues


def _by_heads(sentence: Sentence, codes: list[str], known: Lexicon) -> list[Clue]:
    for at in range(len(codes)):
        for words, label in known.heads:
            if words[0] == codes[at] and tuple(codes[at : at + len(words)]) == words:
                return [Clue(sentence, 0, len(codes) - 1, None, label, "name")]
    return []


def _by_goods(page: Understanding, sentence: Sentence, known: Lexicon) -> list[Clue]:
    """« a promis des patrouilleurs », « envisage de fournir du matériel »: a verb of giving with goods as its object."""
    for at, chunk in enumerate(sentence.chunks):
        if chunk.verb is None or chunk.verb.lemma not in known.giving or chunk.verb.polarity == "neg":
            continue
        for near in range(at + 1, min(len(sentence.chunks), at + 8)):
            if sentence.chunks[near].code in known.goods:
                return [Clue(sentence, 0, len(sentence.chunks) - 1, None, "equipment", "goods")]
    return []


def _slots(
    page: Understanding, clue: Clue, known: Lexicon, previous: Mapping[str, object]
) -> dict[str, object] | None:
    codes = [chunk.code for chunk in clue.sentence.chunks[clue.first : clue.last + 1]]
    start, end = _evidence(clue)
    funder, beneficiary = _sides(page, clue, known)
    label = clue.label or _type(codes, known) or str(previous.get("type", "") if clue.money and clue.first else "")
    if clue.rule != "sum" and not (funder and beneficiary):
        return None
    if clue.first and previous:
        funder = funder or _text(previous.get("funder"))
        beneficiary = beneficiary or _text(previous.get("beneficiary"))
    topics = find_topics(page.text, start, end, page.language)
    return {
        "type": label or "aid",
        "status": _status(clue),
        "funder": funder,
        "beneficiary": beneficiary,
        "implementers": _implementers(page, start, end, funder),
        **_money(clue.money),
        "flow": _flow(clue, known),
        "since": _since(page, start, end),
        "projects": _projects(page, clue, known),
        "places": _places(page, clue),
        "topics": topics or (previous.get("topics", ()) if clue.first else ()),
    }


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _has(codes: list[str], words: tuple[str, ...]) -> bool:
    return any(tuple(codes[at : at + len(words)]) == words for at, code in enumerate(codes) if code == words[0])


def _type(codes: list[str], known: Lexicon) -> str:
    return next((label for label, phrases in known.types if any(_has(codes, phrase) for phrase in phrases)), "")


def _money(money: SumMention | None) -> dict[str, object]:
    if money is None:
        return {}
    amount = int(money.amount) if float(money.amount).is_integer() else money.amount
    return {"amount": amount, "currency": money.currency, "qualifier": money.qualifier}


def _sides(page: Understanding, clue: Clue, known: Lexicon) -> tuple[str | None, str | None]:
    """Funder and beneficiary: the subject of a verb of giving and the other side, or the other way with one of receiving."""
    pair = page.scene.pair
    funder = _funder(page, clue, known)
    receiver = _receiver(page, clue, known)
    if funder is None and receiver is not None:
        funder = next((state for state in pair if state != receiver), None)
    if receiver is None and funder is not None:
        receiver = next((state for state in pair if state != funder), None)
    return funder, receiver


def _funder(page: Understanding, clue: Clue, known: Lexicon) -> str | None:
    for verb in page.verbs.get(clue.sentence.number, ()):
        group = clue.sentence.chunks[verb.index].verb
        assert group is not None
        passive = group.voice == "pas" or group.tense == "pp"
        if passive and group.lemma in known.agents:
            agent = _agent(page, clue.sentence, verb.index)
            if agent:
                return agent
        elif not passive and group.lemma in known.giving and verb.who.side:
            return verb.who.side[0]
    return _by_adjective(page, clue)


def _agent(page: Understanding, sentence: Sentence, index: int) -> str | None:
    for at in range(index + 1, min(len(sentence.chunks), index + 4)):
        if sentence.chunks[at].word in page.known.agent_prepositions and at + 1 < len(sentence.chunks):
            side = page.who(sentence.chunks[at + 1].start).side
            return side[0] if side else None
    return None


def _by_adjective(page: Understanding, clue: Clue) -> str | None:
    """« l'aide japonaise », « crédits indiens »: the state adjective in the clause."""
    from legation.model.mentions import StateMention

    start, end = _evidence(clue)
    for mention in page.within(start, end):
        if isinstance(mention, StateMention) and mention.form == "adjective" and mention.states[0] in page.scene.pair:
            return mention.states[0]
    return None


def _receiver(page: Understanding, clue: Clue, known: Lexicon) -> str | None:
    for verb in page.verbs.get(clue.sentence.number, ()):
        group = clue.sentence.chunks[verb.index].verb
        if group is not None and group.lemma in known.receiving and group.voice == "act" and verb.who.side:
            return verb.who.side[0]
    return None


def _status(clue: Clue) -> str | None:
    verbs = [chunk.verb for chunk in clue.sentence.chunks if chunk.verb is not None and chunk.verb.finite]
    if clue.rule == "goods" and any(verb.tense == "cond" for verb in verbs):
        return "proposed"
    return None


def _implementers(page: Understanding, start: int, end: int, funder: str | None) -> tuple[str, ...]:
    inside = page.within(start, end)
    return tuple(dict.fromkeys(one.name for one in inside if isinstance(one, BodyMention) and one.type in IMPLEMENTERS))


def _flow(clue: Clue, known: Lexicon) -> str | None:
    for chunk in clue.sentence.chunks:
        if chunk.verb is not None and chunk.verb.lemma in known.giving:
            return known.giving[chunk.verb.lemma]
    return None


def _since(page: Understanding, start: int, end: int) -> int | None:
    for mention in page.within(start, end):
        if isinstance(mention, DateMention) and mention.kind == "since" and mention.year:
            return mention.year
    return None


def _projects(page: Understanding, clue: Clue, known: Lexicon) -> int | None:
    from legation.reading.mentions.ordinals import find_numbers

    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        if chunks[at].code in known.projects and at:
            before = chunks[max(0, at - 2)].start
            numbers = find_numbers(page.text, before, chunks[at].start, page.language)
            if numbers and numbers[-1].value < 100:
                return int(numbers[-1].value)
    return None


def _places(page: Understanding, clue: Clue) -> tuple[str, ...]:
    chunks = clue.sentence.chunks
    begin = next((at for at in range(clue.first, clue.last + 1) if chunks[at].code == "@M"), clue.first)
    inside = page.within(chunks[begin].start, chunks[clue.last].end)
    places = [one.name for one in inside if isinstance(one, PlaceMention)]
    return tuple(dict.fromkeys(places))


def _evidence(clue: Clue) -> tuple[int, int]:
    return clue.sentence.chunks[clue.first].start, clue.sentence.chunks[clue.last].end


