"""The commands that ask a register, on one made by `legation add` of the report of the other tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.material import REPORT, Run


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory, legation: Run) -> Path:
    folder = tmp_path_factory.mktemp("register")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    added = legation("add", folder / "report.txt", "--register", folder / "r.db")
    assert added.returncode == 0, added.stderr
    return folder / "r.db"


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("who", "Joao", "PEREIRA"), "João Pereira, Portugal"),
        (("who", "le ministre Benali", "--of", "Maroc"), "defence minister of Morocco, seen 2018-06-12"),
        (("find", "déminage"), "report.txt:"),
        (("find", '"exercices conjoints"', "--of", "PRT", "--of", "Morocco"), "« "),
        (("timeline", "MAR", "Portugal"), "meeting: "),
        (("timeline", "PRT", "MAR", "--kind", "instrument", "--since", "2018"), "instrument: "),
        (("open-items", "PRT", "MAR"), " open of "),
        (("status", "--pairs", "1"), "pairs       MAR PRT"),
    ],
)
def test_what_is_asked_is_told(arguments: tuple[str, ...], shown: str, register: Path, legation: Run) -> None:
    done = legation(*arguments, "--register", register)
    assert done.returncode == 0, done.stderr
    assert shown in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("who", "Zwicky"), "nobody of the name Zwicky"),
        (("find", "sous-marin"), "no quote has sous-marin"),
        (("timeline", "BRA", "PRT"), "nothing of the kind is told"),
    ],
)
def test_finding_nothing_is_no_failure(arguments: tuple[str, ...], message: str, register: Path, legation: Run) -> None:
    done = legation(*arguments, "--register", register)
    assert (done.returncode, done.stdout) == (0, "")
    assert message in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("timeline", "Atlantis", "PRT"), 2, "Atlantis"),
        (("timeline", "PRT", "Portugal"), 2, "the same state"),
        (("timeline", "PRT", "MAR", "--since", "hier"), 2, "hier"),
        (("find", "*"), 2, "no word"),
        (("find", "mer", "--of", "PRT", "--of", "MAR", "--of", "FRA"), 2, "one state or two"),
        (("open-items", "BRA", "PRT"), 1, "nothing is told of these two"),
        (("open-items", "PRT", "MAR", "--act", "THANK"), 2, "THANK"),
    ],
)
def test_faults_are_told(
    arguments: tuple[str, ...], status: int, message: str, register: Path, legation: Run
) -> None:  # fmt: skip
    done = legation(*arguments, "--register", register)
    assert done.returncode == status
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command", [("who", "x"), ("find", "x"), ("timeline", "PRT", "MAR"), ("open-items", "PRT", "MAR")]
)
def test_no_register_is_told_and_none_is_made(command: tuple[str, ...], tmp_path: Path, legation: Run) -> None:
    done = legation(*command, "--register", tmp_path / "none.db")
    assert done.returncode == 1
    assert "no such register" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_brief_from_the_register(register: Path, tmp_path: Path, legation: Run) -> None:
    done = legation("brief", "Maroc", "PRT", "--register", register, "-o", tmp_path / "brief.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "Morocco and Portugal" in page
    assert "report.txt" in page


@pytest.mark.parametrize("arguments", [("PRT",), ("PRT", "MAR", "report.txt"), ("PRT", "Portugal")])
def test_a_brief_from_the_register_takes_two_states(
    arguments: tuple[str, ...], register: Path, tmp_path: Path, legation: Run
) -> None:
    done = legation("brief", *arguments, "--register", register, "-o", tmp_path / "brief.html")
    assert done.returncode == 2
    assert not (tmp_path / "brief.html").exists()
