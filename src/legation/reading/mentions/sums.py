"""Sums of money: « près de 5,5 millions de dollars », « 3 M€ », « et 4 millions pour Ha Tinh »."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.model.mentions import SumMention
from legation.reading.mentions.atoms import BREAK, Atoms
from legation.reading.mentions.lexis import atoms, knowledge, lexicon
from legation.reading.mentions.ordinals import number_of, qualifier_before
from legation.reading.mentions.patterns import Match, Rules

_REACH = 400  # characters between a sum and one that leaves out the currency


def find_sums(text: str, start: int, end: int, language: Language) -> list[SumMention]:
    """The sums of money in text[start:end], in order.

    A number without a currency is a sum where one stood shortly before (« 1,5 million de dollars … et 4 millions »).
    Open sums (« plusieurs millions d'euros ») are left out.
    """
    found = atoms(text, start, end, language)
    plain = [made for match in _rules(language).find(found) if (made := _sum(found, match, language))]
    if not plain:
        return []
    marked = [replace(one, equivalent=_tells_again(text, one, plain[:at], language)) for at, one in enumerate(plain)]
    return sorted([*marked, *_elided(found, marked, language)], key=lambda one: one.start)


def _sum(found: Atoms, match: Match, language: Language) -> SumMention | None:
    slots = match.slots
    amount = _amount(slots, language)
    doubtful = set(found.words[match.first : match.last]) & _doubtful(language)
    if not amount or (doubtful and "nation" not in slots and amount < 1000):
        return None
    qualifier, first = qualifier_before(found, match.first, language)
    if match.rule == "sum_between":
        qualifier, first = "up_to", match.first
    elif "round" in slots and qualifier == "exact":
        qualifier = "about"
    currency = _currency(slots, language)
    shared = _shared(slots, currency, knowledge(language, "money"))
    start, end = found.starts[first], found.ends[match.last - 1]
    return SumMention(start, end, float(amount), currency, qualifier, shared=shared)


def _shared(slots: Mapping[str, Any], currency: str, money: Mapping[str, Any]) -> bool:
    """Whether the word for a currency leaves open which state's it is."""
    untold = "plain" in slots and "nation" not in slots and currency not in money["fixed"]
    return untold or currency in money["regional"]


def currency_among(one: SumMention, states: Iterable[str | None], language: Language) -> str:
    """The currency of a sum, where its word is shared that of the first of some states that has one of that name."""
    if not one.shared:
        return one.currency
    data = knowledge(language, "money")
    named = {one.currency, *data["pairs"].get(one.currency, {}).values()}
    homes = (currency_of(state, language) for state in states if state)
    return next((home for home in homes if home is not None and home in named), one.currency)


def currency_of(state: str, language: Language) -> str | None:
    """The money of a state; None where it is not known."""
    return _homes(language).get(state)


@lru_cache(maxsize=8)
def _homes(language: Language) -> Mapping[str, str]:
    return {state: code for code, states in knowledge(language, "money")["homes"].items() for state in states}


def _amount(slots: Mapping[str, Any], language: Language) -> float:
    """The amount that a pattern kept: a number, figures before a short scale (3 M€), or a round figure of millions."""
    if "amount" in slots:
        return number_of(slots["amount"], language)
    if "round" in slots:
        return float(slots["round"] * slots["million"])
    return float(slots["number"] * slots.get("short", 1))


def _currency(slots: Any, language: Language) -> str:
    if "area" in slots:
        named = slots.get("sign", slots.get("plain", "USD"))
        return str(slots["area"] if named == "USD" else named)
    plain = slots.get("plain") or slots["sign"]
    return str(knowledge(language, "money")["pairs"].get(plain, {}).get(slots.get("nation"), plain))


def _tells_again(text: str, one: SumMention, before: list[SumMention], language: Language) -> bool:
    """Whether this sum only repeats the one right before it in another currency."""
    if not before or before[-1].currency == one.currency:
        return False
    between = text[before[-1].end : one.start]
    words = knowledge(language, "money")["equivalent"]
    return len(between) < 40 and (between.strip().startswith("(") or any(word in between for word in words))


def _elided(found: Atoms, sums: list[SumMention], language: Language) -> Iterator[SumMention]:
    for match in _elided_rules(language).find(found):
        start, end = found.starts[match.first], found.ends[match.last - 1]
        told = [one for one in sums if one.end <= start and not one.equivalent]
        taken = any(one.start < end and start < one.end for one in sums)
        if taken or not told or not _within_reach(found, told[-1].end, match.first):
            continue
        amount = number_of(match.slots["amount"], language)
        qualifier, first = qualifier_before(found, match.first, language)
        yield SumMention(
            found.starts[first], end, float(amount), told[-1].currency, qualifier, elided=True, shared=told[-1].shared
        )


def _within_reach(found: Atoms, end: int, place: int) -> bool:
    """Whether the sum that ended at an offset stands in the same paragraph, not far before a place."""
    first = bisect_left(found.starts, end)
    return found.starts[place] - end <= _REACH and BREAK not in found.codes[first:place]


@lru_cache(maxsize=8)
def _rules(language: Language) -> Rules:
    return _compiled(language, "rules", ("plain", "sign"))


@lru_cache(maxsize=8)
def _elided_rules(language: Language) -> Rules:
    return _compiled(language, "elided", ("million",))


def _compiled(language: Language, name: str, core: tuple[str, ...]) -> Rules:
    data = knowledge(language, "money")
    patterns = [(rule["rule"], rule["pattern"]) for rule in data[name]]
    return Rules(lexicon(language), patterns, fragments=data["fragments"], composites=data["compose"], core=core)


@lru_cache(maxsize=8)
def _doubtful(language: Language) -> frozenset[str]:
    return frozenset(knowledge(language, "money")["doubtful"])
