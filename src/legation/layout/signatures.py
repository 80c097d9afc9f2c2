"""Signatures: the line or the last word with which a wire, a desk or a writer signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from legation.layout.cues import Cues
from legation.layout.lines import Line, bare, fold

Strength = Literal["outlet", "with", "initials", "words", "name", "end"]
_INITIALS = regex.compile(r"[\p{L}]{1,6}(?:[-/.][\p{L}]{1,6}){1,5}/?|(?:\p{Lu}\.\s?){1,3}(?:\p{Lu}\.)?")
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}\p{M}'’.-]*\s*){1,4}")
_NAMED_AFTER = regex.compile(r"\s*:|\s*\p{Lu}")
_LAST = 60
_CLOSED = r"(?<=[.!?…»\"”)])\s*"
_TRAILING = regex.compile(
    _CLOSED + r"(?P<sign>[-–—./*]{1,3}\s*(?P<a>[\p{L}][\p{L}\d '’/-]{1,40}?)\s*/?|[(\[]\s*(?P<b>[^()\[\]]{2,50})[)\]])\s*\.?$"
)
_CAPITALS = regex.compile(r"\p{Lu}{2,8}(?:\s*/\s*\p{Lu}{2,8})*")


@dataclass(frozen=True, slots=True)
class Signature:
    """text[start:end] signs the report; `agency` where an outlet is named, `strength` how sure that is its end."""

    start: int
    end: int
    strength: Strength
    agency: str | None = None


def read_signature(line: Line, cues: Cues) -> Signature | None:
    """The signature that the whole line is; None where it says anything else."""
    if len(line) > 160 or cues.credit_line.match(line.text):
        return None
    text, folded = line.text, line.bare
    if text in cues.end_signs or not folded:
        return Signature(line.start, line.end, "end")
    if folded in cues.agencies.names:
        return Signature(line.start, line.end, "outlet", cues.agencies.names[folded])
    if len(line) <= 60 and "/" in text and (agency := cues.agencies.named(text)):
        return Signature(line.start, line.end, "outlet", agency)
    if _initials(text.strip("()[]*-–— ")):
        return Signature(line.start, line.end, "initials")
    return _worded(line, cues) or _name(line, cues)


def _initials(text: str) -> bool:
    return bool(_INITIALS.fullmatch(text)) and ("/" in text or "." in text or text.islower() or text.isupper())


def read_trailing(text: str, start: int, end: int, cues: Cues) -> Signature | None:
    """The signature at the end of a paragraph: « … deux pays.-VNA », « … (APS) », « … (avec AFP) »."""
    found = _TRAILING.search(text, max(start, end - _LAST), end)
    if found is None:
        return None
    words = found.group("a") or found.group("b")
    span = found.span("sign")
    agency = cues.agencies.names.get(bare(words)) or (cues.agencies.named(words) if "/" in words else None)
    if agency:
        return Signature(*span, "outlet", agency)
    other = cues.with_agency.match(fold(words))
    if other and (agency := cues.agencies.named(words[other.end() :])):
        return Signature(*span, "with", agency)
    if found.group("a") and _CAPITALS.fullmatch(words):
        return Signature(*span, "outlet", words.split("/")[0].strip())
    return None


def _worded(line: Line, cues: Cues) -> Signature | None:
    folded = fold(line.text)
    start = cues.signature_start.match(folded)
    if start is None:
        return None
    rest = line.text[start.end() :]
    agency = cues.agencies.named(rest.strip(" :").removeprefix("l'").removeprefix("l’"))
    if agency and len(line) <= 90:
        contributes = cues.with_agency.match(folded.lstrip("-–—*( "))
        return Signature(line.start, line.end, "with" if contributes and ":" not in rest[:2] else "outlet", agency)
    short = len(line) <= 70 and line.text[-1] not in ".,;:" and bool(_NAMED_AFTER.match(rest))
    if not rest.strip(" .)]") or rest.lstrip().startswith(":") or (short and rest[:1] in " :"):
        return Signature(line.start, line.end, "words")
    return None


def _name(line: Line, cues: Cues) -> Signature | None:
    text = line.text
    if len(text) > 60 or not text.strip("()*-–— "):
        return None
    byline = cues.byline.match(fold(text))
    words = text[byline.end() :].strip(" :") if byline else text.strip("()*-–— ")
    if len(words) <= 45 and _NAME.fullmatch(words) and not words.isupper() | (bare(words) in cues.places):
        return Signature(line.start, line.end, "words" if byline else "name")
    return None
