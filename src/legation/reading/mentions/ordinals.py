"""Numbers and ordinals in figures and words: « 1.200 », « deux mille dix-neuf », « une centaine de », « le 17e »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.reading.mentions.atoms import Atoms, number_value, split_words
from legation.reading.mentions.lexis import atoms, knowledge, lexicon
from legation.reading.mentions.patterns import Match, Rules

_TENS = 20  # the least number that an ordinal goes on from (« vingt-troisième »); « une troisième » is the third
_LABEL = frozenset("-–‑/.°º_+#&")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """« la 17e », « onzième »: text[start:end] says the `value`-th."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Number:
    """How many: `value`, or None where the words leave it open (« plusieurs dizaines »); `qualifier` as for sums."""

    start: int
    end: int
    value: float | None
    qualifier: str


def find_ordinals(text: str, start: int, end: int, language: Language) -> list[Ordinal]:
    """The ordinals in text[start:end], in order; a rank of a title (« Premier ministre ») is none."""
    found = atoms(text, start, end, language)
    matches = _rules(language, "ordinal_core").find(found)
    made = (_ordinal(text, found, match, language) for match in matches if match.rule.startswith("ordinal"))
    return [ordinal for ordinal in made if ordinal is not None]


def find_numbers(text: str, start: int, end: int, language: Language) -> list[Number]:
    """The cardinal numbers in text[start:end], in order; no ordinals, no figures inside of names (DD-109)."""
    found = atoms(text, start, end, language)
    made = (_number(text, found, match, language) for match in _rules(language, "core").find(found))
    return [number for number in made if number is not None]


def number_of(words: Sequence[str], language: Language) -> float | int:
    """The value of the words of a number, figures included (« vingt et un », « un million et demi »)."""
    values = _values(language)
    total: float = 0
    group: float = 0
    part: float = 0
    last: float = 1
    for word in words:
        kind, value = ("digits", number_value(word)) if word[0].isdecimal() else values.get(word, ("none", 0))
        if kind == "scale" and value >= 1_000_000:
            total, group, part, last = total + (group + part or 1) * value, 0, 0, value
        elif kind == "scale":
            group, part, last = group + (part or 1) * value, 0, value
        elif kind == "hundred":
            part = (part or 1) * value if part < 100 else part + value
        elif kind == "half":
            total, part = (total + value * last, part) if total or group else (total, part + value)
        else:
            part += 76 if value == 20 and part % 100 == 4 else value
    result = round(total + group + part, 4)
    return int(result) if result == int(result) else result


def qualifier_before(found: Atoms, place: int, language: Language) -> tuple[str, int]:
    """How near a figure is, by the words before it, and the place of the first of them among the atoms."""
    phrases = _qualifiers(language)
    for length in range(min(6, place), 0, -1):
        qualifier = phrases.get(tuple(found.words[place - length : place]))
        if qualifier:
            return qualifier, place - length
    return "exact", place


def _ordinal(text: str, found: Atoms, match: Match, language: Language) -> Ordinal | None:
    start, end = found.starts[match.first], found.ends[match.last - 1]
    if "roman" in match.slots:
        figure = text[start:end]
        capitals = sum(char.isupper() for char in figure)
        bare = figure[:capitals].lower() + figure[capitals:].lower()
        spelled = figure[:capitals].isupper() and figure[capitals:].islower() and bare == figure.lower()
        rest_is_suffix = figure[capitals:] in knowledge(language, "numbers")["romans"] if spelled else False
        return Ordinal(start, end, match.slots["roman"]) if rest_is_suffix else None
    value = match.slots["ordinal"]
    if isinstance(value, tuple):
        tens, last = int(number_of(value[:-1], language)), lexicon(language).value(value[-1], "ordinalword")
        return Ordinal(start, end, tens + last if tens >= _TENS else last)
    return None if _inside_name(text, start) else Ordinal(start, end, int(value))


def _number(text: str, found: Atoms, match: Match, language: Language) -> Number | None:
    if match.rule.startswith("ordinal") or _inside_name(text, found.starts[match.first]):
        return None
    qualifier, first = qualifier_before(found, match.first, language)
    start, end = found.starts[first], found.ends[match.last - 1]
    if match.rule == "number_rounds":
        return Number(start, end, None, "about")
    if match.rule == "number_round":
        value = match.slots["round"] * match.slots.get("scale", 1)
        return Number(start, end, value, "about" if qualifier == "exact" else qualifier)
    words = match.slots["number"]
    if len(words) == 1 and words[0] in knowledge(language, "numbers")["articles"]:
        return None
    return Number(start, end, number_of(words, language), qualifier)


def _inside_name(text: str, start: int) -> bool:
    """Whether figures stand in a label: DD-109, n° 4, Su30, ADMM-17."""
    before = text[start - 1 : start]
    if before.isalpha() or before == "°":
        return True
    joined = bool(before) and before in _LABEL and text[start - 2 : start - 1].isalnum()
    return joined or text[start - 2 : start] in {"° ", "º "}


@lru_cache(maxsize=8)
def _rules(language: Language, core: str) -> Rules:
    """The rules of numbers and ordinals, tried where a word of a class in this list of the knowledge file stands."""
    data = knowledge(language, "numbers")
    patterns = [(rule["rule"], rule["pattern"]) for rule in data["rules"]]
    return Rules(lexicon(language), patterns, composites=data["compose"], core=data[core])


@lru_cache(maxsize=8)
def _values(language: Language) -> Mapping[str, tuple[str, float]]:
    data: Mapping[str, Any] = knowledge(language, "numbers")
    kinds = (("cardinal", "cardinals"), ("hundred", "hundreds"), ("scale", "scales"), ("half", "halves"))
    return {word: (kind, value) for kind, name in kinds for word, value in data[name].items()}


@lru_cache(maxsize=8)
def _qualifiers(language: Language) -> Mapping[tuple[str, ...], str]:
    phrases = knowledge(language, "numbers")["qualifiers"]
    return {tuple(split_words(phrase)): name for name, group in phrases.items() for phrase in group}
