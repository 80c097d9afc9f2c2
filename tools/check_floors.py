"""Reads the gold reports and fails where a figure is below its floor in gold/floors.json; `--raise` raises the floors.

The project's own gold is measured, or the folder `../shared/gold` beside the project where there is one; the seeds
stand only there. Each set is measured in two parts: the reports set aside, and the rest.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from legation.codebook import codebook
from legation.evaluation import Score, load_gold, score_all
from legation.evaluation.floors import Figures, fallen, figures, raised
from legation.run import read_all
from legation.views.jsonl import decode

HERE = Path(__file__).parent.parent
SHARED = HERE.parent / "shared" / "gold"
FLOORS = HERE / "gold" / "floors.json"
APART = frozenset(json.loads((HERE / "gold" / "set_aside.json").read_text(encoding="utf-8"))["files"])


def main() -> int:
    """Print the figures and what has fallen; 1 if anything has."""
    measured = dict(_measured())
    for name, values in measured.items():
        print(f"{name:20} " + "  ".join(f"{figure} {value:.3f}" for figure, value in values.items()))
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    faults = fallen(floors, measured)
    print("\n".join(faults) or "no figure below its floor")
    if "--raise" in sys.argv[1:]:
        FLOORS.write_text(json.dumps(raised(floors, measured), indent=2) + "\n", encoding="utf-8")
    return 1 if faults else 0


def _measured() -> Iterator[tuple[str, Figures]]:
    for name in ("fr-vj", "fr-other", "fr-wide"):
        shared = SHARED / "dev" / name
        folder, reports = (shared, shared) if shared.is_dir() else (HERE / "gold" / name, HERE / "examples" / name)
        scores = _scores(folder, reports)
        rest = (score for file, score in scores.items() if file not in APART)
        apart = (score for file, score in scores.items() if file in APART)
        yield name, figures(sum(rest, Score()))
        yield f"{name}/set_aside", figures(sum(apart, Score()))
    if (SHARED / "seeds").is_dir():
        yield "seeds", figures(sum(_scores(SHARED / "seeds", SHARED / "seeds").values(), Score()))


def _scores(folder: Path, reports: Path) -> dict[str, Score]:
    book = codebook()
    golds = load_gold(folder, reports=reports, book=book)
    outcomes = read_all(reports / name for name in golds)
    coded = {Path(outcome.file).name: decode(outcome.line) for outcome in outcomes if outcome.line}
    return score_all(golds.values(), coded, book)


if __name__ == "__main__":
    sys.exit(main())
