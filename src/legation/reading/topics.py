"""Which of the codebook's topics a span of text names.

Phrases of the language file are found in one pass over the span's words, brought to a plain form (lower case, no
accents, no articles, no plural marks). Some phrases hide what they cover (« ministre de la Défense »); a topic that a
narrower one stands beside is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

from legation.languages import Language
from legation.languages.loader import language as language_of

WORD = re.compile(r"[^\W_]+(?:[-+&][^\W_]+|\+)*|[^\w\s'’«»“”\"]")
PIECE = re.compile(r"\(([^()]*)\)(\??)|([^\s()]+)")
ACCENTS = {
    chr(code): unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xC0, 0x250)
    if unicodedata.decomposition(chr(code))
} | {"œ": "oe", "æ": "ae", "đ": "d", "’": "'"}
NOT_PLAIN = re.compile(r"[^\x00-\x7f]")
NONE = -1
Hit = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class TopicRule:
    """A rule of the topics file: its topic, the phrases that count and the company they need."""

    rule: str
    topic: str
    over: bool
    company: re.Pattern[str] | None
    without: re.Pattern[str] | None

    def allows(self, words: str) -> bool:
        """Whether the plain words of the span have the company that the rule asks for, and none that it forbids."""
        if self.company is not None and self.company.search(words) is None:
            return False
        return self.without is None or self.without.search(words) is None


@dataclass(frozen=True, slots=True)
class Topics:
    """The compiled topics file of a language: which rules may begin at a word, or at a beginning of a word.

    Each rule stands with the regular expression of its phrases that begin so; NONE is the rule of neutral phrases.
    """

    by_word: Mapping[str, tuple[tuple[int, str], ...]]
    by_prefix: Mapping[str, tuple[tuple[int, str], ...]]
    prefixes: re.Pattern[str]
    rules: tuple[TopicRule, ...]
    broader: Mapping[str, frozenset[str]]
    last_resort: Mapping[str, frozenset[str]]


def find_topics(text: str, start: int, end: int, language: Language | str) -> tuple[str, ...]:
    """The codebook topics that text[start:end] names, in the order of their first words; empty where it names none."""
    code = language.code if isinstance(language, Language) else language
    known = _topics(code)
    topics = list(dict.fromkeys(known.rules[rule].topic for rule in _rules_in(text[start:end], code)))
    dropped = {broad for topic in topics for broad in known.broader.get(topic, ())}
    dropped |= {topic for topic, beside in known.last_resort.items() if not beside.issuperset({*topics} - {topic})}
    return tuple(topic for topic in topics if topic not in dropped)


def find_rules(text: str, language: Language | str) -> tuple[tuple[str, str], ...]:
    """The (rule, topic) pairs that a phrase sets off, with broader topics too: for tests and explanations."""
    code = language.code if isinstance(language, Language) else language
    known = _topics(code)
    return tuple((known.rules[rule].rule, known.rules[rule].topic) for rule in _rules_in(text, code))


@lru_cache(maxsize=32)
def _rules_in(text: str, code: str) -> tuple[int, ...]:
    """The rules that the words of a text set off, in the order of these words."""
    known = _topics(code)
    plain = list(filter(None, map(_reader(code), WORD.findall(text))))
    words = f" {' '.join(plain)} "
    hits, hidden = _found(words, plain, known)
    seen = [hit for hit in hits if not _covered(hit, hidden)] if hidden else hits
    return tuple([rule for _, _, rule in seen if known.rules[rule].allows(words)])


def _covered(hit: Hit, hidden: Sequence[Hit]) -> bool:
    begin, last, rule = hit
    return any(one <= begin and last <= other and rule != cause for one, other, cause in hidden)


def _found(words: str, plain: Sequence[str], known: Topics) -> tuple[list[Hit], list[Hit]]:
    """All phrases in the plain words, and those that hide what they cover: (begin, last, rule), in order."""
    places = accumulate([len(word) + 1 for word in plain], initial=1)
    candidates = [(at, known.by_word[word]) for word, at in zip(plain, places, strict=False) if word in known.by_word]
    candidates += [(one.start(1), known.by_prefix[one.group(1)]) for one in known.prefixes.finditer(words)]
    hits: list[Hit] = []
    hidden: list[Hit] = []
    for at, rules in candidates:
        for rule, source in rules:
            match = _compiled(source).match(words, at)
            if match is not None:
                hit = (at - 1, match.end() - 1, rule)
                if rule == NONE or known.rules[rule].over:
                    hidden.append(hit)
                if rule != NONE:
                    hits.append(hit)
    return sorted(hits), hidden


@lru_cache(maxsize=4096)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@lru_cache(maxsize=8)
def _reader(code: str) -> Callable[[str], str]:
    """Brings a word to its plain form: lower case, without accents and plural mark; an article is empty."""
    merges = _merges(code)

    @lru_cache(maxsize=1 << 14)
    def plain(word: str) -> str:
        bare = _bare(word)
        if bare in merges:
            return merges[bare]
        return bare[:-1] if len(bare) > 3 and bare[-1] in "sx" else bare

    return plain


def _plain_phrase(phrase: str, code: str) -> str:
    return " ".join(filter(None, map(_reader(code), WORD.findall(phrase))))


@lru_cache(maxsize=8)
def _topics(code: str) -> Topics:
    data, entries = language_of(code).data("topics"), topic_entries(code)
    index: dict[str, dict[int, list[str]]] = {}
    rules: list[TopicRule] = []
    for entry in entries:
        for item in entry["rules"]:
            _add(index, len(rules), item["match"], code)
            rules.append(_rule(item, entry["topic"], code))
    _add(index, NONE, data["neutral"], code)
    by_word, by_prefix = _joined(index, star=False), _joined(index, star=True)
    prefixes = re.compile(rf"(?<= )({'|'.join(sorted(by_prefix, key=len, reverse=True))})")
    broader = {entry["topic"]: frozenset(entry.get("broader", ())) for entry in entries}
    last_resort = {entry["topic"]: frozenset(entry["beside"]) for entry in entries if entry.get("last_resort")}
    return Topics(by_word, by_prefix, prefixes, tuple(rules), broader, last_resort)


def topic_entries(code: str) -> list[Mapping[str, Any]]:
    """The topics of all themes, as the language's files hold them."""
    known = language_of(code)
    return [entry for name in known.names("topics") for entry in known.data(name)["topics"]]


def _rule(item: Mapping[str, Any], topic: str, code: str) -> TopicRule:
    def company(side: str) -> re.Pattern[str] | None:
        sources = [source for pattern in item.get(side, ()) for source in _source(pattern, code).values()]
        return re.compile(rf"(?<= )(?:{'|'.join(sources)})") if sources else None

    return TopicRule(item["rule"], topic, bool(item.get("over")), company("with"), company("without"))


def _joined(index: Mapping[str, Mapping[int, list[str]]], *, star: bool) -> dict[str, tuple[tuple[int, str], ...]]:
    return {
        key.removesuffix("*"): tuple((rule, "|".join(sources)) for rule, sources in sorted(rules.items()))
        for key, rules in index.items()
        if key.endswith("*") == star
    }


@lru_cache(maxsize=8)
def _merges(code: str) -> Mapping[str, str]:
    data = language_of(code).data("topics")
    merge = dict.fromkeys(data["articles"], "") | {word: word for word in data["plurals"]} | data["merge"]
    return {_bare(word): _bare(other) for word, other in merge.items()}


def _bare(word: str) -> str:
    plain = word.lower()
    for char in set(NOT_PLAIN.findall(plain)):
        plain = plain.replace(char, ACCENTS.get(char, char))
    return plain


def _add(index: dict[str, dict[int, list[str]]], rule: int, patterns: Iterable[str], code: str) -> None:
    """Enter each pattern's regular expression under the first words that it may have."""
    for pattern in patterns:
        for first, source in _source(pattern, code).items():
            sources = index.setdefault(first, {}).setdefault(rule, [])
            if source not in sources:
                sources.append(source)


def _source(pattern: str, code: str) -> dict[str, str]:
    """The regular expression of a pattern over plain words, by each word that it may begin with."""
    groups = [_choices(match[1], match[2], match[3], code) for match in PIECE.finditer(pattern)]
    tails = ["".join(_either(group) for group in groups[at + 1 :]) for at in range(len(groups))]
    found: dict[str, list[str]] = {}
    for group, tail in zip(groups, tails, strict=True):
        for choice in filter(None, group):
            found.setdefault(choice.split(" ")[0], []).append(_words(choice) + tail)
        if "" not in group:
            break
    return {first: "|".join(sources) for first, sources in found.items()}


def _choices(group: str | None, optional: str | None, word: str | None, code: str) -> list[str]:
    """The plain phrases that may stand at a place of a pattern, the longest first; "" where the place may be empty."""
    choices = [word or ""] if group is None else group.split("|")
    plain = {_plain_phrase(choice.removesuffix("*"), code) + "*" * choice.endswith("*") for choice in choices}
    return sorted(plain | ({""} if optional else set()), key=lambda one: (-len(one), one))


def _either(choices: Sequence[str]) -> str:
    return f"(?:{'|'.join(_words(choice) for choice in choices)})"


def _words(choice: str) -> str:
    """The regular expression of a choice, every word with the space after it."""
    if not choice:
        return ""
    return re.escape(choice[:-1]) + "[^ ]* " if choice.endswith("*") else re.escape(choice) + " "
