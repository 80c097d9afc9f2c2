"""Many files on several processes: in order, in bounded memory, and past a killed worker."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from legation.run import read_all
from legation.run.local import AHEAD, CHUNK, FEW
from legation.run.worker import Outcome

FILES = [Path(f"{number:03}.txt") for number in range(100)]


def told(paths: Sequence[Path]) -> list[Outcome]:
    return [Outcome(str(path), line=path.stem) for path in paths]


def dies_of_the_fiftieth(paths: Sequence[Path]) -> list[Outcome]:
    if FILES[50] in paths:
        os.kill(os.getpid(), signal.SIGKILL)
    return told(paths)


def dies_once(paths: Sequence[Path]) -> list[Outcome]:
    mark = Path(os.environ["LEGATION_TEST_MARK"])
    if FILES[50] in paths and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return told(paths)


@pytest.mark.parametrize("count", [0, 1, FEW - 1, FEW, FEW + 1, FEW + CHUNK, 100])
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_outcomes_come_in_the_order_of_the_files(count: int, jobs: int) -> None:
    outcomes = list(read_all(FILES[:count], jobs=jobs, work=told))
    assert [outcome.file for outcome in outcomes] == [str(path) for path in FILES[:count]]


def test_few_files_are_read_in_this_process() -> None:
    here: list[int] = []

    def work(paths: Sequence[Path]) -> list[Outcome]:
        here.append(os.getpid())
        return told(paths)

    list(read_all(FILES[: FEW - 1], jobs=4, work=work))
    assert set(here) == {os.getpid()}


def test_paths_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def paths() -> Iterator[Path]:
        nonlocal taken
        for path in FILES:
            taken += 1
            yield path

    outcomes = read_all(paths(), jobs=2, work=told)
    for _ in range(2):
        next(outcomes)
    assert taken <= FEW + 2 * AHEAD * CHUNK
    outcomes.close()  # type: ignore[attr-defined]


def test_only_the_file_that_kills_its_process_is_given_up() -> None:
    outcomes = list(read_all(FILES, jobs=3, work=dies_of_the_fiftieth))
    assert [outcome.file for outcome in outcomes] == [str(path) for path in FILES]
    failed = [outcome for outcome in outcomes if outcome.line is None]
    assert [outcome.file for outcome in failed] == [str(FILES[50])]
    assert "the process that read it was killed" in (failed[0].problem or "")


def test_a_worker_killed_once_costs_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEGATION_TEST_MARK", str(tmp_path / "died"))
    outcomes = list(read_all(FILES, jobs=2, work=dies_once))
    assert (tmp_path / "died").exists()
    assert [outcome.line for outcome in outcomes] == [path.stem for path in FILES]
