"""The examples laid out as their gold wants it: no other story in the report, nothing of the report in another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from legation.languages import language
from legation.layout import lay_out
from legation.model.text import MendedText
from legation.model.zones import Layout
from legation.repair import repair

ROOT = Path(__file__).parents[2]
SET_ASIDE = {Path(name).stem for name in json.loads((ROOT / "gold" / "set_aside.json").read_text("utf-8"))["files"]}
SEEDS = sorted((ROOT.parent / "shared" / "gold" / "seeds").glob("*.json"))
CODED = [path for path in sorted(ROOT.glob("gold/fr-*/*.json")) if path.stem not in SET_ASIDE | {"clusters"}]
GOLD = CODED + SEEDS
TEASER = ">>"


def _read(gold: Path) -> tuple[dict[str, Any], MendedText, Layout]:
    seed = gold in SEEDS
    report = gold.with_suffix(".txt") if seed else ROOT / "examples" / gold.parent.name / f"{gold.stem}.txt"
    mended = repair(report.read_text(encoding="utf-8"), language("fr"))
    return json.loads(gold.read_text(encoding="utf-8")), mended, lay_out(mended.text, language("fr"))


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_report_and_other_stories(path: Path) -> None:
    gold, mended, layout = _read(path)
    tail = mended.raw.find(gold["tail"]) if gold.get("tail") else len(mended.raw)
    leaked = lost = 0
    for zone in layout.zones:
        behind = mended.raw_offset(zone.start) >= tail
        apart = zone.kind in {"related", "comments"}
        leaked += behind and not apart and zone.kind != "navigation"
        lost += apart and not behind and not mended.text.startswith(TEASER, zone.start)
    assert (leaked, lost) == (0, 0)


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_place(path: Path) -> None:
    gold, _, layout = _read(path)
    assert layout.place in (gold["report"].get("place") or "").split("|") or layout.place is gold["report"].get("place")
