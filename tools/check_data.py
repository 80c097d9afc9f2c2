"""Fails where a knowledge file and its compiled twin differ, or a twin has lost its file."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from legation.datafile import ROOT, knowledge_files, stale


def main() -> int:
    """Print each fault; 1 if there is any."""
    files = list(knowledge_files(ROOT))
    faults = [f"{path}: its compiled twin is stale; run `make data`" for path in files if stale(path)]
    sources = {path.parent / "compiled" / f"{path.stem}.json" for path in files}
    lost = [path for path in sorted(Path(ROOT).rglob("compiled/*.json")) if path not in sources and _is_twin(path)]
    faults += [f"{path}: compiled from a file that is gone; delete it" for path in lost]
    print("\n".join(faults) or f"{len(files)} knowledge files, all compiled")
    return 1 if faults else 0


def _is_twin(path: Path) -> bool:
    with path.open("rb") as file:
        return bool(re.fullmatch(rb"[0-9a-f]{64}\n", file.readline()))


if __name__ == "__main__":
    sys.exit(main())
