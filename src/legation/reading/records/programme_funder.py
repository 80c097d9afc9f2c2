"""Who pays for a programme."""

from __future__ import annotations

from legation import world
from legation.model.mentions import BodyMention, StateMention
from legation.reading.records.programme_actors import gains, giver_at, giver_in, is_body, pair_of, verbs_of
from legation.reading.records.programme_clues import Clue, source
from legation.reading.records.programme_flow import TOLD, reported
from legation.reading.records.programme_words import ProgrammeWords
from legation.reading.understanding import Understanding, Verb

ADJECTIVES = frozenset({"adjective", "compound"})
AGENTS = frozenset({"agency", "firm", "company"})
AHEAD = frozenset({"fut", "cond"})


def funder(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The state that pays: « par X », whom one thanks, « l'aide japonaise », the subject of giving.

    What only makes it likely (who announces, whose agency it is) does not outweigh that the other state gives more often.
    """
    for sure in (_by_agent, _by_noun_agent, _by_title, _by_source, _by_thanks, _by_adjective, _by_giving):
        state = sure(page, clue, words)
        if state:
            return state
    for likely in (_by_supporting, _by_announcer, _by_body, _by_subject):
        state = likely(page, clue, words)
        if state and not _gets_rather(page, state):
            return state
    return None


def _gets_rather(page: Understanding, state: str) -> bool:
    """Whether the other of the report's two states gives more often than this one."""
    pair = pair_of(page)
    return state in pair and any(world.donor_rank(other) > world.donor_rank(state) for other in pair)


def _by_agent(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« financé par le Japon », « offertes par la Russie »."""
    for verb in verbs_of(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        passive = group is not None and (
            group.voice == "pas" or group.tense == "pp" or _sees_itself(clue, verb.index, words)
        )
        if group is None or not passive or not _pays(words, group.lemma):
            continue
        for at in range(verb.index + 1, min(len(clue.sentence.chunks), verb.index + 4)):
            if clue.sentence.chunks[at].word in page.known.agent_prepositions:
                return giver_at(page, clue, at + 1)
    return None


def _by_noun_agent(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« le don de cinq radars par le Japon », « son financement par l'Union européenne »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last):
        if words.noun("support", clue.sentence, at):
            for near in range(at + 1, min(clue.last, at + 8)):
                if chunks[near].verb is not None:
                    break
                if chunks[near].word in page.known.agent_prepositions:
                    return giver_at(page, clue, near + 1)
    return None


def _pays(words: ProgrammeWords, lemma: str) -> bool:
    """Whether the agent of a passive verb pays."""
    if words.has("buying", lemma) or words.has("receiving", lemma):
        return False
    return any(words.has(name, lemma) for name in ("agents", "donating", "costing")) or lemma in words.flows


def _sees_itself(clue: Clue, index: int, words: ProgrammeWords) -> bool:
    """Whether the infinitive stands under a verb that makes it passive (« s'est vu promettre … par »)."""
    return any(words.verb("undergoing", chunk) for chunk in clue.sentence.chunks[max(0, index - 2) : index])


def _by_title(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« dont le Japon est le principal bailleur », « la République de Corée, autre bailleur »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        if words.has("funders", chunks[at].code):
            before = [
                giver_at(page, clue, near)
                for near in range(at - 1, max(clue.first - 1, at - 8), -1)
                if chunks[near].code == "@A"
            ]
            return next((state for state in before if state), None)
    return None


def _by_giving(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The subject of the nearest active verb of giving."""
    return _active(page, clue, words, vague=False)


def _by_supporting(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The subject of the nearest active verb of supporting, or of one that leaves open who gives (« a signé »)."""
    return _active(page, clue, words, vague=True)


def _active(page: Understanding, clue: Clue, words: ProgrammeWords, *, vague: bool) -> str | None:
    for verb in verbs_of(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or group.voice == "pas" or group.tense == "pp" or words.has("receiving", group.lemma):
            continue
        if words.has("buying", group.lemma) or is_body(clue, verb):
            continue
        gives = group.lemma in words.flows or words.has("donating", group.lemma) or words.has("costing", group.lemma)
        gives = gives or _turn(clue, verb.index, words)
        unsure = words.has("vague", group.lemma) or not gives
        if (vague and (gives or words.has("supporting", group.lemma))) or (gives and not unsure):
            state = _doer(page, clue, verb, words)
            if state:
                return state
    return None


def _turn(clue: Clue, index: int, words: ProgrammeWords) -> bool:
    """Whether a verb only lends itself to a noun of giving (« a fait don de »)."""
    behind = clue.sentence.chunks[index + 1 : index + 3]
    return words.verb("light", clue.sentence.chunks[index]) and any(
        words.has("solid_deals", one.code) for one in behind
    )


def _doer(page: Understanding, clue: Clue, verb: Verb, words: ProgrammeWords) -> str | None:
    """The state of the verb's subject; of an infinitive under asking or thanks, that of whom one asks or thanks."""
    chunks = clue.sentence.chunks
    group = chunks[verb.index].verb
    if len(verb.who.side) > 1:
        return None
    if group is None or group.finite:
        return giver_in(page, verb.who.side)
    over = [at for at in range(verb.index - 1, -1, -1) if (other := chunks[at].verb) is not None and other.finite]
    if not over or not (words.verb("controlling", chunks[over[0]]) or words.verb("thanks", chunks[over[0]])):
        return giver_in(page, verb.who.side)
    asker = page.verb(clue.sentence, over[0])
    asking = asker.who.side if asker else ()
    told = [giver_at(page, clue, at) for at in range(over[0] + 1, verb.index) if chunks[at].code == "@A"]
    asked = next((state for state in told if state and state not in asking), None)
    return asked or next((state for state in pair_of(page) if asking and state not in asking), None)


def _by_source(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« a reçu de Tokyo », « a obtenu du Japon »: the giver behind a verb of receiving."""
    for verb in verbs_of(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or not words.has("receiving", group.lemma):
            continue
        at = source(clue.sentence, verb.index, words, page.known)
        if at is not None:
            return giver_at(page, clue, at)
    return None


def _by_thanks(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """Whom one thanks: « a remercié le Japon de », « la reconnaissance de notre ministre envers le Japon »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.at):
        if not words.verb("thanks", chunks[at]):
            continue
        own = page.verb(clue.sentence, at)
        for near in range(at + 1, min(clue.at + 1, at + 6)):
            state = giver_at(page, clue, near) if chunks[near].code == "@A" else None
            if state and own is not None and state not in own.who.side:
                return state
    if any(words.has("thanks_nouns", chunks[at].code) for at in range(clue.first, clue.at)):
        own_side = next((one.who.side for one in page.verbs.get(clue.sentence.number, ()) if one.who.side), ())
        return next((state for state in pair_of(page) if state not in own_side), None)
    return None


def _by_adjective(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« l'aide japonaise », « crédits indiens », « l'aide du Japon »: a state behind a noun of support."""
    chunks = clue.sentence.chunks
    of = page.known.prepositions_of["de"]
    for at in range(clue.first, clue.last):
        if not words.noun("support", clue.sentence, at):
            continue
        for near in range(at + 1, min(clue.last + 1, at + 4)):
            mention = chunks[near].mention
            if isinstance(mention, StateMention) and (mention.form in ADJECTIVES or chunks[near - 1].code in of):
                return giver_in(page, mention.states)
    return None


def _by_body(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The state whose agency carries it out (JICA, KOICA)."""
    bodies = [one for one in page.within(clue.start, clue.end) if isinstance(one, BodyMention) and one.type in AGENTS]
    states = [giver_in(page, one.parties) for one in bodies]
    guests = [state for state in states if state and state != page.scene.host]
    return guests[0] if guests else None


def _by_subject(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The state that does what the sentence tells, where no verb of giving stands (« la Corée tiendrait … »)."""
    for verb in verbs_of(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is not None and group.finite and group.voice == "act" and not words.has("receiving", group.lemma):
            at = verb.subject.index
            mention = clue.sentence.chunks[at].mention if at is not None else None
            if gains(clue, words) or words.has("buying", group.lemma):
                return None
            if isinstance(mention, StateMention) and verb.index < clue.at and clue.money is not None:
                return giver_in(page, verb.who.side)
    return None


def _by_announcer(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """Who announces what will be given: the subject of the verb over a future (« a annoncé qu'un don serait versé »)."""
    verbs = verbs_of(page, clue)
    ahead = any((group := clue.sentence.chunks[one.index].verb) is not None and group.tense in AHEAD for one in verbs)
    for verb in verbs if ahead and reported(clue, page.known) else ():
        group = clue.sentence.chunks[verb.index].verb
        if group is not None and group.tense in TOLD and verb.who.persons:
            return giver_in(page, verb.who.side)
    return None
