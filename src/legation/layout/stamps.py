"""Date lines outside the article: « Publié le 12 mars 2019 à 10h », « QĐND - 11/12/2025 14:32 (GMT+7) »."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from legation.layout.cues import Cues
from legation.layout.lines import bare, fold

_ZONE = regex.compile(
    r"\bt\d\d:\d\d(?::\d\d)?(?:[+-]\d{4}|z)?|\(?\b(?:gmt|utc)\b\s?(?:[+-]\s?\d{1,2}(?::?\d\d)?)?\)?", regex.IGNORECASE
)
_SITE = regex.compile(r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|media|int|gov|[a-z]{2})\b\S*")
_WORDS = regex.compile(r"\p{L}[\p{L}'’]*")
_FIGURES = regex.compile(r"\d")
_LONGEST = 160
_STRAYS = 3  # words of another kind (an outlet, a section) that a stamp line may hold beside date, time and labels


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date line: the spans of its dates, where it ends, whether words or an hour mark it as such (« Publié le »)."""

    end: int
    days: tuple[tuple[int, int], ...]
    modified: bool
    agency: str | None = None
    labelled: bool = True


def read_stamp(text: str, start: int, end: int, cues: Cues) -> Stamp | None:
    """The stamp that text[start:end] is, or that is glued to its beginning; None where it is none."""
    if not _FIGURES.search(text, start, min(end, start + _LONGEST)):
        return None
    whole = _whole(text, start, end, cues) if end - start <= _LONGEST else None
    return whole or _glued(text, start, end, cues)


def _whole(text: str, start: int, end: int, cues: Cues) -> Stamp | None:
    days = [(match.span("day"), match.start()) for match in cues.loose_date.finditer(text, start, end)]
    if not days:
        return None
    rest = text[start:end]
    for pattern in (cues.loose_date, _ZONE, _SITE, cues.clock):
        rest = pattern.sub(" | ", rest)
    agency = cues.agencies.named(rest) or _author_outlet(rest, cues)
    rest = cues.author.sub(" | ", rest)
    words = [(word, fold(word)) for word in _WORDS.findall(rest)]
    strays = [word for word, folded in words if folded not in cues.stamp_words]
    labels = [word for word, folded in words if folded in cues.stamp_words and folded not in cues.date_lead]
    labelled = bool(labels or agency or cues.clock.search(text, start, end))
    opens = days[0][1] == start
    allowed = _STRAYS + 2 * bool(agency) if labelled or opens else 0
    if len(strays) > allowed or any(word[0].islower() for word in strays):
        return None
    fresh = tuple(span for span, _ in days if not cues.modified.search(fold(text[max(start, span[0] - 30) : span[0]])))
    return Stamp(end, fresh or tuple(span for span, _ in days), not fresh, agency, labelled)


def _author_outlet(words: str, cues: Cues) -> str | None:
    """The outlet of « par RFI »."""
    author = cues.author.search(words)
    return cues.agencies.names.get(bare(author.group("name"))) if author else None


def _glued(text: str, start: int, end: int, cues: Cues) -> Stamp | None:
    label = cues.glued_stamp.match(text, start, end)
    if label is None:
        return None
    day = cues.loose_date.match(text, label.end(), end)
    if day is None:
        return None
    finish = day.end()
    hour = cues.at_clock.match(text, finish, end)
    finish = hour.end() if hour else finish
    if finish < end and not (text[finish].isspace() or text[finish] in "|-–—"):
        return None
    return Stamp(finish, (day.span("day"),), False)
