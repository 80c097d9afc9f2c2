"""Tokens and mentions into chunks: verb groups with tense, voice and negation, actors, dates, sums, places, words.

Stage three of the cascade. Every sentence becomes a row of chunks and, beside it, a *stream*: the chunks' codes, each
followed by a space, on which frames match. The codes:

    V:lemma:tense:voice:polarity   a verb group; reflexive lemmas start with se_ ; adverbs and clitics are absorbed
    @A actor   @D date   @M sum   @L place   @B body   @U unit   @S state adjective
    a word in lower case, without article, contractions and elisions spelt out, plural mark stripped; or punctuation
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from legation.languages import Language
from legation.model.mentions import (
    BodyMention,
    DateMention,
    Mention,
    PersonMention,
    PlaceMention,
    RoleMention,
    StateMention,
    SumMention,
    UnitMention,
)
from legation.reading.coordination import coordinated
from legation.reading.first_person import told_of_oneself
from legation.reading.grammar import Grammar, grammar
from legation.reading.phrase_patterns import singular
from legation.reading.tokens import Token, sentences, tokens
from legation.reading.verb_groups import FINITE, REFLEXIVE, VerbGroup, VerbTable, parse_verb_group, verb_table

CODES = {
    PersonMention: "@A",
    RoleMention: "@A",
    StateMention: "@A",
    BodyMention: "@B",
    PlaceMention: "@L",
    DateMention: "@D",
    SumMention: "@M",
    UnitMention: "@U",
}
WEIGHT: dict[type, int] = {
    PersonMention: 0, DateMention: 1, SumMention: 1, RoleMention: 2, BodyMention: 2, UnitMention: 2, PlaceMention: 3,
    StateMention: 4,
}  # fmt: skip
SPEAKING_BODIES = frozenset({"mission", "organisation"})  # those that act for the organisation whose they are
MINIMAL_REMARK, REMARK = 4, 7  # tokens of a remark that may tell something; chunks of an adverbial
ADJECTIVES = frozenset({"adjective", "compound"})
SITES = frozenset({"site", "base", "airport", "port", "palace"})  # « l'hôpital de Nairobi » stands for no state


class Chunk(NamedTuple):
    """One link of a sentence: text[start:end], its code in the stream, and what it holds.

    `mention` for @ codes, `verb` for V codes, `also` other mentions that begin and end inside the chunk's span. A
    participle that stands alone has its own form as `participle`, in the singular, for frames that name it.
    """

    start: int
    end: int
    code: str
    word: str = ""
    mention: Mention | None = None
    verb: VerbGroup | None = None
    also: tuple[Mention, ...] = ()
    participle: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What a frame may call it: its code, its own form if it is a participle, its lemma."""
        if self.verb is None:
            return (self.code,)
        return self.code, self.participle, self.verb.lemma.removeprefix(REFLEXIVE)

    @property
    def finite(self) -> bool:
        """Whether the chunk is a finite verb."""
        return self.verb is not None and self.verb.finite


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a zone: its chunks, the stream of their codes, and the stream offset of each chunk.

    `verbs` are the indexes of its verb groups, `keys` the codes of its chunks, `V:lemma` for verbs; `names` are all that
    a frame may call one of its chunks, `places` the indexes of the chunks of each name, in order, `dated` those of the
    chunks that hold a date.
    """

    start: int
    end: int
    zone: str
    number: int
    paragraph: int
    chunks: tuple[Chunk, ...]
    stream: str = ""
    offsets: tuple[int, ...] = field(default=(), repr=False)
    verbs: tuple[int, ...] = field(default=(), repr=False)
    keys: frozenset[str] = field(default=frozenset(), repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)
    places: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False, compare=False)
    dated: tuple[int, ...] = field(default=(), repr=False)

    def says(self, words: tuple[str, ...], at: int) -> bool:
        """Whether words in stream form stand from a chunk index on; a participle counts by its own form."""
        if not 0 <= at <= len(self.chunks) - len(words):
            return False
        first = self.chunks[at]
        return words[0] in (first.code, first.participle) and all(
            word in (chunk.code, chunk.participle)
            for word, chunk in zip(words[1:], self.chunks[at + 1 : at + len(words)], strict=True)
        )

    def at(self, stream_offset: int) -> int:
        """The index of the chunk whose code stands at an offset of the stream."""
        return bisect_right(self.offsets, stream_offset) - 1


def chunk_zone(
    text: str, start: int, end: int, zone: str, paragraph: int, mentions: Sequence[Mention], language: Language,
    first_number: int, *, of_oneself: bool = False,
) -> list[Sentence]:  # fmt: skip
    """The sentences of text[start:end]; `mentions` are those of the zone, in any order.

    `of_oneself` marks the answers of an interview, where « nous » may be a subject that somebody is meant by.
    """
    known, verbs = grammar(language), verb_table(language)
    found = tokens(text, start, end, language)
    heads, inner = _choose(mentions)
    out: list[Sentence] = []
    for row in sentences(found, text, language):
        if of_oneself:
            row = told_of_oneself(row, verbs.forms, known)
        chunks = coordinated(_Chunker(row, heads, inner, known, verbs).run(), known)
        if chunks:
            out.append(_sentence(chunks, zone, paragraph, first_number + len(out)))
    return out


def _sentence(chunks: list[Chunk], zone: str, paragraph: int, number: int) -> Sentence:
    codes = [chunk.code for chunk in chunks]
    verbs = [index for index, chunk in enumerate(chunks) if chunk.verb is not None]
    words = frozenset(codes).difference([codes[at] for at in verbs])
    places = _places(chunks)
    return Sentence(
        chunks[0].start, chunks[-1].end, zone, number, paragraph, tuple(chunks),
        stream=" ".join(codes) + " ",
        offsets=tuple(accumulate([len(code) + 1 for code in codes[:-1]], initial=0)),
        verbs=tuple(verbs),
        keys=words.union([f"V:{verb.lemma}" for at in verbs if (verb := chunks[at].verb) is not None]),
        names=frozenset(places),
        places=places,
        dated=tuple([at for at, chunk in enumerate(chunks) if chunk.code == "@D" or (chunk.also and _dated(chunk.also))]),
    )  # fmt: skip


def _places(chunks: Sequence[Chunk]) -> dict[str, list[int]]:
    """All that a frame may call one of some chunks, with the indexes of those called so."""
    found: dict[str, list[int]] = {}
    for index, chunk in enumerate(chunks):
        if chunk.verb is None:
            found.setdefault(chunk.code, []).append(index)
        else:
            for name in {*chunk.names}:
                found.setdefault(name, []).append(index)
    return found


def _dated(also: Iterable[Mention]) -> bool:
    return any(isinstance(one, DateMention) for one in also)


def _rank(mention: Mention) -> tuple[int, int, int]:
    adjective = isinstance(mention, StateMention) and mention.form in ADJECTIVES
    return 5 if adjective else WEIGHT[type(mention)], mention.start - mention.end, mention.start


def _choose(mentions: Sequence[Mention]) -> tuple[dict[int, Mention], dict[int, tuple[Mention, ...]]]:
    """The outermost, weightiest mentions by their start, and what lies inside each."""
    taken: dict[int, Mention] = {}
    starts: list[int] = []
    inside: dict[int, list[Mention]] = {}
    weight: dict[int, int] = {}
    for mention in sorted(mentions, key=_rank):
        hosts = _overlapping(mention, taken, starts)
        if hosts:
            inside.setdefault(min(hosts, key=weight.__getitem__), []).append(mention)
        else:
            weight[mention.start] = len(taken)
            taken[mention.start] = mention
            insort(starts, mention.start)
    return taken, {start: tuple(many) for start, many in inside.items()}


def _overlapping(mention: Mention, taken: Mapping[int, Mention], starts: Sequence[int]) -> list[int]:
    """The starts of those taken, none of which overlaps another, that share characters with a mention."""
    hosts = []
    at = bisect_left(starts, mention.end)
    while at and taken[starts[at - 1]].end > mention.start:
        at -= 1
        hosts.append(starts[at])
    return hosts


@dataclass(slots=True)
class _Chunker:
    row: list[Token]
    heads: Mapping[int, Mention]
    inner: Mapping[int, tuple[Mention, ...]]
    known: Grammar
    verbs: VerbTable
    out: list[Chunk] = field(default_factory=list)

    def run(self) -> list[Chunk]:
        row, heads, openers = self.row, self.heads, self.verbs.openers
        index, size = 0, len(row)
        while index < size:
            token = row[index]
            telling = token.start in heads or token.lower in openers
            index = self._step(index) if telling else self._word(index)
        return self.out

    def _step(self, index: int) -> int:
        token = self.row[index]
        mention = self.heads.get(token.start)
        if isinstance(mention, RoleMention) and mention.ordinal > 0 and self._counts_a_noun(mention):
            mention = None
        if token.lower in self.verbs.openers and (mention is None or self._is_clitic(token, mention)):
            after = self._verb(index, token)
            if after is not None:
                return after
        if mention is not None and not self._stressed(index, mention):
            return self._mention(index, mention)
        return self._word(index)

    def _is_clitic(self, token: Token, mention: Mention) -> bool:
        """Whether what was taken for a role is a pronoun that leads up to a verb."""
        clitic = token.lower in self.known.clitics or token.lower in self.known.negation_first
        return clitic and isinstance(mention, RoleMention) and mention.end <= token.end

    def _verb(self, index: int, token: Token) -> int | None:
        """The index after the verb group that starts here; None if none does."""
        if token.lower not in self.verbs.forms and not self._opens(index + 1):
            return None
        parsed = parse_verb_group(
            self.row, index, self.known, self.verbs, self.heads,
            governed=self._governed(index), after_subject=self._after_subject(),
        )  # fmt: skip
        if parsed is None:
            return None
        group, after = parsed
        self._enclosed(index, after)
        alone = singular(token.lower) if group.tense in {"pp", "prespart"} and after == index + 1 else ""
        self.out.append(Chunk(token.start, self.row[after - 1].end, group.code, verb=group, participle=alone))
        return after

    def _opens(self, index: int) -> bool:
        """Whether a verb group may begin, or go on behind a clitic, at this token."""
        return index < len(self.row) and self.row[index].lower in self.verbs.openers

    def _counts_a_noun(self, mention: RoleMention) -> bool:
        """Whether an ordinal only counts the noun after it: « la première rencontre », not « la première a salué »."""
        after = next((token for token in self.row if token.start >= mention.end), None)
        if after is None or after.kind != "word" or after.lower in self.verbs.nouns_first:
            return after is not None and after.kind == "word"
        known = self.known
        passed = known.clitics.keys() | known.negation_first | known.prepositions | known.coordinate | known.relative
        if after.lower in passed or after.lower in known.adverbs or after.lower in known.that:
            return False
        return after.lower not in self.verbs.forms and after.start not in self.heads

    def _enclosed(self, index: int, after: int) -> None:
        """The chunks of a remark between commas inside a verb group (« avait, lors d'une visite, promis »), before the verb."""
        if after - index <= MINIMAL_REMARK:
            return
        commas = [at for at in range(index, after) if self.row[at].lower == ","]
        if len(commas) < 2 or commas[-1] - commas[0] < MINIMAL_REMARK:
            return
        at = commas[0]
        while at <= commas[-1]:
            at = self._step(at)

    def _mention(self, index: int, mention: Mention) -> int:
        mention = self._seat(index, mention)
        code = CODES[type(mention)]
        if isinstance(mention, StateMention) and mention.form in ADJECTIVES:
            code = "@S"
        if isinstance(mention, BodyMention) and mention.type in SPEAKING_BODIES and len(mention.parties) == 1:
            code = "@A"
        also = self.inner.get(mention.start, ())
        end = max(mention.end, self.row[index].end)
        also += tuple(self.heads[at] for at in range(mention.end, end) if at in self.heads)
        self.out.append(Chunk(mention.start, end, code, mention=mention, also=also))
        index += 1
        while index < len(self.row) and self.row[index].start < mention.end:
            index += 1
        return index

    def _word(self, index: int) -> int:
        token = self.row[index]
        if token.lower not in self.known.articles or not self._leads_on(index):
            self.out.append(Chunk(token.start, token.end, self._normal(token), token.lower))
        return index + 1

    def _leads_on(self, index: int) -> bool:
        """Whether an article has a word after it; « l'un »: what follows an article is no article."""
        return index + 1 < len(self.row) and not (index and self.row[index - 1].lower in self.known.articles)

    def _normal(self, token: Token) -> str:
        word = token.lower
        if word in self.known.contractions:
            return self.known.contractions[word]
        if token.kind == "elision":
            return self.known.elisions.get(word[:-1], word[:-1])
        return singular(word)

    def _seat(self, index: int, mention: Mention) -> Mention:
        """The state that a capital stands for, where no word of place governs it (« Oslo a promis », not « à Oslo »)."""
        governed = index and self.row[index - 1].lower in self.known.locatives
        if governed or not isinstance(mention, PlaceMention) or mention.kind in SITES:
            return mention
        inside = self.inner.get(mention.start, ())
        seats = [
            one for one in inside if isinstance(one, StateMention) and one.form == "capital" and one.end == mention.end
        ]
        return seats[0] if seats else mention

    def _stressed(self, index: int, mention: Mention) -> bool:
        """Whether a pronoun between commas only stresses the subject before it (« Berg, lui, a refusé »)."""
        if not isinstance(mention, RoleMention) or mention.role != "pronoun" or index + 1 >= len(self.row):
            return False
        last = self.out[-1] if self.out else None
        return last is not None and last.word == "," and self.row[index + 1].lower == ","

    def _after_subject(self) -> bool:
        end = len(self.out) - self._remark()
        last = self.out[end - 1] if end else None
        if last is not None and last.code == "@A":
            before = self.out[end - 2] if end > 1 else None
            locatives = self.known.locatives
            return before is None or (before.word not in locatives and before.code not in locatives)
        return last is not None and last.word in self.known.relative_subject

    def _remark(self) -> int:
        """How many chunks an adverbial between commas has that ends here (« L'Otan, pour sa part, »); 0 if none does."""
        if len(self.out) < 3 or self.out[-1].word != "," or self.out[-2].word not in self.known.parenthesis_ends:
            return 0
        length = next((one for one in range(3, min(REMARK, len(self.out)) + 1) if self.out[-one].word == ","), 0)
        words = tuple(one.word for one in self.out[1 - length : -1])
        return length if words in self.known.parentheses.get(words[0], ()) else 0

    def _governed(self, index: int) -> bool:
        """Whether a determiner or preposition before the token makes it a noun."""
        if self.out and self.out[-1].code == "@A" and index and self.row[index - 1].end <= self.out[-1].end:
            return False
        before = index - 1
        while before >= 0 and self.row[before].lower in self.known.preposed:
            before -= 1
        if before < index - 1 and self._auxiliary(index):
            return False
        return before >= 0 and self.row[before].lower in self.known.determiners

    def _auxiliary(self, index: int) -> bool:
        """Whether a token is a finite auxiliary: « le prochain est prévu »."""
        helpers = {self.known.have, self.known.be}
        return any(
            lemma in helpers and tense in FINITE for lemma, tense in self.verbs.forms.get(self.row[index].lower, ())
        )
