"""Which codes of a stream a pattern cannot match without, so that most patterns are never tried."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LIMIT = 300  # alternatives that are worth writing out


def required_words(pattern: str) -> frozenset[str]:
    """A set of stream codes of which every match holds at least one; verbs are given as V:lemma, actors and the like as @A.

    Raises re.error for a pattern that no code can be told of: it would have to be tried on every sentence.
    """
    found = _best(parser.parse(pattern))
    if not found:
        raise re.error(f"no word that every match must hold: {pattern}")
    return frozenset(found)


@dataclass(slots=True)
class _Run:
    """What is known of the codes while a sequence is walked: `open` are the possible texts since the last gap."""

    sets: list[set[str]] = field(default_factory=list)
    open: set[str] = field(default_factory=lambda: {""})
    torn: bool = False  # the open texts begin in the middle of a code

    def add(self, options: set[str]) -> None:
        joined = {before + after for before, after in product(self.open, options)}
        if len(joined) > LIMIT:
            self.gap()
        else:
            self.open = joined

    def gap(self) -> None:
        self._close(whole=False)
        self.open, self.torn = {""}, True

    def end(self) -> None:
        self._close(whole=True)

    def _close(self, *, whole: bool) -> None:
        chosen = set()
        for text in self.open:
            words = text.split(" ")
            last = words.pop()
            if last and (whole or (last.startswith("V:") and last.count(":") > 1)):
                words.append(last)
            words = [word for word in (words[1:] if self.torn and words else words) if len(word) > 1 or word == ":"]
            if not words:
                return
            chosen.add(_key(max(words, key=_telling)))
        self.sets.append(chosen)


def _key(word: str) -> str:
    return ":".join(word.split(":")[:2]) if word.startswith("V:") else word


def _telling(word: str) -> tuple[bool, int]:
    return (not word.startswith("@"), len(word))


def _best(parsed: Any) -> set[str]:
    run = _Run()
    for kind, value in parsed:
        if kind is codes.AT or kind in {codes.ASSERT, codes.ASSERT_NOT}:
            continue
        options = _finite([(kind, value)])
        if options is not None:
            run.add(options)
            continue
        nested = _nested(kind, value)
        run.gap()
        if nested:
            run.sets.append(nested)
    run.end()
    ranked = sorted(run.sets, key=lambda one: (any(word.startswith("@") for word in one), len(one), sorted(one)))
    return ranked[0] if ranked else set()


def _nested(kind: Any, value: Any) -> set[str]:
    """The required codes of a group, of every branch of an alternation, or of a repeat that occurs at least once."""
    if kind is codes.SUBPATTERN:
        return _best(value[-1])
    if kind is codes.BRANCH:
        branches = [_best(option) for option in value[1]]
        return {word for one in branches for word in one} if all(branches) else set()
    if kind in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[0] > 0:
        return _best(value[2])
    return set()


def _finite(parsed: Any) -> set[str] | None:
    """All texts that a pattern matches, if they are few, else None."""
    texts = {""}
    for kind, value in parsed:
        options = _options(kind, value)
        if options is None or len(options) * len(texts) > LIMIT:
            return None
        texts = {before + after for before, after in product(texts, options)}
    return texts


def _options(kind: Any, value: Any) -> set[str] | None:
    if kind is codes.LITERAL:
        return {chr(value)}
    if kind is codes.SUBPATTERN:
        return _finite(value[-1])
    if kind is codes.BRANCH:
        branches = [_finite(option) for option in value[1]]
        return None if any(one is None for one in branches) else {text for one in branches if one for text in one}
    if kind is codes.IN and all(part is codes.LITERAL for part, _ in value):
        return {chr(letter) for _, letter in value}
    if kind in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[1] == 1:
        inner = _finite(value[2])
        return None if inner is None else inner | ({""} if value[0] == 0 else set())
    return None
