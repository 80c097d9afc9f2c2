"""One report read in a worker: whatever goes wrong is that report's failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation import pipeline
from legation.errors import DataFault, NotText
from legation.model.report import ReadReport, ReportHead
from legation.run import attempt


def fails(error: Exception) -> object:
    def read_file(path: Path) -> ReadReport:
        raise error

    return read_file


def test_a_report_becomes_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_file", lambda path: ReadReport(str(path), ReportHead(date="2020"), ()))
    assert attempt(Path("a.txt")).line == '{"file": "a.txt", "report": {"date": "2020"}, "records": []}'


def test_a_report_that_cannot_be_read_tells_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_file", fails(NotText("a.txt", "it is empty", "give a report")))
    outcome = attempt(Path("a.txt"))
    assert outcome.line is None
    assert outcome.problem == "a.txt: it is empty (give a report)"


def test_a_fault_of_the_program_is_the_reports_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_file", fails(ZeroDivisionError("oops")))
    outcome = attempt(Path("a.txt"))
    assert "a.txt: the program failed on this report: ZeroDivisionError('oops')" in (outcome.problem or "")
    assert "Traceback" in (outcome.details or "")


def test_wrong_knowledge_files_stop_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_file", fails(DataFault(["words.yaml: no such file"])))
    with pytest.raises(DataFault):
        attempt(Path("a.txt"))
