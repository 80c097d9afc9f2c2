"""Letters of one case, at the offsets where they stand."""

from __future__ import annotations


def lowered(text: str) -> str:
    """The text in lower case and as long as it was: a letter whose small form is of two characters stays (« İ »)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
