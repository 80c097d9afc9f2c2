"""Floors only go up."""

from __future__ import annotations

import json
from pathlib import Path

from legation.evaluation.floors import fallen, raised

GOLD = Path(__file__).parents[2] / "gold"


def test_a_figure_below_its_floor_is_told() -> None:
    floors = {"a": {"slot_f1": 0.5, "leaked": 0.0}, "b": {"slot_f1": 0.9}}
    assert fallen(floors, {"a": {"slot_f1": 0.5, "leaked": 0.0}}) == []
    assert fallen(floors, {"a": {"slot_f1": 0.4996, "leaked": 1.0}}) == [
        "a: slot_f1 0.4996, below 0.500",
        "a: leaked 1, over 0.000",
    ]


def test_floors_rise_and_never_sink() -> None:
    floors = {"a": {"slot_f1": 0.5, "leaked": 1.0}, "b": {"slot_f1": 0.9}}
    measured = {"a": {"slot_f1": 0.61239, "leaked": 0.0, "dates": 1.0}, "b": {"slot_f1": 0.1}}
    assert raised(floors, measured) == {
        "a": {"slot_f1": 0.612, "leaked": 0.0, "dates": 1.0},
        "b": {"slot_f1": 0.9},
    }


def test_every_report_set_aside_is_there() -> None:
    apart = json.loads((GOLD / "set_aside.json").read_text(encoding="utf-8"))["files"]
    known = {path.name for path in (GOLD.parent / "examples").glob("*/*.txt")}
    assert len(apart) == 20
    assert set(apart) <= known
