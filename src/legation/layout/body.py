"""The body of a page, line by line, up to the report's end; then what is no longer the report."""

from __future__ import annotations

from dataclasses import dataclass

from legation.layout import tail
from legation.layout.captions import read_caption
from legation.layout.cues import Cues
from legation.layout.datelines import read_done_at
from legation.layout.draft import Draft
from legation.layout.furniture import heading, is_navigation, repeats, teaser
from legation.layout.lines import Line, line_at
from legation.layout.signatures import Signature, read_signature, read_trailing
from legation.layout.stamps import Stamp, read_stamp

_SURE = frozenset({"outlet"})
_OPENING = 2  # paragraphs among which a line with an outlet's name may be a byline
_EARLY = 0.6  # of the page: a heading before this may interrupt the report, one behind it ends it


@dataclass(slots=True)
class Walk:
    """Where the reading of a body stands: the next line, paragraphs so far, and how the report ended, if it did."""

    text: str
    lines: tuple[Line, ...]
    cues: Cues
    draft: Draft
    index: int
    start: int
    paragraphs: int = 0
    ended: str = ""


def read_body(text: str, lines: tuple[Line, ...], cues: Cues, draft: Draft, *, index: int, start: int) -> None:
    """Put the zones from the body's first line on into the draft."""
    walk = Walk(text, lines, cues, draft, index, start)
    while walk.index < len(lines):
        line = lines[walk.index]
        if start > line.start:
            line = line_at(text, start, line.end, gap=line.gap)
        start = line.end
        walk.index += 1
        if walk.ended:
            _after_end(walk, line)
        elif not (_ends(walk, line) or _aside(walk, line)):
            _paragraph(walk, line)


def _ends(walk: Walk, line: Line) -> bool:
    """Whether the line ends the report: comments, other stories, a signature."""
    cues, draft, words = walk.cues, walk.draft, heading(line)
    if words and words in cues.comment_headings and _stays(walk, line, words):
        draft.add("comments", line.start, line.end, "comments")
        walk.ended = "comments"
    elif words and words in cues.tail_headings and _stays(walk, line, words):
        draft.add("related", line.start, line.end, "heading")
        walk.ended = "heading"
    elif words and words in cues.teaser_headings:
        draft.add("related", line.start, line.end, "teaser")
        _skip_titles(walk)
    elif walk.paragraphs and not line.full and (signature := read_signature(line, cues)):
        return _signed(walk, signature) or _inner_byline(walk, signature)
    elif walk.paragraphs > 1 and _feeds(walk, line):
        draft.add("related", line.start, line.end, "feed")
        walk.ended = "feed"
    else:
        return False
    return True


def _feeds(walk: Walk, line: Line) -> bool:
    """Whether only other stories follow from this line on, though no heading says so."""
    if line.full or read_trailing(walk.text, line.start, line.end, walk.cues):
        return False
    return tail.is_feed(walk.lines, walk.index - 1, walk.cues)


def _stays(walk: Walk, line: Line, words: str) -> bool:
    """Whether a heading of other stories or comments is that: not a subhead, or a box, with the report behind it."""
    subhead = words in walk.cues.subheads
    if walk.paragraphs == 0 or (not subhead and line.start > (1 - _EARLY) * len(walk.text)):
        return walk.paragraphs > 0
    return not tail.goes_on(walk.lines, walk.index, walk.cues, paragraphs=1 if subhead else 2)


def _skip_titles(walk: Walk) -> None:
    """After a teaser's heading: pass its titles over, or end the report where nothing of it follows."""
    early = walk.index < len(walk.lines) and walk.lines[walk.index].start < len(walk.text) * 0.85
    again = tail.after_titles(walk.lines, walk.index, walk.cues) if early else None
    if again is None:
        walk.ended = "teaser"
        return
    for line in walk.lines[walk.index : again]:
        walk.draft.add("related", line.start, line.end, "teaser")
    walk.index = again


def _signed(walk: Walk, signature: Signature) -> bool:
    """Take the signature; it ends the report unless it is a weak one and the report goes on behind it."""
    sure = signature.strength in _SURE and (walk.paragraphs > _OPENING or signature.trailing)
    if not sure and not _last(walk, signature):
        return False
    walk.draft.add("signature", signature.start, signature.end, f"signature: {signature.strength}")
    walk.draft.claim("with" if signature.strength == "with" else "signature", signature.agency)
    if walk.draft.dateline is None:
        walk.draft.dateline = read_done_at(walk.text, signature.start, signature.end, walk.cues)
    if signature.strength == "initials":
        walk.draft.claim("credit", walk.draft.claims.get("photo") or _desk(walk, signature))
    walk.ended = "signature"
    return True


def _inner_byline(walk: Walk, signature: Signature) -> bool:
    """Whether an outlet's name alone stands behind the first paragraphs: a byline, and the report goes on."""
    if signature.agency is None:
        return False
    walk.draft.add("signature", signature.start, signature.end, "byline: outlet")
    walk.draft.claim("byline", signature.agency)
    return True


def _desk(walk: Walk, signature: Signature) -> str | None:
    words = walk.text[signature.start : signature.end]
    return walk.cues.initials_outlet if walk.cues.house_initials.fullmatch(words) else None


def _last(walk: Walk, signature: Signature) -> bool:
    if walk.index >= len(walk.lines):
        return True
    following = walk.lines[walk.index]
    if signature.strength == "name" and following.full and not tail.is_feed(walk.lines, walk.index, walk.cues):
        return False
    return not tail.goes_on(walk.lines, walk.index, walk.cues)


def _aside(walk: Walk, line: Line) -> bool:
    """Whether the line is not the report, though the report goes on: teaser, menu, caption, repeated headline."""
    draft, cues = walk.draft, walk.cues
    if teaser(line, cues):
        draft.add("related", line.start, line.end, "teaser")
    elif is_navigation(line, cues) or repeats(line, draft.headline):
        draft.add("navigation", line.start, line.end, "menu")
    elif not line.full and (stamp := read_stamp(walk.text, line.start, line.end, cues)) and _dates(walk, stamp, line):
        draft.stamp(line.start, stamp)
    elif caption := read_caption(line, draft.headline, cues):
        draft.add("navigation", line.start, caption.start, "repeated headline")
        draft.add("caption", caption.start, caption.end, caption.rule)
        draft.claim("photo", caption.agency)
        if caption.end < line.end:
            _paragraph(walk, line_at(walk.text, caption.end, line.end))
    else:
        return _captioned(walk, line)
    return True


def _dates(walk: Walk, stamp: Stamp, line: Line) -> bool:
    """Whether a date line amid the body dates the page: labelled as such, or before the first paragraph."""
    return stamp.end == line.end and (stamp.labelled or walk.paragraphs == 0)


def _captioned(walk: Walk, line: Line) -> bool:
    """Whether the line is a caption because a credit alone follows directly below it."""
    if walk.index >= len(walk.lines) or len(line) > 250 or not line.gap:
        return False
    below = walk.lines[walk.index]
    if below.gap or len(below) > 80 or not walk.cues.credit_line.match(below.text):
        return False
    walk.draft.add("caption", line.start, line.end, "above credit")
    return True


def _paragraph(walk: Walk, line: Line) -> None:
    start, end = _trimmed(walk.text, line.start, line.end)
    signature = read_trailing(walk.text, start, end, walk.cues)
    last = _trimmed(walk.text, start, signature.start if signature else end)
    walk.draft.add("body", *last, "paragraph")
    walk.paragraphs += 1
    if signature:
        _signed(walk, signature)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _after_end(walk: Walk, line: Line) -> None:
    """What follows the report: comments, date lines and further signatures right behind it, else other stories."""
    draft, cues, words = walk.draft, walk.cues, heading(line)
    if walk.ended == "comments" or (words and words in cues.comment_headings):
        draft.add("comments", line.start, line.end, "comments")
        walk.ended = "comments"
    elif walk.ended == "signature" and not line.full and _signs_on(walk, line):
        return
    elif is_navigation(line, cues):
        draft.add("navigation", line.start, line.end, "menu")
    else:
        walk.ended = "after signature" if walk.ended == "signature" else walk.ended
        draft.add("related", line.start, line.end, "teaser" if teaser(line, cues) else walk.ended)


def _signs_on(walk: Walk, line: Line) -> bool:
    """Whether the line right behind a signature is a date line or a further signature."""
    stamp = read_stamp(walk.text, line.start, line.end, walk.cues)
    if stamp and stamp.end == line.end:
        walk.draft.stamp(line.start, stamp)
        return True
    signature = read_signature(line, walk.cues)
    if signature is None or signature.strength == "name":
        return False
    walk.draft.add("signature", line.start, line.end, f"signature: {signature.strength}")
    walk.draft.claim("with" if signature.strength == "with" else "signature", signature.agency)
    return True
