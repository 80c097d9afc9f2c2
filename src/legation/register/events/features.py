"""What the policies on events look at, each a small function of two tellings; all are symmetric.

Bars answer whether something rules sameness out; shares lie between -1 (against) and 1 (for), 0 being silent.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from legation.register.events.facts import SESSIONS, Facts, listed, place_names
from legation.register.identity.names import ONE_WORD, alike
from legation.register.spans import gap, span_text
from legation.world import place, state

APART = 1  # days by which tellings of one event may differ
LOOSE = ((1, 1.0), (35, 0.7), (370, 0.2))  # days of looseness → how much agreement in date is worth
DRAWN = 0.6  # what a span that was not told is worth beside one that was
TOGETHER = 3  # days between two reports that tell of one thing to come
RATHER_EQUAL = 0.04  # relative difference of two sums that may be one, rounded
TALKS = frozenset({"talks", "reception", "courtesy_call", "sideline", "dialogue_session"})
PAPERS = frozenset({"treaty", "agreement", "mou", "protocol", "loi", "contract", "other"})
Share = Callable[[Facts, Facts], float]
Holds = Callable[[Facts, Facts], bool]


# -- bars -----------------------------------------------------------------------------------------------------------
def one_report(left: Facts, right: Facts) -> bool:
    """Both stand in one report, which would have told one thing once."""
    return left.report == right.report


def dates_apart(left: Facts, right: Facts) -> bool:
    """Told for days that lie more than a day apart."""
    return left.span is not None and right.span is not None and gap(left.span, right.span) > APART


def starts_apart(left: Facts, right: Facts) -> bool:
    """Both begin on a told day, more than a day apart."""
    if dates_apart(left, right):
        return True
    if not (left.get("date") and right.get("date") and left.span and right.span):
        return False
    if left.span.looseness or right.span.looseness:
        return False
    return abs(left.span.first - right.span.first) > APART


def parties_apart(left: Facts, right: Facts) -> bool:
    """Each has states as parties, and they share none, or of two pairs one only; an organisation may stand for many."""
    mine, other = _states(left.parties), _states(right.parties)
    if not mine or not other:
        return False
    shared = len(mine & other)
    return shared == 0 or (shared < 2 <= min(len(mine), len(other)))


def other_parties(left: Facts, right: Facts) -> bool:
    """Each has parties, and neither has all of the other's."""
    return bool(left.parties and right.parties) and not (left.parties <= right.parties or right.parties <= left.parties)


def differ(slot: str) -> Holds:
    """Both tell the slot, with other values."""

    def holds(left: Facts, right: Facts) -> bool:
        mine, other = left.get(slot), right.get(slot)
        return mine is not None and other is not None and mine != other

    return holds


def other_people(left: Facts, right: Facts) -> bool:
    """Each names somebody whom the other does not, and at most one is common; in a session no one need be."""
    if left.get("type") in SESSIONS or right.get("type") in SESSIONS or not left.persons or not right.persons:
        return False
    mine, other = _found(left, right), _found(right, left)
    return mine < len(left.persons) and other < len(right.persons) and min(mine, other) < 2


def other_lead(left: Facts, right: Facts) -> bool:
    """Each has a lead, who are two people."""
    mine, other = left.get("lead"), right.get("lead")
    return bool(mine and other) and alike(mine, other) < ONE_WORD


def other_sums(left: Facts, right: Facts) -> bool:
    """Each names a sum in one currency, and they are two."""
    if differ("currency")(left, right) or not (left.get("amount") and right.get("amount")):
        return False
    return not _sums_equal(left, right)


def other_places(slot: str) -> Holds:
    """Both name places that the gazetteer knows, and share none; a site that it does not know may be in any of them."""

    def holds(left: Facts, right: Facts) -> bool:
        mine, other = _known_places(left, slot), _known_places(right, slot)
        return bool(mine and other) and not mine & other

    return holds


def far_call(left: Facts, right: Facts) -> bool:
    """One is a call from afar, the other took place in a room."""
    types = {left.get("type"), right.get("type")}
    return len(types) == 2 and "phone_video" in types and None not in types


# -- shares ---------------------------------------------------------------------------------------------------------
def when(left: Facts, right: Facts) -> float:
    """How closely the dates agree, for what they are worth; against it where they do not meet."""
    if left.when is None or right.when is None:
        return 0.0
    apart = gap(left.when, right.when)
    drawn = 1.0 if left.when.told and right.when.told else DRAWN
    if apart > APART:
        return -drawn
    if apart == APART:
        return 0.5 * drawn
    looseness = max(left.when.looseness, right.when.looseness)
    return drawn * next((share for days, share in LOOSE if looseness <= days), 0.0)


def people_shared(left: Facts, right: Facts) -> float:
    """Two people or more in common: 1; one: half."""
    if not left.persons or not right.persons:
        return 0.0
    common = min(_found(left, right), _found(right, left))
    return min(common, 2) / 2


def lead_shared(left: Facts, right: Facts) -> float:
    """The same person leads."""
    mine, other = left.get("lead"), right.get("lead")
    return alike(mine, other) if mine and other else 0.0


def parties_shared(left: Facts, right: Facts) -> float:
    """The same parties: 1; some: half."""
    if not left.parties or not right.parties:
        return 0.0
    return 1.0 if left.parties == right.parties else 0.5 * bool(left.parties & right.parties)


def equal(slot: str, *, against: float = 0.0) -> Share:
    """The slot has the same value: 1; another: `against`."""

    def share(left: Facts, right: Facts) -> float:
        mine, other = left.get(slot), right.get(slot)
        if mine is None or other is None:
            return 0.0
        return 1.0 if mine == other else -against

    return share


def meeting_type(left: Facts, right: Facts) -> float:
    """The same type: half, a session: 1; types that are never confused: against it."""
    mine, other = left.get("type"), right.get("type")
    if mine is None or other is None:
        return 0.0
    if mine == other:
        return 1.0 if mine in SESSIONS else 0.5
    return 0.0 if {mine, other} <= TALKS or {mine, other} <= SESSIONS else -1.0


def document_form(left: Facts, right: Facts) -> float:
    """The same form: 1; forms that reports use one for the other: slightly against; others: strongly."""
    mine, other = left.get("form"), right.get("form")
    if mine is None or other is None:
        return 0.0
    return 1.0 if mine == other else -0.3 if {mine, other} <= PAPERS else -2.5


def session_number(left: Facts, right: Facts) -> float:
    """The same number."""
    return equal("session")(left, right)


def names_shared(*slots: str, against: float = 0.0) -> Share:
    """How much of the shorter name stands in the longer one, by stems; `against` where nothing does."""

    def share(left: Facts, right: Facts) -> float:
        mine, other = left.stems(*slots), right.stems(*slots)
        if not mine or not other:
            return 0.0
        shared = len(mine & other) / min(len(mine), len(other))
        return shared if shared else -against

    return share


def places_shared(slot: str) -> Share:
    """A place in common: 1; none: -1; silent where the gazetteer knows those of one side only."""

    def share(left: Facts, right: Facts) -> float:
        mine, other = _places(left, slot), _places(right, slot)
        if not mine or not other:
            return 0.0
        if mine & other:
            return 1.0
        return -1.0 * bool(_known_places(left, slot)) * bool(_known_places(right, slot))

    return share


def codes_shared(slot: str, *, against: float = 0.0) -> Share:
    """A code in common: 1; none: `against`."""

    def share(left: Facts, right: Facts) -> float:
        mine, other = set(listed(left.get(slot))), set(listed(right.get(slot)))
        if not mine or not other:
            return 0.0
        return 1.0 if mine & other else -against

    return share


def sums_shared(left: Facts, right: Facts) -> float:
    """The same sum in the same currency, as far as rounding allows."""
    return float(bool(left.get("amount") and right.get("amount")) and _sums_equal(left, right))


def told_together(left: Facts, right: Facts) -> float:
    """Two reports of the same days tell of it, and not both give a day."""
    if left.told_on is None or right.told_on is None or (_dated(left) and _dated(right)):
        return 0.0
    return float(abs(left.told_on - right.told_on) <= TOGETHER)


@lru_cache(maxsize=4096)
def _states(parties: frozenset[str]) -> frozenset[str]:
    return frozenset(party for party in parties if (known := state(party)) is None or known.kind == "state")


def _places(facts: Facts, slot: str) -> frozenset[str]:
    return frozenset(key for name in listed(facts.get(slot)) for key in place_names(str(name)))


def _known_places(facts: Facts, slot: str) -> frozenset[str]:
    return frozenset(key for key in _places(facts, slot) if place(key))


def only_one(left: Facts, right: Facts) -> float:
    """Each report tells of one such thing only, on one day, of the same parties."""
    if left.get("among") or right.get("among") or not left.parties or left.parties != right.parties:
        return 0.0
    if not (_to_the_day(left) and _to_the_day(right)):
        return 0.0
    return float(when(left, right) > 0)


def _to_the_day(facts: Facts) -> bool:
    return facts.span is not None and facts.span.looseness == 0


def _dated(facts: Facts) -> bool:
    return facts.span is not None and facts.span.looseness <= LOOSE[1][0]


def _sums_equal(left: Facts, right: Facts) -> bool:
    if differ("currency")(left, right):
        return False
    mine, other = float(left.slots["amount"]), float(right.slots["amount"])
    return abs(mine - other) <= RATHER_EQUAL * max(mine, other)


def _found(left: Facts, right: Facts) -> int:
    """How many of the left's people the right names."""
    return sum(any(alike(one, two) >= ONE_WORD for two in right.persons) for one in left.persons)


# -- what a judgement keeps of each side ------------------------------------------------------------------------------
def slot_text(*slots: str) -> Callable[[Facts], str]:
    """The values of slots, as text."""

    def shown(facts: Facts) -> str:
        told = [str(value) for slot in slots for value in listed(facts.get(slot))]
        return ", ".join(told) or "not told"

    return shown


def when_text(facts: Facts) -> str:
    """When it was."""
    return span_text(facts.when)


def parties_text(facts: Facts) -> str:
    """The parties."""
    return ", ".join(sorted(facts.parties)) or "not told"


def people_text(facts: Facts) -> str:
    """The people."""
    return ", ".join(facts.persons) or "nobody named"


def report_text(facts: Facts) -> str:
    """The report."""
    return f"report {facts.report[:12]}"
