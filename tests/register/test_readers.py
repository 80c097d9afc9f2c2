"""Readers work while a writer adds: no errors, and at every moment a register that hangs together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from legation.register.lookup import standing
from legation.register.store import Register
from tests.register.material import exported, made

LOST = "SELECT count(*) FROM node WHERE thing IS NOT NULL AND thing NOT IN (SELECT id FROM thing)"
ROOT = Path(__file__).parents[2]


def test_readers_work_beside_a_writer(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    Register.open(file, create=True).close()
    command = [sys.executable, "-m", "tests.register.adds", str(file), "30"]
    seen = 0
    with subprocess.Popen(command, cwd=ROOT) as writer, Register.open(file, read_only=True) as register:
        while writer.poll() is None:
            with register.snapshot():
                things = register.value("SELECT count(*) FROM thing")
                assert exported(register).count('{"id": ') == register.value(
                    "SELECT count(*) FROM thing WHERE kind NOT IN ('body', 'place')"
                )
                assert register.value(LOST) == 0
                assert things == register.value("SELECT count(DISTINCT thing) FROM node WHERE thing IS NOT NULL")
            seen += standing(register).reports > 0
        assert writer.returncode == 0
        assert seen > 1
        assert standing(register).reports == len({one.raw for one in made(30)})


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    for name in ("alone", "both"):
        Register.open(tmp_path / name, create=True).close()
    command = [sys.executable, "-m", "tests.register.adds"]
    subprocess.run([*command, str(tmp_path / "alone"), "16"], cwd=ROOT, check=True)
    command.append(str(tmp_path / "both"))
    with subprocess.Popen([*command, "16"], cwd=ROOT) as one, subprocess.Popen([*command, "12"], cwd=ROOT) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    with Register.open(tmp_path / "alone") as alone, Register.open(tmp_path / "both") as both:
        assert exported(both) == exported(alone)
