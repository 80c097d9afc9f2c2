"""The parts of a text that are no words: web and mail addresses, hashtags."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from legation.model.text import Mend

_HINT = re.compile(r"www\.|://|[@#]|\.(?:com|org|net|fr|vn|info|gov|eu|int|html?)\b")
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,60}@[\w.-]+|[#@]\w+"
    r"|[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.(?:com|org|net|fr|vn|info|gov|eu|int|html?)\b(?:/\S*)?",
    re.IGNORECASE,
)


class Protected:
    """Spans of a text that no mend may touch."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    @classmethod
    def of(cls, text: str) -> Protected:
        """The addresses and hashtags of a text."""
        return cls(match.span() for match in _ADDRESS.finditer(text)) if _HINT.search(text) else cls()

    def holds(self, at: int) -> bool:
        """Whether the character at an offset lies inside a span, its first character included."""
        found = bisect_right(self._starts, at)
        return found > 0 and at < self._spans[found - 1][1]

    def spare(self, mends: Iterable[Mend]) -> Iterator[Mend]:
        """The mends that change nothing inside a span; beside one they may."""
        return (mend for mend in mends if not (mend.start and self.holds(mend.start) and self.holds(mend.start - 1)))
