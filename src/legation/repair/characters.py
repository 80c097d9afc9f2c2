"""Brings characters into one form: spaces, apostrophes, newlines, composed letters; takes out what cannot be seen.

Nothing here depends on a language.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from legation.model.text import Mend

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_UNSEEN = "\ufeff\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u202a\u202b\u202c\u202d\u202e\u180e"
_NEWLINES = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_APOSTROPHES = "\u2019\u02bc\u2018\u201b\u2032\u00b4`\u02b9\u02bb\u02c8\uff07\u055a\ua78c"
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

_ONE = {
    **dict.fromkeys(_SPACES, (" ", "space")),
    **dict.fromkeys(_UNSEEN, ("", "unseen_character")),
    **dict.fromkeys(_NEWLINES, ("\n", "newline")),
    **dict.fromkeys(_APOSTROPHES, ("'", "apostrophe")),
    **dict.fromkeys(_HYPHENS, ("-", "hyphen")),
    **{character: (letters, "ligature") for character, letters in _LIGATURES.items()},
}
_RARE = re.compile(f"[{re.escape(''.join(_ONE))}]")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_CLUSTER = re.compile(r"[^\W\d_][\u0300-\u036f]+")
# UTF-8 read as Windows-1252: the first byte shows as one of these letters, the next as a sign that follows no letter.
_TWICE = re.compile(
    r"[\u00c2-\u00c5\u00c6\u00e1\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6"
    r"\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,2}"
)


def mends(raw: str) -> list[Mend]:
    """The mends of single characters, in order."""
    if raw.isascii() and "&" not in raw and "`" not in raw and "\t" not in raw and "\r" not in raw:
        return []
    single = (_single(raw, match) for match in _RARE.finditer(raw))
    found = [*(mend for mend in single if mend is not None), *_longer(raw)]
    found.sort(key=lambda mend: (mend.start, -mend.end))
    kept: list[Mend] = []
    for mend in found:
        if not kept or mend.start >= kept[-1].end:
            kept.append(mend)
    return kept


def _single(raw: str, match: re.Match[str]) -> Mend | None:
    character, at = match.group(), match.start()
    after, rule = _ONE[character]
    if character == "\r" and raw[at + 1 : at + 2] == "\n":
        after = ""
    if rule == "apostrophe" and character != "\u2019" and not _between_letters(raw, at):
        return None
    return Mend(rule, at, at + 1, character, after)


def _between_letters(raw: str, at: int) -> bool:
    return raw[at - 1 : at].isalpha() and raw[at + 1 : at + 2].isalpha()


def _longer(raw: str) -> Iterator[Mend]:
    if "&" in raw:
        for match in _ENTITY.finditer(raw):
            after = html.unescape(match.group())
            if len(after) == 1:
                after = _ONE.get(after, (after, ""))[0]
                yield Mend("entity", match.start(), match.end(), match.group(), after)
    if not unicodedata.is_normalized("NFC", raw):
        for match in _CLUSTER.finditer(raw):
            after = unicodedata.normalize("NFC", match.group())
            if after != match.group():
                yield Mend("decomposed_letter", match.start(), match.end(), match.group(), after)
    if "\u00c3" in raw or "\u00e2\u20ac" in raw:
        yield from _decoded_twice(raw)


def _decoded_twice(raw: str) -> Iterator[Mend]:
    for match in _TWICE.finditer(raw):
        for length in (3, 2):
            before = match.group()[:length]
            after = _again(before)
            if after is not None:
                yield Mend(
                    "encoding", match.start(), match.start() + len(before), before, _ONE.get(after, (after, ""))[0]
                )
                break


def _again(text: str) -> str | None:
    """The one character whose UTF-8 bytes were read as Windows-1252, if that is what happened."""
    try:
        data = b"".join(
            c.encode("cp1252") if ord(c) > 0xFF or not 0x80 <= ord(c) < 0xA0 else c.encode("latin-1") for c in text
        )
        decoded = data.decode("utf-8")
    except UnicodeError:
        return None
    return decoded if len(decoded) == 1 else None
