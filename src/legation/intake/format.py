"""What a format is to the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from legation.model.report import RawReport


@dataclass(frozen=True, slots=True)
class Format:
    """A format that reports come in.

    `suffixes` are those of the files that it claims in a folder; `claims` says whether content is of this format;
    `read` takes content and the report's name to the raw report, and raises SkipReport with the remedy.
    """

    name: str
    suffixes: frozenset[str]
    claims: Callable[[bytes], bool]
    read: Callable[[bytes, str], RawReport]
