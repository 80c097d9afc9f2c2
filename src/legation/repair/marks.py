"""Puts back what was lost or strayed around punctuation, numbers and acronyms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from legation.model.text import Mend
from legation.repair.knowledge import Knowledge, LostMark
from legation.repair.lexicon import Lexicon

Span = tuple[int, int]

_ADDRESS_HINT = re.compile(r"www\.|://|@|#|\.(?:com|org|net|fr|vn|info|gov|eu|int|html?)\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|[#@]\w+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|fr|vn|info|gov|eu|int|html?)\b(?:/\S*)?",
    re.IGNORECASE,
)
_AFTER_COMMA = re.compile(r"(?<=[\w»)\"%'.])[,;](?=[^\W\d_«])|(?<=[^\W\d_]),(?=\d)|(?<=[^\W\d_»)]):(?=[^\W\d_«])")
_QUOTE = re.compile(r'"')
_AFTER_STOP = re.compile(r"(?<=[\w»)\]\"%])(?:[.!?…]|\.\.\.)(?=[\"«]?[^\W\d_a-zà-ÿ])")
_AFTER_CLOSING = re.compile(r"[»)\]](?=[^\W\d_])")
_BEFORE_OPENING = re.compile(r"(?<=[^\W\d_]|[.!?»])[(«](?=[\w ])")
_AFTER_DASH = re.compile(r"(?<=\))[ ]?[-–—](?=[^\W\d_a-zà-ÿ])")
_NUMBER_WORD = re.compile(r"(?<![\w.,/-])(\d+(?:[.,]\d+)*)([^\W\d_]+)(?!\w)")
_WORD_NUMBER = re.compile(r"(?<![\w-])([^\W\d_]{2,}|[àÀ])(\d{1,4})(?=[^\W\d_]{0,3}\b)")
_SPACES = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_LAST_WORD = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\(([^()\n]{0,80})\)$")
_EVIDENCE = 90
_RARE = -6.0


class Marks:
    """Finds lost and stray spaces and marks in a text."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._knowledge, self._lexicon = knowledge, lexicon
        self._finders: tuple[Callable[[str], Iterator[Mend]], ...] = (
            self._commas,
            self._stops,
            self._closings,
            self._openings,
            self._number_words,
            self._word_numbers,
            self._ordinals,
            self._elisions,
            self._lost,
        )

    def mends(self, text: str, protected: Iterable[Span] = ()) -> list[Mend]:
        """The mends, in no order; none inside the protected spans."""
        spans = tuple(protected)
        found = [mend for finder in self._finders for mend in finder(text)]
        if spans:
            found = [mend for mend in found if not any(a < mend.start < b for a, b in spans)]
        return found

    def _commas(self, text: str) -> Iterator[Mend]:
        for match in _AFTER_COMMA.finditer(text):
            yield _space("space_after_comma", match.end())
        for match in _AFTER_DASH.finditer(text):
            yield _space("space_after_dash", match.end())
        yield from _quotes(text)
        for match in _SPACES.finditer(text):
            yield Mend("double_space", match.start(), match.end(), match.group(), " ")

    def _stops(self, text: str) -> Iterator[Mend]:
        for match in _AFTER_STOP.finditer(text):
            start, end = match.span()
            if match.group() != "." or self._ends_sentence(text, start, end):
                yield _space("space_after_stop", end)

    def _ends_sentence(self, text: str, stop: int, after: int) -> bool:
        """Whether a full stop before a capital ends a sentence or a title, and is none of an acronym's."""
        found = _LAST_WORD.search(text, max(0, stop - 20), stop)
        if not found:
            return True
        word = found.group()
        if word.lower() in self._knowledge.titles:
            return text[after + 1 : after + 2].islower()
        if len(word) == 1 or "." in word:
            return False
        following = _NEXT_WORD.match(text, after)
        if following is None:
            return True
        title = following.group().lower() in self._knowledge.titles
        return title or text[following.end() : following.end() + 1] != "." or len(following.group()) > 1

    def _closings(self, text: str) -> Iterator[Mend]:
        for match in _AFTER_CLOSING.finditer(text):
            bracket = _BRACKET.search(text, max(0, match.end() - 82), match.end())
            if bracket and len(bracket.group(1)) <= 3 and bracket.group(1).islower():
                continue
            credit = bracket and text[match.end()].isupper() and self._is_credit(bracket.group(1))
            yield _break("caption_end", match.end()) if credit else _space("space_after_bracket", match.end())

    def _is_credit(self, words: str) -> bool:
        folded = words.lower()
        return any(word in folded for word in self._knowledge.credits)

    def _openings(self, text: str) -> Iterator[Mend]:
        for match in _BEFORE_OPENING.finditer(text):
            start = match.start()
            inside = text[start + 1 : start + 5].split(")")
            if match.group() == "(" and len(inside) > 1 and inside[0].islower():
                continue
            yield _space("space_before_bracket", start)

    def _number_words(self, text: str) -> Iterator[Mend]:
        for match in _NUMBER_WORD.finditer(text):
            word, at = match.group(2), match.start(2)
            if word[0].isupper() and self._is_caption(text, match.start()):
                yield _break("caption_start", at)
            elif word.lower() in self._knowledge.number_suffixes:
                continue
            elif word[1:].islower() and self._may_follow_number(word):
                yield _space("space_after_number", at)
            elif (ordinal := self._knowledge.glued_ordinal.match(word)) and self._is_word(word[ordinal.end() :]):
                yield _space("space_after_ordinal", at + ordinal.end())

    def _may_follow_number(self, word: str) -> bool:
        return self._is_word(word) or word in self._knowledge.abbreviated or (len(word) > 3 and word[0].isupper())

    def _is_word(self, word: str) -> bool:
        frequency = self._lexicon.part(word.lower())
        return frequency is not None and frequency > _RARE

    def _is_caption(self, text: str, number: int) -> bool:
        before = text[max(0, number - 12) : number].split()
        return bool(before) and before[-1].lower() in self._knowledge.caption_marks

    def _word_numbers(self, text: str) -> Iterator[Mend]:
        for match in _WORD_NUMBER.finditer(text):
            word = match.group(1)
            year = match.group(2)[:2] in ("19", "20") and len(match.group(2)) == 4
            lower = word.islower() or (year and word[1:].islower())
            if lower and self._is_word(word) and word.lower() not in self._knowledge.letters_before_number:
                yield _space("space_before_number", match.start(2))

    def _ordinals(self, text: str) -> Iterator[Mend]:
        for match in self._knowledge.split_ordinal.finditer(text):
            yield Mend("split_ordinal", match.start(1), match.end(1), " ", "")

    def _elisions(self, text: str) -> Iterator[Mend]:
        for match in self._knowledge.split_elision.finditer(text):
            start = match.start(1) if match.group(1) else match.end() - 1
            yield Mend("split_elision", start, start + 1, text[start : start + 1], "")

    def _lost(self, text: str) -> Iterator[Mend]:
        for lost in self._knowledge.lost_marks:
            at = text.find(lost.acronym)
            while at >= 0:
                end = at + len(lost.acronym)
                mend = _lost_mark(text, at, end, lost)
                if mend is not None:
                    yield mend
                at = text.find(lost.acronym, end)


def _quotes(text: str) -> Iterator[Mend]:
    """A space before an opening and after a closing straight quotation mark between letters."""
    opened, paragraph = False, 0
    for match in _QUOTE.finditer(text):
        at = match.start()
        if text.find("\n", paragraph, at) >= 0:
            opened = False
        paragraph = at
        opened = not opened
        if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
            yield _space("space_at_quote", at if opened else at + 1)


def addresses(text: str) -> list[Span]:
    """The spans of web and mail addresses and hashtags, which are no words."""
    if not _ADDRESS_HINT.search(text):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _lost_mark(text: str, start: int, end: int, lost: LostMark) -> Mend | None:
    mark = lost.mark
    after = text[end : end + 2]
    if after.startswith(mark) or after[:1].isalnum() or (after[:1] == "-" and after[1:2].isalnum()):
        return None
    if after[:1] == " " and after[1:2] == mark:
        return Mend("lost_mark", end, end + 1, " ", "")
    if after[:1] == " " and after[1:2] and after[1:2] in ").,]":
        return Mend("lost_mark", end, end + 1, " ", mark)
    if lost.spelt_out.match(text, end) is None and lost.evidence.search(text, max(0, start - _EVIDENCE), start):
        return Mend("lost_mark", end, end, "", mark)
    return None


def _space(rule: str, at: int) -> Mend:
    return Mend(rule, at, at, "", " ")


def _break(rule: str, at: int) -> Mend:
    return Mend(rule, at, at, "", "\n")
