"""Kills `legation add` at random moments, with SIGKILL, and looks whether anything was lost or doubled.

    python bench/kills.py            100 kills, 5 on each of 20 registers, of real processes that read files
    python bench/kills.py --kills 20

After every kill the register must be whole (`PRAGMA integrity_check`) and readable; after the last run on a register its
export must be that of an undisturbed run.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.made_up import texts

from legation.register.store import Register
from legation.views.exports.jsonl import export_jsonl

EACH = 5  # kills on one register


def main() -> None:
    """Kill as often as is asked, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "reports", options.reports)

        def command(register: Path) -> Sequence[str]:
            return [
                sys.executable,
                "-m",
                "legation",
                "add",
                str(folder / "reports"),
                "--register",
                str(register),
                "--jobs",
                "2",
            ]

        survive(command, folder, kills=options.kills, chance=random.Random(options.seed), tell=print)


def write(folder: Path, count: int) -> None:
    """Made-up reports as files."""
    for file, text in texts(count):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def survive(
    command: Callable[[Path], Sequence[str]],
    folder: Path,
    *,
    kills: int,
    chance: random.Random,
    each: int = EACH,
    tell: Callable[[str], None] = lambda line: None,
) -> None:
    """Kill a command on registers in a folder that many times, at random moments. Raises AssertionError for any loss."""
    begun = time.monotonic()
    subprocess.run(command(folder / "whole.db"), check=True, stdout=subprocess.DEVNULL)
    takes = time.monotonic() - begun
    whole = export(folder / "whole.db")
    done = number = 0
    while done < kills:
        file, number = folder / f"killed{number}.db", number + 1
        for _ in range(min(each, kills - done)):
            if not kill(command(file), chance.uniform(0.1, 0.9) * takes):
                break  # it was done already, since a run goes on where the last was killed
            done += 1
            check(file)
        subprocess.run(command(file), check=True, stdout=subprocess.DEVNULL)
        check(file)
        assert export(file) == whole, f"{file}: another export than that of an undisturbed run"
        tell(f"{done} kills: nothing lost, nothing doubled")


def kill(command: Sequence[str], after: float) -> bool:
    """Run a command and kill it after so many seconds; gives whether it was still at work."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def check(file: Path) -> None:
    """The register must be whole and readable, if it is there at all."""
    if not file.exists():
        return
    db = sqlite3.connect(file)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
    with Register.open(file) as register:
        assert (
            register.value("SELECT count(*) FROM thing t WHERE NOT EXISTS (SELECT 1 FROM node n WHERE n.thing = t.id)")
            == 0
        )


def export(file: Path) -> tuple[bytes, bytes]:
    """What a register exports."""
    folder = file.with_suffix(".export")
    with Register.open(file) as register:
        export_jsonl(register, folder)
    return (folder / "events.jsonl").read_bytes(), (folder / "persons.jsonl").read_bytes()


if __name__ == "__main__":
    main()
