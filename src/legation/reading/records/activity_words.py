"""The words around things done together, by what they say; a language's activities.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.model.mentions import BodyMention, PlaceMention, RoleMention, UnitMention
from legation.reading.phrase_patterns import singular, stream_words
from legation.reading.phrases import Sentence

Words = tuple[str, ...]
BASES = frozenset({"base", "port", "airport"})
HOLDERS = ("@A", "@B", "@L", "@U")  # codes of mentions that a noun of a set may stand in
SITES = frozenset({"base", "port", "airport", "site", "palace"})


@dataclass(frozen=True, slots=True)
class ActivityWords:
    """Moods by lemma, or by lemma and the noun that it needs; nouns and phrases in stream form by their role.

    `openers` are the words that a noun or phrase of a role may begin with.
    """

    moods: Mapping[Words, str]
    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[Words, ...]]]
    openers: Mapping[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """Whether a word or lemma is in a set."""
        return word in self.sets[name]

    def mood(self, sentence: Sentence, at: int) -> str | None:
        """The mood that the verb at an index gives to what it governs."""
        verb = sentence.chunks[at].verb
        if verb is None:
            return None
        told = self.moods.get((verb.lemma,))
        if told is None:
            near = (chunk.code for chunk in sentence.chunks[at + 1 : at + 4])
            told = next((self.moods[verb.lemma, code] for code in near if (verb.lemma, code) in self.moods), None)
        return told

    def places(self, name: str, sentence: Sentence) -> list[int]:
        """Where a noun of the set may begin, in order."""
        return sorted([at for word in self.openers[name] & sentence.names for at in sentence.places[word]])

    def places_of_thing(self, name: str, sentence: Sentence) -> list[int]:
        """Where a noun of the set may begin, and every chunk that may hold one."""
        return [*self.places(name, sentence), *(at for code in HOLDERS for at in sentence.places.get(code, ()))]

    def noun(self, name: str, sentence: Sentence, at: int) -> int | None:
        """The index of the last chunk of a noun of the set that begins at an index; None where none does."""
        chunk = sentence.chunks[at]
        if chunk.code not in self.openers[name] and chunk.participle not in self.openers[name]:
            return None
        for words in self.phrases[name].get(chunk.code, ()):
            if tuple(one.code for one in sentence.chunks[at : at + len(words)]) == words:
                return at + len(words) - 1
        if chunk.code in self.sets["adjectival"] and self._describes(sentence, at):
            return None
        return (
            at
            if chunk.code in self.sets[name] or (chunk.verb is not None and chunk.participle in self.sets[name])
            else None
        )

    def phrase(self, name: str, sentence: Sentence, at: int) -> bool:
        """Whether a row of words of the set begins at an index."""
        rows = self.phrases[name].get(sentence.chunks[at].code, ())
        return any(tuple(one.code for one in sentence.chunks[at : at + len(row)]) == row for row in rows)

    def _describes(self, sentence: Sentence, at: int) -> bool:
        """Whether a word that is noun or adjective stands behind a noun (« région militaire »)."""
        before = sentence.chunks[at - 1] if at else None
        return (
            before is not None
            and before.code.isalpha()
            and len(before.code) > 3
            and not self.has("counts", before.code)
        )

    def names_thing(self, name: str, sentence: Sentence, at: int, text: str) -> bool:
        """Whether the chunk is, or holds, a noun of the set: a role, a named place or ship counts by its noun."""
        chunk = sentence.chunks[at]
        if self.noun(name, sentence, at) is not None:
            return True
        if isinstance(chunk.mention, UnitMention):
            return name in self.sets["with_ships" if chunk.mention.kind == "ship" else "with_units"]
        if isinstance(chunk.mention, PlaceMention):
            kinds = SITES if name == "sites" else BASES
            head = singular(chunk.mention.name.split()[0].lower())
            return name in self.sets["with_bases"] and (chunk.mention.kind in kinds or head in self.sets[name])
        if isinstance(chunk.mention, BodyMention):
            return name == "built" and singular(chunk.mention.name.split()[0].lower()) in self.sets[name]
        if isinstance(chunk.mention, RoleMention):
            words = text[chunk.start : chunk.end].lower().replace("'", " ").split()
            return any(singular(word) in self.sets[name] for word in words)
        return False


@lru_cache(maxsize=8)
def activity_words(language: Language) -> ActivityWords:
    """The words of a language's activities.yaml. Raises DataFault where it has none."""
    data: Mapping[str, Any] = language.data("activities")
    moods = {tuple(verb.split()): mood for mood, verbs in data["moods"].items() for verb in verbs}
    sets, phrases = {}, {}
    for name, words in data.items():
        if name != "moods":
            codes = [stream_words(word, language) or (word,) for word in words]
            sets[name] = frozenset(code[0] for code in codes if len(code) == 1) | frozenset(words)
            phrases[name] = _by_first_word(code for code in codes if len(code) > 1)
    heads = [word for kind in language.data("units")["places"].values() for name in kind for word in kind[name]]
    sets["areas"] |= {code[0] for word in heads if len(code := stream_words(word, language)) == 1}
    return ActivityWords(moods, sets, phrases, {name: sets[name].union(phrases[name]) for name in sets})


def _by_first_word(phrases: Iterable[Words]) -> Mapping[str, tuple[Words, ...]]:
    found: dict[str, list[Words]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(many) for first, many in found.items()}
