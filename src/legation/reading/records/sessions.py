"""Sessions of dialogues, committees, conferences and summits: the one held now, the one before, the one to come."""

from __future__ import annotations

from dataclasses import replace

from legation import world
from legation.model.mentions import BodyMention, RoleMention, StateMention
from legation.reading.circumstances import merged
from legation.reading.matching import Hit
from legation.reading.mentions.ordinals import find_ordinals
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.around import actors_after, definite, fits
from legation.reading.records.cues import Cues, cues
from legation.reading.records.near import Spot, city_of, nearest_day, nearest_spot, spots
from legation.reading.records.noun_encounters import NOUN_REACH, clause_subject, lead_in
from legation.reading.records.session_gates import (
    conference,
    goes_on,
    of_a_body,
    of_something_else,
    only_met,
    summit_placed,
    working,
)
from legation.reading.records.sittings import Sitting, how_told
from legation.reading.records.tellings import Telling, roles_within
from legation.reading.reference import Referent
from legation.reading.understanding import Day, Understanding

SITTING = frozenset(
    {
        "regional_forum",
        "ministers_meeting",
        "policy_dialogue",
        "two_plus_two",
        "working_group",
        "joint_committee",
        "staff_talks",
        "hotline",
        "summit",
        "conference",
        "session",
        "congress",
        "dialogue",
    }
)
BODY_LEVELS = {"ministers_meeting": "minister", "summit": "head", "two_plus_two": "minister"}
PLACE = "place"
JOINS = frozenset({"-", "–", "—", "/"})
WIDE = frozenset({"conference", "regional_forum", "congress", "session", "ministers_meeting"})
STATE = 3  # letters of the code of a state; organisations have names
ORDINAL_REACH = 40  # characters before a noun within which its ordinal stands
TURN_REACH = 3


def session_telling(page: Understanding, sentence: Sentence, hit: Hit) -> Telling | None:
    """The session that a body's name or a counted noun tells; None where nothing is said to sit."""
    words = cues(page.language)
    if hit.frame.slots.get("bare"):
        if not _opens_clause(sentence, hit.index, page):
            return None
        hit = replace(hit, last=hit.index)
    if hit.frame.slots.get("lone") and goes_on(sentence, hit.last + 1, page):
        return None
    body = sentence.chunks[hit.index].mention
    if isinstance(body, BodyMention):
        if body.type not in SITTING:
            return None
    else:
        body = None
    if (body is None and working(sentence, hit, words)) or (
        body is not None and _told_by_noun(page, sentence, hit, words)
    ):
        return None
    number = _number(page, sentence, hit, body)
    turn = _turn(sentence, hit, words)
    dated = _dated(page, sentence, hit, words) or summit_placed(page, sentence, hit, words)
    plain = body is None and number is None and turn is None and not dated and not hit.frame.slots.get("lone")
    if plain and not conference(sentence, hit, words):
        return None
    if body is None and (of_something_else(sentence, hit, words) or only_met(page, sentence, hit, words)):
        return None
    if body is None and of_a_body(sentence, hit):
        return None
    counted = number is not None or turn is not None or dated
    sitting = how_told(page, sentence, hit, words, counted=counted)
    if sitting is None:
        return None
    return _made(page, sentence, hit, words, body, number, turn, sitting, counted=counted)


def _leaders(page: Understanding, sentence: Sentence) -> Referent:
    """Those who led a session, told by a participle: « dirigés par X et Y, les travaux … »."""
    words, who = cues(page.language), Referent()
    for at, chunk in enumerate(sentence.chunks):
        if chunk.verb is None or chunk.verb.tense != "pp" or not words.has("hold", chunk.verb.lemma):
            continue
        for actor in actors_after(page, sentence, at):
            if actor.preposition in page.known.agent_prepositions:
                who = merged(who, definite(page, sentence, actor.at))
    return Referent(who.persons)


def _series_parties(body: BodyMention, who: Referent) -> tuple[str, ...]:
    """Who holds a conference that the world knows, where the report names no states of it."""
    known = world.series(body.name) if body.type in WIDE and not who.states else None
    return tuple(known.parties) if known is not None else ()


def _opens_clause(sentence: Sentence, index: int, page: Understanding) -> bool:
    """Whether a bare ordinal opens its clause: « Le deuxième avait eu lieu … », « La 5e se tiendra … »."""
    if index and sentence.chunks[index - 1].code.isdecimal():
        index -= 1
    return (
        index == 0
        or sentence.chunks[index - 1].code in {";", ":", ","}
        or sentence.chunks[index - 1].word in page.known.coordinate
    )


def _told_by_noun(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether a counted noun before a body's name tells the session already: « la 13e session du comité »."""
    before = hit.index - 2
    if before < 0 or sentence.chunks[hit.index - 1].code not in page.known.linking:
        return False
    return sentence.chunks[before].code in words.sets["counters"] | words.sets["plain"]


def _dated(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether a session goes by its day or its year (« la session du 29 janvier », « l'édition 2025 »)."""
    after = sentence.chunks[hit.last + 1] if hit.last + 1 < len(sentence.chunks) else None
    if after is None or after.code != "@D" or sentence.chunks[hit.index].code not in words.sets["counters"]:
        return False
    if page.text[after.start : after.end].isdecimal():
        return True
    return page.text[after.start : after.end].split()[0].lower() in page.known.prepositions


def _made(
    page: Understanding,
    sentence: Sentence,
    hit: Hit,
    words: Cues,
    body: BodyMention | None,
    number: int | None,
    turn: int | None,
    sitting: Sitting,
    *,
    counted: bool,
) -> Telling:
    body = body or _whose_session(sentence, hit)
    around, last = _around(page, sentence, hit, sitting)
    named = _named_states(page, sentence, hit)
    who = named if named else merged(sitting.who, around)
    if body is not None:
        who = merged(who, Referent(states=body.parties or _series_parties(body, who)))
    if _attended(sentence, hit, words):
        who = merged(who, Referent(states=_states_after(page, sentence, hit)))
    last = max(last, sitting.last or 0)
    _, owner = lead_in(sentence, hit, words)
    if owner == "several" and len(who.side) < 2:
        who = merged(clause_subject(page, sentence, hit), who)
    return Telling(
        sentence=sentence,
        index=hit.index,
        first=min(hit.index, sitting.first if sitting.first is not None else hit.index),
        last=last,
        rule=hit.frame.rule,
        type=_type(page, sentence, hit, body, words, who),
        who=who,
        day=_days(page, sentence, hit, words, last, sitting.verb),
        spot=sitting.spot or _spot(page, sentence, hit, last),
        tense=sitting.tense,
        status="planned" if turn == 1 else "cited" if _foreign(page, named) else sitting.status,
        session=number,
        turn=turn,
        name=body.name if body is not None else None,
        level=BODY_LEVELS.get(body.type) if body is not None else _noun_level(sentence, hit, words),
        roles=roles_within(sentence, hit.index, last),
        back=body is None
        and not counted
        and not sitting.own
        and not hit.frame.slots.get("lone")
        and not conference(sentence, hit, words),
        bare=bool(hit.frame.slots.get("bare") or hit.frame.slots.get("lone")),
    )


def _noun_level(sentence: Sentence, hit: Hit, words: Cues) -> str | None:
    return words.ranking[0] if sentence.chunks[hit.index].code in words.sets["summits"] else None


def _number(page: Understanding, sentence: Sentence, hit: Hit, body: BodyMention | None) -> int | None:
    """The ordinal of the session: that of the body, else one just before the noun or after « pour la ... fois »."""
    if body is not None and body.session is not None:
        return body.session
    start = sentence.chunks[hit.index].start
    begin = max(sentence.start, start - ORDINAL_REACH)
    if hit.frame.slots.get("bare"):
        own = find_ordinals(page.text, max(sentence.start - 4, 0), sentence.chunks[hit.index].end, page.language)
        end = sentence.chunks[hit.index].end
        own = own or [
            one
            for one in find_ordinals(page.text, end, min(sentence.end, end + ORDINAL_REACH), page.language)
            if _counts(page, sentence, one.end)
        ]
        return own[-1].value if own else None
    before = [
        one for one in find_ordinals(page.text, begin, start, page.language) if _adjoins(page.text, one.end, start)
    ]
    if before:
        return before[-1].value
    end = sentence.chunks[hit.last].end
    after = find_ordinals(page.text, end, min(sentence.end, end + 2 * ORDINAL_REACH), page.language)
    after += find_ordinals(page.text, sentence.start, start, page.language) if body is not None else []
    counted = [one for one in after if _counts(page, sentence, one.end)]
    if counted:
        return counted[0].value
    if hit.frame.slots.get("elided"):
        inside = find_ordinals(page.text, start, sentence.chunks[hit.last].end, page.language)
        return inside[-1].value if inside else None
    return None


def _counts(page: Understanding, sentence: Sentence, offset: int) -> bool:
    """Whether words after an ordinal make it count what stands before: « onzième du nom », « pour la treizième
    fois »."""
    following = [chunk.code for chunk in sentence.chunks if offset <= chunk.start <= offset + 8]
    return any(code in cues(page.language).sets["counted"] for code in following)


def _adjoins(text: str, end: int, start: int) -> bool:
    """Whether at most one word stands between an ordinal and the noun."""
    return len(text[end:start].split()) <= 1 and not set(text[end:start]) & set(",.;:()")


def _turn(sentence: Sentence, hit: Hit, words: Cues) -> int | None:
    """« la dernière réunion » -1, « la prochaine édition » 1; None where the words give no order."""
    near = [
        *range(max(0, hit.index - TURN_REACH), hit.index + 1),
        *range(hit.last, min(len(sentence.chunks), hit.last + 2)),
    ]
    return next((words.turns[sentence.chunks[at].code] for at in near if sentence.chunks[at].code in words.turns), None)


def _whose_session(sentence: Sentence, hit: Hit) -> BodyMention | None:
    """The body that a counted session is of: « la 13e session du comité », « le comité tiendra sa quatrième
    session »."""
    after = [chunk.mention for chunk in sentence.chunks[hit.last + 1 : hit.last + 4] if chunk.code == "@B"]
    before = [chunk.mention for chunk in _clause_before(sentence, hit) if chunk.code == "@B"]
    for mention in (*after, *reversed(before)):
        if isinstance(mention, BodyMention) and mention.type in SITTING:
            return mention
    return None


def _clause_before(sentence: Sentence, hit: Hit) -> list[Chunk]:
    """The chunks before the noun back to a hard stop or a second finite verb."""
    found: list[Chunk] = []
    verbs = 0
    for chunk in reversed(sentence.chunks[: hit.index]):
        verbs += chunk.verb is not None and chunk.verb.finite
        if chunk.code in {";", ":"} or verbs > 1:
            break
        found.append(chunk)
    return found[::-1]


def _spot(page: Understanding, sentence: Sentence, hit: Hit, last: int) -> Spot | None:
    """Where it sits: the antecedent of « où », « qui accueillera », the place near, or « y » for where the
    report is set."""
    if hit.frame.slots.get("elided"):
        before = next((one for one in reversed(spots(page, sentence)) if hit.index - 3 < one.at < hit.index), None)
        return before or (nearest_spot(page, sentence, hit.last) if hit.frame.slots.get("lone") else None)
    found = city_of(page, sentence, hit.last) or nearest_spot(page, sentence, hit.last, last)
    verb = sentence.chunks[last].verb
    if found is None and verb is not None and PLACE in verb.clitics and page.scene.host:
        return Spot(None, page.scene.host, last)
    return found


def _days(page: Understanding, sentence: Sentence, hit: Hit, words: Cues, last: int, held: int | None) -> Day | None:
    """The days of a session; where verbs tell its opening and its closing, from the one to the other."""
    opened = closed = None
    for at in sentence.verbs:
        verb = sentence.chunks[at].verb
        if verb is None or verb.lemma not in words.sets["opens"] | words.sets["closes"]:
            continue
        near = nearest_day(page, sentence, at, reach=4.0)
        if near is not None and words.has("opens", verb.lemma):
            opened = near
        elif near is not None:
            closed = near
    if opened is not None and closed is not None and opened.date and closed.date and opened.date < closed.date:
        return Day(opened.mention, opened.date, closed.date)
    return nearest_day(page, sentence, *(at for at in (hit.last, last, held) if at is not None))


def _named_states(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """The states whose names stand at once after the noun: « le sommet RPDC-États-Unis »."""
    found: list[str] = []
    for chunk in sentence.chunks[hit.index + 1 : hit.last + 5]:
        if isinstance(chunk.mention, StateMention):
            found += page.who(chunk.start).states or chunk.mention.states
        elif chunk.word not in JOINS and chunk.word not in page.known.coordinate:
            break
    return Referent(states=tuple(dict.fromkeys(found))) if len(set(found)) > 1 else Referent()


def _foreign(page: Understanding, named: Referent) -> bool:
    """Whether a session is one of other states than those that the report is about."""
    return bool(named.states) and not set(named.states) & set(page.scene.states[:2])


def _attended(sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether a verb after the noun tells who else will be there (« à laquelle sont attendus … »)."""
    return any(
        one.verb is not None and (words.has("attend", one.verb.lemma) or words.has("awaited", one.verb.lemma))
        for one in sentence.chunks[hit.last + 1 :]
    )


def _states_after(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    found: list[str] = []
    for chunk in sentence.chunks[hit.last + 1 :]:
        if isinstance(chunk.mention, StateMention):
            found += chunk.mention.states
        elif isinstance(chunk.mention, RoleMention) and chunk.mention.state:
            found.append(chunk.mention.state)
    return tuple(dict.fromkeys(found))


def _around(page: Understanding, sentence: Sentence, hit: Hit, sitting: Sitting) -> tuple[Referent, int]:
    """Those whom the words after the noun and its verb name: « entre X et Y », « sous la présidence de X »;
    and who led it."""
    who, last = _leaders(page, sentence), hit.last
    city = city_of(page, sentence, hit.last)
    actors = actors_after(page, sentence, hit.last, limit=hit.last + NOUN_REACH)
    if sitting.last is not None and sitting.last > hit.last:
        actors += actors_after(page, sentence, sitting.last, limit=sitting.last + NOUN_REACH)
    for actor in actors:
        if city is not None and actor.at == city.at:
            continue
        if hit.frame.slots.get("session") == "noun" and actor.at == hit.last + 2 and fits(page, actor, "de"):
            who = merged(who, Referent(states=page.who(sentence.chunks[actor.at].start).states))
        if any(fits(page, actor, role) for role in ("avec", "entre", "par")) or (
            fits(page, actor, "de") and page.who(sentence.chunks[actor.at].start).persons
        ):
            who, last = merged(who, definite(page, sentence, actor.at)), actor.at
    return who, last


def _many(who: Referent) -> bool:
    """Whether an organisation or more than two states meet."""
    return len(who.side) != 2 or any(len(state) != STATE for state in who.side)


def _type(
    page: Understanding, sentence: Sentence, hit: Hit, body: BodyMention | None, words: Cues, who: Referent
) -> str:
    """conference where many states meet under the roof of an organisation, summit where heads do, else
    dialogue_session."""
    if body is None:
        code = sentence.chunks[hit.index].code
        if code in words.sets["conferences"] and _many(who):
            return "conference"
        return "summit" if code in words.sets["summits"] else "dialogue_session"
    if len([state for state in body.parties if len(state) == STATE]) in {2, 3}:
        return "dialogue_session"
    if body.type == "summit":
        return "summit"
    return "conference" if body.type in WIDE else "dialogue_session"
