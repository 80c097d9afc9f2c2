"""Who signs: short signatures of agencies and outlets, and the states that they call their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from legation.languages import Language
from legation.layout.lines import bare, fold

_OPENING = 2  # letters by which aliases are looked up
_GOES_ON = ("_", "'", "’")
_PARTS = regex.compile(r"\s*[/,;|+–—]\s*|\s+-\s+|\s+et\s+")


@dataclass(frozen=True, slots=True)
class Agencies:
    """Signatures by folded alias, with each one's states and the words that tell namesakes apart.

    `written` are the aliases as reports write them, with straight apostrophes, `lengths` theirs, longest first, by their
    first letters.
    """

    names: Mapping[str, str]
    states: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, Mapping[str, tuple[str, ...]]]
    written: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]

    def named(self, words: str) -> str | None:
        """The signature that these words are as a whole, or the first that one of their parts is."""
        name = self.names.get(bare(words))
        if name:
            return name
        return next((self.names[part] for part in _PARTS.split(bare(words)) if part in self.names), None)

    def at(self, text: str, start: int) -> tuple[str, int] | None:
        """The signature that stands at an offset as a word of its own, and where it ends."""
        for length in self.lengths.get(_straight(text[start : start + _OPENING]), ()):
            end = start + length
            name = self.written.get(_straight(text[start:end]))
            if name and not (text[end : end + 1].isalnum() or text[end : end + 1] in _GOES_ON):
                return name, end
        return None


def _straight(words: str) -> str:
    return words.replace("’", "'")


@lru_cache(maxsize=8)
def agencies_of(language: Language) -> Agencies:
    """The agencies file of a language, ready for use."""
    entries = language.data("agencies")["agencies"]
    names: dict[str, str] = {}
    forms: set[str] = set()
    for entry in entries:
        for alias in (entry["name"], *entry["aliases"]):
            names.setdefault(bare(alias), entry["name"])
            forms |= {alias, alias.upper()}
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[:_OPENING], set()).add(len(form))
    return Agencies(
        names=names,
        states={entry["name"]: _listed(entry["state"]) for entry in entries},
        hints={entry["name"]: {s: tuple(w) for s, w in entry.get("hints", {}).items()} for entry in entries},
        written={form: names[bare(form)] for form in forms},
        lengths={opening: tuple(sorted(some, reverse=True)) for opening, some in lengths.items()},
    )


def outlet_state(agency: str | None, language: Language, *, text: str = "") -> str | None:
    """The state that an outlet means by « notre pays » (ISO 3166-1 alpha-3).

    None where no agency is given, where it is unknown, or where it belongs to no state. `agency` is a signature as
    `Layout.agency` gives it. Namesakes (APS of Algiers and of Dakar) are told apart by the words of `text`, the report;
    without such words the first of them is taken.
    """
    if agency is None:
        return None
    agencies = agencies_of(language)
    name = agencies.named(agency)
    states = agencies.states.get(name, ()) if name else ()
    if len(states) < 2 or name is None:
        return states[0] if states else None
    folded = fold(text)
    hints = agencies.hints.get(name, {})
    return max(states, key=lambda state: sum(folded.count(fold(hint)) for hint in hints.get(state, ())))


def _listed(state: str | list[str] | None) -> tuple[str, ...]:
    if state is None:
        return ()
    return (state,) if isinstance(state, str) else tuple(state)
