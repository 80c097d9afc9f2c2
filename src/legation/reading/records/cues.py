"""The words around meetings and visits, by what they say; a language's meetings.yaml and visits.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.reading.phrase_patterns import stream_words

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Sets of stream codes and lemmas, by their role; what each means is told in the language's meetings.yaml.

    `heads` are the first words of the phrases.
    """

    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[Words, ...]]
    heads: Mapping[str, frozenset[str]]
    own: Mapping[str, str]
    turns: Mapping[str, int]
    many: Mapping[str, int]
    levels: tuple[tuple[str, str], ...]
    posts: Mapping[str, str]
    roles: Mapping[str, str]
    ranking: tuple[str, ...]
    locative: frozenset[str]

    def has(self, name: str, word: str) -> bool:
        """Whether a word or lemma is in a set."""
        return word in self.sets[name]


SETS = (
    "lead_ins",
    "margins",
    "back",
    "each",
    "present",
    "support",
    "sit",
    "take",
    "place",
    "hold",
    "announce",
    "cancel",
    "deny",
    "plan",
    "promise",
    "wish",
    "summits",
    "forums",
    "conferences",
    "attend",
    "part",
    "ahead",
    "ministers",
    "unreal",
    "naming",
    "host",
    "where",
    "stage",
    "not_sessions",
    "ensue",
    "embassies",
    "opens",
    "closes",
    "counted",
    "awaited",
    "inside",
    "counters",
    "whose",
    "plain",
    "gathers",
    "announced",
    "courtesies",
    "curtains",
    "appointments",
    "purpose",
    "goes",
    "sets_out",
    "lacks",
    "often",
    "met",
    "listed",
    "outsiders",
    "settings",
    "compatriots",
    "auspices",
    "loose",
    "lasting",
    "says",
    "seen",
    "successive",
)
PHRASES = ("press", "distinct", "own_people", "working", "terms", "remote", "next", "again", "in_turn")


@lru_cache(maxsize=8)
def cues(language: Language) -> Cues:
    """The cues of a language."""
    data: Mapping[str, Any] = language.data("meetings")

    def codes(words: list[str]) -> frozenset[str]:
        streams = [stream_words(word, language) for word in words]
        return frozenset(stream[0] for stream in streams if len(stream) == 1) | frozenset(words)

    phrases = {name: tuple(stream_words(one, language) for one in data[name]) for name in PHRASES}
    return Cues(
        sets={name: codes(data[name]) for name in SETS},
        phrases=phrases,
        heads={name: frozenset(words[0] for words in many) for name, many in phrases.items()},
        own={code: owner for owner, words in data["own"].items() for code in codes(words)},
        turns={code: turn for word, turn in data["turns"].items() for code in codes([word])},
        many={code: count for word, count in data["many"].items() for code in codes([word])},
        levels=tuple((str(word).lower(), level) for word, level in data["levels"].items()),
        posts=data["posts"],
        roles=data["roles"],
        ranking=tuple(data["ranking"]),
        locative=codes(data["locative"]) | frozenset(data["locative"]),
    )
