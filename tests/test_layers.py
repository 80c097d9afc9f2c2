"""The shape of the house: imports go down only, rooms stay small, data is compiled."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

from importlinter.cli import lint_imports

from legation.datafile import knowledge_files, stale

SOURCE = Path(__file__).parents[1] / "src" / "legation"
MODULES = sorted(SOURCE.rglob("*.py"))


def test_imports_go_down_only() -> None:
    assert lint_imports(str(SOURCE.parents[1] / "pyproject.toml"), no_logo=True) == 0


def test_no_file_holds_two_rooms() -> None:
    long = [path.name for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    assert long == []


def test_functions_are_short() -> None:
    lengths = {
        f"{path.relative_to(SOURCE)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert statistics.median(lengths.values()) <= 12
    assert {name: length for name, length in lengths.items() if length > 60} == {}


def test_the_core_does_not_print() -> None:
    printing = [
        path.name
        for path in MODULES
        if "cli" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_compiled_knowledge_is_fresh() -> None:
    assert [path.name for path in knowledge_files() if stale(path)] == []
