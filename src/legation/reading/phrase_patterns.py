"""Phrases of frames, as a person writes them, into patterns over the chunk stream.

Words are written as the language writes them; `{actor}` is the speaker, `{other}` the side spoken to, `{verb:a|b}` a verb
group, `{gap}` up to four chunks, `{date}`, `{sum}`, `{place}`, `{body}`, `{unit}`, `{state}` what they say; `( … )?` and
`|` are as in regular expressions. Every code of a stream is followed by a space, and so is every word of a pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from legation.languages import Language
from legation.reading.grammar import Grammar, grammar
from legation.reading.tokens import tokens

PART = re.compile(r"\{[^}]*\}|\(|\)\?|\)|\||[^\s(){}|]+")
MACROS = {"gap": r"(?:[^ ;]+ ){0,4}?", "date": "@D ", "sum": "@M ", "place": "@L ", "body": "@B ", "unit": "@U ",
          "state": "@S ", "adv": r"(?:(?![V@])[^ ;]+ ){0,3}?", "any": r"[^ ]+ "}  # fmt: skip
GAPS = ("gap", "any", "adv")
OPERATORS = {"(": "(?:", ")": ")", ")?": ")?", "|": "|"}
OFTEN = {"@A": 100, "@D": 40, "@L": 20, "@S": 20}  # sentences of a hundred that a mention stands in, roughly
COMMON_WORD, COMMON_VERB = 50, 10  # the same for a function word and an auxiliary; any other word stands in one
Keys = frozenset[str]
Needs = tuple[Keys, ...]


@dataclass(frozen=True)
class Phrase:
    """The regular expression of a phrase, stream keys of which every match holds at least one, how many gaps it has.

    The key of a verb group is `V:lemma`, that of another chunk its code. `keys` are those seen least; a match also holds
    all of `needed`, and one of each of the further `choices`. `named` are the actors that it names.
    """

    source: str
    keys: Keys
    gaps: int
    needed: Keys = frozenset()
    choices: Needs = ()
    named: frozenset[str] = frozenset()

    def may_choose(self, keys: Keys) -> bool:
        """Whether these keys hold one of each of the choices."""
        return not any(map(keys.isdisjoint, self.choices))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression, compiled when a sentence first holds one of the keys: a report meets few of them."""
        return re.compile(self.source)

    def matches(self, stream: str) -> list[re.Match[str]]:
        """Where the phrase stands in a stream, none overlapping another; a match begins where a code begins.

        The expression itself does not ask for that, so that its first letters can be searched for.
        """
        kept: list[re.Match[str]] = []
        at = 0
        while (found := self.pattern.search(stream, at)) is not None:
            begin, at = found.span()
            if not begin or stream[begin - 1] == " ":
                kept.append(found)
            else:
                at = begin + 1
        return kept


def singular(word: str) -> str:
    """The word without its plural mark, as streams write it (words of three letters and less stay)."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def stream_words(text: str, language: Language) -> tuple[str, ...]:
    """The codes that words have in a stream: lower case, no article, contractions and elisions written out, singular."""
    known = grammar(language)
    codes = []
    for token in tokens(text, 0, len(text), language):
        word = token.lower
        if word in known.articles:
            continue
        if word in known.contractions:
            codes.append(known.contractions[word])
        elif token.kind == "elision":
            codes.append(known.elisions.get(word[:-1], word[:-1]))
        else:
            codes.append(singular(word))
    return tuple(codes)


def compile_phrase(phrase: str, language: Language) -> Phrase:
    """What a phrase stands for. Raises re.error for an unknown macro, a bracket without its fellow, no telling word."""
    reader = _Reader(PART.findall(phrase)[::-1], language, grammar(language))
    needs = reader.choice()
    if reader.parts:
        raise re.error(f"a bracket closes that was never opened: {phrase}")
    if not needs:
        raise re.error(f"no word that every match must hold: {phrase}")
    gaps = sum(reader.source.count(MACROS[name]) for name in GAPS)
    keys = reader.rarest(needs)
    needed = frozenset().union(*(one for one in needs if len(one) == 1))
    choices = tuple([one for one in needs if len(one) > 1 and one != keys])
    return Phrase("".join(reader.source), keys, gaps, needed, choices, frozenset(reader.named))


@dataclass(slots=True)
class _Reader:
    """Reads the parts of a phrase, the next one last in `parts`; each step gives what every match of it needs."""

    parts: list[str]
    language: Language
    known: Grammar
    source: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def choice(self) -> Needs:
        """One of several sequences: the rarest keys of all, or nothing if one of them needs none."""
        found = [self._sequence()]
        while self._take("|"):
            found.append(self._sequence())
        if len(found) == 1:
            return found[0]
        return (frozenset().union(*map(self.rarest, found)),) if all(found) else ()

    def rarest(self, needs: Needs) -> Keys:
        """Of some sets of keys the one that is seen least."""
        return min(needs, key=self._seen)

    def _sequence(self) -> Needs:
        """Parts in a row: what all of them need."""
        found: list[Keys] = []
        while self.parts and self.parts[-1] not in {"|", ")", ")?"}:
            found.extend(self._part(self.parts.pop()))
        return tuple(found)

    def _part(self, part: str) -> Needs:
        if part == "(":
            self.source.append(OPERATORS[part])
            needs = self.choice()
            optional = self._take(")?")
            if not optional and not self._take(")"):
                raise re.error("a bracket opens that is never closed")
            return () if optional else needs
        if part.startswith("{"):
            return self._macro(part[1:-1])
        words = stream_words(part, self.language)
        self.source.extend(re.escape(word) + " " for word in words)
        return tuple([frozenset({word}) for word in words])

    def _macro(self, name: str) -> Needs:
        if name in {"actor", "other"}:
            group = "?:" if name in self.named else f"?P<{name}>"
            self.named.add(name)
            self.source.append(rf"(?:@S )?({group}@A )(?:@S )?")
            return (frozenset({"@A"}),)
        if name.startswith("verb:"):
            lemmas = name.removeprefix("verb:")
            self.source.append(rf"V:(?:{lemmas}):\S+ ")
            return (frozenset(f"V:{lemma}" for lemma in lemmas.split("|")),)
        if name not in MACROS:
            raise re.error(f"unknown macro {{{name}}}; valid: actor, other, verb:…, {', '.join(MACROS)}")
        self.source.append(MACROS[name])
        code = MACROS[name].strip()
        return (frozenset({code}),) if code.startswith("@") else ()

    def _take(self, operator: str) -> bool:
        """Whether this operator stands next; it is then read."""
        if not self.parts or self.parts[-1] != operator:
            return False
        self.source.append(OPERATORS[self.parts.pop()])
        return True

    def _seen(self, keys: Keys) -> tuple[int, int, list[str]]:
        """How often one of the keys is seen, roughly, and a tie-break: the longer word is the rarer one."""
        return sum(map(self._often, keys)), -min(map(len, keys)), sorted(keys)

    def _often(self, key: str) -> int:
        if key in self.known.function_words or len(key) == 1:
            return COMMON_WORD
        auxiliary = key.removeprefix("V:") in self.known.auxiliaries
        return COMMON_VERB if auxiliary else OFTEN.get(key, 1)
