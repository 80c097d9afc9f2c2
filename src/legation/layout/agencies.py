"""Who signs: short signatures of agencies and outlets, and the states that they call their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from legation.languages import Language
from legation.layout.lines import bare, fold

_PARTS = regex.compile(r"\s*[/,;|+–—]\s*|\s+-\s+|\s+et\s+")


@dataclass(frozen=True, slots=True)
class Agencies:
    """Signatures by folded alias, with each one's states and the words that tell namesakes apart."""

    names: Mapping[str, str]
    states: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, Mapping[str, tuple[str, ...]]]
    anywhere: regex.Pattern[str]

    def named(self, words: str) -> str | None:
        """The signature that these words are as a whole, or the first that one of their parts is."""
        name = self.names.get(bare(words))
        if name:
            return name
        return next((self.names[part] for part in _PARTS.split(bare(words)) if part in self.names), None)

    def at(self, text: str, start: int) -> tuple[str, int] | None:
        """The signature that stands at an offset as a word of its own, and where it ends."""
        found = self.anywhere.match(text, start)
        return (self.names[bare(found.group())], found.end()) if found else None


@lru_cache(maxsize=8)
def agencies_of(language: Language) -> Agencies:
    """The agencies file of a language, ready for use."""
    entries = language.data("agencies")["agencies"]
    names: dict[str, str] = {}
    written: list[str] = []
    for entry in entries:
        for alias in (entry["name"], *entry["aliases"]):
            names.setdefault(bare(alias), entry["name"])
            written += {alias, alias.upper()}
    written = sorted(set(written), key=lambda alias: (-len(alias), alias))
    pattern = "|".join(regex.escape(alias).replace("'", "['’]") for alias in written)
    return Agencies(
        names=names,
        states={entry["name"]: _listed(entry["state"]) for entry in entries},
        hints={entry["name"]: {s: tuple(w) for s, w in entry.get("hints", {}).items()} for entry in entries},
        anywhere=regex.compile(rf"(?:{pattern})(?![\w'’])"),
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
