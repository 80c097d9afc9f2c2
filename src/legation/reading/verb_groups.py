"""Verb groups: clitics, negation, auxiliary, inverted subject, adverbs and participle read as one verb.

A compound tense counts by its auxiliary: « a signé » past, « avait signé » pqp, « aura signé »
past (a report sums up with it), « aurait signé » cond.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from legation.languages import Language
from legation.model.mentions import Mention, PersonMention, RoleMention, StateMention
from legation.reading import verb_forms
from legation.reading.grammar import Grammar, grammar
from legation.reading.tokens import Token

Forms = Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class VerbTable:
    """The verbs of a language: readings of each form, verbs whose compound tenses take « be », forms that are nouns first.

    `openers` are all words that a verb group may begin with.
    """

    forms: Forms
    movers: frozenset[str]
    nouns_first: frozenset[str]
    openers: frozenset[str]


@lru_cache(maxsize=8)
def verb_table(language: Language) -> VerbTable:
    """The verb table of a language, from its verbs.yaml and verb_forms.yaml."""
    known, forms = grammar(language), verb_forms.load(language.code)
    movers = frozenset(lemma for lemma, verb in verb_forms.verbs(language.code).items() if verb.auxiliary == known.be)
    openers = frozenset(forms) | known.negation_first | frozenset(known.clitics)
    return VerbTable(forms, movers, verb_forms.nouns_first(language.code), openers)


NOT_FINITE = frozenset({"inf", "prespart", "pp"})
FINITE = ("pres", "past_simple", "imperf", "fut", "cond", "subj")
COMPOUND = {"pres": "past", "imperf": "pqp", "fut": "past", "cond": "cond", "subj": "past", "inf": "inf",
            "prespart": "prespart", "past_simple": "pqp", "past": "past"}  # fmt: skip
ORDER = {"pp": 0, "pres": 1, "fut": 1, "imperf": 2, "cond": 2, "inf": 1, "prespart": 2}  # the likelier tense first
FORCED_ORDER, UNLIKELY = {**ORDER, "pp": 5}, 4  # the same behind a clitic; all other tenses
REFLEXIVE = "se_"
CLOSING = frozenset({"»", '"', "”", ",", "!", "?"})
REACH = 16
ENCLOSED = 12


class VerbGroup(NamedTuple):
    """A verb with its grammar: lemma, tense, voice (act, pas), polarity (aff, neg), number (s, p) if the form tells.

    `clitics` are roles of object pronouns before it, `inverted` the pronoun after it in inversion (lower case).
    """

    lemma: str
    tense: str
    voice: str = "act"
    polarity: str = "aff"
    plural: bool = False
    clitics: tuple[str, ...] = ()
    inverted: str | None = None

    @property
    def code(self) -> str:
        return f"V:{self.lemma}:{self.tense}:{self.voice}:{self.polarity}"

    @property
    def finite(self) -> bool:
        return self.tense not in NOT_FINITE


def parse_verb_group(
    row: Sequence[Token],
    index: int,
    known: Grammar,
    verbs: VerbTable,
    mentions: Mapping[int, Mention],
    *,
    governed: bool,
    after_subject: bool,
) -> tuple[VerbGroup, int] | None:
    """The verb group that starts at a token and the index after it, or None if none starts there.

    `governed`: a determiner or preposition stands before the token, so that it is a noun unless its form forbids;
    `after_subject`: an actor or relative pronoun stands before it, so that a form which is a noun first is a verb.
    """
    cursor, clitics, negative = _before_verb(row, index, known)
    if cursor >= len(row):
        return None
    analyses = verbs.forms.get(row[cursor].lower)
    if not analyses or (row[cursor].start in mentions and isinstance(mentions[row[cursor].start], PersonMention)):
        return None
    if cursor == index and row[cursor].lower in known.prepositions:
        return None
    if cursor == index and governed and not _gerund(row, index, analyses, known):
        return None
    told = _closes_speech(row, cursor, mentions) or _inverted(row, cursor + 1, known)
    if not (after_subject or told) and _noun_rather(row, index, cursor, known, verbs):
        return None
    parser = _Parser(row, known, verbs, mentions)
    auxiliary = any(lemma in {known.have, known.be} for lemma, _ in analyses)
    if not auxiliary and (after_subject or told):
        analyses = tuple(one for one in analyses if one[1] in {"pres", "past_simple"}) or analyses
    group = parser.parse(cursor, analyses, clitics, negative)
    if group is None or (cursor > index and not negative and group[0].tense == "pp"):
        return None
    return group


def _closes_speech(row: Sequence[Token], cursor: int, mentions: Mapping[int, Mention]) -> bool:
    """« …, dit le ministre »: after a closing mark and before an actor a form is finite, if it can be."""
    if not cursor or row[cursor - 1].lower not in CLOSING or cursor + 1 >= len(row):
        return False
    here = next((token.start for token in row[cursor + 1 : cursor + 3] if token.start in mentions), None)
    return here is not None and isinstance(mentions[here], PersonMention | RoleMention | StateMention)


def _inverted(row: Sequence[Token], index: int, known: Grammar) -> bool:
    """Whether the pronoun of a person stands here, behind its verb (« note-t-il »)."""
    return index < len(row) and row[index].kind == "inversion" and row[index].lower not in known.collective


def _noun_rather(row: Sequence[Token], index: int, cursor: int, known: Grammar, verbs: VerbTable) -> bool:
    """Whether the form is a noun without a subject before it: « visite », or « la visite », whose « la » is an article."""
    word = row[cursor].lower
    if cursor == index:
        return word in verbs.nouns_first and all(lemma not in {known.have, known.be} for lemma, _ in verbs.forms[word])
    if word in verbs.nouns_first and all(token.lower in known.determiners for token in row[index:cursor]):
        return True
    if any(token.lower not in known.articles for token in row[index:cursor]):
        return False
    if index and row[index - 1].lower in known.prepositions and all(tense != "inf" for _, tense in verbs.forms[word]):
        return True
    tenses = {tense for lemma, tense in verbs.forms[word] if lemma not in {known.have, known.be}}
    relative = index > 0 and row[index - 1].lower in known.relative and row[index].kind == "elision"
    if relative and word not in verbs.nouns_first and "pp" not in tenses:
        return False
    return bool(tenses & {"pres", "subj", "pp"} or ("inf" in tenses and word in verbs.nouns_first)) and all(
        lemma not in {known.have, known.be} for lemma, _ in verbs.forms[word]
    )


def _gerund(row: Sequence[Token], index: int, analyses: Sequence[tuple[str, str]], known: Grammar) -> bool:
    """« en affirmant », « pour signer », « de former »: after a preposition an infinitive or gerund is a verb still."""
    before = row[index - 1].lower
    if before in known.gerund_openers:
        return any(tense == "prespart" for _, tense in analyses)
    article = before in known.contractions and row[index - 1].kind != "elision"
    return before in known.prepositions and not article and any(tense == "inf" for _, tense in analyses)


def _before_verb(row: Sequence[Token], index: int, known: Grammar) -> tuple[int, tuple[str, ...], bool]:
    clitics: list[str] = []
    negative = False
    while index < len(row) and len(clitics) < 4:
        word = row[index].lower
        if word in known.negation_first:
            negative = True
        elif word in known.clitics:
            clitics.append(known.clitics[word])
        else:
            break
        index += 1
    return index, tuple(clitics), negative


@dataclass(slots=True)
class _Parser:
    row: Sequence[Token]
    known: Grammar
    verbs: VerbTable
    mentions: Mapping[int, Mention]

    def parse(
        self, cursor: int, analyses: Sequence[tuple[str, str]], clitics: tuple[str, ...], negative: bool
    ) -> tuple[VerbGroup, int] | None:
        lemma, tense = self._pick(analyses, bool(clitics) or negative)
        plural = self.row[cursor].lower.endswith(self.known.plural_endings) and tense in FINITE
        after, inverted = self._inversion(cursor + 1)
        if lemma in {self.known.have, self.known.be} and tense != "pp":
            compound = self._compound(after, lemma, tense, clitics)
            if compound is not None:
                main, made, voice, end, back = compound
                return self._made(main, made, voice, negative, plural, clitics, inverted or back), end
        after = self._skip_second_negation(after, negative)
        near = self._periphrasis(after, lemma, tense)
        if near is not None:
            main, made, end, own = near
            return self._made(main, made, "act", negative, plural, (*clitics, *own), inverted), end
        if tense in FINITE and tense == "past_simple":
            tense = "past"
        return self._made(lemma, tense, "act", negative, plural, clitics, inverted), after

    def _made(
        self,
        lemma: str,
        tense: str,
        voice: str,
        negative: bool,
        plural: bool,
        clitics: tuple[str, ...],
        inverted: str | None,
    ) -> VerbGroup:
        if "reflexive" in clitics:
            lemma, voice = REFLEXIVE + lemma, "act"
        rest = tuple(role for role in clitics if role != "reflexive")
        return VerbGroup(lemma, tense, voice, "neg" if negative else "aff", plural, rest, inverted)

    def _pick(self, analyses: Sequence[tuple[str, str]], forced: bool) -> tuple[str, str]:
        """The likeliest analysis: auxiliaries first, then finite forms, then participles."""
        if len(analyses) == 1:
            return analyses[0]
        for wanted in (self.known.have, self.known.be):
            for lemma, tense in analyses:
                if lemma == wanted and tense != "pp":
                    return lemma, tense
        order = FORCED_ORDER if forced else ORDER
        return min(analyses, key=lambda one: order.get(one[1], UNLIKELY))

    def _inversion(self, index: int) -> tuple[int, str | None]:
        if index < len(self.row) and self.row[index].kind == "inversion":
            return index + 1, self.row[index].lower
        return index, None

    def _skip_second_negation(self, index: int, negative: bool) -> int:
        if negative and index < len(self.row) and self.row[index].lower in self.known.negation_second:
            return index + 1
        return index

    def _compound(
        self, index: int, aux: str, tense: str, clitics: tuple[str, ...]
    ) -> tuple[str, str, str, int, str | None] | None:
        """Lemma, tense, voice, index after and inverted subject of a compound tense, or None if no participle follows."""
        found = self._participle(index)
        if found is None:
            return None
        at, lemma, after, inverted = found
        if aux == self.known.have and self.row[at].lower == self.known.be_participle:
            passive = self._participle(after)
            if passive is not None:
                return passive[1], COMPOUND[tense], "pas", passive[2], inverted
            return lemma, COMPOUND[tense], "act", after, inverted
        if aux == self.known.have:
            return lemma, COMPOUND[tense], "act", after, inverted
        if "reflexive" in clitics or self._moves(lemma):
            return lemma, COMPOUND[tense], "act", after, inverted
        return lemma, tense, "pas", after, inverted

    def _moves(self, lemma: str) -> bool:
        """Whether the verb makes its compound tenses with « be », so that be + participle is no passive."""
        return lemma in self.verbs.movers

    def _participle(self, index: int) -> tuple[int, str, int, str | None] | None:
        """Where the next participle stands, past adverbs: (index, lemma, index after, inverted subject)."""
        inverted: str | None = None
        limit = min(len(self.row), index + REACH)
        while index < limit:
            token = self.row[index]
            lemma = next((lemma for lemma, tense in self.verbs.forms.get(token.lower, ()) if tense == "pp"), None)
            if lemma is not None and token.start not in self.mentions:
                return index, lemma, index + 1, inverted
            if token.kind == "inversion":
                inverted, index = token.lower, index + 1
                continue
            step = self._adverbial(index)
            if not step:
                return None
            index += step
        return None

    def _adverbial(self, index: int) -> int:
        """How many tokens of an adverbial stand here, its commas included; 0 if none."""
        start = index
        comma = self.row[index].lower == ","
        if comma:
            index += 1
        length = adverbial_length(self.row, index, self.known)
        if not length:
            return self._enclosed(start) if comma else 0
        index += length
        if comma:
            if index < len(self.row) and self.row[index].lower == ",":
                return index + 1 - start
            return 0
        return index - start

    def _enclosed(self, index: int) -> int:
        """How many tokens a remark between commas has, if a participle follows it: « avait, lors de sa visite, promis »."""
        for at in range(index + 1, min(len(self.row) - 1, index + ENCLOSED)):
            token = self.row[at]
            if token.lower == ",":
                after = self.verbs.forms.get(self.row[at + 1].lower, ())
                return at + 1 - index if any(tense == "pp" for _, tense in after) else 0
            if any(tense in {"fut", "cond", "imperf", "inf"} for _, tense in self.verbs.forms.get(token.lower, ())):
                return 0
        return 0

    def _periphrasis(self, index: int, lemma: str, tense: str) -> tuple[str, str, int, tuple[str, ...]] | None:
        """« va signer » (fut), « vient de signer » (past), with the pronouns between (« va se rendre »)."""
        if tense not in {"pres", "imperf"} or index >= len(self.row):
            return None
        if lemma == self.known.come and self.row[index].lower in self.known.come_link:
            index += 1
            made = "past" if tense == "pres" else "pqp"
        elif lemma == self.known.go:
            made = "fut"
        else:
            return None
        index, own, _ = _before_verb(self.row, index, self.known)
        if index >= len(self.row):
            return None
        main = next((main for main, kind in self.verbs.forms.get(self.row[index].lower, ()) if kind == "inf"), None)
        return (main, made, index + 1, tuple(own)) if main else None


def adverbial_length(row: Sequence[Token], index: int, known: Grammar) -> int:
    """How many tokens an adverb or adverbial phrase at this place has; 0 if there is none."""
    if index >= len(row):
        return 0
    word = row[index].lower
    for phrase in known.parentheses.get(word, ()):
        if tuple(token.lower for token in row[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 1 if word in known.adverbs or word in known.negation_second else 0
