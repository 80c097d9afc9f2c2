"""Puts back what was lost or strayed around numbers: spaces, split ordinals, the break before a picture's caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.model.text import Mend
from legation.repair.knowledge import Knowledge
from legation.repair.lexicon import Lexicon

_NUMBER = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[^\W\d_]+(?!\w)")
_LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")
_ROMAN = re.compile(r"(?<!\w)[IVXLC]+(?= [a-zè])")
_RARE = -6.0
_LONGEST = 30


class Numbers:
    """Finds damage around numbers."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._knowledge, self._lexicon = knowledge, lexicon

    def mends(self, text: str) -> Iterator[Mend]:
        """The mends at every number, in order."""
        for match in _NUMBER.finditer(text):
            start, end = match.span()
            before, after = text[start - 1 : start], text[end : end + 1]
            if before.isalpha():
                yield from self._before(text, start, match.group())
            if after.isalpha():
                yield from self._after(text, start, end)
            elif after == " ":
                yield from self._ordinal(text, start, end)
        for match in _ROMAN.finditer(text) if self._knowledge.split_ordinal.search(text) else ():
            yield from self._ordinal(text, *match.span())

    def _before(self, text: str, start: int, number: str) -> Iterator[Mend]:
        """A space between a word and its number, unless the two are a name (F35, Covid19)."""
        found = _LAST_LETTERS.search(text, max(0, start - _LONGEST), start)
        if found is None or text[found.start() - 1 : found.start()] in ("-", "_") or len(number) > 4:
            return
        word = found.group()
        year = len(number) == 4 and number.startswith(("19", "20"))
        may = year or word.lower() in self._knowledge.classes
        if not (word.islower() or (may and word[1:].islower())) or (len(word) == 1 and word not in "àÀ"):
            return
        if self._is_word(word) and word.lower() not in self._knowledge.letters_before_number:
            yield Mend("space_before_number", start, start, "", " ")

    def _after(self, text: str, start: int, end: int) -> Iterator[Mend]:
        """A space or break between a number and the word after it, or between an ordinal and that word."""
        found = _LETTERS.match(text, end)
        if found is None or self._of_name(text, start):
            return
        word = found.group()
        if word[0].isupper() and self._is_caption(text, start):
            yield Mend("caption_start", end, end, "", "\n")
        elif word.lower() in self._knowledge.number_suffixes:
            return
        elif word[1:].islower() and self._may_follow(word):
            yield Mend("space_after_number", end, end, "", " ")
        elif (ordinal := self._knowledge.glued_ordinal.match(word)) and self._is_word(word[ordinal.end() :]):
            yield Mend("space_after_ordinal", end + ordinal.end(), end + ordinal.end(), "", " ")

    def _ordinal(self, text: str, start: int, end: int) -> Iterator[Mend]:
        """The stray space in a split ordinal taken out."""
        before = text[start - 1 : start]
        if end - start <= 5 and not (before in (".", ",") and text[start - 2 : start - 1].isdigit()):
            if before and (before.isalnum() or before == "_"):
                return
            if self._knowledge.split_ordinal.match(text, end):
                yield Mend("split_ordinal", end, end + 1, " ", "")

    def _of_name(self, text: str, start: int) -> bool:
        """Whether the number continues something that is no plain number: a date, a version, a type (DD-109)."""
        at = start
        while at and start - at < _LONGEST and text[at - 1] in "0123456789.,":
            at -= 1
        before = text[at - 1 : at]
        return before in ("/", "-", "_") or before.isalpha()

    def _may_follow(self, word: str) -> bool:
        return self._is_word(word) or word in self._knowledge.abbreviated or (len(word) > 3 and word[0].isupper())

    def _is_word(self, word: str) -> bool:
        frequency = self._lexicon.part(word.lower())
        return frequency is not None and frequency > _RARE

    def _is_caption(self, text: str, number: int) -> bool:
        before = text[max(0, number - 12) : number].split()
        return bool(before) and before[-1].lower() in self._knowledge.caption_marks
