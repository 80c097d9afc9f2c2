"""What dating asks of the world: who held which post, editions of series, beginnings of ties, names of events."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Protocol


class World(Hashable, Protocol):
    """The world room, or a small one made for a test."""

    def terms_of(self, name: str, *, loose: bool = ...) -> Sequence[Any]:
        """Terms of people of this name: `post`, `state`, `first`, `last` (ISO days), `since`, `until` (EDTF)."""

    def family_terms(self, word: str) -> Sequence[Any]:
        """Terms of the people with this word in their name."""

    def fold(self, text: str) -> str:
        """The text in small letters without diacritics."""

    def all_series(self) -> Sequence[Any]:
        """Every series: `kind`, `parties`, and `editions` with `number` (or None) and `date` (EDTF)."""

    def event_names(self, language: str = ...) -> Mapping[str, Sequence[Any]]:
        """Folded names of events in a language, with the events (`kind`, `date`) that they may mean."""

    def events(self, *, state: str | None = ...) -> Sequence[Any]:
        """Dated events that concern a state, editions of series included: `name`, `date` (EDTF), `states`."""

    def series(self, name: str, parties: frozenset[str] = ...) -> Any:
        """The series of this name, or None."""

    def ties(self, parties: frozenset[str], label: str | None = ...) -> Sequence[Any]:
        """The ties between these parties, with `label` and `date` (EDTF)."""
