"""Who pays and who gains: the funder and the beneficiary of a programme, how far the money has gone, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model.mentions import BodyMention, DateMention, PlaceMention, StateMention
from legation.reading.circumstances import country_of
from legation.reading.records.programme_clues import Clue
from legation.reading.records.programme_words import ProgrammeWords
from legation.reading.understanding import Understanding, Verb

ADJECTIVES = frozenset({"adjective", "compound"})
AGENTS = frozenset({"agency", "firm", "company"})
FUTURE = frozenset({"fut"})


def funder(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The state that pays: « par X », whom one thanks, « l'aide japonaise », the subject of giving."""
    for rule in (_by_agent, _by_title, _by_source, _by_thanks, _by_adjective, _by_giving, _by_body, _by_subject):
        state = rule(page, clue, words)
        if state:
            return state
    return None


def beneficiary(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """The state or organisation that gains: the receiver, « à X », « au profit de X », where the work is done."""
    for rule in (_by_receiving, _by_gain, _by_favour, _by_dative, _by_place, _by_goods):
        state = rule(page, clue, paying, words)
        if state and state != paying:
            return state
    return None


def _verbs(page: Understanding, clue: Clue) -> list[Verb]:
    """The verbs of the clue's part of the sentence, nearest to the sum or name first."""
    own = [one for one in page.verbs.get(clue.sentence.number, ()) if clue.first <= one.index <= clue.last]
    return sorted(own, key=lambda one: (abs(one.index - clue.at), one.index))


def _state(states: tuple[str, ...]) -> str | None:
    return next((state for state in states if len(state) == 3 and state.isupper()), None)


def _by_agent(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« financé par le Japon », « offertes par la Russie »."""
    for verb in _verbs(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        passive = group is not None and (
            group.voice == "pas" or group.tense == "pp" or _sees_itself(clue, verb.index, words)
        )
        if group is None or not passive or not words.has("agents", group.lemma):
            continue
        for at in range(verb.index + 1, min(len(clue.sentence.chunks), verb.index + 4)):
            if clue.sentence.chunks[at].word in page.known.agent_prepositions:
                return _actor(page, clue, at + 1)
    return None


def _sees_itself(clue: Clue, index: int, words: ProgrammeWords) -> bool:
    """Whether the infinitive stands under a verb that makes it passive (« s'est vu promettre … par »)."""
    return any(words.verb("undergoing", chunk) for chunk in clue.sentence.chunks[max(0, index - 2) : index])


def _actor(page: Understanding, clue: Clue, at: int) -> str | None:
    """The state of the actor or body at a chunk."""
    if at >= len(clue.sentence.chunks):
        return None
    chunk = clue.sentence.chunks[at]
    told = page.who(chunk.start).side or (chunk.mention.parties if isinstance(chunk.mention, BodyMention) else ())
    return _state(tuple(told))


def _by_title(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« dont le Japon est le principal bailleur », « la République de Corée, autre bailleur »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        if words.has("funders", chunks[at].code):
            before = [
                _actor(page, clue, near)
                for near in range(at - 1, max(clue.first - 1, at - 8), -1)
                if chunks[near].code == "@A"
            ]
            return next((state for state in before if state), None)
    return None


def _by_giving(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The subject of the nearest active verb of giving or supporting."""
    for verb in _verbs(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or group.voice == "pas" or group.tense == "pp" or group.lemma in words.sets["receiving"]:
            continue
        gives = group.lemma in words.flows or words.has("donating", group.lemma)
        if (gives or words.has("supporting", group.lemma)) and not _is_body(clue, verb):
            state = _doer(page, clue, verb, words)
            if state:
                return state
    return None


def _doer(page: Understanding, clue: Clue, verb: Verb, words: ProgrammeWords) -> str | None:
    """The state of the verb's subject; of an infinitive under asking or thanks, that of whom one asks or thanks."""
    chunks = clue.sentence.chunks
    group = chunks[verb.index].verb
    if group is None or group.finite:
        return _state(verb.who.side)
    over = [at for at in range(verb.index - 1, -1, -1) if (other := chunks[at].verb) is not None and other.finite]
    if not over or not (words.verb("controlling", chunks[over[0]]) or words.verb("thanks", chunks[over[0]])):
        return _state(verb.who.side)
    asker = page.verb(clue.sentence, over[0])
    asking = asker.who.side if asker else ()
    told = [_actor(page, clue, at) for at in range(over[0] + 1, verb.index) if chunks[at].code == "@A"]
    asked = next((state for state in told if state and state not in asking), None)
    return asked or next((state for state in page.scene.pair if asking and state not in asking), None)


def _is_body(clue: Clue, verb: Verb) -> bool:
    """Whether the subject is a body that spends what others give."""
    at = verb.subject.index
    mention = clue.sentence.chunks[at].mention if at is not None else None
    return isinstance(mention, BodyMention) and not mention.parties


def _by_source(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """« a reçu de Tokyo », « a obtenu du Japon »: the giver behind a verb of receiving."""
    of = page.known.prepositions_of["de"]
    for verb in _verbs(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or not words.has("receiving", group.lemma):
            continue
        for at in range(verb.index + 1, min(len(clue.sentence.chunks) - 1, verb.index + 4)):
            if clue.sentence.chunks[at].code in of and clue.sentence.chunks[at + 1].code == "@A":
                return _actor(page, clue, at + 1)
    return None


def _by_thanks(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """Whom one thanks: « a remercié le Japon de », « la reconnaissance de notre ministre envers le Japon »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.at):
        if not words.verb("thanks", chunks[at]):
            continue
        own = page.verb(clue.sentence, at)
        for near in range(at + 1, min(clue.at + 1, at + 6)):
            state = _actor(page, clue, near) if chunks[near].code == "@A" else None
            if state and own is not None and state not in own.who.side:
                return state
    if any(words.has("thanks_nouns", chunks[at].code) for at in range(clue.first, clue.at)):
        own_side = next((one.who.side for one in page.verbs.get(clue.sentence.number, ()) if one.who.side), ())
        return next((state for state in page.scene.pair if state not in own_side), None)
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
                return _state(mention.states)
    return None


def _by_body(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The state whose agency carries it out (JICA, KOICA)."""
    bodies = [one for one in page.within(clue.start, clue.end) if isinstance(one, BodyMention) and one.type in AGENTS]
    states = [_state(one.parties) for one in bodies]
    guests = [state for state in states if state and state != page.scene.host]
    return guests[0] if guests else None


def _by_subject(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """The state that does what the sentence tells, where no verb of giving stands (« la Corée tiendrait … »)."""
    for verb in _verbs(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is not None and group.finite and group.voice == "act" and not words.has("receiving", group.lemma):
            at = verb.subject.index
            mention = clue.sentence.chunks[at].mention if at is not None else None
            if _gains(clue, words):
                return None
            if isinstance(mention, StateMention) and verb.index < clue.at and clue.money is not None:
                return _state(verb.who.side)
    return None


def _by_receiving(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """The subject of a verb of receiving or buying, where it is a state."""
    for verb in _verbs(page, clue):
        group = clue.sentence.chunks[verb.index].verb
        if group is None or group.voice == "pas" or _is_body(clue, verb):
            continue
        if words.has("receiving", group.lemma) or words.has("buying", group.lemma):
            state = _state(verb.who.side)
            if state:
                return state
    return None


def _gains(clue: Clue, words: ProgrammeWords) -> bool:
    """Whether a noun says who gains (« premier bénéficiaire »)."""
    return any(words.has("gainers", chunk.code) for chunk in clue.sentence.chunks[clue.first : clue.last + 1])


def _by_gain(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """« Manille a été le premier bénéficiaire de l'aide »: the actor before the noun."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        if words.has("gainers", chunks[at].code):
            before = [near for near in range(at - 1, clue.first - 1, -1) if chunks[near].code == "@A"]
            return _actor(page, clue, before[0]) if before else None
    return None


def _by_favour(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """« au profit des pays de l'ASEAN », « destiné à l'armée malienne »."""
    chunks = clue.sentence.chunks
    for at in range(clue.first, clue.last + 1):
        code = chunks[at].participle or chunks[at].code
        if words.has("favour", code):
            for near in range(at + 1, min(len(chunks), at + 5)):
                if chunks[near].code == "@A":
                    side = page.who(chunks[near].start).side
                    return next((state for state in side if state != paying), None)
    return None


def _by_dative(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """« à la marine kényane », « à qui Tokyo a promis », « lui »: whom a verb of giving has behind « à »."""
    chunks = clue.sentence.chunks
    for verb in _verbs(page, clue):
        group = chunks[verb.index].verb
        if group is None or not (
            group.lemma in words.flows or words.has("donating", group.lemma) or words.has("pledging", group.lemma)
        ):
            continue
        if words.has("buying", group.lemma):
            seller = next(_behind_to(page, clue, verb.index), None)
            return next((state for state in page.scene.pair if seller and state != seller), None)
        relative = _relative_to(page, clue, verb.index)
        if relative:
            return relative
        for state in _behind_to(page, clue, verb.index):
            if state != paying:
                return state
        if "dative" in group.clitics:
            return next((state for state in page.scene.pair if state != paying), None)
    return None


def _relative_to(page: Understanding, clue: Clue, index: int) -> str | None:
    """« Hanoï, à qui Tokyo a promis »: the actor that a relative with « à » takes up."""
    chunks = clue.sentence.chunks
    for at in range(index - 1, max(0, index - 5), -1):
        if chunks[at].word in page.known.relative and chunks[at - 1].code in page.known.prepositions_of["a"]:
            before = [near for near in range(at - 2, max(-1, at - 5), -1) if chunks[near].code == "@A"]
            return _actor(page, clue, before[0]) if before else None
    return None


def _behind_to(page: Understanding, clue: Clue, index: int) -> Iterator[str]:
    chunks = clue.sentence.chunks
    to = page.known.prepositions_of["a"]
    for at in range(index + 1, clue.last + 1):
        if chunks[at].verb is not None and chunks[at].verb.finite:  # type: ignore[union-attr]
            return
        if chunks[at].code == "@A" and at and chunks[at - 1].code in to:
            state = _actor(page, clue, at)
            if state:
                yield state


def _by_place(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """The country of the places where the work is done, or of « au Vietnam »."""
    for mention in page.within(clue.start, clue.end):
        if isinstance(mention, PlaceMention):
            country = mention.country or country_of(mention.name)
            if country and country != paying and country in page.scene.states:
                return country
    chunks = clue.sentence.chunks
    to = page.known.prepositions_of["a"]
    for at in range(clue.at + 1, clue.last + 1):
        named = chunks[at].mention
        if isinstance(named, StateMention) and named.form == "name" and chunks[at - 1].code in to:
            return _state(named.states)
    return None


def _by_goods(page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords) -> str | None:
    """Whose men, ships or yards the means are for: the last state named behind the sum or goods."""
    for at in range(clue.at + 1, clue.last + 1):
        chunk = clue.sentence.chunks[at]
        states = (
            chunk.mention.states
            if isinstance(chunk.mention, StateMention)
            else page.who(chunk.start).side
            if chunk.code == "@A"
            else ()
        )
        state = _state(tuple(states))
        if state and state != paying and state in page.scene.states[:4]:
            return state
    return None


def teacher_and_taught(
    page: Understanding, clue: Clue, paying: str | None, words: ProgrammeWords
) -> tuple[str | None, str | None]:
    """Who trains and whose men are trained: who teaches, or where they are taught, and the state of the taught."""
    chunks = clue.sentence.chunks
    near = [
        at
        for at in range(max(clue.first, clue.at - 9), min(clue.last + 1, clue.at + 10))
        if words.trainee(clue.sentence, at)
    ]
    taught = None
    for at in near:
        mention = chunks[at].mention
        told = getattr(mention, "state", None) or next(
            (one.states[0] for one in (each.mention for each in chunks[at : at + 3]) if isinstance(one, StateMention)),
            None,
        )
        taught = taught or told
    taught = taught or next((state for state in page.scene.pair if paying and state != paying), None)
    if paying and paying != taught:
        return paying, taught
    where = [one.mention.states[0] for one in chunks[clue.at : clue.last + 1]
             if isinstance(one.mention, StateMention) and one.mention.form == "name"]  # fmt: skip
    other = [*where, *page.scene.pair]
    return next((state for state in other if taught and state != taught), None), taught


def flow(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """How far the means have gone, by the verb nearest to them; a pledge over it, or a future, makes it a pledge."""
    chunks = clue.sentence.chunks
    for verb in _verbs(page, clue):
        group = chunks[verb.index].verb
        told = words.flows.get(group.lemma) if group is not None else None
        if group is None or told is None or group.polarity == "neg" or _parted(clue, verb.index):
            continue
        if _is_body(clue, verb) and not words.has("receiving", group.lemma):
            continue
        over = chunks[max(clue.first, verb.index - 8) : verb.index]
        if not group.finite and group.tense != "pp" and any(words.verb("pledging", chunk) for chunk in over):
            return "pledged"
        return "pledged" if group.tense in FUTURE else told
    return None


def _parted(clue: Clue, index: int) -> bool:
    """Whether another finite verb stands between a verb before the sum and the sum."""
    between = clue.sentence.chunks[index + 1 : clue.at]
    return any((verb := chunk.verb) is not None and verb.finite for chunk in between)


def since(page: Understanding, clue: Clue, words: ProgrammeWords) -> int | None:
    """The year since which means flow: « depuis 2009 », or that of a gift of an earlier year (« octroyée en 2012 »)."""
    dates = [one for one in page.within(clue.start, clue.end) if isinstance(one, DateMention)]
    for at in range(clue.first, clue.last):
        if words.has("from", clue.sentence.chunks[at].code):
            near = (chunk.mention for chunk in clue.sentence.chunks[at + 1 : at + 6])
            year = next((one.year for one in near if isinstance(one, DateMention) and one.year), None)
            if year:
                return year
    begun = next((one.year for one in dates if one.kind == "since" and one.year), None)
    if begun:
        return begun
    today = page.clock.report_day
    for at in range(clue.first, clue.last):
        chunk, behind = clue.sentence.chunks[at], clue.sentence.chunks[at + 1].mention
        if (
            chunk.verb is not None
            and chunk.verb.lemma in words.flows
            and isinstance(behind, DateMention)
            and behind.kind == "date"
        ):
            day = page.days.get(behind.start)
            if today and day is not None and day.date and behind.year and int(day.date[:4]) < int(today[:4]):
                return int(day.date[:4])
    return None
