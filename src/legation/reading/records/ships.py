"""The ships of a report: which stand in a clause, which are taken up, whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from legation.model.mentions import RoleMention, StateMention, UnitMention
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.activity_telling import Telling
from legation.reading.records.activity_words import ActivityWords
from legation.reading.understanding import Understanding

LOOK_BACK = 3  # sentences within which a ship is taken up
NEAR = 5  # chunks around a ship within which an adjective tells its state


def ships_in(sentence: Sentence, first: int, last: int) -> list[UnitMention]:
    """The ships named by the chunks first..last of a sentence, in order."""
    return [
        chunk.mention
        for chunk in sentence.chunks[first : last + 1]
        if isinstance(chunk.mention, UnitMention) and chunk.mention.kind == "ship"
    ]


def ship_noun(sentence: Sentence, first: int, last: int, words: ActivityWords) -> int | None:
    """The first chunk of first..last that is a noun for a ship, named or not."""
    for at in sorted([*words.places("ships", sentence), *sentence.places.get("@U", ())]):
        if not first <= at <= last:
            continue
        mention = sentence.chunks[at].mention
        named = isinstance(mention, UnitMention) and mention.kind == "ship"
        if named or words.noun("ships", sentence, at) is not None:
            return at
    return None


def taken_up(page: Understanding, sentence: Sentence, index: int, *, many: bool) -> list[UnitMention]:
    """The ships named last before a chunk, shortly before: all of their row where several are meant."""
    for number in range(sentence.number, max(-1, sentence.number - LOOK_BACK - 1), -1):
        earlier = next((one for one in page.sentences if one.number == number), None)
        if earlier is None or earlier.zone != "body":
            continue
        last = index - 1 if number == sentence.number else len(earlier.chunks) - 1
        found = ships_in(earlier, 0, last)
        if found:
            return found if many else found[-1:] if number == sentence.number else found[:1]
    return []


def states_of(
    page: Understanding, sentence: Sentence, index: int, ships: Sequence[UnitMention], words: ActivityWords
) -> tuple[str, ...]:
    """The states of the ships of a clause: told with the name, by an adjective near, or earlier in the report."""
    own = [ship.state for ship in ships if ship.state]
    if own:
        return tuple(dict.fromkeys(own))
    named = {ship.name for ship in ships}
    near = _near(page, sentence, index, words)
    if near:
        return (near,)
    for earlier in reversed([one for one in page.sentences if one.number <= sentence.number]):
        at = next(
            (
                at
                for at, chunk in enumerate(earlier.chunks)
                if isinstance(chunk.mention, UnitMention) and chunk.mention.name in named
            ),
            None,
        )
        told = _beside(page, earlier, at, words) if at is not None else None
        if told:
            return (told,)
    return _first_told(page, sentence, words)


def _near(page: Understanding, sentence: Sentence, index: int, words: ActivityWords) -> str | None:
    at = ship_noun(sentence, max(0, index - 2 * NEAR), index - 1, words)
    if at is None:
        at = ship_noun(sentence, index, index + NEAR, words)
    return _beside(page, sentence, at, words) if at is not None else None


def _beside(page: Understanding, sentence: Sentence, at: int, words: ActivityWords) -> str | None:
    """The state that an adjective or a force right behind a ship's noun or before its name tells."""
    order = [*range(at, min(len(sentence.chunks), at + NEAR)), *range(at - 1, max(-1, at - 3), -1)]
    for near in order:
        chunk = sentence.chunks[near]
        if chunk.verb is not None and chunk.verb.finite:
            continue
        if (
            isinstance(chunk.mention, StateMention)
            and chunk.mention.form in {"adjective", "force", "name"}
            and len(chunk.mention.states) == 1
        ):
            before = sentence.chunks[near - 1].code if near else ""
            if chunk.mention.form == "adjective" or before == "de":
                return chunk.mention.states[0]
        if (
            isinstance(chunk.mention, RoleMention)
            and chunk.mention.role == "force"
            and chunk.mention.state
            and near > at
        ):
            return chunk.mention.state
    return None


def _first_told(page: Understanding, sentence: Sentence, words: ActivityWords) -> tuple[str, ...]:
    """The state of the ships that headline and sentences before speak of, where they speak of one state's only."""
    found = []
    for earlier in page.sentences:
        if earlier.number > sentence.number:
            break
        for at in words.places("ships", earlier):
            if words.noun("ships", earlier, at) is not None:
                told = _beside(page, earlier, at, words)
                if told:
                    found.append(told)
    return (found[-1],) if found and len(set(found)) == 1 else ()


def own_ships(page: Understanding, one: Telling, words: ActivityWords) -> tuple[UnitMention, ...]:
    """The ships that do it: those of the clause, else those that a pronoun or noun takes up."""
    last = _before_company(one, words) if one.type == "port_call" else one.last
    found = ships_in(one.sentence, one.first, last) or ships_in(one.sentence, one.first, one.last)
    if one.type != "handover" and not any(_is_subject(one, ship) for ship in found):
        taken = _taken(page, one, words)
        found = [*taken, *(ship for ship in found if ship.name not in {each.name for each in taken})]
    return tuple({ship.name: ship for ship in found}.values())


def _is_subject(one: Telling, ship: UnitMention) -> bool:
    at = one.hit.index
    if one.noun and one.type == "exercise" and one.mood.governor is not None:
        at = min(at, one.mood.governor)
    elif one.noun:
        return True
    return ship.start < one.sentence.chunks[at].start or one.type == "port_call"


def _before_company(one: Telling, words: ActivityWords) -> int:
    """The last chunk of a clause before « avec », unless the ships stand only behind it."""
    after = range(one.hit.index + 1, one.last + 1)
    return next((at - 1 for at in after if words.has("with", one.sentence.chunks[at].code)), one.last)


def _taken(page: Understanding, one: Telling, words: ActivityWords) -> list[UnitMention]:
    """The ships that the subject takes up: a pronoun, a bare noun for a ship, or the ship of the clause before."""
    index = one.mood.governor if one.noun and one.mood.governor is not None else one.hit.index
    own = page.verb(one.sentence, index)
    if own is None:
        return []
    if own.subject.index is not None:
        mention = one.sentence.chunks[own.subject.index].mention
        if not (isinstance(mention, RoleMention) and mention.role == "pronoun"):
            return []
        return taken_up(page, one.sentence, own.subject.index, many=mention.number != 1)
    if own.subject.thing and own.subject.thing != "relative":
        noun = ship_noun(one.sentence, one.first, index, words)
        if noun is not None:
            return (
                []
                if _indefinite(page, one, noun, words)
                else taken_up(page, one.sentence, noun, many=_many(one.sentence.chunks[noun], page, words))
            )
    if one.noun and own.who:
        return []
    return taken_up(page, one.sentence, index, many=False) if own.subject.thing or own.subject.pronoun else []


def _indefinite(page: Understanding, one: Telling, noun: int, words: ActivityWords) -> bool:
    """Whether an article or number brings the ship in as new (« un submersible japonais »)."""
    start = one.sentence.chunks[max(one.first, noun - 2)].start
    before = (
        page.text[min(start, one.sentence.chunks[noun].start) - 4 : one.sentence.chunks[noun].start].lower().split()
    )
    return any(words.has("indefinite", word) for word in before)


def _many(chunk: Chunk, page: Understanding, words: ActivityWords) -> bool:
    return page.text[chunk.end - 1] in words.sets["plural_marks"]
