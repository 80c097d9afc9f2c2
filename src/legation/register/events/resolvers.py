"""The resolvers of events: which slots each looks at, and by which policy."""

from __future__ import annotations

from legation.register.events import keys, policy
from legation.register.events.resolver import EventResolver

MEETINGS = EventResolver(
    "meeting", "meetings", "M-", policy.MEETING, keys.meeting_keys,
    telling=(("persons", "parties"), ("session", "parties")),
)  # fmt: skip
VISITS = EventResolver("visit", "visits", "V-", policy.VISIT, keys.visit_keys, telling=(("lead", "host"),))
ACTIVITIES = EventResolver(
    "activity", "activities", "A-", policy.ACTIVITY, keys.activity_keys,
    telling=(("type", "parties", "place"), ("type", "parties", "units")),
)  # fmt: skip
INSTRUMENTS = EventResolver(
    "instrument", "instruments", "I-", policy.INSTRUMENT, keys.instrument_keys,
    telling=(("form", "parties", "date"),), dated=False,
)  # fmt: skip
PROGRAMMES = EventResolver(
    "programme", "programmes", "G-", policy.PROGRAMME, keys.programme_keys,
    telling=(("funder", "beneficiary", "amount"),), dated=False,
)  # fmt: skip
MECHANISMS = EventResolver(
    "mechanism", "mechanisms", "K-", policy.MECHANISM, keys.mechanism_keys, telling=(("name",),), dated=False
)
RELATIONS = EventResolver(
    "relation", "relations", "L-", policy.RELATION, keys.relation_keys,
    telling=(("label", "parties"),), dated=False,
)  # fmt: skip
STATEMENTS = EventResolver("statement", "statements", "S-", policy.STATEMENT, keys.statement_keys)

RESOLVERS = (MEETINGS, VISITS, ACTIVITIES, INSTRUMENTS, PROGRAMMES, MECHANISMS, RELATIONS, STATEMENTS)
