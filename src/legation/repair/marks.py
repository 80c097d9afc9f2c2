"""Puts back what was lost or strayed around punctuation and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.model.text import Mend
from legation.repair.knowledge import Knowledge, LostMark

# Patterns begin with a plain character class: one that begins with a lookbehind is tried at every letter.
_GLUED = re.compile(r"[,;:.!?…»)\]](?=[^\W_«])|[.!?…](?=\")")
_OPENING = re.compile(r"[(«](?=[\w ])")
_DASH = re.compile(r"\)[ ]?[-–—](?=[^\W\d_a-zà-ÿ])")
_SPACES = re.compile(r"[ ]{2,}(?=\S)")
_LAST_WORD = re.compile(r"[\w.]+\Z")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\(([^()\n]{0,80})\)\Z")
_ENDING = re.compile(r"[^\W\d_]\([a-zé]{1,3}\)\Z")
_EVIDENCE = 90


class Marks:
    """Finds lost and stray spaces and marks around punctuation."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def mends(self, text: str) -> list[Mend]:
        """The mends, in no order."""
        return [
            *self._glued(text),
            *self._openings(text),
            *_dashes(text),
            *_quotes(text),
            *_double_spaces(text),
            *self._elisions(text),
            *self._lost(text),
        ]

    def _glued(self, text: str) -> Iterator[Mend]:
        """A space after a mark that the next word is glued to."""
        for match in _GLUED.finditer(text):
            at, mark = match.start(), match.group()
            before, after = text[at - 1 : at], text[at + 1]
            if mark in ",;":
                if (after.isalpha() or (after.isdigit() and before.isalpha())) and (
                    before.isalnum() or before in "»)\"%'."
                ):
                    yield _space("space_after_comma", at + 1)
            elif mark == ":":
                if after.isalpha() and (before.isalpha() or before in "»)"):
                    yield _space("space_after_colon", at + 1)
            elif mark in "»)]":
                if after.isalpha() and not _ENDING.search(text, max(0, at - 4), at + 1):
                    yield self._after_closing(text, at + 1)
            elif self._ends_sentence(text, at, at + 1):
                yield _space("space_after_stop", at + 1)

    def _ends_sentence(self, text: str, stop: int, after: int) -> bool:
        """Whether a mark before a capital ends a sentence or a title, and is none of an acronym's or number's."""
        opening = text[after : after + 1] in '"«'
        following = _NEXT_WORD.match(text, after + opening)
        if following is None or not following.group()[0].isupper():
            return False
        before = text[stop - 1 : stop]
        if not (before.isalnum() or before in '»)]"%'):
            return False
        if text[stop] != "." or not before.isalnum():
            return not opening or text[after] == "«"
        return not opening and self._is_full_stop(text, stop, following)

    def _is_full_stop(self, text: str, stop: int, following: re.Match[str]) -> bool:
        found = _LAST_WORD.search(text, max(0, stop - 20), stop)
        word = found.group() if found else ""
        if word.lower() in self._knowledge.titles:
            return following.group()[1:2].islower()
        if len(word) == 1 or "." in word.strip("."):
            return False
        title = following.group().lower() in self._knowledge.titles
        return title or len(following.group()) > 1 or text[following.end() : following.end() + 1] not in (".", "")

    def _after_closing(self, text: str, at: int) -> Mend:
        bracket = _BRACKET.search(text, max(0, at - 82), at)
        credit = bracket and text[at].isupper() and self._is_credit(bracket.group(1))
        return Mend("caption_end", at, at, "", "\n") if credit else _space("space_after_bracket", at)

    def _is_credit(self, words: str) -> bool:
        folded = words.lower()
        return any(word in folded for word in self._knowledge.credits)

    def _openings(self, text: str) -> Iterator[Mend]:
        for match in _OPENING.finditer(text):
            start = match.start()
            before = text[start - 1 : start]
            if before.isalpha() or (before and before in ".!?»"):
                inside = text[start + 1 : start + 5].split(")")
                if match.group() == "«" or len(inside) == 1 or not inside[0].islower():
                    yield _space("space_before_bracket", start)

    def _elisions(self, text: str) -> Iterator[Mend]:
        if "' " in text or " '" in text:
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


def _lost_mark(text: str, start: int, end: int, lost: LostMark) -> Mend | None:
    after = text[end : end + 2]
    if after.startswith(lost.mark) or after[:1].isalnum() or (after[:1] == "-" and after[1:2].isalnum()):
        return None
    if after[:1] == " " and after[1:2] == lost.mark:
        return Mend("lost_mark", end, end + 1, " ", "")
    if after[:1] == " " and after[1:2] and after[1:2] in ").,]":
        return Mend("lost_mark", end, end + 1, " ", lost.mark)
    if lost.spelt_out.match(text, end) is None and lost.evidence.search(text, max(0, start - _EVIDENCE), start):
        return Mend("lost_mark", end, end, "", lost.mark)
    return None


def _dashes(text: str) -> Iterator[Mend]:
    for match in _DASH.finditer(text):
        yield _space("space_after_dash", match.end())


def _double_spaces(text: str) -> Iterator[Mend]:
    if "  " in text:
        for match in _SPACES.finditer(text):
            if match.start() and text[match.start() - 1] != "\n":
                yield Mend("double_space", match.start(), match.end(), match.group(), " ")


def _quotes(text: str) -> Iterator[Mend]:
    """A space before an opening and after a closing straight quotation mark between letters."""
    opened, last = False, 0
    at = text.find('"')
    while at >= 0:
        if text.find("\n", last, at) >= 0:
            opened = False
        opened, last = not opened, at
        if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
            yield _space("space_at_quote", at if opened else at + 1)
        at = text.find('"', at + 1)


def _space(rule: str, at: int) -> Mend:
    return Mend(rule, at, at, "", " ")
