"""What points to a programme: sums that fund, programmes named, goods given, people trained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.model.mentions import PlaceMention, StateMention, SumMention
from legation.reading.clauses import joins
from legation.reading.grammar import Grammar
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.programme_clauses import takes_up
from legation.reading.records.programme_support import sponsored, supported
from legation.reading.records.programme_training import taught
from legation.reading.records.programme_words import ProgrammeWords

HARD = frozenset({";", ":"})
HEAD_REACH = 12  # chunks before a sum within which the noun stands that it funds
VERB_REACH = 16  # chunks around a sum within which the verb stands that gives it
GOODS_REACH = 15  # chunks around a verb of giving within which the goods stand
SOURCE_REACH = 16  # chunks behind a verb of receiving within which the giver stands
TRADE_REACH = 9  # chunks around a sum within which a word of trade bars it


@dataclass(frozen=True, slots=True)
class Clue:
    """Chunks first..last of a sentence that tell a programme; `at` is its sum, its name, or the verb of giving.

    `more` marks a sum that goes on with the one before it; `label` is the type, where the clue alone tells it.
    """

    sentence: Sentence
    first: int
    last: int
    at: int
    rule: str
    money: SumMention | None = None
    label: str = ""
    more: bool = False

    @property
    def start(self) -> int:
        """Where the words begin in the mended text."""
        return self.sentence.chunks[self.first].start

    @property
    def end(self) -> int:
        """Where the words end in the mended text."""
        return self.sentence.chunks[self.last].end


def clues(sentence: Sentence, words: ProgrammeWords, known: Grammar, *, going_on: bool) -> list[Clue]:
    """The clues of a sentence, in order: its sums, else its named programmes and its gifts.

    `going_on`: a programme was told shortly before, so that bare sums (« et 4 millions pour Ha Tinh ») go on.
    """
    chunks = [(at, sentence.chunks[at].mention) for at in sentence.places.get("@M", ())]
    sums = [(at, mention) for at, mention in chunks if isinstance(mention, SumMention)]
    told = [(at, money) for at, money in sums if not money.equivalent and not _share(sentence, at, sums, words)]
    funded = _funded(sentence, told, words, known, going_on=going_on)
    if sums:
        given = [
            one
            for one in _given(sentence, words, known)
            if all(one.at < at and _parted(sentence, one, at) for at, _ in sums)
        ]
        return sorted([*given, *funded], key=lambda one: one.at)
    if not words.may_tell(sentence):
        return []
    named = list(_named(sentence, words))
    given = [one for one in _given(sentence, words, known) if not any(_meet(one, other) for other in named)]
    return sorted([*named, *given], key=lambda one: one.at)


def _parted(sentence: Sentence, one: Clue, at: int) -> bool:
    """Whether another finite verb stands between what is given and a sum."""
    first, last = sorted((one.at, at))
    return any((verb := chunk.verb) is not None and verb.finite for chunk in sentence.chunks[first + 1 : last])


def _meet(one: Clue, other: Clue) -> bool:
    return one.first <= other.last and other.first <= one.last


def _share(sentence: Sentence, at: int, sums: list[tuple[int, SumMention]], words: ProgrammeWords) -> bool:
    """Whether the sum is part of one before it (« dont une première tranche de 50 millions »)."""
    if not any(other < at for other, _ in sums):
        return False
    for before in range(at - 1, max(-1, at - 7), -1):
        chunk = sentence.chunks[before]
        if isinstance(chunk.mention, SumMention):
            return False
        code = chunk.verb.lemma if chunk.verb is not None else chunk.code
        if words.has("shares", code):
            return True
    return False


def _funded(
    sentence: Sentence, told: list[tuple[int, SumMention]], words: ProgrammeWords, known: Grammar, *, going_on: bool
) -> list[Clue]:
    found: list[Clue] = []
    for number, (at, money) in enumerate(told):
        first = _begin(sentence, told, number, known)
        last = told[number + 1][0] - 1 if number + 1 < len(told) else len(sentence.chunks) - 1
        last = _end(sentence, at, last)
        if _traded(sentence, at, first, last, words):
            continue
        more = bool(found) and not _head(sentence, at, words)
        funds = _head(sentence, at, words) or _verb(sentence, at, first, last, words) is not None
        if funds or (more and _bare(sentence, at)) or (going_on and _bare(sentence, at)):
            found.append(Clue(sentence, first, last, at, "sum", money, more=more))
    return found


def _begin(sentence: Sentence, told: list[tuple[int, SumMention]], number: int, known: Grammar) -> int:
    """The first chunk of a sum's part: after the sum before it, else after the last hard stop."""
    at = told[number][0]
    floor = told[number - 1][0] + 1 if number else 0
    if not number:
        return max((near + 1 for near in range(floor, at) if sentence.chunks[near].code in HARD), default=floor)
    joints = [near for near in range(floor, at) if joins(sentence.chunks[near], known)]
    return joints[-1] + 1 if joints else at


def _end(sentence: Sentence, at: int, last: int) -> int:
    """The last chunk of a sum's part: before a hard stop, and before what only leads over to the next sum."""
    return next((near - 1 for near in range(at + 1, last + 1) if sentence.chunks[near].code == ";"), last)


def _head(sentence: Sentence, at: int, words: ProgrammeWords) -> bool:
    """Whether a noun of funding stands before the sum, with no verb between, or right behind it."""
    for before in range(at - 1, max(-1, at - HEAD_REACH), -1):
        chunk = sentence.chunks[before]
        if chunk.verb is not None and chunk.verb.tense != "pp" and not words.verb("measuring", chunk):
            break
        if words.noun("funding", sentence, before):
            return True
    behind = range(at + 1, min(len(sentence.chunks), at + 3))
    return any(words.noun("funding", sentence, near) for near in behind)


def _verb(sentence: Sentence, at: int, first: int, last: int, words: ProgrammeWords) -> int | None:
    """The verb of giving, taking or buying nearest to the sum in its part."""
    near = sorted(
        range(max(first, at - VERB_REACH), min(last, at + VERB_REACH) + 1), key=lambda one: (abs(one - at), one)
    )
    for one in near:
        chunk = sentence.chunks[one]
        if chunk.verb is not None and _moves_money(chunk.verb.lemma, words) and not _between(sentence, one, at):
            return one
        if one == at + 1 and words.verb("spending", chunk):
            return one
    return None


def _between(sentence: Sentence, one: int, at: int) -> bool:
    """Whether two other finite verbs, or one in another clause, stand between a verb and the sum."""
    first, last = sorted((one, at))
    between = [chunk for chunk in sentence.chunks[first + 1 : last] if chunk.finite]
    return bool(between) and not sentence.chunks[one].finite


def _moves_money(lemma: str, words: ProgrammeWords) -> bool:
    return lemma in words.flows or words.has("trading", lemma) or words.has("costing", lemma)


def _traded(sentence: Sentence, at: int, first: int, last: int, words: ProgrammeWords) -> bool:
    """Whether a word of trade or of a budget stands near the sum."""
    near = range(max(first, at - TRADE_REACH), min(last, at + TRADE_REACH) + 1)
    return any(words.noun("trade", sentence, one) for one in near)


def _bare(sentence: Sentence, at: int) -> bool:
    """Whether a place or work stands right behind the sum (« 1,5 million de dollars pour Quang Binh »)."""
    behind = sentence.chunks[at + 1 : at + 6]
    return any(isinstance(chunk.mention, PlaceMention) for chunk in behind)


def _named(sentence: Sentence, words: ProgrammeWords) -> Iterator[Clue]:
    """Programmes by their names, one for each name."""
    last = -1
    for at in sorted(at for name in words.openers & sentence.names for at in sentence.places[name]):
        if at <= last:
            continue
        head = words.head_at(sentence, at)
        if head is None and words.noun("thanked", sentence, at):
            told = any(words.verb("praise", chunk) for chunk in sentence.chunks[:at])
            head = ((sentence.chunks[at].code,), "") if told else None
        if head is not None:
            first, last = clause_around(sentence, at, at + len(head[0]) - 1, words)
            yield Clue(sentence, first, last, at, "name", label=head[1])


def clause_around(sentence: Sentence, first: int, last: int, words: ProgrammeWords) -> tuple[int, int]:
    """The chunks around a span up to hard stops and words that lead to another clause (« tandis que »)."""
    while first > 0 and not _parts(sentence, first - 1, words):
        first -= 1
    while last + 1 < len(sentence.chunks) and not _parts(sentence, last + 1, words):
        last += 1
    return first, last


def _parts(sentence: Sentence, at: int, words: ProgrammeWords) -> bool:
    chunk = sentence.chunks[at]
    return chunk.code in HARD or words.has("segments", chunk.code)


def _given(sentence: Sentence, words: ProgrammeWords, known: Grammar) -> Iterator[Clue]:
    """Goods that a verb gives, or that are told as given (« camions fournis par », « don de vedettes »)."""
    taken = -1
    nouns = [
        at
        for name in ("lessons", "deals", "support")
        for code in words.sets[name] & sentence.names
        for at in sentence.places[code]
    ]
    for at in sorted({*sentence.verbs, *nouns}):
        chunk = sentence.chunks[at]
        if at <= taken:
            continue
        trained = taught(sentence, at, words)
        if trained is not None:
            first, last = clause_around(sentence, at, trained, words)
            taken = trained
            yield Clue(sentence, first, last, at, "training", label="training")
            continue
        if words.noun("support", sentence, at) or words.verb("sponsoring", chunk):
            first, last = clause_around(sentence, at, at, words)
            told = supported if chunk.verb is None else sponsored
            label = told(sentence, at, first, last, words, known)
            if label:
                taken = last
                yield Clue(sentence, first, last, at, "support", label=label)
                continue
        gives = _gives(sentence, at, words, known) or (
            words.verb("receiving", chunk) and _from_somebody(sentence, at, words, known)
        )
        goods = _goods(sentence, at, words, known) if gives else _deal(sentence, at, words)
        if goods is not None:
            first, last = clause_around(sentence, min(at, goods), max(at, goods), words)
            last = _end_of_relative(sentence, at, max(at, goods), last, known)
            taken = goods
            label = _label(sentence, at, goods, words)
            yield Clue(sentence, first, last, at, "goods", label=label)


def _gives(sentence: Sentence, at: int, words: ProgrammeWords, known: Grammar) -> bool:
    """Whether a verb gives or buys: by itself, in the present only, or with a noun of disposal."""
    chunk = sentence.chunks[at]
    if words.verb("donating", chunk):
        return True
    if chunk.verb is None:
        return False
    if words.has("current", chunk.verb.lemma):
        before = [
            one
            for one in sentence.chunks[max(0, at - 3) : at]
            if one.word != "," and one.word not in known.relative_subject
        ]
        named = bool(before) and before[-1].code == "@A"
        return named and chunk.verb.tense == "pres" and chunk.verb.voice == "act"
    return words.has("placing", chunk.verb.lemma) and _at_disposal(sentence, at, words, known)


def _at_disposal(sentence: Sentence, at: int, words: ProgrammeWords, known: Grammar) -> bool:
    """Whether a noun of disposal follows, with whose it is (« à la disposition de l'armée kényane », « à sa disposition »)."""
    chunks = sentence.chunks
    for one in range(at + 1, min(len(chunks) - 2, at + 4)):
        if words.has("disposal", chunks[one].code):
            owned = chunks[one + 1].code in known.prepositions_of["de"] and chunks[one + 2].code == "@A"
            return owned or chunks[one - 1].word in known.determiners
    return False


def _label(sentence: Sentence, at: int, goods: int, words: ProgrammeWords) -> str:
    """The type of goods given: lent, aid, bursaries, else equipment."""
    if words.verb("lending", sentence.chunks[at]):
        return "loan"
    if words.has("relief", sentence.chunks[goods].code):
        return "aid"
    return "training" if words.type_at(sentence, goods) == "training" else "equipment"


def _from_somebody(sentence: Sentence, at: int, words: ProgrammeWords, known: Grammar) -> bool:
    """Whether a giver stands behind a verb of receiving (« a reçu de la Norvège », « … de la part d'Oslo »)."""
    return source(sentence, at, words, known) is not None


def source(sentence: Sentence, at: int, words: ProgrammeWords, known: Grammar) -> int | None:
    """Where the giver stands behind a verb of receiving: right behind it, or after a word that leads to givers."""
    chunks = sentence.chunks
    for one in range(at + 1, min(len(chunks) - 1, at + SOURCE_REACH)):
        if chunks[one].finite:
            return None
        led = one < at + 4 or words.has("sources", chunks[one - 1].code)
        if led and chunks[one].code in known.prepositions_of["de"] and chunks[one + 1].code == "@A":
            return one + 1
    return None


def _end_of_relative(sentence: Sentence, at: int, reached: int, last: int, known: Grammar) -> int:
    """The last chunk of the clause: before the comma that closes a relative clause in which the giving is told."""
    chunks = sentence.chunks
    if not any(takes_up(chunks, one, known) for one in range(max(0, at - 4), at)):
        return last
    return next((near - 1 for near in range(reached + 1, last + 1) if chunks[near].word == ","), last)


def _goods(sentence: Sentence, at: int, words: ProgrammeWords, known: Grammar) -> int | None:
    """Where the goods of a verb of giving stand: behind it, or before it where it is a participle or passive."""
    verb = sentence.chunks[at].verb
    assert verb is not None
    if verb.polarity == "neg" or any(words.offers(sentence, near) for near in range(max(0, at - 3), at)):
        return None
    if not verb.finite and any(
        near.verb is not None and near.verb.polarity == "neg" for near in sentence.chunks[max(0, at - 7) : at]
    ):
        return None
    passive = verb.voice == "pas" or verb.tense == "pp"
    if passive and words.has("trading", verb.lemma) and not _with_sides(sentence, at, known):
        return None
    order = (
        range(at - 1, max(-1, at - GOODS_REACH), -1)
        if passive
        else range(at + 1, min(len(sentence.chunks), at + GOODS_REACH))
    )
    for near in order:
        chunk = sentence.chunks[near]
        if chunk.code in HARD or (
            chunk.verb is not None and chunk.verb.finite and chunk.verb.lemma not in known.modals
        ):
            return None
        if words.goods(sentence, near):
            kept = any(words.noun("keepsakes", sentence, one) for one in range(max(0, near - 4), near))
            return None if kept else near
    return None


def _with_sides(sentence: Sentence, at: int, known: Grammar) -> bool:
    """Whether it is told by whom or from whom something was bought (« achetés en octobre à Paris »)."""
    chunks = sentence.chunks
    leads = known.agent_prepositions.union(known.prepositions_of["a"])
    near = range(at + 1, min(len(chunks) - 1, at + 5))
    return any(chunks[one].word in leads and names_side(chunks[one + 1]) for one in near)


def names_side(chunk: Chunk) -> bool:
    """Whether a chunk names somebody: an actor, or a capital that stands for its state (« vendus à Athènes »)."""
    capital = any(isinstance(one, StateMention) and one.form == "capital" for one in chunk.also)
    return chunk.code == "@A" or (chunk.code == "@L" and capital)


def _deal(sentence: Sentence, at: int, words: ProgrammeWords) -> int | None:
    """Where the goods of a noun of giving stand (« le don de six vedettes »)."""
    if not words.has("deals", sentence.chunks[at].code) or words.offers(sentence, at):
        return None
    behind = range(at + 2, min(len(sentence.chunks), at + 10))
    linked = any(chunk.code in words.sets["of"] for chunk in sentence.chunks[at + 1 : at + 9])
    goods = next((near for near in behind if linked and words.noun("goods", sentence, near)), None)
    if goods is None or words.has("solid_deals", sentence.chunks[at].code):
        return goods
    between = sentence.chunks[at + 2 : goods]
    return goods if any(words.has("counts", chunk.code) or chunk.code.isdigit() for chunk in between) else None
