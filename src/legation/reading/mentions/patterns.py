"""Rules over strings of word classes.

A pattern is written with the names of classes (`<month>`; `<month:until_month>` also keeps the value for a slot), bare
words (`la fin de l'année`), fragments by name (`{day}`), composites (`<N:count>`, a pattern whose words are kept), and
the operators ( ) | ? * + $ with (?= ) (?! ) (?<= ) (?<! ). It becomes a regular expression over the codes of the atoms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from legation.errors import DataFault
from legation.reading.mentions.atoms import Atoms, Lexicon, split_words, word_class

_PIECE = re.compile(r"\(\?<?[=!]|[()|?*+$]|<\w+(?::\w+)?>|[^\s()|?*+$<>]+")
_REACH = 12  # atoms that a rule tried at one place may reach over
_TERMINAL = re.compile(r"<(\w+)(?::(\w+))?>")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched atoms[first:last], with the values that it kept by slot."""

    rule: str
    first: int
    last: int
    slots: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: its regular expression, the codes that it can begin with, whether it may be empty.

    `need` are codes of which every match holds one; None where that cannot be said.
    """

    source: str
    first: frozenset[str]
    empty: bool
    need: frozenset[str] | None = None


@dataclass(frozen=True)
class _Rule:
    name: str
    source: str
    first: frozenset[str]
    need: frozenset[str]
    slots: Mapping[str, tuple[str, str]]

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Matches codes from a place on; compiled when a text first holds what the rule needs."""
        return re.compile(self.source).match


class Rules:
    """Named patterns, tried in order at every place where they can begin; the first that fits wins."""

    def __init__(
        self,
        lexicon: Lexicon,
        patterns: Sequence[tuple[str, str]],
        *,
        fragments: Mapping[str, str] | None = None,
        composites: Mapping[str, str] | None = None,
        core: Sequence[str] = (),
    ) -> None:
        self._lexicon = lexicon
        compiler = _Compiler(lexicon, fragments or {}, composites or {})
        self._rules = [compiler.rule(name, pattern) for name, pattern in patterns]
        self._starters: dict[str, tuple[_Rule, ...]] = {
            code: tuple(rule for rule in self._rules if code in rule.first)
            for code in sorted(frozenset().union(*(rule.first for rule in self._rules)))
        }
        anchors = "".join(sorted({code for name in core for code in lexicon.codes_of(name)}))
        self._runs = re.compile(rf"[^\n.{anchors}]*+[{anchors}][^\n.]*+" if core else r"[^\n.]++")

    def find(self, atoms: Atoms) -> Iterator[Match]:
        """The matches in the atoms, left to right, none overlapping another."""
        codes, starters = atoms.codes, self._starters
        for run in self._runs.finditer(codes):
            place, last = run.span()
            present = frozenset(run[0])
            while place < last:
                match = self._match(atoms, starters.get(codes[place], ()), place, present)
                if match is not None:
                    yield match
                place = place + 1 if match is None else match.last

    def match_at(self, atoms: Atoms, place: int) -> Match | None:
        """The first rule that fits at a place."""
        rules = self._starters.get(atoms.codes[place])
        return self._match(atoms, rules, place, frozenset(atoms.codes[place : place + _REACH])) if rules else None

    def _match(self, atoms: Atoms, rules: Sequence[_Rule], place: int, present: frozenset[str]) -> Match | None:
        for rule in rules:
            if rule.need.isdisjoint(present):
                continue
            match = rule.match(atoms.codes, place)
            if match is not None and match.end() > place:
                return Match(rule.name, place, match.end(), self._slots(atoms, rule, match))
        return None

    def _slots(self, atoms: Atoms, rule: _Rule, match: re.Match[str]) -> dict[str, Any]:
        kept = {}
        for group, (slot, kind) in rule.slots.items():
            first, last = match.span(group)
            if first >= 0:
                words = atoms.words[first:last]
                kept[slot] = tuple(words) if kind == "words" else self._lexicon.value(words[0], kind)
        return kept


class _Compiler:
    """Reads patterns; one for all the rules of a set."""

    def __init__(self, lexicon: Lexicon, fragments: Mapping[str, str], composites: Mapping[str, str]) -> None:
        self._lexicon, self._fragments, self._composites = lexicon, fragments, composites
        self._pieces: list[str] = []
        self._slots: dict[str, tuple[str, str]] = {}

    def rule(self, name: str, pattern: str) -> _Rule:
        self._pieces = list(reversed(_PIECE.findall(expand(pattern, self._fragments))))
        self._slots = {}
        part = self._choice()
        if self._pieces:
            raise DataFault([f"rule {name}: cannot read {pattern!r} from {self._pieces[-1]!r} on"])
        need = part.need or part.first
        return _Rule(name, part.source, part.first, need, dict(self._slots))

    def _choice(self) -> _Part:
        parts = [self._sequence()]
        while self._pieces and self._pieces[-1] == "|":
            self._pieces.pop()
            parts.append(self._sequence())
        if len(parts) == 1:
            return parts[0]
        first = frozenset().union(*(part.first for part in parts))
        needs = [part.need for part in parts if part.need is not None]
        need = frozenset().union(*needs) if len(needs) == len(parts) else None
        return _Part("|".join(part.source for part in parts), first, any(part.empty for part in parts), need)

    def _sequence(self) -> _Part:
        source, first, empty = "", frozenset[str](), True
        need: frozenset[str] | None = None
        while self._pieces and self._pieces[-1] not in {"|", ")"}:
            part = self._item()
            first = first | part.first if empty else first
            source, empty = source + part.source, empty and part.empty
            if part.need is not None and (need is None or len(part.need) < len(need)):
                need = part.need
        return _Part(source, first, empty, need)

    def _item(self) -> _Part:
        part = self._atom(self._pieces.pop())
        while self._pieces and self._pieces[-1] in {"?", "*", "+"}:
            operator = self._pieces.pop()
            once = operator == "+"
            source = f"(?:{part.source}){operator}"
            part = _Part(source, part.first, part.empty or not once, part.need if once else None)
        return part

    def _atom(self, piece: str) -> _Part:
        if piece == "$":
            return _Part("$", frozenset(), True)
        if piece.startswith("("):
            inner = self._choice()
            self._pieces.pop()
            if piece == "(":
                return _Part(f"(?:{inner.source})", inner.first, inner.empty, inner.need)
            return _Part(f"{piece}{inner.source})", frozenset(), True)
        terminal = _TERMINAL.fullmatch(piece)
        return self._terminal(terminal[1], terminal[2]) if terminal else self._words(piece)

    def _words(self, piece: str) -> _Part:
        sets = [self._lexicon.codes_of(word_class(word)) for word in split_words(piece)]
        source = "".join(f"[{codes}]" for codes in sets)
        rarest = min((frozenset(codes) for codes in sets), key=len)
        return _Part(source if len(sets) == 1 else f"(?:{source})", frozenset(sets[0]), False, rarest)

    def _terminal(self, name: str, slot: str | None) -> _Part:
        if name in self._composites:
            pieces, self._pieces = self._pieces, list(reversed(_PIECE.findall(self._composites[name])))
            part, kind = self._choice(), "words"
            self._pieces = pieces
        else:
            codes, kind = self._lexicon.codes_of(name), name
            part = _Part(f"[{codes}]", frozenset(codes), False, frozenset(codes))
        if slot is None:
            return _Part(f"(?:{part.source})", part.first, part.empty, part.need)
        group = f"g{len(self._slots)}"
        self._slots[group] = (slot, kind)
        return _Part(f"(?P<{group}>{part.source})", part.first, part.empty, part.need)


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """The pattern with each {name} replaced by the fragment of that name. Raises DataFault where there is none."""
    for _ in range(9):
        names = re.findall(r"\{(\w+)\}", pattern)
        if not names:
            return pattern
        unknown = [name for name in names if name not in fragments]
        if unknown:
            raise DataFault([f"no fragment {unknown[0]!r} for {pattern!r}; known are {', '.join(fragments)}"])
        pattern = re.sub(r"\{(\w+)\}", lambda found: f"( {fragments[found[1]]} )", pattern)
    raise DataFault([f"a fragment names itself: {pattern}"])


def literal_words(patterns: Sequence[str]) -> list[str]:
    """The bare words that patterns name."""
    plain = [re.sub(r"\{\w+\}", " ", pattern) for pattern in patterns]
    pieces = [piece for pattern in plain for piece in _PIECE.findall(pattern)]
    bare = {word for piece in pieces if piece[0] not in "()|?*+$<" for word in split_words(piece)}
    return sorted(word for word in bare if word_class(word).startswith("="))
