"""Which tense the words around a date speak in: past, earlier (pluperfect) or future.

A cheap reading for dates that lean on it (« mardi » is last Tuesday or next): the nearest verb form of the same
sentence decides, words of the same clause first. Whoever has read the clause knows better and may overrule it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.reading.mentions.atoms import BREAK, Atoms
from legation.reading.mentions.lexis import knowledge

_FAR = 40  # atoms looked at on either side
_CLAUSE = 6  # what crossing into another clause costs, in atoms
_FORM, _LONG_FORM = 4, 16  # atoms between an auxiliary and its participle, without and with an insertion
_STOPS = frozenset("!?…;")


@dataclass(frozen=True, slots=True)
class _Cues:
    words: Mapping[str, str]
    ends: tuple[tuple[str, tuple[str, ...], int, frozenset[str]], ...]
    participle: tuple[str, ...]
    participle_length: int
    participle_words: frozenset[str]
    not_participle: frozenset[str]
    nouns: frozenset[str]
    articles: frozenset[str]
    clause: frozenset[str]
    abbreviations: frozenset[str]


def tense_at(text: str, found: Atoms, first: int, last: int, language: Language) -> str | None:
    """The tense that the verb nearest to atoms[first:last] speaks in, or None where no verb form is seen."""
    cues = _cues(language)
    before = found.words[first - 1] if first else ""
    if cues.words.get(before) == "future":
        return _expected(found.words, first - 1, cues)
    if first and _is_participle(found.words, first - 1, cues):
        return _auxiliary(found.words[max(0, first - 1 - _FORM) : first - 1], cues)
    left = _nearest(text, found, range(first - 1, max(-1, first - _FAR), -1), cues)
    right = _nearest(text, found, range(last, min(len(found.words), last + _FAR)), cues)
    return min(left, right)[1] or None


def _auxiliary(words: Sequence[str], cues: _Cues) -> str:
    """The tense that an auxiliary gives to the participle after these words; past where there is none."""
    return next((cues.words[word] for word in reversed(words) if word in cues.words), "past")


def _expected(words: Sequence[str], place: int, cues: _Cues) -> str | None:
    """« est attendu le 9 » is to come; « était attendu le 9 » may have come by now."""
    past = place > 0 and cues.words.get(words[place - 1]) == "earlier"
    return None if past else "future"


def _nearest(text: str, found: Atoms, places: Iterable[int], cues: _Cues) -> tuple[float, str]:
    """The cost of reaching the nearest verb form, and its tense."""
    cost = 0.0
    for place in places:
        word = found.words[place]
        if _ends_sentence(found, place, cues):
            break
        cost += 1 + (_CLAUSE if word in cues.clause else 0) + (1 if word in ",:()" else 0)
        tense = _seen(text, found, place, cues)
        if tense is not None:
            return cost, tense
    return float("inf"), ""


def _ends_sentence(found: Atoms, place: int, cues: _Cues) -> bool:
    word = found.words[place]
    if word == ".":
        before = found.words[place - 1] if place else ""
        return before not in cues.abbreviations and not (len(before) == 1 and before.isalpha())
    return word in _STOPS or found.codes[place] == BREAK


def _seen(text: str, found: Atoms, place: int, cues: _Cues) -> str | None:
    word = found.words[place]
    kind = cues.words.get(word)
    if kind == "future":
        return kind
    if kind is not None:
        inserted = found.words[place + 1 : place + 2] == [","]
        reach = range(place + 1, min(len(found.words), place + 1 + (_LONG_FORM if inserted else _FORM)))
        return kind if any(_is_participle(found.words, other, cues, bound=True) for other in reach) else None
    for tense, ends, length, unless in cues.ends:
        if len(word) >= length and word.endswith(ends) and word not in unless:
            return None if text[found.starts[place]].isupper() else tense
    return None


def _is_participle(words: list[str] | Any, place: int, cues: _Cues, *, bound: bool = False) -> bool:
    word = words[place]
    if word in cues.participle_words:
        return True
    if word in cues.nouns:
        return bound or place == 0 or words[place - 1] not in cues.articles
    return len(word) >= cues.participle_length and word.endswith(cues.participle) and word not in cues.not_participle


@lru_cache(maxsize=8)
def _cues(language: Language) -> _Cues:
    data: Mapping[str, Any] = knowledge(language, "dates")["tense"]
    words = {word: tense for tense in ("past", "earlier", "future") for word in data[tense]["words"]}
    ends = tuple(
        (tense, tuple(data[tense]["ends"]), data[tense]["length"], frozenset(data[tense]["unless"]))
        for tense in ("future", "past")
    )
    names = ("participle_words", "not_participle", "nouns_after_article", "articles", "clause", "abbreviations")
    sets = [frozenset(data[name]) for name in names]
    return _Cues(words, ends, tuple(data["participle"]), data["participle_length"], *sets)
