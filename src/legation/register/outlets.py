"""Whose an outlet is: the states that a news agency or paper calls its own."""

from __future__ import annotations

from functools import lru_cache

from legation.languages import known_languages, language

AGENCIES = "agencies"


def home(outlet: str) -> frozenset[str]:
    """The states (ISO 3166-1 alpha-3) of an outlet by its signature; namesakes have several, unknown ones none."""
    return _homes().get(outlet, frozenset())


@lru_cache(maxsize=1)
def _homes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for code in known_languages():
        for entry in language(code).data(AGENCIES)[AGENCIES]:
            state = entry["state"] or ()
            states = frozenset([state] if isinstance(state, str) else state)
            found[entry["name"]] = found.get(entry["name"], frozenset()) | states
    return found
