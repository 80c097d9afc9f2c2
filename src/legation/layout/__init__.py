"""Mended text in, zones out: which part of a page is the report, and what its dateline and signature say."""

from __future__ import annotations

from legation.languages import Language
from legation.layout.agencies import outlet_state
from legation.layout.body import read_body
from legation.layout.cues import Cues
from legation.layout.draft import Draft
from legation.layout.head import read_head
from legation.layout.identify import identify_language
from legation.layout.knowledge import cues_of
from legation.layout.lines import bare, split_lines
from legation.layout.ungluing import unglue
from legation.model.zones import Layout

__all__ = ["identify_language", "lay_out", "outlet_state"]


def lay_out(text: str, language: Language) -> Layout:
    """The zones of a page, with place, day and outlet as dateline, date lines and signature give them.

    Never declines: a text in which nothing is known is all body. `text` is the mended text, whose offsets the zones
    have; `language` that of its knowledge files. Raises DataFault where those are missing.
    """
    cues = cues_of(language)
    lines = unglue(text, split_lines(text), cues)
    draft = Draft()
    index, start = read_head(text, lines, cues, draft)
    read_body(text, lines, cues, draft, index=index, start=start)
    _claim_by_convention(text, cues, draft)
    return draft.layout()


def _claim_by_convention(text: str, cues: Cues, draft: Draft) -> None:
    """Claims that need the whole: a house style of datelines, « a constaté l'envoyé spécial de … »."""
    if draft.dateline and draft.dateline.bracketed and draft.claims.keys() <= {"with", "photo"}:
        draft.claim("house", cues.bracketed_place)
    for zone in draft.zones:
        if zone.kind == "caption" and cues.house_credits:
            draft.claim("house", _house_credit(text[zone.start : zone.end], cues))
    if draft.claims.keys() & {"dateline", "signature", "stamp", "byline", "house"}:
        return
    if not any(phrase in text for phrase in cues.heard):
        return
    for zone in draft.zones:
        if zone.kind != "body":
            continue
        heard = cues.heard_by.search(text, zone.start, zone.end)
        named = cues.agencies.at(text, heard.end()) if heard else None
        if named:
            draft.claim("body", named[0])
            return


def _house_credit(caption: str, cues: Cues) -> str | None:
    folded = bare(caption)
    return next((outlet for words, outlet in cues.house_credits.items() if words in folded), None)
