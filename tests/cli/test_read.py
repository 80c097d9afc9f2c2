"""`legation read`: the contract of its output, and every input that it cannot read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.material import ENGLISH, REPORT, Run

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_report_is_one_line_whose_quotes_stand_in_the_file(report: Path, legation: Run) -> None:
    done = legation("read", report)
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    read = json.loads(line)
    assert list(read) == ["file", "report", "records"]
    assert read["file"] == str(report)
    assert read["report"]["date"] == "2018-06-12"
    assert read["report"]["language"] == "fr"
    assert read["records"]
    for record in read["records"]:
        assert REPORT[record["start"] : record["end"]] == record["quote"]
        assert record["rule"]


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "english.txt": (ENGLISH.encode(), "en"),
    "headline.txt": ("Le ministre portugais reçu à Rabat\n".encode(), ""),
    "source.txt": (f"<!DOCTYPE html>\n<html><body><p>{REPORT}</p></body></html>".encode(), "web page"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_input_that_cannot_be_read_is_named_and_the_rest_done(
    name: str, tmp_path: Path, report: Path, legation: Run
) -> None:
    content, reason = BAD[name]
    bad = tmp_path / name
    bad.write_bytes(content)
    done = legation("read", bad, report)
    assert done.returncode == 1
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(report)]
    (told,) = done.stderr.splitlines()
    assert told.startswith(f"legation: {bad}: ")
    assert reason in told
    assert "the program failed" not in told


@pytest.mark.parametrize("missing", ["nothing.txt", "no/such/folder"])
def test_a_path_that_is_not_there_is_named(missing: str, report: Path, legation: Run) -> None:
    done = legation("read", report, report.parent / missing)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert missing in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_report_in_any_encoding_is_read(encoding: str, tmp_path: Path, legation: Run) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode(encoding))
    done = legation("read", path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["report"]["date"] == "2018-06-12"


def test_a_report_without_dateline_has_no_place(tmp_path: Path, legation: Run) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT.replace("Lisbonne, 12 juin 2018 (LUSA) - ", ""), encoding="utf-8")
    done = legation("read", path)
    assert done.returncode == 0
    assert "place" not in json.loads(done.stdout)["report"]


@pytest.mark.parametrize(("copies", "status"), [(40, 0), (8000, 1)])
def test_a_huge_line_is_read_or_named(copies: int, status: int, tmp_path: Path, legation: Run) -> None:
    path = tmp_path / "long.txt"
    path.write_text(" ".join(REPORT.split()) * copies, encoding="utf-8")
    begun = time.monotonic()
    done = legation("read", path)
    assert time.monotonic() - begun < 20
    assert done.returncode == status
    assert ("more than one report holds" in done.stderr) is bool(status)


def test_the_same_bytes_come_out_on_one_process_and_on_many(legation: Run) -> None:
    once = legation("read", EXAMPLES, "--jobs", 1)
    assert once.returncode == 0
    assert len(once.stdout.splitlines()) == len(list(EXAMPLES.glob("*/*.txt")))
    assert legation("read", EXAMPLES, "--jobs", 3).stdout == once.stdout


def test_a_folder_is_read_in_order_of_its_files(tmp_path: Path, legation: Run) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", ".hidden.txt", "picture.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    done = legation("read", tmp_path)
    files = [Path(json.loads(line)["file"]).name for line in done.stdout.splitlines()]
    assert files == ["a.txt", "b.txt", "d.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes there")
def test_file_names_may_hold_any_bytes_in_any_locale(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe9t\xe9.txt"
    Path(os.fsdecode(path)).write_text(REPORT, encoding="utf-8")
    command = [sys.executable, "-m", "legation", "read", path, tmp_path / "missing"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert os.fsencode(json.loads(done.stdout.decode("utf-8"))["file"]) == path


def test_the_table_is_for_people(report: Path, legation: Run) -> None:
    done = legation("read", "--format", "table", report)
    assert done.returncode == 0
    assert "(2018-06-12, Lisbonne, Lusa, fr, " in done.stdout
    assert "« " in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    "arguments", [(), ("--format", "xml", "a.txt"), ("--jobs", "0", "a.txt"), ("--jobs", "many", "a.txt")]
)
def test_wrong_use_is_told(arguments: tuple[str, ...], legation: Run) -> None:
    done = legation("read", *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_when_nobody_listens_any_more_it_ends_quietly() -> None:
    paths = sorted(map(str, EXAMPLES.glob("*/*.txt"))) * 20
    command = [sys.executable, "-m", "legation", "read", *paths]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 141
        assert process.stderr.read() == b""


def test_an_interruption_ends_it_without_a_traceback() -> None:
    paths = sorted(map(str, EXAMPLES.glob("*/*.txt"))) * 50
    command = [sys.executable, "-m", "legation", "read", "--jobs", "2", *paths]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(20):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert told.strip() == "legation: interrupted"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the workers in /proc")
def test_workers_end_with_the_program_however_it_ends() -> None:
    paths = sorted(map(str, EXAMPLES.glob("*/*.txt"))) * 50
    command = [sys.executable, "-m", "legation", "read", "--jobs", "2", *paths]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        for _ in range(30):
            process.stdout.readline()
        workers = _children(process.pid)
        assert workers
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
    deadline = time.monotonic() + 10
    while any(_runs(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [worker for worker in workers if _runs(worker)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the workers in /proc")
def test_a_killed_worker_costs_no_report() -> None:
    paths = sorted(map(str, EXAMPLES.glob("*/*.txt"))) * 5
    command = [sys.executable, "-m", "legation", "read", "--jobs", "2", *paths]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = [process.stdout.readline() for _ in range(20)]
        os.kill(_children(process.pid)[0], signal.SIGKILL)
        lines = first + process.stdout.readlines()
        told = process.stderr.read()
    assert process.returncode == 0, told
    assert [json.loads(line)["file"] for line in lines] == paths


def _children(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in told.split()]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split()[2] != "Z"
    except OSError:
        return False
