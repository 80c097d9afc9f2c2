"""What a dialogue or forum is called, whatever the words: the id of a known series, or the words that tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from legation.register.events.facts import listed, stems
from legation.world import series

_PLUS = re.compile(r"(?<=[A-Za-z])\+")  # the enlarged forum is another one: ADMM+


def called(slots: Mapping[str, Any]) -> str:
    """One name for the spellings of a mechanism: its series where the world knows it, else its words or its type.

    A mechanism of two parties carries them, since many have a « defence policy dialogue ».
    """
    name = _PLUS.sub(" Plus", str(slots.get("name") or slots.get("type") or ""))
    parties = frozenset(map(str, listed(slots.get("parties"))))
    known = series(name, parties) or series(name)
    if known:
        return known.id
    return " ".join(sorted(stems(name))) or name.casefold()
