"""Menus, share buttons, and lines that point to other stories."""

from __future__ import annotations

import regex

from legation.layout.cues import Cues
from legation.layout.lines import Line, fold

_CRUMBS = regex.compile(r"[^>»/|]{2,30}(?:\s*(?:>+|»|/|\|)\s*[^>»/|]{2,40}){1,6}")
_HASHTAGS = regex.compile(r"(?:#[\p{L}\d_]+[\s,]*)+")
_SHORT = 90


def is_navigation(line: Line, cues: Cues) -> bool:
    """Whether the line is part of a menu: a button, a label with its list, hashtags, a breadcrumb."""
    if not line.bare:
        return False
    folded = line.bare
    if folded in cues.navigation or _HASHTAGS.fullmatch(line.text):
        return True
    if cues.navigation_start.match(folded):
        return not line.full
    return len(line) <= _SHORT and ">" in line.text and line.text[0] not in ">»" and bool(_CRUMBS.fullmatch(line.text))


def teaser(line: Line, cues: Cues) -> bool:
    """Whether the line points to one other story: « >> … », « À lire aussi : … », « Lire aussi Le … »."""
    if cues.teaser.match(line.text):
        return True
    if len(line) > 400:
        return False
    return bool(cues.teaser_start.match(fold(line.text[:70])) or cues.teaser_open.match(line.text))


def heading(line: Line) -> str:
    """The bare words of a line short enough to head a list of stories or comments, else nothing."""
    return line.bare if len(line) <= _SHORT else ""
