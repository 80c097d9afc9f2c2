"""Which meeting is which: meetings, visits, activities, instruments, programmes, mechanisms, relations, statements."""

from __future__ import annotations

from legation.register.events import keys, policy
from legation.register.events.resolver import EventResolver

MEETINGS = EventResolver(
    "meeting", "meetings", "meeting", policy.MEETING, keys.meeting_keys,
    telling=(("persons", "parties"), ("session", "parties")),
)  # fmt: skip
VISITS = EventResolver("visit", "visits", "visit", policy.VISIT, keys.visit_keys, telling=(("lead", "host"),))
ACTIVITIES = EventResolver(
    "activity", "activities", "activity", policy.ACTIVITY, keys.activity_keys,
    telling=(("type", "parties", "place"), ("type", "parties", "units")),
)  # fmt: skip
INSTRUMENTS = EventResolver(
    "instrument", "instruments", "instrument", policy.INSTRUMENT, keys.instrument_keys,
    telling=(("form", "parties", "date"),), dated=False,
)  # fmt: skip
PROGRAMMES = EventResolver(
    "programme", "programmes", "programme", policy.PROGRAMME, keys.programme_keys,
    telling=(("funder", "beneficiary", "amount"),), dated=False,
)  # fmt: skip
MECHANISMS = EventResolver(
    "mechanism", "mechanisms", "mechanism", policy.MECHANISM, keys.mechanism_keys, telling=(("name",),), dated=False
)
RELATIONS = EventResolver(
    "relation", "relations", "relation", policy.RELATION, keys.relation_keys,
    telling=(("label", "parties"),), dated=False,
)  # fmt: skip
STATEMENTS = EventResolver("statement", "statements", "statement", policy.STATEMENT, keys.statement_keys)

RESOLVERS = (MEETINGS, VISITS, ACTIVITIES, INSTRUMENTS, PROGRAMMES, MECHANISMS, RELATIONS, STATEMENTS)

__all__ = ["RESOLVERS", "EventResolver"]
