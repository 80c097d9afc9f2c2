"""Signatures: the line or the last word with which a wire, a desk or a writer signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from legation.layout.cues import Cues
from legation.layout.lines import Line, bare, fold

Strength = Literal["outlet", "with", "initials", "words", "name", "end"]
_INITIALS = regex.compile(r"[\p{L}]{1,8}(?:[-/.][\p{L}]{1,8}){1,5}/?|(?:\p{Lu}\.\s?){1,3}(?:\p{Lu}\.)?")
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}\p{M}'’.-]*\s*){1,4}")
_NAMED_AFTER = regex.compile(r"\s*:|\s*\p{Lu}")
_DESK = regex.compile(r"(?:[\p{L}]{1,6}\s*/\s*)+[\p{Lu}]{2,6}\b")
_BULLETS = " -–—*•·(|"
_LAST = 60
_SIGNS = regex.compile(r"[-–—/*(\[]")
_CLOSED = r"(?<=[.!?…»\"”)])\s*"
_DASHED = r"[-–—./*]{1,3}\s*(?P<a>[\p{L}][\p{L}\d '’/-]{1,40}?)\s*/?"
_BRACKETED = r"[(\[]\s*(?P<b>[^()\[\]]{2,50})[)\]]"
_TRAILING = regex.compile(rf"{_CLOSED}(?P<sign>{_DASHED}|{_BRACKETED}|(?P<c>\p{{Lu}}\w{{1,7}}))\s*\.?$")
_OPEN = regex.compile(
    r"(?P<sign>\s*\((?P<a>\p{Lu}{2,8})\))$|(?P<sign>\s*[-–—]{1,3}\s*(?P<a>\p{Lu}{2,8}(?:\s*/\s*\p{Lu}{2,8})?))\s*\.?$"
)
_CAPITALS = regex.compile(r"\p{Lu}{2,8}(?:\s*/\s*\p{Lu}{2,8})*")


@dataclass(frozen=True, slots=True)
class Signature:
    """text[start:end] signs the report; `agency` where an outlet is named, `strength` how sure that is its end,
    `trailing` that it stands at the end of a paragraph."""

    start: int
    end: int
    strength: Strength
    agency: str | None = None
    trailing: bool = False


def read_signature(line: Line, cues: Cues) -> Signature | None:
    """The signature that the whole line is; None where it says anything else."""
    if len(line) > 160 or cues.credit_line.match(line.text):
        return None
    text, folded = line.text, line.bare
    if folded in cues.navigation or (not folded and text not in cues.end_signs):
        return None
    if text in cues.end_signs or folded in cues.end_signs:
        return Signature(line.start, line.end, "end")
    if folded in cues.agencies.names:
        return Signature(line.start, line.end, "outlet", cues.agencies.names[folded])
    if len(line) <= 60 and (agency := _desk_or_writer(text, folded, cues)):
        return Signature(line.start, line.end, "outlet", agency)
    if len(line) <= 60 and (agency := _by_outlet(text, cues)):
        return Signature(line.start, line.end, "outlet", agency)
    if _initials(text.strip("()[]*-–— ")):
        return Signature(line.start, line.end, "initials")
    return _worded(line, cues) or _name(line, cues)


def _desk_or_writer(text: str, folded: str, cues: Cues) -> str | None:
    """The outlet of « R. N. / APS », « AS/ANP 076 novembre 2023 », « Luc Morin La Presse Canadienne »."""
    if "/" in text:
        tokens = _DESK.match(text)
        found = [cues.agencies.names.get(bare(part)) for part in tokens.group().split("/")] if tokens else []
        return next((agency for agency in found if agency), None) or cues.agencies.named(text)
    words = folded.split()
    for size in range(1, min(4, len(words) - 1) + 1):
        agency = cues.agencies.names.get(" ".join(words[-size:]))
        if agency and size + 1 < len(words) and _NAME.fullmatch(text.rsplit(maxsplit=size)[0]):
            return agency
    return None


def _by_outlet(text: str, cues: Cues) -> str | None:
    """The outlet of « Par RFI », « Par Jean Martin, AFP », « Le Figaro avec AFP »; of two the one that writes, if it is known."""
    if cues.with_agency.match(fold(text)):
        return None
    byline = cues.byline.match(fold(text))
    words = text[byline.end() :].strip(" :") if byline else text
    other = cues.with_agency.search(fold(words))
    if other is None:
        return cues.agencies.named(_unelided(words, cues)) if byline else None
    writes, helps = words[: other.start()].strip(" (-–—"), words[other.end() :].strip(" )")
    helper = cues.agencies.named(_unelided(helps, cues))
    if helper is None or not (byline or writes):
        return None
    outlet = cues.agencies.names.get(bare(writes))
    return outlet or (helper if byline or cues.place.fullmatch(writes) else None)


def _initials(text: str) -> bool:
    return bool(_INITIALS.fullmatch(text)) and ("/" in text or "." in text or text.islower() or text.isupper())


def read_trailing(text: str, start: int, end: int, cues: Cues) -> Signature | None:
    """The signature at the end of a paragraph: « … deux pays.-VNA », « … (APS) », « … (avec AFP) »."""
    last = text[max(start, end - _LAST) : end]
    if not _SIGNS.search(last) and not last.rstrip(". ").rpartition(" ")[2][:1].isupper():
        return None
    found = _TRAILING.search(text, max(start, end - _LAST), end)
    return _closing(found, cues) if found else _unclosed(text, start, end, cues)


def _closing(found: regex.Match[str], cues: Cues) -> Signature | None:
    words = found.group("a") or found.group("b") or found.group("c")
    span = found.span("sign")
    if found.group("c"):
        agency = cues.agencies.names.get(bare(words)) if words.isupper() else None
        ends = words in cues.end_words
        return Signature(*span, "end" if ends else "outlet", agency, trailing=True) if agency or ends else None
    agency = cues.agencies.names.get(bare(words)) or (cues.agencies.named(words) if "/" in words else None)
    if agency:
        return Signature(*span, "outlet", agency, trailing=True)
    other = cues.with_agency.match(fold(words))
    if other and (agency := cues.agencies.named(_unelided(words[other.end() :], cues))):
        return Signature(*span, "with", agency, trailing=True)
    if found.group("a") and _CAPITALS.fullmatch(words):
        return Signature(*span, "outlet", words.split("/")[0].strip(), trailing=True)
    return None


def _unclosed(text: str, start: int, end: int, cues: Cues) -> Signature | None:
    """« … les deux pays -VNA », the full stop forgotten: only for wires that are known."""
    found = _OPEN.search(text, max(start, end - 24), end)
    agency = cues.agencies.named(found.group("a")) if found else None
    return Signature(*found.span("sign"), "outlet", agency, trailing=True) if found and agency else None


def _worded(line: Line, cues: Cues) -> Signature | None:
    text = line.text.lstrip(_BULLETS)
    folded = fold(text)
    start = cues.signature_start.match(folded)
    if start is None:
        return None
    rest = text[start.end() :]
    agency = cues.agencies.named(_unelided(rest.strip(" :"), cues))
    if agency and len(line) <= 90:
        contributes = cues.with_agency.match(folded)
        return Signature(line.start, line.end, "with" if contributes and ":" not in rest[:2] else "outlet", agency)
    named = bool(_NAMED_AFTER.match(rest)) or " " in start.group().strip(" -(*")
    short = len(line) <= 70 and line.text[-1] not in ".,;:?!" and named
    if not rest.strip(" .)]") or rest.lstrip().startswith(":") or (short and rest[:1] in " :"):
        return Signature(line.start, line.end, "words")
    return None


def _unelided(words: str, cues: Cues) -> str:
    """The words without an article in front: « l'Agence France-Presse »."""
    return next((words[len(form) :].strip() for form in cues.elided if fold(words).startswith(form)), words)


def _name(line: Line, cues: Cues) -> Signature | None:
    text = line.text
    if len(text) > 60 or not text.strip("()*-–— "):
        return None
    byline = cues.byline.match(fold(text))
    words = text[byline.end() :].strip(" :") if byline else text.strip("()*-–— ")
    if len(words) <= 45 and _NAME.fullmatch(words) and not words.isupper() | (bare(words) in cues.places):
        return Signature(line.start, line.end, "words" if byline else "name")
    return None
