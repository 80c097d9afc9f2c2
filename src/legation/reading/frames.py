"""Frames: the verb or noun that carries an act, its complement, and which phrase fills which slot; data, loaded and indexed.

The fields of a frame are told in the language's frames/FIELDS.md. A frame without a rule name, without sentences that it
must accept and sentences that it must reject does not load; all faults are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from legation.errors import DataFault
from legation.languages import Language
from legation.reading.phrase_patterns import Phrase, compile_phrase, stream_words

COMPLEMENTS = frozenset(
    {"de_inf", "a_inf", "pour_inf", "inf", "que", "de_que", "a_que", "pour_que", "de_ce_que", "a_ce_que", "pour_ce_que",
     "quote", "np", "none", "any"}
)  # fmt: skip
VOICES = {"any": "any", "active": "act", "act": "act", "passive": "pas", "pas": "pas"}
FIELDS = frozenset(
    {"rule", "act", "verbs", "infinitive", "nouns", "complement", "not_complement", "words", "not_words", "content_tense",
     "content_subject", "voice", "polarity", "speaker", "addressee", "group", "phrases", "verbless", "topic_only", "content",
     "slots", "accept", "reject"}
)  # fmt: skip
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordRows:
    """Rows of words, the longest first, any of which may stand at a place; `heads` are the words that they begin with."""

    rows: tuple[Words, ...] = ()
    heads: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Words]:
        return iter(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)


NO_WORDS = WordRows()


@dataclass(frozen=True)
class Frame:
    """One way in which a language tells an act; `label` is the act, or what the file of frames is about."""

    rule: str
    label: str
    verbs: frozenset[str] = frozenset()
    infinitive: frozenset[str] = frozenset()
    nouns: WordRows = NO_WORDS
    complement: frozenset[str] = frozenset()
    not_complement: frozenset[str] = frozenset()
    words: WordRows = NO_WORDS
    not_words: WordRows = NO_WORDS
    content_tense: frozenset[str] = frozenset()
    content_subject: str = ""
    voice: str = "any"
    polarity: str = "aff"
    speaker: str = "subject"
    addressee: str = ""
    group: str = ""
    verbless: bool = False
    topic_only: bool = False
    phrase: Phrase | None = None
    slots: Mapping[str, Any] = field(default_factory=dict, compare=False)
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()

    @cached_property
    def weight(self) -> int:
        """How much the frame asks for: of two frames that match at one place, the one that asks for more wins."""
        return (
            32 * bool(self.phrase) + 20 * bool(self.words) + 12 * bool(self.content_subject or self.content_tense)
            + 16 * bool(self.nouns) + 14 * bool(self.infinitive) + 6 * bool(self.complement)
            + 2 * bool(self.not_complement or self.not_words) + (self.polarity == "neg") + 3 * bool(self.group)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class VerbFrames:
    """Frames of one verb by their numbers: those that ask for no noun, and the others by the first words of their nouns."""

    bare: tuple[int, ...]
    by_noun: Mapping[str, tuple[int, ...]]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class FrameSet:
    """Frames, indexed by the verbs, nouns and stream keys without which they cannot match; the indexes give numbers."""

    frames: tuple[Frame, ...]
    by_verb: Mapping[str, VerbFrames]
    by_key: Mapping[str, tuple[tuple[int, Phrase], ...]]
    keys: frozenset[str]

    def of_verb(self, found: VerbFrames, near: Iterable[str]) -> list[Frame]:
        """The frames of a verb that may match where these of its nouns are near, in the order of the files."""
        numbers = {number for noun in near for number in found.by_noun[noun]}
        return [self.frames[number] for number in (sorted(numbers.union(found.bare)) if numbers else found.bare)]

    def with_phrases(self, keys: frozenset[str]) -> list[tuple[Frame, Phrase]]:
        """The frames whose phrases may match where these keys stand, in the order of the files."""
        found: dict[int, Phrase] = {}
        for key in keys & self.keys:
            for number, phrase in self.by_key[key]:
                if phrase.needed <= keys and (not phrase.choices or phrase.may_choose(keys)):
                    found[number] = phrase
        return [(self.frames[number], found[number]) for number in sorted(found)]


@lru_cache(maxsize=32)
def load_frames(language: Language, folder: str) -> FrameSet:
    """The frames of all files in a folder of the language, e.g. `frames/statements`. Raises DataFault with all faults."""
    frames: list[Frame] = []
    faults: list[str] = []
    for name in language.names(folder):
        data = language.data(name)
        label = data.get("act") or data.get("kind") or name.rpartition("/")[2]
        for number, entry in enumerate(data.get("frames") or ()):
            where = f"{language.code}/{name}.yaml frame {number + 1} ({entry.get('rule', 'no rule name')})"
            found = _faults(entry, where)
            faults.extend(found)
            if not found:
                frames.extend(_made(entry, entry.get("act", label), language, where, faults))
    if faults:
        raise DataFault(faults)
    return _indexed(frames)


def _faults(entry: Mapping[str, Any], where: str) -> list[str]:
    faults = [f"{where}: needs {need}" for need in ("rule", "accept", "reject") if not entry.get(need)]
    faults += [
        f"{where}: unknown field {name}; valid: {', '.join(sorted(FIELDS))}" for name in entry if name not in FIELDS
    ]
    if not entry.get("verbs") and not entry.get("phrases"):
        faults.append(f"{where}: needs verbs or phrases")
    if str(entry.get("voice", "any")) not in VOICES:
        faults.append(f"{where}: voice {entry['voice']} is unknown; valid: {', '.join(VOICES)}")
    for name in ("complement", "not_complement"):
        for kind in _listed(entry.get(name)):
            if kind not in COMPLEMENTS:
                faults.append(f"{where}: {name} {kind} is unknown; valid: {', '.join(sorted(COMPLEMENTS))}")
    return faults


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _made(entry: Mapping[str, Any], label: str, language: Language, where: str, faults: list[str]) -> list[Frame]:
    """The frames of an entry: one for its verbs, one for each of its phrases."""
    made = []
    if entry.get("verbs"):
        made.append(_frame(entry, label, language, None))
    for phrase in _listed(entry.get("phrases")):
        try:
            made.append(_frame(entry, label, language, compile_phrase(phrase, language)))
        except re.error as error:
            faults.append(f"{where}: phrase {phrase!r}: {error}")
    return made


def _frame(entry: Mapping[str, Any], label: str, language: Language, phrase: Phrase | None) -> Frame:
    def words(name: str) -> WordRows:
        rows = sorted((stream_words(one, language) for one in _listed(entry.get(name))), key=len, reverse=True)
        return WordRows(tuple(rows), frozenset(row[0] for row in rows))

    return Frame(
        rule=entry["rule"],
        label=label,
        verbs=frozenset() if phrase else frozenset(_listed(entry.get("verbs"))),
        infinitive=frozenset(_listed(entry.get("infinitive"))),
        nouns=NO_WORDS if phrase else words("nouns"),
        complement=frozenset(_listed(entry.get("complement"))) - {"any"},
        not_complement=frozenset(_listed(entry.get("not_complement"))),
        words=words("words"),
        not_words=words("not_words"),
        content_tense=frozenset(_listed(entry.get("content_tense"))),
        content_subject=str(entry.get("content_subject", "")),
        voice=VOICES[str(entry.get("voice", "any"))],
        polarity=str(entry.get("polarity", "any" if phrase else "aff")),
        speaker=str(entry.get("speaker", "subject")),
        addressee=str(entry.get("addressee", "")),
        group=str(entry.get("group", "")),
        verbless=bool(entry.get("verbless")),
        topic_only=bool(entry.get("topic_only")),
        phrase=phrase,
        slots=dict(entry.get("slots") or {}),
        accept=tuple(_listed(entry["accept"])),
        reject=tuple(_listed(entry["reject"])),
    )


def _indexed(frames: Sequence[Frame]) -> FrameSet:
    by_verb: dict[str, list[int]] = {}
    by_key: dict[str, list[tuple[int, Phrase]]] = {}
    for number, frame in enumerate(frames):
        for verb in sorted(frame.verbs):
            by_verb.setdefault(verb, []).append(number)
        if frame.phrase is not None:
            for key in sorted(frame.phrase.keys):
                by_key.setdefault(key, []).append((number, frame.phrase))
    return FrameSet(
        tuple(frames),
        {verb: _by_noun(frames, numbers) for verb, numbers in by_verb.items()},
        {key: tuple(phrases) for key, phrases in by_key.items()},
        frozenset(by_key),
    )


def _by_noun(frames: Sequence[Frame], numbers: Sequence[int]) -> VerbFrames:
    by_noun: dict[str, list[int]] = {}
    for number in numbers:
        for noun in sorted(frames[number].nouns.heads):
            by_noun.setdefault(noun, []).append(number)
    bare = tuple(number for number in numbers if not frames[number].nouns)
    return VerbFrames(bare, {noun: tuple(many) for noun, many in by_noun.items()}, frozenset(by_noun))
