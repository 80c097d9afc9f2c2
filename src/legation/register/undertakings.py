"""The life of what was agreed, promised, offered, planned, asked and proposed.

An undertaking is open until a later record between the same parties on the same topic

    fulfils it    something of the kind takes place: an exercise, a course, a call, a document signed, means given
    answers it    the other side accepts, refuses, agrees, commits itself
    repeats it    the same side asks, proposes or promises the same again; what is open then is the later one

and the reason says which. Ties in general (`defence_relations`) are too wide a topic to tell that by. Where a record
has one side and names no addressee, the other is the party that the report is about beside it, if that is one only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.register.spans import day_text
from legation.register.thing import Thing

OPEN = frozenset({"AGREE", "COMMIT", "OFFER", "PLAN", "REQUEST", "PROPOSE"})
ANSWERS: Mapping[str, frozenset[str]] = {
    "REQUEST": frozenset({"ACCEPT", "REFUSE", "AGREE", "COMMIT", "OFFER"}),
    "PROPOSE": frozenset({"ACCEPT", "REFUSE", "AGREE", "SHARE_VIEW"}),
    "OFFER": frozenset({"ACCEPT", "REFUSE", "AGREE"}),
}
"""What of the other side, or of both, answers an act; what is agreed, promised or planned waits for deeds."""
REPEATS: Mapping[str, frozenset[str]] = {
    "AGREE": frozenset({"AGREE"}),
    "COMMIT": frozenset({"COMMIT"}),
    "OFFER": frozenset({"OFFER"}),
    "PLAN": frozenset({"PLAN"}),
    "REQUEST": frozenset({"REQUEST"}),
    "PROPOSE": frozenset({"PROPOSE", "REQUEST"}),
}
TOO_WIDE = frozenset({"defence_relations", "partnership_status", "regional_security", "trust_building"})
TOPICS_OF: Mapping[str, Mapping[str, str]] = {
    "activity": {
        "exercise": "exercises", "port_call": "port_calls", "training_course": "training_education",
        "expert_exchange": "service_exchange",
    },
    "programme": {
        "capacity_building": "capacity_building", "training": "training_education", "demining": "demining_uxo",
        "dioxin": "dioxin", "equipment": "equipment_transfer", "loan": "equipment_transfer",
    },
    "meeting": {"dialogue_session": "policy_dialogue"},
}  # fmt: skip
"""What a deed is about by its type, beside its topics."""
DEED_ACTIONS = frozenset({"signed", "adopted", "renewed", "implementing"})
DEED_STATUS = frozenset({"occurred", "ongoing", "cited"})
HORIZON = 5 * 366  # days after which nothing is a deed on that word any more
Life = Literal["open", "fulfilled", "answered", "repeated"]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One undertaking and how it stands: `by` is the id of the record that ended it, `because` the reason in words."""

    thing: Thing
    parties: frozenset[str]
    topics: tuple[str, ...]
    since: str | None
    life: Life = "open"
    by: str | None = None
    because: str = "nothing later on it between the same parties"


@dataclass(frozen=True, slots=True)
class _Later:
    """A record that may end an undertaking."""

    day: int
    id: str
    topic: str
    thing: Thing
    parties: frozenset[str]


def lives(things: Iterable[Thing]) -> list[Undertaking]:
    """Every undertaking among things with its life, the oldest first, undated ones last; whatever the things' order.

    A deed must come after the word; an answer may come on the same day. An undertaking without a day, or on no topic
    narrow enough, stays open.
    """
    every = sorted(things, key=lambda thing: thing.id)
    between = _between(every)
    later = _index(every, between)
    found = [_life(thing, between[thing.id], later) for thing in every if _opens(thing)]
    return sorted(found, key=lambda one: (one.since or "9999", one.thing.id))


def open_items(things: Iterable[Thing], *, act: str | None = None) -> list[Undertaking]:
    """Those still open, the oldest first; `act` (`REQUEST`) takes these only."""
    return [one for one in lives(things) if one.life == "open" and act in (None, one.thing.slots.get("act"))]


def topics_of(thing: Thing) -> tuple[str, ...]:
    """What a thing is about: its topics, and those that its type implies."""
    implied = TOPICS_OF.get(thing.kind, {}).get(str(thing.slots.get("type")))
    visits = ("delegation_exchange",) if thing.kind == "visit" else ()
    return tuple(sorted({*thing.listed("topics"), *([implied] if implied else ()), *visits}))


def _opens(thing: Thing) -> bool:
    return thing.kind == "statement" and thing.slots.get("act") in OPEN


def _life(thing: Thing, parties: frozenset[str], later: Mapping[tuple[str, str], Sequence[_Later]]) -> Undertaking:
    topics = topics_of(thing)
    word = Undertaking(thing, parties, topics, day_text(thing.day) if thing.day else None)
    narrow = [topic for topic in topics if topic not in TOO_WIDE]
    ends = [end for topic in narrow for end in _ends(thing, parties, topic, later)] if thing.day else []
    if not ends:
        return word
    rank: dict[Life, int] = {"fulfilled": 0, "answered": 1, "repeated": 2, "open": 3}
    life, end = min(ends, key=lambda pair: (rank[pair[0]], pair[1].day, pair[1].id, pair[1].topic))
    return Undertaking(thing, parties, topics, word.since, life, end.id, _because(life, end))


def _ends(
    thing: Thing, parties: frozenset[str], topic: str, later: Mapping[tuple[str, str], Sequence[_Later]]
) -> Iterator[tuple[Life, _Later]]:
    """The first of each kind of end that is in time."""
    start = thing.day or 0
    seen: set[Life] = set()
    for party in sorted(parties)[:1]:
        row = later.get((party, topic), ())
        for end in row[bisect_left(row, start, key=lambda one: one.day) :]:
            if end.day - start > HORIZON or len(seen) == 3:
                break
            life = _end(thing, parties, end)
            if life and life not in seen:
                seen.add(life)
                yield life, end


def _end(thing: Thing, parties: frozenset[str], end: _Later) -> Life | None:
    """What a later record is to an undertaking; None where it is nothing to it."""
    if end.id == thing.id or len(parties) < 2 or not parties <= end.parties:
        return None
    after = end.day > (thing.day or 0)
    if end.thing.kind != "statement":
        return "fulfilled" if after else None
    act, other = str(thing.slots["act"]), str(end.thing.slots.get("act"))
    mine, theirs = set(thing.listed("side")), set(end.thing.listed("side"))
    if other in ANSWERS.get(act, ()) and theirs - mine:
        return "answered"
    return "repeated" if after and other in REPEATS[act] and mine & theirs else None


def _because(life: Life, end: _Later) -> str:
    what = end.thing.slots.get("act") if end.thing.kind == "statement" else end.thing.slots.get("type")
    told = f"{end.thing.kind} {what}" if what else end.thing.kind
    return f"{life} by {told} of {day_text(end.day)} between {', '.join(sorted(end.parties))} on {end.topic}"


def _index(things: Sequence[Thing], between: Mapping[str, frozenset[str]]) -> dict[tuple[str, str], list[_Later]]:
    """What may end undertakings, by each party and topic, in the order of days."""
    index: dict[tuple[str, str], list[_Later]] = defaultdict(list)
    for thing in things:
        if thing.day is None or not _ending(thing):
            continue
        for topic in topics_of(thing):
            for party in between[thing.id]:
                index[party, topic].append(_Later(thing.day, thing.id, topic, thing, between[thing.id]))
    for row in index.values():
        row.sort(key=lambda end: (end.day, end.id))
    return index


def _ending(thing: Thing) -> bool:
    """Whether a thing is a deed or an act that may end an undertaking."""
    if thing.kind == "statement":
        return True
    if thing.kind == "instrument":
        return thing.slots.get("action") in DEED_ACTIONS
    return thing.kind in ("activity", "programme", "meeting", "visit") and thing.status in DEED_STATUS


def _between(things: Sequence[Thing]) -> dict[str, frozenset[str]]:
    """The parties of each thing; of a statement with one party, with the other that its reports are about."""
    about: dict[str, set[frozenset[str]]] = defaultdict(set)
    for thing in things:
        if thing.kind in ("meeting", "visit") and len(thing.parties) == 2:
            for report in thing.reports:
                about[report].add(thing.parties)
    return {thing.id: _completed(thing, about) for thing in things}


def _completed(thing: Thing, about: Mapping[str, set[frozenset[str]]]) -> frozenset[str]:
    parties = thing.parties
    if thing.kind != "statement" or len(parties) != 1:
        return parties
    pairs = {pair for report in thing.reports for pair in about.get(report, ()) if parties <= pair}
    return next(iter(pairs)) if len(pairs) == 1 else parties
