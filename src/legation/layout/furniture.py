"""Menus, share buttons, and lines that point to other stories."""

from __future__ import annotations

from functools import lru_cache

import regex

from legation.layout.cues import Cues
from legation.layout.lines import Line, bare, fold

_CRUMBS = regex.compile(r"[^>»/|]{2,30}(?:\s*(?:>+|»|/|\|)\s*[^>»/|]{2,40}){1,6}")
_HASHTAGS = regex.compile(r"(?:#\s?[\p{L}\d_]+[\s,]*)+")
_ADDRESS = regex.compile(r"(?:https?://|www\.)\S+|.*\bpic\.twitter\.com/\S+.*|.*\(@\w+\).{0,40}")
_COUNT = regex.compile(r"^\(?\d+\)?\s+|\s+\(?\d+\)?$")
_SHORT = 90
_OPENING = 24  # characters of the longest words that open a teaser
_SITE_NAME = 40  # characters that a site may add to its headlines


def is_navigation(line: Line, cues: Cues) -> bool:
    """Whether the line is part of a menu: a button, a label with its list, hashtags, a breadcrumb."""
    folded = line.bare
    if not folded:
        return len(line) <= _SHORT
    if (
        folded in cues.navigation
        or heading(line) in cues.navigation
        or folded.startswith(cues.boilerplate)
        or _of_the_web(line.text)
    ):
        return True
    if cues.navigation_start.match(folded):
        return not line.full
    return len(line) <= _SHORT and _crumbs(line.text, cues)


def _crumbs(text: str, cues: Cues) -> bool:
    """« Accueil > International > Asie »; with strokes only where the first step is a menu's."""
    if ">" in text:
        return text[0] not in ">»" and bool(_CRUMBS.fullmatch(text))
    first, stroke, _ = text.partition("/")
    return bool(stroke) and bare(first) in cues.navigation and bool(_CRUMBS.fullmatch(text))


def _of_the_web(text: str) -> bool:
    """Hashtags, an address, the foot of a tweet."""
    if text[0] == "#":
        return bool(_HASHTAGS.fullmatch(text))
    return (".twitter." in text or "://" in text or "(@" in text or "www." in text) and bool(_ADDRESS.fullmatch(text))


def teaser(line: Line, cues: Cues) -> bool:
    """Whether the line points to one other story: « >> … », « À lire aussi : … », « Lire aussi Le … »."""
    if cues.teaser.match(line.text):
        return True
    if len(line) > 400 or not fold(line.text[:_OPENING]).startswith(cues.teaser_words):
        return False
    if cues.teaser_start.match(fold(line.text[:70])):
        return True
    return line.titled and bool(cues.teaser_open.match(line.text))


def heading(line: Line) -> str:
    """The bare words, without a count, of a line short enough to head a list of stories or comments; else nothing."""
    return _uncounted(line.bare) if len(line) <= _SHORT else ""


@lru_cache(maxsize=256)
def _uncounted(words: str) -> str:
    return _COUNT.sub("", words)


def repeats(line: Line, headline: str) -> bool:
    """Whether the line tells the headline (bare) again, with or without the site's name behind either."""
    if not headline or not line.bare or abs(len(line.bare) - len(headline)) > _SITE_NAME:
        return False
    if line.bare == headline:
        return True
    shorter, longer = sorted((line.bare, headline), key=len)
    return len(shorter) > _SITE_NAME and longer.startswith(shorter) and longer[len(shorter) :].lstrip()[:1] in "-|"
