"""Records in words for readers: dates, sums, names of values, one line for a record of each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from legation.views.countries import country_name

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ACRONYMS = {"mou": "memorandum of understanding", "loi": "letter of intent", "hadr": "humanitarian aid, disasters",
            "ct_transnational_crime": "terrorism, transnational crime", "cbrn_defence": "CBRN defence",
            "demining_uxo": "demining, unexploded ordnance", "remains_mia": "remains of the missing",
            "two_plus_two": "2+2", "chod": "chief of defence"}  # fmt: skip
ACTIONS = {"to_sign": "to be signed", "negotiating": "under negotiation", "cited": "referred to",
           "implementing": "being put into practice"}  # fmt: skip
Slots = Mapping[str, Any]


def label(value: str) -> str:
    """A codebook value as readers write it: « courtesy_call » gives « courtesy call »."""
    return ACRONYMS.get(value, value.replace("_", " "))


def day(edtf: str | None) -> str:
    """An EDTF date in words: « 4 March 2019 », « October 2011 », « 2019 »; empty where there is none."""
    if not edtf:
        return ""
    year, *rest = edtf.split("-")
    words = [year]
    if rest:
        words.insert(0, MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        words.insert(0, str(int(rest[1])))
    return " ".join(words)


def span(first: str | None, last: str | None) -> str:
    """A first and a last day in words, what they share told once: « 2–4 May 2019 »."""
    if not first or not last or first == last:
        return day(first or last)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{day(last)}"
    if first[:4] == last[:4] and len(first) == len(last) == 10:
        return f"{day(first)[:-5]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def money(slots: Slots) -> str:
    """The sum of a programme: « nearly USD 5,500,000 »; empty where there is none."""
    amount = slots.get("amount")
    if not isinstance(amount, int | float):
        return ""
    figure = f"{amount:,.0f}" if float(amount).is_integer() else f"{amount:,.2f}"
    qualifier = {"exact": "", None: ""}.get(slots.get("qualifier"), label(str(slots.get("qualifier"))))
    return " ".join(word for word in (qualifier, str(slots.get("currency", "")), figure) if word)


def joined(values: Any) -> str:
    """Names in a row: « A », « A and B », « A, B and C »; codes of states as their names."""
    names = [country_name(str(value)) for value in values or ()]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def summary(kind: str, slots: Slots) -> str:
    """One line that says what a record says, from its slots alone."""
    wording = WORDINGS.get(kind)
    text = wording(slots) if wording else ""
    return text[:1].upper() + text[1:] if text else label(kind).capitalize()


def _meeting(slots: Slots) -> str:
    what = slots.get("name") or label(slots.get("type", "meeting"))
    if slots.get("session"):
        what = f"{what}, session {slots['session']}"
    return _with(what, joined(slots.get("persons")) or joined(slots.get("parties")), _place(slots))


def _visit(slots: Slots) -> str:
    what = f"{label(slots['type'])} visit" if slots.get("type") else "visit"
    way = _way(slots.get("visitor"), slots.get("host"))
    return _with(what, way, slots.get("lead", ""), joined(slots.get("stops")))


def _instrument(slots: Slots) -> str:
    what = slots.get("subject") or label(slots.get("form", "document"))
    form = f" ({label(slots['form'])})" if slots.get("subject") and slots.get("form") else ""
    action = str(slots.get("action", ""))
    return _with(f"{what}{form}", ACTIONS.get(action, action))


def _mechanism(slots: Slots) -> str:
    kind = f" ({label(slots['type'])})" if slots.get("type") else ""
    chairs = f"chaired by {joined(slots['chairs'])}" if slots.get("chairs") else ""
    return _with(f"{slots.get('name', 'mechanism')}{kind}", chairs, str(slots.get("year", "")))


def _programme(slots: Slots) -> str:
    way = _way(slots.get("funder"), slots.get("beneficiary"))
    projects = f"{slots['projects']} projects" if slots.get("projects") else ""
    since = f"since {slots['since']}" if slots.get("since") else ""
    flow = slots.get("flow", "")
    parts = (money(slots), flow, way, projects, since, joined(slots.get("places")), joined(slots.get("implementers")))
    return _with(label(slots.get("type", "programme")), *parts)


def _activity(slots: Slots) -> str:
    what = slots.get("name") or label(slots.get("type", "activity"))
    return _with(what, joined(slots.get("units")), joined(slots.get("parties")), _place(slots))


def _statement(slots: Slots) -> str:
    who = joined(slots.get("speakers")) or joined(slots.get("side"))
    to = f"to {joined(slots['addressee'])}" if slots.get("addressee") else ""
    by = f"by {day(slots['deadline'])}" if slots.get("deadline") else ""
    return _with(who or "unnamed", to, by)


def _office(slots: Slots) -> str:
    return _with(slots.get("person", ""), label(slots.get("post", "")), country_name(slots.get("country", "")))


def _relation(slots: Slots) -> str:
    return label(slots.get("label", "relation"))


WORDINGS: Mapping[str, Callable[[Slots], str]] = {
    "meeting": _meeting,
    "visit": _visit,
    "instrument": _instrument,
    "mechanism": _mechanism,
    "programme": _programme,
    "activity": _activity,
    "statement": _statement,
    "office": _office,
    "relation": _relation,
}


def _way(giver: str | None, taker: str | None) -> str:
    parts = [country_name(giver) if giver else "", f"to {country_name(taker)}" if taker else ""]
    return " ".join(part for part in parts if part)


def _place(slots: Slots) -> str:
    return slots.get("place") or country_name(slots.get("country", ""))


def _with(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
