"""The floors of repair's accuracy, on the example reports damaged as the bench damages them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = [folder for folder in (ROOT / "examples" / "fr-vj", ROOT / "examples" / "fr-other") if folder.is_dir()]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("repair_accuracy", ROOT / "bench" / "repair_accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reports(bench: ModuleType) -> list[tuple[str, str]]:
    found = [(name, bench.clean(text)) for name, text in bench.texts(EXAMPLES)]
    if not found:
        pytest.skip("there are no example reports here")
    return found


@pytest.mark.parametrize(("damage", "recall"), [("wrapped", 0.975), ("anywhere", 0.97)])
def test_lost_spaces_are_found_and_none_invented(
    bench: ModuleType, reports: list[tuple[str, str]], damage: str, recall: float
) -> None:
    counts, _ = bench.measure(reports, damage, seed=1, rounds=1, examples=False)
    assert counts["hit"] >= recall * (counts["hit"] + counts["missed"])
    assert counts["hit"] >= 0.995 * (counts["hit"] + counts["false"])


def test_a_mended_report_is_left_alone(bench: ModuleType, reports: list[tuple[str, str]]) -> None:
    assert {name: bench.found(text) for name, text in reports if bench.found(text)} == {}
