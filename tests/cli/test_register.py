"""The commands on a register: added twice nothing changes, decisions from the terminal, exports in the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.material import ENGLISH, REPORT, Run

OTHER = """Mer : deux marines s'entraînent

Rabat, 20 juin 2018 (MAP) - Le ministre portugais de la Défense, João Pereira, a reçu mardi 12 juin à Lisbonne son
homologue marocain, Karim Benali. Les deux ministres ont convenu de multiplier les exercices conjoints en mer.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, legation: Run) -> Path:
    """A folder with reports and a register of them."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "reports").mkdir()
    (folder / "reports" / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "reports" / "b.txt").write_text(OTHER, encoding="utf-8")
    done = legation("add", "reports", "--register", "desk.db", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "desk.db: 2 new, 0 known already\n")
    return folder


def exported(legation: Run, folder: Path, name: str = "desk.db") -> dict[str, list[dict[str, Any]]]:
    done = legation("export", "jsonl", "--register", name, "-o", f"{name}.export", cwd=folder)
    assert done.returncode == 0, done.stderr
    files = sorted((folder / f"{name}.export").iterdir())
    assert [file.name for file in files] == ["events.jsonl", "persons.jsonl"]
    return {file.name: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] for file in files}


def meeting(legation: Run, folder: Path) -> dict[str, Any]:
    events = exported(legation, folder)["events.jsonl"]
    (found,) = [event for event in events if event["kind"] == "meeting" and len(event["members"]) == 2]
    return found


def test_what_is_added_twice_is_passed_over(desk: Path, legation: Run) -> None:
    done = legation("add", "reports", "--register", "desk.db", cwd=desk)
    assert (done.returncode, done.stdout, done.stderr) == (0, "desk.db: 0 new, 2 known already\n", "")


def test_what_cannot_be_read_is_named_and_the_rest_added(tmp_path: Path, report: Path, legation: Run) -> None:
    (tmp_path / "english.txt").write_text(ENGLISH, encoding="utf-8")
    done = legation("add", ".", "missing.txt", "--register", "r.db", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == "r.db: 1 new, 0 known already, 2 failed\n"
    assert "english.txt: written in en" in done.stderr
    assert "missing.txt: no such file" in done.stderr


def test_the_default_register_is_legation_db(tmp_path: Path, report: Path, legation: Run) -> None:
    assert legation("add", report, cwd=tmp_path).returncode == 0
    assert (tmp_path / "legation.db").is_file()
    assert legation("status", cwd=tmp_path).returncode == 0


def test_nothing_to_add_is_wrong_use(legation: Run) -> None:
    assert legation("add").returncode == 2


def test_the_export_holds_to_its_contract(desk: Path, legation: Run) -> None:
    files = exported(legation, desk)
    for lines in files.values():
        assert [line["id"] for line in lines] == sorted(line["id"] for line in lines)
        for line in lines:
            assert {"id", "members", "conflicts"} <= line.keys()
            for member in line["members"]:
                assert set(member) == {"file", "kind", "start", "end"}
                assert (desk / member["file"]).is_file()
    assert all("kind" in event for event in files["events.jsonl"])
    (name,) = [person for person in files["persons.jsonl"] if person["name"] == "Karim Benali"]
    assert {"spellings", "posts"} <= name.keys()


def test_exports_are_the_same_bytes_however_the_reports_came(desk: Path, legation: Run) -> None:
    for file in ("reports/b.txt", "reports/a.txt"):
        assert legation("add", file, "--register", "turned.db", cwd=desk).returncode == 0
    assert exported(legation, desk, "turned.db") == exported(legation, desk)
    for name in ("events.jsonl", "persons.jsonl"):
        assert (desk / "turned.db.export" / name).read_bytes() == (desk / "desk.db.export" / name).read_bytes()


def test_a_meeting_told_twice_is_shown_and_explained(desk: Path, legation: Run) -> None:
    found = meeting(legation, desk)
    shown = legation("show", found["id"], "--register", "desk.db", cwd=desk)
    assert shown.returncode == 0
    assert "told 2 times" in shown.stdout
    assert "reports/a.txt:" in shown.stdout
    assert "MAP" in shown.stdout
    explained = legation("explain-merge", found["id"][:8], "--register", "desk.db", cwd=desk)
    assert explained.returncode == 0
    assert " same by " in explained.stdout or "say the very same" in explained.stdout


def test_status_tells_counts_coverage_outlets_and_decisions(desk: Path, legation: Run) -> None:
    told = legation("status", "--register", "desk.db", cwd=desk).stdout
    assert "2 in 2 files" in told
    assert "2018-06-12 to 2018-06-20" in told
    assert "MAP 1" in told


def test_decisions_from_the_terminal_and_back(desk: Path, legation: Run) -> None:
    def run(*arguments: str) -> str:
        done = legation(*arguments, "--register", "desk.db", cwd=desk)
        assert done.returncode == 0, done.stderr
        return str(done.stdout)

    before, found = exported(legation, desk), meeting(legation, desk)
    keys = [line.split("[")[-1].rstrip("]") for line in run("show", found["id"]).splitlines() if line.endswith("]")]
    taken: list[str] = []
    for arguments in (
        ("correct", found["id"], "place=Porto", "--who", "A. Person", "--why", "heard so"),
        ("split", found["id"], keys[-1], "--who", "A. Person"),
    ):
        taken.append(run(*arguments).split(":")[0])
        assert exported(legation, desk) != before
    assert "by A. Person: heard so" in run("status")
    for decision in taken:
        run("withdraw", decision)
    assert exported(legation, desk) == before
    assert run("status").count("withdrawn") == 2


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("show", "M-0000"), 1, "no thing of this id"),
        (("explain-merge", "x"), 1, "no thing of this id"),
        (("withdraw", "D-0000"), 1, "no such decision"),
        (("merge", "M-0000", "M-0001"), 1, "no thing of this id"),
        (("correct", "M-0000", "place"), 1, "no thing of this id"),
        (("export", "xml", "-o", "x"), 2, "xml"),
    ],
)
def test_what_is_not_there_is_told(
    arguments: tuple[str, ...], status: int, told: str, desk: Path, legation: Run
) -> None:
    done = legation(*arguments, "--register", "desk.db", cwd=desk)
    assert done.returncode == status
    assert told in done.stderr


@pytest.mark.parametrize(
    "command", [("status",), ("show", "M-0000"), ("export", "jsonl", "-o", "x"), ("withdraw", "D-0")]
)
def test_a_register_that_is_not_there_is_told_and_not_made(
    command: tuple[str, ...], tmp_path: Path, legation: Run
) -> None:
    done = legation(*command, cwd=tmp_path)
    assert done.returncode == 1
    assert "no such register" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_register_is_told_and_left_alone(tmp_path: Path, report: Path, legation: Run) -> None:
    before = report.read_bytes()
    done = legation("add", report, "--register", report)
    assert done.returncode == 1
    assert "not a register" in done.stderr
    assert report.read_bytes() == before
