"""Which language a text is written in."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from legation import datafile

if TYPE_CHECKING:
    from lingua import LanguageDetector

_SAMPLE = 1200  # characters
_WORD = regex.compile(r"[^\W\d_]+'?")
_FEWEST = 8  # words below which nothing is said
_DOUBTLESS = ((0.18, 2.0), (0.35, 1.7))  # the share of function words, and how many times those of the next language


def identify_language(text: str) -> str | None:
    """The language of the text, ISO 639-1; None where there are too few words to tell.

    Function words decide where they leave no doubt; else the detector of the lingua library, in its low-accuracy mode
    and restricted to the languages of `languages/identify.yaml`.
    """
    words = _WORD.findall(text[:_SAMPLE].lower().replace("’", "'"))
    if len(words) < _FEWEST:
        return _detected(text[:_SAMPLE]) if len(words) > 2 else None
    known = _function_words()
    counts = Counter([code for word in words if word in known for code in known[word]])
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if ranked:
        first, second = ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0
        if any(first >= share * len(words) and first >= lead * second for share, lead in _DOUBTLESS):
            return ranked[0][0]
    return _detected(text[:_SAMPLE])


@lru_cache(maxsize=1)
def _function_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, words in _data()["function_words"].items():
        for word in words.split():
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = datafile.load(datafile.ROOT / "languages" / "identify.yaml")
    return data


def _detected(text: str) -> str | None:
    language = _detector().detect_language_of(text)
    return language.iso_code_639_1.name.lower() if language else None


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in _data()["detected"]]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
