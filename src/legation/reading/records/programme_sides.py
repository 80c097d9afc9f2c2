"""Who pays and who gains, together: by grammar, else by what the report, the currency and the states make likely."""

from __future__ import annotations

from collections.abc import Mapping

from legation import world
from legation.model.mentions import RoleMention, StateMention
from legation.reading.mentions.sums import currency_of
from legation.reading.records.programme_actors import pair_of, state_in, verbs_of
from legation.reading.records.programme_beneficiary import beneficiary, teacher_and_taught, told_beneficiary
from legation.reading.records.programme_clues import Clue
from legation.reading.records.programme_funder import funder
from legation.reading.records.programme_trade import buyer, trading
from legation.reading.records.programme_words import ProgrammeWords
from legation.reading.understanding import Understanding

Sides = tuple[str | None, str | None]
Slots = Mapping[str, object]


def sides(page: Understanding, clue: Clue, words: ProgrammeWords, before: Slots) -> Sides:
    """Who pays and who gains; None for whom it cannot be told. `before`: the programme told before, if any."""
    if trading(clue, words):
        return None, buyer(page, clue, words)
    paying = funder(page, clue, words)
    if paying is None and before and (clue.money or not _told(page, clue)):
        paying = text(before.get("funder"))
    gaining = beneficiary(page, clue, paying, words)
    if clue.rule == "training":
        paying, gaining = teacher_and_taught(page, clue, paying, words)
    if clue.more and before:
        paying = text(before.get("funder")) or paying
        gaining = gaining or text(before.get("beneficiary"))
    return _completed(page, clue, words, (paying, gaining), text(before.get("beneficiary")))


def text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _told(page: Understanding, clue: Clue) -> bool:
    """Whether the words of a clue name any state."""
    return any(state_in(page.who(chunk.start).side) for chunk in clue.sentence.chunks[clue.first : clue.last + 1])


def _completed(page: Understanding, clue: Clue, words: ProgrammeWords, told: Sides, earlier: str | None) -> Sides:
    """The sides with what the report's two states and the programme told before add."""
    pair = pair_of(page)
    paying, gaining = told
    if paying is not None and gaining is None and (_far_off(page, clue, paying) or _for_itself(page, clue, paying)):
        return None, None
    if paying is None and clue.rule != "name":
        told_so = told_beneficiary(page, clue, None, words) is not None
        if _given_by_another(page, clue, words) or not (told_so or _means(clue, words)):
            return None, None
    if paying is None and gaining is None and clue.rule != "name":
        paying = likely_funder(page, clue)
    if paying is None and gaining is not None and gaining in pair:
        paying = next((state for state in pair if state != gaining), None)
    if paying is not None and gaining is None:
        other = next((state for state in pair if state != paying), None)
        gaining = earlier if earlier and earlier != paying else other
        if paying not in pair and page.scene.host in pair:
            gaining = page.scene.host
    return paying, gaining


def _far_off(page: Understanding, clue: Clue, paying: str) -> bool:
    """Whether an organisation that the report is not about pays nobody who is told (« le plan de 800 milliards de l'UE »)."""
    after = clue.sentence.chunks[clue.at : clue.last + 1]
    to = page.known.prepositions_of["a"]
    addressed = any(chunk.code in to for chunk in after)
    return state_in((paying,)) is None and paying not in page.scene.states[:2] and not addressed


def _for_itself(page: Understanding, clue: Clue, paying: str) -> bool:
    """Whether the means are for the payer's own (« consacrera 100 milliards à son armée »)."""
    if clue.money is None:
        return False
    chunks = clue.sentence.chunks
    for at in range(clue.at + 1, clue.last + 1):
        mention = chunks[at].mention
        if isinstance(mention, StateMention) or (
            isinstance(mention, RoleMention) and (mention.possessive or mention.state)
        ):
            own = state_in(page.who(chunks[at].start).side) == paying
            return own and chunks[at - 1].word not in page.known.agent_prepositions
    return False


def _given_by_another(page: Understanding, clue: Clue, words: ProgrammeWords) -> bool:
    """Whether somebody whose state is not known, or a firm, does the giving (« la Commission a proposé »)."""
    for verb in verbs_of(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or not group.finite or group.voice == "pas" or not words.has("gifting", group.lemma):
            continue
        unknown = verb.subject.index is None and not verb.who.side
        return unknown and verb.index > clue.first and clue.sentence.chunks[verb.index - 1].code != "@M"
    return False


def _means(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether the words tell of help or goods for sure, though not whose."""
    if clue.rule != "sum":
        own = clue.sentence.chunks[clue.at]
        return clue.rule != "goods" or own.verb is not None or words.has("gifting", own.code) or _counted(clue, words)
    span = range(clue.first, clue.last + 1)
    chunks = clue.sentence.chunks
    return any(
        words.noun("support", clue.sentence, at)
        or words.noun("loans", clue.sentence, at)
        or words.verb("gifting", chunks[at])
        for at in span
    ) or any(
        words.type_at(clue.sentence, at)
        or words.noun("goods", clue.sentence, at)
        or any(words.has(name, chunks[at].code) for name in ("earmarked", "building", "establishments"))
        for at in span
    )


def _counted(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether it is told how many of the goods there are (« la cession de 25 véhicules »)."""
    behind = clue.sentence.chunks[clue.at + 1 : clue.last + 1]
    return any(words.has("counts", one.code) or one.code.isdigit() for one in behind)


def likely_funder(page: Understanding, clue: Clue) -> str | None:
    """Of the report's two states the one that gives more often, else the one in whose money the sum is told."""
    pair = pair_of(page)
    ranks = [world.donor_rank(state) for state in pair]
    if len(set(ranks)) == 2:
        return pair[ranks.index(max(ranks))]
    money = clue.money.currency if clue.money else None
    homes = [state for state in pair if money and currency_of(state, page.language) == money]
    return homes[0] if len(homes) == 1 else None
