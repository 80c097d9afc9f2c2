"""Fails where a knowledge file and what was compiled from it differ, or a compiled file has lost its source."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from legation.datafile import ROOT, knowledge_files, stale
from legation.world import build

REMEDY = "run `make data`"


def main() -> int:
    """Print each fault; 1 if there is any."""
    files = list(knowledge_files(ROOT))
    faults = [f"{path}: its compiled twin is stale; {REMEDY}" for path in files if stale(path)]
    faults += [*_lost(files), *_world()]
    print("\n".join(faults) or f"{len(files)} knowledge files and the world's index, all compiled")
    return 1 if faults else 0


def _lost(files: list[Path]) -> Iterator[str]:
    twins = {path.parent / "compiled" / f"{path.stem}.json" for path in files}
    own = {build.COMPILED / "index.json", build.COMPILED / "gazetteer.json"}
    for path in sorted(ROOT.rglob("compiled/*.json")):
        if path not in twins | own and re.fullmatch("[0-9a-f]{64}", _digest(path)):
            yield f"{path}: compiled from a file that is gone; delete it"


def _world() -> Iterator[str]:
    for name, sources in (("index", build.index_sources()), ("gazetteer", build.gazetteer_sources())):
        path = build.COMPILED / f"{name}.json"
        if not path.exists() or _digest(path) != build.digest(sources):
            yield f"{path}: stale; {REMEDY}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file.readline().strip().decode()


if __name__ == "__main__":
    sys.exit(main())
