"""The state of somebody whose own group tells none, from the words that lead up to it.

« À Pékin, le porte-parole de la diplomatie, X », « Côté japonais, l'amiral X », « trois officiers américains, dont le
général X ». What the world knows of the name, or the name's shape, may speak against it.
"""

from __future__ import annotations

from legation import world
from legation.reading.mentions.lexicon import Scan
from legation.reading.mentions.names import name_state
from legation.reading.mentions.vocabulary import Vocabulary

OPENS = '.!?…:;«"“(–—'


def side_of(start: int, name: str, parts: tuple[str, ...], scan: Scan, words: Vocabulary) -> str | None:
    """The state that the words before a person's group give, or None; `parts` are the folded words of the name."""
    state = _led_by(start, scan) or _member_of(start, scan)
    return state if state and not _speaks_against(state, name, parts, words) else None


def _led_by(start: int, scan: Scan) -> str | None:
    """« À Pékin, », « Pour Manille, », « Côté vietnamien, » at the head of a sentence or of a part of it."""
    at = scan.back(start)
    if scan.char(at - 1) != ",":
        return None
    end = scan.back(at - 1)
    hit = scan.ending(end, "capital", "state", "adjective")
    opener = scan.ending(scan.back(hit.start), "side_opener") if hit else None
    if hit is None or opener is None or not _opens(scan, opener.start):
        return None
    return hit.value if isinstance(hit.value, str) else str(hit.value[0][0])


def _opens(scan: Scan, at: int) -> bool:
    """Whether a sentence, or a part of it behind a sign, begins here."""
    before = scan.back(at)
    return before <= scan.start or scan.char(before - 1) in OPENS or "\n\n" in scan.text[before:at]


def _member_of(start: int, scan: Scan) -> str | None:
    """« des officiers américains, dont X »."""
    including = scan.ending(scan.back(start), "including")
    if including is None:
        return None
    at = scan.back(including.start)
    end = scan.back(at - 1) if scan.char(at - 1) == "," else at
    hit = scan.ending(end, "adjective")
    return str(hit.value[0][0]) if hit and scan.text[hit.start].islower() else None


def _speaks_against(state: str, name: str, parts: tuple[str, ...], words: Vocabulary) -> bool:
    terms = world.terms_of(name) if len(parts) > 1 else ()
    if terms:
        return all(term.state != state for term in terms)
    shaped = name_state(parts, words.shapes)
    return shaped is not None and shaped != state
