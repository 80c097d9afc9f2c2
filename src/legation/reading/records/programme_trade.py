"""Arms bought and sold: whether a programme is a purchase, and who buys."""

from __future__ import annotations

from legation import world
from legation.model.mentions import BodyMention, StateMention
from legation.reading.mentions.sums import currency_among, currency_of
from legation.reading.records.programme_actors import actor_at, pair_of, state_in, verbs_of
from legation.reading.records.programme_beneficiary import by_favour, to_whom
from legation.reading.records.programme_clues import Clue, names_side
from legation.reading.records.programme_words import ProgrammeWords
from legation.reading.understanding import Understanding

BEFORE, BEHIND = 12, 6  # chunks before and behind a clue within which it is told to be a purchase
WORLD_MONEY = frozenset({"USD", "EUR"})  # in which prices are told whoever buys
ADJECTIVES = frozenset({"adjective", "compound"})


def trading(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether the words tell a purchase, which nobody gives or lends (« un don pour l'achat de radars » is a gift)."""
    if clue.rule not in {"sum", "goods"} or not _said(clue, words, "trading"):
        return False
    return not _said(clue, words, "gifting") and not _said(clue, words, "support")


def _said(clue: Clue, words: ProgrammeWords, name: str) -> bool:
    chunks = clue.sentence.chunks
    near = range(max(clue.first, clue.at - BEFORE), min(clue.last, clue.at + BEHIND) + 1)
    return any(words.verb(name, chunks[at]) or words.noun(name, clue.sentence, at) for at in near)


def buyer(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The state that buys: who orders, for whom or to whom it is sold, the one that is not the seller, else the host."""
    for rule in (
        _by_buying,
        _by_agent,
        _by_selling,
        _by_owner,
        _by_favour,
        _by_signing,
        _by_seller,
        _by_money,
        _by_rank,
    ):
        state = rule(page, clue, words)
        if state:
            return state
    return page.scene.host


def _by_buying(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« Varsovie a commandé », « l'armée grecque réceptionnera »."""
    for verb in verbs_of(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or group.voice == "pas" or group.tense == "pp" or len(verb.who.side) > 1:
            continue
        if words.has("buying", group.lemma) or words.has("receiving", group.lemma) or _orders(clue, verb.index, words):
            state = state_in(verb.who.side)
            if state:
                return state
    return None


def _orders(clue: Clue, index: int, words: ProgrammeWords) -> bool:
    """Whether a verb only lends itself to a noun of buying (« a passé commande de »)."""
    behind = clue.sentence.chunks[index + 1 : index + 3]
    return words.verb("light", clue.sentence.chunks[index]) and any(words.has("orders", one.code) for one in behind)


def _by_agent(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« commandés par la Pologne », « l'achat par Varsovie »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last):
        if not (words.verb("buying", chunks[at]) or words.has("orders", chunks[at].code)):
            continue
        for near in range(at + 1, min(clue.last, at + 5)):
            if chunks[near].word in page.known.agent_prepositions:
                return actor_at(page, clue, near + 1)
    return None


def _by_selling(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """To whom something is sold or delivered: « vendre à la Grèce », « la livraison à Athènes de »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        if words.verb("selling", chunks[at]) or words.has("sales", chunks[at].code):
            state = next(to_whom(page, clue, at), None)
            if state:
                return state
    return None


def _by_owner(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« la commande polonaise », « l'acquisition de chars de la Pologne » is not told: only what stands right behind."""
    chunks = clue.sentence.chunks
    of = page.known.prepositions_of["de"]
    for at in range(clue.first, clue.last):
        if not words.has("orders", chunks[at].code):
            continue
        behind = chunks[at + 1]
        mention = behind.mention
        if isinstance(mention, StateMention) and mention.form in ADJECTIVES:
            return state_in(mention.states)
        if behind.code in of and at + 2 <= clue.last and chunks[at + 2].code == "@A":
            return actor_at(page, clue, at + 2)
    return None


def _by_favour(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    return by_favour(page, clue, None, words)


def _by_signing(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« Varsovie a signé un contrat »: the one state that signs."""
    for verb in verbs_of(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or group.voice == "pas" or group.tense == "pp" or not words.has("signing", group.lemma):
            continue
        if len(verb.who.side) == 1:
            return state_in(verb.who.side)
    return None


def _by_seller(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The other of the two states where one sells: « vendus par la France », « auprès de Paris », « au groupe norvégien »."""
    chunks = clue.sentence.chunks
    sellers = [state_in(verb.who.side) for verb in verbs_of(page, clue) if words.verb("selling", chunks[verb.index])]
    sellers += [
        actor_at(page, clue, at) for at in range(clue.first + 1, clue.last + 1) if _sells(page, clue, at, words)
    ]
    sellers += [state_in(one.parties) for one in page.within(clue.start, clue.end)
                if isinstance(one, BodyMention) and one.type in {"firm", "company"}]  # fmt: skip
    seller = next((state for state in sellers if state in pair_of(page)), None)
    return next((state for state in pair_of(page) if seller and state != seller), None)


def _sells(page: Understanding, clue: Clue, at: int, words: ProgrammeWords) -> bool:
    """Whether a state stands where the seller is told: behind « auprès de », or « à » of a verb of buying."""
    chunks = clue.sentence.chunks
    if not names_side(chunks[at]):
        return False
    near = chunks[max(clue.first, at - 2) : at]
    if any(words.has("sellers", one.code) for one in near):
        return True
    bought = any(words.verb("buying", one) for one in chunks[max(clue.first, at - BEFORE) : at])
    return bought and chunks[at - 1].code in page.known.prepositions_of["a"]


def _by_money(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The one of the two states in whose money the price is told (« pour 8 milliards de zlotys »)."""
    if clue.money is None:
        return None
    pair = pair_of(page)
    money = currency_among(clue.money, pair, page.language)
    homes = [state for state in pair if money not in WORLD_MONEY and currency_of(state, page.language) == money]
    return homes[0] if len(homes) == 1 else None


def _by_rank(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """Of the report's two states the one that seldom sells, by what it gives."""
    pair = pair_of(page)
    ranks = [world.donor_rank(state) for state in pair]
    return pair[ranks.index(min(ranks))] if len(set(ranks)) == 2 else None
