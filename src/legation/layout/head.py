"""The head of a page: letterhead, date lines, headline, standfirst, and the dateline where the report begins."""

from __future__ import annotations

import regex

from legation.layout.captions import read_caption
from legation.layout.cues import Cues
from legation.layout.datelines import Dateline, read_dateline, read_envoy
from legation.layout.draft import Draft
from legation.layout.furniture import is_navigation, repeats, teaser
from legation.layout.lines import Line, bare, fold
from legation.layout.signatures import read_signature
from legation.layout.stamps import read_stamp

_REACH = 24  # lines that a head may have
_LEADS = 3  # paragraphs before which a dateline must stand
_BULLET = regex.compile(r"[-–—•*]\s*")
_LAST_BRACKET = regex.compile(r"\(([^()]{2,40})\)\.?$")
_CONTENT = regex.compile(r"[\p{L}\d]{5,}")


def read_head(text: str, lines: tuple[Line, ...], cues: Cues, draft: Draft) -> tuple[int, int]:
    """Put the head's zones into the draft; gives the line where the body begins and the offset in the text."""
    opened = _dateline(text, lines, cues)
    first = opened[0] if opened else _first_paragraph(lines, cues)
    leads: list[Line] = []
    for index, line in enumerate(lines[:first]):
        _head_line(text, line, _next_text(lines, index), cues, draft, leads)
    if opened is None:
        return _undated(lines, first, cues, draft)
    _, dateline = opened
    draft.date(lines[first].start, dateline)
    return (first, dateline.end) if dateline.end < lines[first].end else (first + 1, dateline.end)


def _dateline(text: str, lines: tuple[Line, ...], cues: Cues) -> tuple[int, Dateline] | None:
    """The line with the dateline: among the first paragraphs, before any signature or related story."""
    leads, envoy = 0, None
    for index, line in enumerate(lines[:_REACH]):
        if leads and len(line) <= 80 and line.bare in cues.tail_headings:
            break
        dateline = read_dateline(text, line.start, line.end, cues, opening=line.full)
        if dateline and (line.full or index or len(lines) == 1):
            return index, dateline
        if index and envoy is None and (dateline := read_envoy(line, cues)):
            envoy = index, dateline
        elif line.full and read_caption(line, "", cues) is None:
            leads += 1
            if leads == _LEADS:
                break
    return envoy


def _first_paragraph(lines: tuple[Line, ...], cues: Cues) -> int:
    """Where the body begins if no dateline tells: the first paragraph that is no caption and no headline."""
    for index, line in enumerate(lines[:_REACH]):
        if teaser(line, cues) or _small_print(line, cues):
            continue
        if line.full and not _headline_with_stop(lines, index) and _uncaptioned(line, cues):
            return index
    return min(1, len(lines))


def _uncaptioned(line: Line, cues: Cues) -> bool:
    caption = read_caption(line, "", cues)
    return caption is None or caption.end < line.end


def _headline_with_stop(lines: tuple[Line, ...], index: int) -> bool:
    """Whether the page's first line is a headline for all its full stop: one sentence, a longer paragraph after it."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    longer = after is not None and len(after) > len(line)
    return index == 0 and len(line) <= 160 and ". " not in line.text and longer


def _small_print(line: Line, cues: Cues) -> bool:
    return len(line) <= 120 and is_navigation(line, cues)


def _next_text(lines: tuple[Line, ...], index: int) -> Line | None:
    return lines[index + 1] if index + 1 < len(lines) else None


def _head_line(text: str, line: Line, after: Line | None, cues: Cues, draft: Draft, leads: list[Line]) -> None:
    """One line before the body: the furniture first, then headline, then standfirst."""
    start, end = line.start, line.end
    folded = line.bare
    if teaser(line, cues):
        draft.add("related", start, end, "teaser")
    elif stamp := read_stamp(text, start, end, cues):
        draft.stamp(start, stamp)
    elif _letterhead(line, folded, after, cues, draft) or is_navigation(line, cues):
        draft.add("navigation", start, end, "letterhead")
    elif repeats(line, draft.headline):
        draft.add("navigation", start, end, "repeated headline")
    elif caption := read_caption(line, draft.headline, cues):
        draft.add("navigation", start, caption.start, "repeated headline")
        draft.add("caption", caption.start, caption.end, caption.rule)
        draft.claim("photo", caption.agency)
    elif not (_byline(line, cues, draft) or _pictured(line, cues, draft)):
        _title(line, after, draft)


def _title(line: Line, after: Line | None, draft: Draft) -> None:
    """The headline, or what stands between it and the body."""
    letters = [c for c in line.text if c.isalpha()]
    capitals = bool(letters) and all(c.isupper() for c in letters)
    if draft.headline:
        draft.add("standfirst", line.start, line.end, "bullet" if _BULLET.match(line.text) else "standfirst")
    elif capitals and after is not None and after.titled and len(line) <= 80 and after.text != after.text.upper():
        draft.add("headline", line.start, line.end, "overline")
    else:
        draft.headline = line.bare or bare(line.text)
        draft.add("headline", line.start, line.end, "headline")


def _letterhead(line: Line, folded: str, after: Line | None, cues: Cues, draft: Draft) -> bool:
    if not folded or folded in cues.notices or folded in cues.rubrics:
        return bool(folded)
    if cues.reference.match(folded):
        return len(line) <= 60
    if len(line) > 100 or line.text[-1] in ".:?!" or " : " in line.text:
        return folded in cues.places and len(line) < 40
    if folded in cues.places:
        return True
    if not cues.masthead.match(folded):
        return False
    introduces = after is not None and (after.text.isupper() or after.bare in cues.notices)
    goes_on = bool(draft.zones) and draft.zones[-1].rule == "letterhead" and not line.gap
    return line.text.isupper() or introduces or goes_on


def _byline(line: Line, cues: Cues, draft: Draft) -> bool:
    """« Par Nguyên An », « AFP », « De notre envoyé spécial à Moscou »: who writes, and from where."""
    if len(line) > 120:
        return False
    if draft.headline and (envoy := read_envoy(line, cues)):
        draft.date(line.start, envoy)
        return True
    signature = read_signature(line, cues)
    if signature is None or (signature.strength in {"name", "words"} and not draft.headline):
        return False
    if signature.strength == "name" and not cues.byline.match(fold(line.text)) and line.gap and len(line) > 30:
        return False
    draft.add("signature", line.start, line.end, f"byline: {signature.strength}")
    draft.claim("with" if signature.strength == "with" else "byline", signature.agency)
    return True


def _pictured(line: Line, cues: Cues, draft: Draft) -> bool:
    """A caption above the report that ends in the name of a wire: « … (Xinhua) »."""
    bracket = _LAST_BRACKET.search(line.text) if draft.headline and len(line) <= 300 else None
    if bracket is None or cues.agencies.named(bracket.group(1)) is None:
        return False
    draft.add("caption", line.start, line.end, "caption (outlet)")
    return True


def _undated(lines: tuple[Line, ...], first: int, cues: Cues, draft: Draft) -> tuple[int, int]:
    """No dateline: the first paragraph is a standfirst where furniture follows it and the next tells it again."""
    if first >= len(lines):
        return first, lines[-1].end if lines else 0
    line = lines[first]
    behind = range(first + 1, min(first + 8, len(lines)))
    follower = next((i for i in behind if lines[i].full and _uncaptioned(lines[i], cues)), None)
    if draft.headline and follower and follower > first + 1 and _retold(line.text, lines[follower].text):
        draft.add("standfirst", line.start, line.end, "retold")
        return first + 1, lines[first + 1].start
    return first, line.start


def _retold(lead: str, body: str) -> bool:
    words = {fold(word) for word in _CONTENT.findall(lead)}
    again = {fold(word) for word in _CONTENT.findall(body)}
    return len(words & again) >= max(4, 0.45 * len(words))
