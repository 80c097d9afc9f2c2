"""What hangs together: a meeting within a visit, a signing and its document, a session of a dialogue.

    part_of      a meeting or activity belongs to the visit during which the visitor had it
    signed_at    a document was signed or adopted at a meeting of its parties, or during a visit, on the same day
    session_of   a meeting is a session of a standing dialogue of the same parties

A thing has one visit and one meeting at most, the best by the reasons that speak for it; of equals, the first by id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.register.events.facts import SESSIONS, stems
from legation.register.events.naming import called
from legation.register.identity.names import ONE_WORD, alike
from legation.register.spans import Span, day_text
from legation.register.thing import Thing

STAY = 3  # days that a visit of unknown end is taken to last
HELD = frozenset({"occurred", "ongoing", "cited", "planned"})
DONE = frozenset({"signed", "adopted", "renewed"})
Kind = Literal["part_of", "signed_at", "session_of"]
Reasons = tuple[str, ...]
Index = Mapping[object, Sequence[Thing]]


@dataclass(frozen=True, slots=True)
class Link:
    """`left` hangs on `right` (ids of things), with the reason in words."""

    kind: Kind
    left: str
    right: str
    because: str


def links(things: Iterable[Thing]) -> list[Link]:
    """The links among things, in the order of their ids; whatever the order of the things."""
    every = sorted(things, key=lambda thing: thing.id)
    kinds: dict[str, list[Thing]] = defaultdict(list)
    for thing in every:
        kinds[thing.kind].append(thing)
    visits, meetings = _by_day(kinds["visit"]), _by_day(kinds["meeting"])
    found = [
        *_best("part_of", [*kinds["meeting"], *kinds["activity"]], visits, _within),
        *_best("signed_at", kinds["instrument"], meetings, _signed),
        *_best("session_of", kinds["meeting"], _by_parties(kinds["mechanism"]), _session),
    ]
    told = {link.left for link in found if link.kind == "signed_at"}
    unsigned = [thing for thing in kinds["instrument"] if thing.id not in told]
    return sorted([*found, *_best("signed_at", unsigned, visits, _signed)], key=lambda link: (link.left, link.kind))


def _best(
    kind: Kind, things: Sequence[Thing], index: Index, judge: Callable[[Thing, Thing], Reasons]
) -> Iterator[Link]:
    """The best link of each thing to those that the index holds near it."""
    for thing in things:
        near = {other.id: other for key in _keys(thing) for other in index.get(key, ())}
        spoke = [(reasons, id_) for id_, other in near.items() if (reasons := judge(thing, other))]
        if spoke:
            reasons, id_ = min(spoke, key=lambda pair: (-len(pair[0]), pair[1]))
            yield Link(kind, thing.id, id_, "; ".join(reasons))


def _keys(thing: Thing) -> list[object]:
    span = thing.span
    days: list[object] = [span.first] if span and not span.looseness else []
    return [*days, ("parties", thing.parties)]


def _by_day(things: Sequence[Thing]) -> Index:
    """The things by each day that they last."""
    index: dict[object, list[Thing]] = defaultdict(list)
    for thing in things:
        stay = _stay(thing)
        for day in range(stay.first, stay.last + 1) if stay else ():
            index[day].append(thing)
    return index


def _by_parties(things: Sequence[Thing]) -> Index:
    index: dict[object, list[Thing]] = defaultdict(list)
    for thing in things:
        index["parties", thing.parties].append(thing)
    return index


def _stay(thing: Thing) -> Span | None:
    span = thing.span
    if span is None or (span.looseness and not thing.slots.get("until")):
        return None
    if thing.kind == "visit" and not thing.slots.get("until"):
        return span.shifted(0, STAY)
    return span if span.last - span.first <= 31 else None


# -- the reasons ------------------------------------------------------------------------------------------------------
def _within(event: Thing, visit: Thing) -> Reasons:
    """Why an event belongs to a visit; nothing where it does not."""
    visitor, host = visit.slots.get("visitor"), visit.slots.get("host")
    if event.status not in HELD or visitor not in event.parties:
        return ()
    if event.slots.get("country") not in (None, host) or (len(event.parties) > 1 and host not in event.parties):
        return ()
    lead, persons = visit.slots.get("lead"), event.listed("persons")
    led = bool(lead) and any(alike(str(lead), person) >= ONE_WORD for person in persons)
    shared = visit.reports & event.reports
    if not led and not (shared and not (persons and lead)):
        return ()
    reasons = [f"{lead} took part" if led else "told in one report", f"it falls into the visit on {_day(event)}"]
    return (*reasons, f"it was in {host}") if event.slots.get("country") == host else tuple(reasons)


def _signed(document: Thing, meeting: Thing) -> Reasons:
    """Why a document was signed at a meeting or during a visit; nothing where it was not."""
    if document.slots.get("action") not in DONE or meeting.status not in HELD:
        return ()
    if not document.parties or not document.parties <= meeting.parties or document.span is None:
        return ()
    if meeting.kind == "meeting" and meeting.slots.get("type") in ("phone_video", "own_mission"):
        return ()
    reasons = [f"the same parties on {_day(document)}"]
    if document.reports & meeting.reports:
        reasons.append("told in one report")
    if meeting.slots.get("type") in {*SESSIONS, "talks"}:
        reasons.append("at talks")
    return tuple(reasons)


def _session(meeting: Thing, dialogue: Thing) -> Reasons:
    """Why a meeting is a session of a dialogue; nothing where it is not."""
    if meeting.slots.get("type") not in SESSIONS or not meeting.parties:
        return ()
    name = meeting.slots.get("name")
    if name:
        same = called({"name": name, "parties": sorted(meeting.parties)}) == called(dialogue.slots)
        likely = stems(str(name)) and stems(str(name)) == stems(str(dialogue.slots.get("name") or ""))
        return ("the same parties", f"both are called {name}") if same or likely else ()
    shared = meeting.reports & dialogue.reports
    return ("the same parties", "told in one report") if shared and meeting.slots.get("session") else ()


def _day(thing: Thing) -> str:
    return day_text(thing.span.first) if thing.span else "no day"
