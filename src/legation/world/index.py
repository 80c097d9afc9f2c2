"""Reads the compiled index; makes it afresh in memory where the knowledge files have changed since it was written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=1)
def index() -> dict[str, Any]:
    """States, holders, events, series and ties, as `build.make_index` gives them."""
    from legation.world import build

    return _compiled("index", build.index_sources(), build.make_index)


@lru_cache(maxsize=1)
def gazetteer() -> dict[str, Any]:
    """Places and their keys, as `build.make_gazetteer` gives them."""
    from legation.world import build

    return _compiled("gazetteer", build.gazetteer_sources(), build.make_gazetteer)


def _compiled(name: str, sources: Iterable[Path], make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    from legation.world import build

    path = build.COMPILED / f"{name}.json"
    if path.exists():
        head, _, body = path.read_bytes().partition(b"\n")
        if head.decode("ascii") == build.digest(sources):
            value: dict[str, Any] = json.loads(body)
            return value
    return make()
