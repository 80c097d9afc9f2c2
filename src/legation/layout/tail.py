"""Where the report ends and other stories begin, with or without a heading that says so."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from legation.layout.captions import read_caption
from legation.layout.cues import Cues
from legation.layout.furniture import heading, is_navigation, teaser
from legation.layout.lines import Line
from legation.layout.signatures import read_signature

_PAIRS = regex.compile(r"(?:c?t[ps]?)+")
_PICTURED = regex.compile(r"(?:ct[ps]?)+")
_TITLES = regex.compile(r"t{2,}")
_DATED = regex.compile(r"\(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\)$")
_TITLE_WIDTH = 45
_LIST_WIDTH = 30


def goes_on(lines: tuple[Line, ...], index: int, cues: Cues, *, paragraphs: int = 2) -> bool:
    """Whether the report goes on at this line: so many paragraphs at least, hardly a title among what follows."""
    shape = _shape(lines, index, cues)
    opens = shape.startswith(("pp", "psp", "sp")) or (paragraphs == 1 and shape.startswith("p"))
    return opens and shape.count("p") >= paragraphs and shape.count("t") * 3 <= len(shape)


def after_titles(lines: tuple[Line, ...], index: int, cues: Cues) -> int | None:
    """The line where the report goes on behind a teaser's titles, which begin at this line; None if it does not.

    The report goes on only behind a blank line, and only if it then reads as a report does.
    """
    position = index
    while position < len(lines) and position - index < 4 and not lines[position].full:
        position += 1
    if position == index or position >= len(lines) or not lines[position].gap:
        return None
    return position if goes_on(lines, position, cues) else None


def is_feed(lines: tuple[Line, ...], index: int, cues: Cues) -> bool:
    """Whether from this line on the page only lists other stories: picture, title and standfirst, again and again."""
    if (index and lines[index - 1].text[-1] in ":;") or next(_signs(lines, index, cues), "p") in "ps":
        return False
    shape = _shape(lines, index, cues)
    if _PICTURED.fullmatch(shape):
        return True
    titles = [line for line, sign in zip(lines[index:], shape, strict=False) if sign == "t"]
    if not titles or any(line.text[-1] in '?!»"' for line in titles[:1]) or not _PAIRS.fullmatch(shape):
        return False
    if len(titles) == 1:
        return shape == "t" and bool(_DATED.search(titles[0].text))
    width = sum(len(line) for line in titles[1:]) / (len(titles) - 1)
    if shape[0] == "t" and len(titles[0]) > 1.6 * width:
        return False
    return width >= (_LIST_WIDTH if _TITLES.fullmatch(shape) else _TITLE_WIDTH)


def _shape(lines: tuple[Line, ...], index: int, cues: Cues) -> str:
    """One sign a line up to the end of stories."""
    return "".join(_signs(lines, index, cues))


def _signs(lines: tuple[Line, ...], index: int, cues: Cues) -> Iterator[str]:
    """The sign of each line up to the end of stories: c for caption, t for title, p for paragraph, s for a sentence too
    short for one."""
    for line in lines[index:]:
        words = heading(line)
        if words and (words in cues.tail_headings or words in cues.comment_headings or words in cues.teaser_headings):
            break
        if teaser(line, cues) or is_navigation(line, cues):
            continue
        signature = read_signature(line, cues)
        if signature and signature.strength != "name":
            break
        yield _sign(line, cues)


def _sign(line: Line, cues: Cues) -> str:
    caption = read_caption(line, "", cues)
    if caption and caption.end == line.end:
        return "c"
    if line.full:
        return "p"
    return "t" if line.titled else "s"
