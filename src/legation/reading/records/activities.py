"""Activities: port calls, exercises, ceremonies, handovers, deployments and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.model.mentions import PlaceMention, SumMention, UnitMention
from legation.reading.circumstances import circumstances, participants, status
from legation.reading.frames import load_frames
from legation.reading.matching import Hit, hits
from legation.reading.phrases import Sentence
from legation.reading.topics import find_topics
from legation.reading.understanding import Draft, Understanding

FOLDER = "frames/activities"
NEEDS = {"units": UnitMention, "place": PlaceMention}
BILATERAL = frozenset({"port_call", "exercise", "ceremony", "handover", "site_visit", "expert_exchange", "training_course"})


@dataclass(frozen=True, slots=True)
class Span:
    """The clause of an activity: chunks first..last of its sentence."""

    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.sentence.chunks[self.first].start

    @property
    def end(self) -> int:
        return self.sentence.chunks[self.last].end


def activity_drafts(page: Understanding) -> Iterator[Draft]:
    """The activities of the body, one for each type and clause; one told again is left out."""
    frames = load_frames(page.language, FOLDER)
    told: list[Draft] = []
    for sentence in page.body():
        for found in hits(frames, sentence, page.known):
            for hit in found:
                draft = _draft(page, sentence, hit)
                if draft is not None and not any(_same(one, draft) for one in told):
                    told.append(draft)
                    break
    yield from told


def _same(one: Draft, other: Draft) -> bool:
    """Whether two tellings are of one activity: the same type, no slot at odds, or the same words."""
    if one.slots["type"] != other.slots["type"]:
        return False
    if one.start < other.end and other.start < one.end:
        return True
    return all(_agree(one.slots.get(name), other.slots.get(name)) for name in ("date", "place", "name", "units", "status"))


def _agree(one: object, other: object) -> bool:
    if not one or not other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return bool(set(one) & set(other))
    return one == other


def _draft(page: Understanding, sentence: Sentence, hit: Hit) -> Draft | None:
    needs = hit.frame.slots
    span = _clause(sentence, hit)
    inside = page.within(span.start, span.end)
    if any(isinstance(one, SumMention) for one in inside):
        return None
    for need, kind in NEEDS.items():
        if needs.get(need) and not any(isinstance(one, kind) for one in inside):
            return None
    parties = _parties(page, span, hit)
    if needs.get("joint") and len(parties) < 2:
        return None
    if needs.get("goods") and not any(isinstance(one, UnitMention) for one in inside) and not _goods(page, span):
        return None
    return Draft("activity", span.start, span.end, hit.frame.rule, _slots(page, span, hit, parties))


def _goods(page: Understanding, span: Span) -> bool:
    return "equipment_transfer" in find_topics(page.text, span.start, span.end, page.language)


def _slots(page: Understanding, span: Span, hit: Hit, parties: tuple[str, ...]) -> dict[str, object]:
    what = circumstances(page, span.start, span.end)
    units = [one for one in page.within(span.start, span.end) if isinstance(one, UnitMention)]
    verb = span.sentence.chunks[hit.index].verb
    tense = verb.tense if verb is not None else _tense(page, span)
    return {
        "type": hit.frame.slots["type"],
        "status": hit.frame.slots.get("status") or status(page, tense, what.date),
        "parties": parties,
        "date": what.date,
        "until": what.until,
        "place": what.place,
        "country": what.country or page.scene.host,
        "units": tuple(dict.fromkeys(one.name for one in units)),
        "topics": find_topics(page.text, span.start, span.end, page.language),
    }


def _tense(page: Understanding, span: Span) -> str | None:
    for verb in page.verbs.get(span.sentence.number, ()):
        group = span.sentence.chunks[verb.index].verb
        if span.first <= verb.index <= span.last and group is not None and group.finite:
            return group.tense
    return None


def _parties(page: Understanding, span: Span, hit: Hit) -> tuple[str, ...]:
    sides = participants(page, span.sentence, span.first, span.last).side
    ships = [one.state for one in page.within(span.start, span.end) if isinstance(one, UnitMention) and one.state]
    told = tuple(dict.fromkeys([*sides, *ships]))
    if len(told) < 2 and hit.frame.slots["type"] in BILATERAL:
        return tuple(dict.fromkeys([*told, *page.scene.pair]))[:2]
    return told


def _clause(sentence: Sentence, hit: Hit) -> Span:
    """The chunks around the trigger up to the finite verbs, semicolons and colons on either side."""
    first = hit.index
    while first > 0 and not _stops(sentence, first - 1):
        first -= 1
    last = hit.last
    while last + 1 < len(sentence.chunks) and not _stops(sentence, last + 1):
        last += 1
    return Span(sentence, first, last)


def _stops(sentence: Sentence, at: int) -> bool:
    chunk = sentence.chunks[at]
    return chunk.word in {";", ":"} or (chunk.verb is not None and chunk.verb.finite)
