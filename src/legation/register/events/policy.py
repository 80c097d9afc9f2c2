"""Are these the same event? One weighted list a kind: bars rule it out, weights add up to `enough` or not.

Weights were set on the coded reports and on thought: people and day say most, a place or a party least. Every list has
its bar on dates: no two events whose days are told and lie more than a day apart are one.
"""

from __future__ import annotations

from legation.register.events.facts import Facts
from legation.register.events.features import (
    codes_shared,
    dates_apart,
    differ,
    document_form,
    equal,
    far_call,
    lead_shared,
    meeting_type,
    names_shared,
    one_report,
    only_one,
    other_lead,
    other_parties,
    other_people,
    other_places,
    other_sums,
    parties_apart,
    parties_shared,
    parties_text,
    people_shared,
    people_text,
    places_shared,
    report_text,
    session_number,
    slot_text,
    starts_apart,
    sums_shared,
    told_together,
    when,
    when_text,
)
from legation.register.weighing import Bar, Line, Policy

_ONE_REPORT: Bar[Facts] = Bar("one_report", one_report, report_text)
_DATES: Bar[Facts] = Bar("dates_apart", dates_apart, when_text)

MEETING: Policy[Facts] = Policy(
    name="meeting",
    enough=5.0,
    bars=(
        _ONE_REPORT,
        Bar("dates_apart", starts_apart, when_text),
        Bar("other_session", differ("session"), slot_text("session")),
        Bar("parties_apart", parties_apart, parties_text),
        Bar("other_people", other_people, people_text),
        Bar("call_or_room", far_call, slot_text("type")),
    ),
    lines=(
        Line("people", 4.0, people_shared, people_text),
        Line("date", 3.0, when, when_text),
        Line("session", 2.0, session_number, slot_text("session")),
        Line("type", 2.0, meeting_type, slot_text("type")),
        Line("name", 1.5, names_shared("name", against=0.7), slot_text("name")),
        Line("place", 1.0, places_shared("place"), slot_text("place")),
        Line("country", 0.5, equal("country", against=4.0), slot_text("country")),
        Line("parties", 1.0, parties_shared, parties_text),
        Line("level", 0.5, equal("level", against=2.0), slot_text("level")),
        Line("only_one", 1.5, only_one, when_text),
        Line("told_together", 1.0, told_together, when_text),
    ),
)

VISIT: Policy[Facts] = Policy(
    name="visit",
    enough=5.0,
    bars=(
        _ONE_REPORT,
        _DATES,
        Bar("other_lead", other_lead, slot_text("lead")),
        Bar("other_visitor", differ("visitor"), slot_text("visitor")),
        Bar("other_host", differ("host"), slot_text("host")),
    ),
    lines=(
        Line("lead", 3.0, lead_shared, slot_text("lead")),
        Line("date", 3.0, when, when_text),
        Line("visitor", 1.0, equal("visitor"), slot_text("visitor")),
        Line("host", 1.0, equal("host"), slot_text("host")),
        Line("stops", 1.0, places_shared("stops"), slot_text("stops")),
        Line("type", 0.5, equal("type", against=1.0), slot_text("type")),
        Line("told_together", 1.5, told_together, when_text),
    ),
)

ACTIVITY: Policy[Facts] = Policy(
    name="activity",
    enough=4.5,
    bars=(
        _ONE_REPORT,
        _DATES,
        Bar("other_type", differ("type"), slot_text("type")),
        Bar("parties_apart", parties_apart, parties_text),
        Bar("other_country", differ("country"), slot_text("country")),
        Bar("other_place", other_places("place"), slot_text("place")),
    ),
    lines=(
        Line("date", 3.0, when, when_text),
        Line("units", 2.0, names_shared("units", against=1.0), slot_text("units")),
        Line("name", 2.0, names_shared("name", against=1.0), slot_text("name")),
        Line("place", 1.5, places_shared("place"), slot_text("place")),
        Line("country", 0.5, equal("country"), slot_text("country")),
        Line("parties", 1.5, parties_shared, parties_text),
        Line("topics", 0.5, codes_shared("topics", against=1.0), slot_text("topics")),
        Line("status", 0.5, equal("status"), slot_text("status")),
        Line("told_together", 2.5, told_together, when_text),
    ),
)

INSTRUMENT: Policy[Facts] = Policy(
    name="instrument",
    enough=3.0,
    bars=(_ONE_REPORT, _DATES, Bar("other_parties", other_parties, parties_text)),
    lines=(
        Line("date", 3.5, when, when_text),
        Line("form", 1.0, document_form, slot_text("form")),
        Line("subject", 2.0, names_shared("subject", against=1.5), slot_text("subject")),
        Line("topics", 0.5, codes_shared("topics", against=3.0), slot_text("topics")),
        Line("parties", 1.0, parties_shared, parties_text),
        Line("only_one", 1.5, only_one, when_text),
        Line("told_together", 1.5, told_together, when_text),
    ),
)

PROGRAMME: Policy[Facts] = Policy(
    name="programme",
    enough=4.5,
    bars=(
        _ONE_REPORT,
        Bar("other_funder", differ("funder"), slot_text("funder")),
        Bar("other_beneficiary", differ("beneficiary"), slot_text("beneficiary")),
        Bar("other_sum", other_sums, slot_text("amount", "currency")),
        Bar("other_place", other_places("places"), slot_text("places")),
    ),
    lines=(
        Line("sum", 3.5, sums_shared, slot_text("amount", "currency")),
        Line("funder", 0.5, equal("funder"), slot_text("funder")),
        Line("beneficiary", 0.5, equal("beneficiary"), slot_text("beneficiary")),
        Line("type", 1.0, equal("type", against=1.0), slot_text("type")),
        Line("places", 1.5, places_shared("places"), slot_text("places")),
        Line("implementers", 1.5, names_shared("implementers", against=1.0), slot_text("implementers")),
        Line("since", 1.5, equal("since", against=1.0), slot_text("since")),
        Line("topics", 0.5, codes_shared("topics", against=4.0), slot_text("topics")),
        Line("told_together", 2.0, told_together, when_text),
    ),
)

MECHANISM: Policy[Facts] = Policy(
    name="mechanism",
    enough=3.0,
    bars=(Bar("other_parties", other_parties, parties_text),),
    lines=(
        Line("name", 3.0, equal("called", against=2.0), slot_text("name")),
        Line("type", 1.0, equal("type", against=1.0), slot_text("type")),
        Line("parties", 1.0, parties_shared, parties_text),
    ),
)

RELATION: Policy[Facts] = Policy(
    name="relation",
    enough=3.0,
    bars=(
        Bar("other_label", differ("label"), slot_text("label")),
        Bar("other_parties", other_parties, parties_text),
    ),
    lines=(Line("label", 1.5, equal("label"), slot_text("label")), Line("parties", 1.5, parties_shared, parties_text)),
)

STATEMENT: Policy[Facts] = Policy(
    name="statement",
    enough=4.5,
    bars=(
        _ONE_REPORT,
        _DATES,
        Bar("other_act", differ("act"), slot_text("act")),
        Bar("other_speakers", other_people, people_text),
    ),
    lines=(
        Line("speakers", 2.0, people_shared, people_text),
        Line("sides", 1.0, codes_shared("side", against=3.0), slot_text("side")),
        Line("date", 1.5, when, when_text),
        Line("topics", 2.0, codes_shared("topics", against=1.5), slot_text("topics")),
        Line("addressee", 0.5, codes_shared("addressee", against=1.0), slot_text("addressee")),
    ),
)
