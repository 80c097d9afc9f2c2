"""What a language's repair.yaml holds, in the shape that the rules of this room use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language, language

_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,}(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class LostMark:
    """An acronym that loses a mark, and the words near it that tell so."""

    acronym: str
    mark: str
    evidence: re.Pattern[str]
    spelt_out: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Repair's knowledge of one language; the fields are explained at the head of its repair.yaml."""

    code: str
    frequencies: Mapping[str, str]
    vocabulary: frozenset[str]
    elisions: frozenset[str]
    short_words: frozenset[str]
    prefixes: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    sequences: Mapping[str, frozenset[str]]
    open_words: frozenset[str]
    endings: frozenset[str]
    never_second: frozenset[str]
    never_pairs: frozenset[tuple[str, str]]
    run_together: Mapping[str, int]
    before_participle: frozenset[str]
    participle: re.Pattern[str]
    plural_before: frozenset[str]
    singular_before: frozenset[str]
    ambiguous_s: Mapping[str, str]
    abbreviated: frozenset[str]
    whole: frozenset[str]
    name_prefixes: frozenset[str]
    titles: frozenset[str]
    number_suffixes: frozenset[str]
    letters_before_number: frozenset[str]
    caption_marks: frozenset[str]
    credits: tuple[str, ...]
    lost_marks: tuple[LostMark, ...]
    split_ordinal: re.Pattern[str]
    glued_ordinal: re.Pattern[str]
    split_elision: re.Pattern[str]

    def in_sequence(self, left: str, right: str) -> bool | None:
        """Whether two function words may stand in this order; None if one of them is none."""
        before, after = self.classes.get(left), self.classes.get(right)
        if before is None or after is None:
            return None
        return any(after & self.sequences[role] for role in before if role in self.sequences)


def knowledge(of: Language | str) -> Knowledge:
    """Repair's knowledge of a language, read once. Raises DataFault if its file is missing or wrong."""
    return _knowledge(of if isinstance(of, str) else of.code)


@lru_cache(maxsize=8)
def _knowledge(code: str) -> Knowledge:
    data: Mapping[str, Any] = language(code).data("repair")
    return Knowledge(
        code=code,
        frequencies=data["frequencies"],
        vocabulary=_vocabulary(code, data["vocabulary"]),
        elisions=frozenset(data["elisions"]),
        short_words=frozenset(data["short_words"]),
        prefixes=frozenset(data["prefixes"]),
        classes=_classes(data["function_words"]),
        sequences={role: frozenset(after) for role, after in data["sequences"].items()},
        open_words=frozenset(word for role in data["open_classes"] for word in data["function_words"][role]),
        endings=frozenset(data["endings"]),
        never_second=frozenset(data["never_second"]),
        never_pairs=frozenset((left, right) for left, right in data["never_pairs"]),
        run_together={word: len(left) for word, (left, _) in data["run_together"].items()},
        before_participle=frozenset(data["before_participle"]),
        participle=_participle(data["participles"]),
        plural_before=frozenset(data["plural_before"]),
        singular_before=frozenset(data["singular_before"]),
        ambiguous_s=data["ambiguous_s"],
        abbreviated=frozenset(data["abbreviated"]),
        whole=frozenset(data["whole"]),
        name_prefixes=frozenset(data["name_prefixes"]),
        titles=frozenset(data["titles"]),
        number_suffixes=frozenset(data["number_suffixes"]),
        letters_before_number=frozenset(data["letters_before_number"]),
        caption_marks=frozenset(data["caption_marks"]),
        credits=tuple(data["credits"]),
        lost_marks=tuple(map(_lost_mark, data["lost_marks"])),
        split_ordinal=re.compile(rf" (?:{_any(data['ordinals'])})(?![\w'])"),
        glued_ordinal=re.compile(rf"(?:{_any(data['ordinals'])})(?=[^\W\d_]{{3}})"),
        split_elision=re.compile(rf"(?<![\w'])(?:{_any(data['elisions'])})(?:'( )| (?='))(?=['\w])", re.IGNORECASE),
    )


def _vocabulary(code: str, names: list[str]) -> frozenset[str]:
    """The words of knowledge files, in lower case where they have it, with a capital where they are names."""
    return frozenset(
        word for name in names for text in _texts(language(code).data(name)) for word in _WORD.findall(text)
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _classes(function_words: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    words = {word for members in function_words.values() for word in members}
    return {word: frozenset(role for role, members in function_words.items() if word in members) for word in words}


def _participle(entry: Mapping[str, Any]) -> re.Pattern[str]:
    return re.compile(rf"\w+(?:{_any(entry['endings'])})|{_any(entry['words'])}")


def _lost_mark(entry: Mapping[str, Any]) -> LostMark:
    evidence, spelt_out = (
        re.compile(pattern, re.IGNORECASE)
        for pattern in (_any(entry["evidence"]), rf"[ -]?(?:{_any(entry['spelt_out'])})")
    )
    return LostMark(entry["acronym"], entry["mark"], evidence, spelt_out)


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
