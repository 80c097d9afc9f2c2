"""The words for numbers, times and money of a language, as one lexicon: a text is cut into atoms once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.reading.mentions.atoms import Atoms, Lexicon
from legation.reading.mentions.patterns import literal_words

_RECENT = 64  # texts whose atoms are kept: dates, sums and numbers of one zone are looked for one after the other


@lru_cache(maxsize=32)
def knowledge(language: Language, name: str) -> Any:
    """What a knowledge file of the language holds, read once."""
    return language.data(name)


@lru_cache(maxsize=8)
def lexicon(language: Language) -> Lexicon:
    """The words that patterns of dates, sums and numbers know."""
    dates, numbers, money = (knowledge(language, name) for name in ("dates", "numbers", "money"))
    classes: dict[str, Mapping[str, Any]] = {**dates["classes"], **money["classes"], **_number_classes(numbers)}
    return Lexicon(classes, literal_words([*_patterns(dates), *_patterns(numbers), *_patterns(money)]))


@lru_cache(maxsize=_RECENT)
def atoms(text: str, start: int, end: int, language: Language) -> Atoms:
    """The atoms of text[start:end] in the lexicon of this language."""
    return lexicon(language).atoms(text, start, end)


def _number_classes(numbers: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    thousands = {word: value for word, value in numbers["scales"].items() if value == 1000}
    cardinal = {**numbers["cardinals"], **numbers["hundreds"], **thousands}
    known = {name: numbers[name] for name in ("scales", "halves", "rounds")}
    return {
        "cardinal": cardinal,
        "article": dict.fromkeys(numbers["articles"], 1),
        "scale": known["scales"],
        "million": {word: value for word, value in known["scales"].items() if value >= 1_000_000},
        "half": known["halves"],
        "roundnumber": known["rounds"],
        "multitude": dict.fromkeys(numbers["multitudes"], 1),
        "ordinalword": numbers["ordinals"],
        "ordinalalone": {word: numbers["ordinals"][word] for word in numbers["alone"]},
        "suffix": dict.fromkeys(numbers["suffixes"], 1),
        "roman": dict(_romans(numbers["romans"])),
    }


def _romans(suffixes: list[str]) -> list[tuple[str, int]]:
    tens = ("", "x", "xx", "xxx", "xl", "l")
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    figures = {tens[n // 10] + ones[n % 10]: n for n in range(1, 50)}
    return [(figure + suffix, value) for figure, value in figures.items() for suffix in suffixes]


def _patterns(data: Mapping[str, Any]) -> list[str]:
    rules = [rule["pattern"] for name in ("rules", "stamps", "leads", "elided") for rule in data.get(name, ())]
    phrases = [phrase for group in data.get("qualifiers", {}).values() for phrase in group]
    return [*rules, *data.get("fragments", {}).values(), *data.get("compose", {}).values(), *phrases]
