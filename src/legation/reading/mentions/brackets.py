"""Acronyms in brackets behind what they shorten."""

from __future__ import annotations

from legation.reading.mentions.lexicon import Scan

LONGEST = 14  # characters with both brackets
SPOKEN = 8  # letters of an acronym written as a name


def acronym_after(scan: Scan, at: int) -> int | None:
    """Where « (VNMAC) » or « (Dapa) » ends that begins at an offset; None where there is none."""
    if scan.char(at) != "(":
        return None
    close = scan.folded.find(")", at - scan.start, at - scan.start + LONGEST)
    inner = scan.text[at + 1 : close + scan.start] if close >= 0 else ""
    if not _is_acronym(inner) or (not inner.isupper() and scan.at(at + 1, "field", "state")):
        return None
    return close + scan.start + 1


def _is_acronym(word: str) -> bool:
    bare = word.replace("-", "")
    return bare.isupper() or (bare.isalpha() and bare.istitle() and len(bare) < SPOKEN)
