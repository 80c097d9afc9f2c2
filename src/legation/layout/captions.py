"""Captions, credits and the repeated headline that slide shows print before them."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from legation.layout.cues import Cues
from legation.layout.lines import Line, bare

_LONGEST = 450
_MARKED = 240
_GLUED = regex.compile(r"\(([^()\n]{2,60})\)\s?(?=[\p{Lu}«\"])")
_LAST_BRACKET = regex.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]\.?$")
_LAST_SLASH = regex.compile(r"(?:^|[.\s–—-])([\p{L}\p{M}]+(?:[ -][\p{L}\p{M}]+){0,2})\s*/\s*[\p{L}\p{M}. '’-]{2,40}$")
_AFTER_CREDIT = 80
_GLUE_REACH = 350


@dataclass(frozen=True, slots=True)
class Caption:
    """text[start:end] is a caption; before it on its line stands the headline again, behind it the report goes on."""

    start: int
    end: int
    rule: str
    agency: str | None = None


def read_caption(line: Line, headline: str, cues: Cues) -> Caption | None:
    """The caption that the line is or begins with; None where it is the report's own words.

    `headline` is the report's headline, bare, which a slide show repeats before its caption.
    """
    return _slide(line, headline, cues) or _whole(line, cues) or _glued(line, cues)


def _slide(line: Line, headline: str, cues: Cues) -> Caption | None:
    if len(line) > 2 * _LONGEST:
        return None
    hinted = [hint for hint in cues.slide_marks if hint in line.text]
    mark = cues.slide.search(line.text) if hinted else None
    if mark is None:
        return None
    before = bare(line.text[: mark.start()])
    if before and before != headline and not (headline and headline.startswith(before[:40])):
        return None
    return Caption(line.start + mark.end(), line.end, "slide", _credited(line.text[mark.end() :], cues))


def _whole(line: Line, cues: Cues) -> Caption | None:
    text = line.text
    if len(text) > _LONGEST:
        return None
    if len(text) <= 160 and cues.credit_line.match(text):
        return Caption(line.start, line.end, "credit", _credited(text, cues))
    last = text[-120:]
    marked = ":" in last or "©" in last or "/" in last or "(" in last
    credit = cues.credit.search(text, max(0, len(text) - 120)) if marked else None
    if credit and len(text) - credit.end() <= _AFTER_CREDIT:
        return Caption(line.start, line.end, "caption: credit", _credited(text[credit.end() :], cues))
    if marked and len(text) <= _GLUE_REACH and (owner := _owner(text, cues)):
        return Caption(line.start, line.end, "caption / outlet", owner)
    if len(text) <= _MARKED and ". " not in text and any(mark in line.bare for mark in cues.caption_marks):
        return Caption(line.start, line.end, "caption (left)")
    return None


def _owner(text: str, cues: Cues) -> str | None:
    """The wire in « (S. Kambou / AFP) » or « AFP/S. Kambou » at the end of a line."""
    bracket = _LAST_BRACKET.search(text, max(0, len(text) - 64))
    if bracket and "/" in bracket.group(1):
        return cues.agencies.named(bracket.group(1))
    slash = _LAST_SLASH.search(text, max(0, len(text) - 64)) if len(text) > 30 else None
    return cues.agencies.names.get(bare(slash.group(1))) if slash else None


def _glued(line: Line, cues: Cues) -> Caption | None:
    """A caption whose end ran into the paragraph: « … à Abidjan. (S. Kambou / AFP)Le drapeau … »."""
    text = line.text
    if len(text) < _GLUE_REACH // 2 or "(" not in text[:_GLUE_REACH]:
        return None
    for bracket in _GLUED.finditer(text, 0, _GLUE_REACH):
        words = bracket.group(1)
        owner = cues.agencies.named(words) if "/" in words else None
        if owner or cues.credit_line.match(words):
            return Caption(line.start, line.start + bracket.end(), "caption: glued", owner or _credited(words, cues))
    return None


def _credited(text: str, cues: Cues) -> str | None:
    return cues.agencies.named(text.rpartition(":")[2] or text)
