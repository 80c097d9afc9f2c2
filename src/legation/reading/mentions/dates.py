"""Words that tell a time: « ce mardi 12 avril », « du 2 au 4 mai », « fin mars », « il y a six mois », « la veille ».

The forms are rules of the language file `dates.yaml`; here their pieces become the fields of a DateMention. Nothing is
resolved: « mardi » stays a weekday until `legation.dating` is told the day of the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.model.mentions import DateMention
from legation.reading.mentions.atoms import Atoms
from legation.reading.mentions.lexis import atoms, knowledge, lexicon
from legation.reading.mentions.ordinals import number_of
from legation.reading.mentions.patterns import Match, Rules
from legation.reading.mentions.tense import tense_at

_LEAD = 7  # atoms before a date that may change its kind
_SPAN = {"quarter": ("month", 3), "half": ("month", 6), "decade": ("year", 10), "century": ("year", 100)}
_HALVES = {"year": ("month", 12)}  # « un an et demi » is eighteen months
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PLAIN = (
    "year", "month", "day", "weekday", "until_year", "until_month", "until_day", "until_weekday",
)  # fmt: skip
_TURNED = ("date", "range", "since", "until", "deadline")


@dataclass(frozen=True, slots=True)
class _Form:
    """What a rule of the language file says besides its pattern."""

    fixed: Mapping[str, Any]
    sign: int
    unless_before: tuple[str, ...] = ()


def find_dates(text: str, start: int, end: int, language: Language, *, stamp: bool = False) -> list[DateMention]:
    """The words in text[start:end] that tell a time, in order, none overlapping another.

    `stamp` also takes the short forms that hold only in a date line outside of the article (26-02, 2023-07).
    """
    found = atoms(text, start, end, language)
    forms = _forms(language)
    mentions = []
    for match in _rules(language, stamp).find(found):
        if not _is_name(text, found, match, language):
            mention = _mention(text, found, match, forms[match.rule], language)
            if mention is not None:
                mentions.append(mention)
    return mentions


def _mention(text: str, found: Atoms, match: Match, form: _Form, language: Language) -> DateMention | None:
    fields = _fields(match, form, language)
    if fields["kind"] == "none" or not _possible(fields):
        return None
    if form.unless_before and "".join(found.words[match.last : match.last + 1]).endswith(form.unless_before):
        return None
    first = match.first
    if fields["kind"] in ("date", "range"):
        lead = _lead(found, match.first, match.last, language)
        if lead is not None:
            fields["kind"], first = lead
    if fields["kind"] in _TURNED and (fields.get("year") is None or "day" not in fields):
        fields["tense"] = tense_at(text, found, match.first, match.last, language)
    return DateMention(found.starts[first], found.ends[match.last - 1], rule=match.rule, **fields)


def _fields(match: Match, form: _Form, language: Language) -> dict[str, Any]:
    slots, fields = match.slots, dict(form.fixed)
    fields.update((name, slots[name]) for name in _PLAIN if name in slots)
    if "numeric" in slots:
        fields.update(_numeric(slots["numeric"], language))
    if "turn" in slots or "shift" in slots:
        fields["shift"] = slots.get("shift", slots.get("turn"))
    if "part" in slots:
        fields["part"] = slots["part"]
    if "season" in slots:
        fields["part"] = slots["season"]
    if "period" in slots:
        fields["part"] = _period(slots)
    _count(fields, slots, form, language)
    if "decade" in slots:
        fields.update(year=slots["decade"] if slots["decade"] > 99 else 1900 + slots["decade"], unit="decade")
    return fields


def _count(fields: dict[str, Any], slots: Mapping[str, Any], form: _Form, language: Language) -> None:
    for name, unit in (("count", slots.get("unit")), ("hours", "hour"), ("anniversary", "year")):
        if name in slots:
            value = slots[name]
            count = int(number_of(value, language)) if isinstance(value, tuple) else int(value)
            unit, size = _SPAN.get(str(unit), (unit, 1))
            count *= size
            if "half" in slots and unit in _HALVES:
                unit, parts = _HALVES[unit]
                count = count * parts + parts // 2
            fields["shift"], fields["unit"] = form.sign * count, unit
            return
    if "unit" in slots:
        fields.setdefault("unit", _SPAN.get(slots["unit"], (slots["unit"], 1))[0])


def _period(slots: Mapping[str, Any]) -> str | None:
    last = {"quarter": 4, "half": 2}[slots["period"]]
    number = slots.get("ordinal")
    return f"{slots['period']}{min(number, last)}" if number else None


def _numeric(figures: str, language: Language) -> dict[str, int]:
    parts = [int(part) for part in figures.replace("/", "-").replace(".", "-").split("-")]
    order = ("year", "month", "day") if parts[0] > 31 else knowledge(language, "dates")["numeric"]
    return dict(zip(order, parts, strict=True))


def _possible(fields: Mapping[str, Any]) -> bool:
    pairs = ((fields.get(f"{until}day"), fields.get(f"{until}month")) for until in ("", "until_"))
    for day, month in pairs:
        if month is not None and not 1 <= month <= 12:
            return False
        if day is not None and not 1 <= day <= (31 if month is None else _DAYS[month - 1]):
            return False
    return True


def _lead(found: Atoms, first: int, last: int, language: Language) -> tuple[str, int] | None:
    """The kind that the words before a date give it, and where they begin; the rule may have taken some of them."""
    leads = _leads(language)
    for place in range(max(0, first - _LEAD), min(first + 1, last)):
        match = leads.match_at(found, place)
        if match is not None and first <= match.last < last:
            return match.rule, place
    return None


def _is_name(text: str, found: Atoms, match: Match, language: Language) -> bool:
    """Whether the only telling word is a name in capitals: Mars, the planet; « Mai », somebody's name."""
    twins = _twins(language)
    if match.last - match.first > 3 or {"day", "year", "numeric", "turn", "shift"} & match.slots.keys():
        return False
    for place in range(match.first, match.last):
        if found.words[place] in twins and {"month", "weekday"} & match.slots.keys():
            written = text[found.starts[place] : found.ends[place]]
            shouted = len(written) > 1 and written.isupper()
            return (
                written[0].isupper() and not shouted and (place > match.first or not _opens(text, found.starts[place]))
            )
    return False


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(' «"“')
    return not before or before[-1] in ".!?\n:–-"


@lru_cache(maxsize=8)
def _rules(language: Language, stamp: bool) -> Rules:
    data = knowledge(language, "dates")
    rules = [*(data["stamps"] if stamp else ()), *data["rules"]]
    return Rules(
        lexicon(language),
        [(rule["rule"], rule["pattern"]) for rule in rules],
        fragments=data["fragments"],
        composites=data["compose"],
        core=data["core"],
    )


@lru_cache(maxsize=8)
def _forms(language: Language) -> Mapping[str, _Form]:
    data = knowledge(language, "dates")
    plural = tuple(data["plural"])
    return {
        rule["rule"]: _Form(rule["set"], rule.get("sign", 1), () if rule.get("before_plural", True) else plural)
        for rule in [*data["stamps"], *data["rules"]]
    }


@lru_cache(maxsize=8)
def _leads(language: Language) -> Rules:
    leads = knowledge(language, "dates")["leads"]
    return Rules(lexicon(language), [(lead["kind"], lead["pattern"]) for lead in leads])


@lru_cache(maxsize=8)
def _twins(language: Language) -> frozenset[str]:
    return frozenset(knowledge(language, "dates")["twins"])
