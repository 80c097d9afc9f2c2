"""Killed with SIGKILL at random moments, a run loses nothing and doubles nothing. `bench/kills.py` does it 100 times."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from bench.kills import survive, write

ROOT = Path(__file__).parents[2]


def test_killed_while_storing_and_resolving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    def command(register: Path) -> Sequence[str]:
        return [sys.executable, "-m", "tests.register.adds", str(register), "24"]

    survive(command, tmp_path, kills=9, each=3, chance=random.Random())


def test_killed_while_reading_files(tmp_path: Path) -> None:
    write(tmp_path / "reports", 14)

    def command(register: Path) -> Sequence[str]:
        return [
            sys.executable,
            "-m",
            "legation",
            "add",
            str(tmp_path / "reports"),
            "--register",
            str(register),
            "--jobs",
            "2",
        ]

    survive(command, tmp_path, kills=3, each=3, chance=random.Random())
