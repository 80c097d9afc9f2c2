"""All commands: help, documentation, wrong use, start-up."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from legation.cli.main import COMMANDS, cli
from legation.codebook import codebook
from legation.views.jsonl import decode
from tests.cli.material import Run

ROOT = Path(__file__).parents[2]


def told(*arguments: str) -> str:
    result = CliRunner().invoke(cli, list(arguments), prog_name="legation", terminal_width=100)
    assert result.exit_code == 0
    return str(result.output)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_examples_and_is_documented(name: str) -> None:
    text = told(name, "--help")
    assert "Examples:" in text
    assert f"## legation {name}\n\n```\n{text.rstrip()}\n```" in (ROOT / "docs" / "commands.md").read_text(
        encoding="utf-8"
    )
    assert f"legation {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_overview_of_commands_is_documented() -> None:
    assert told("--help").rstrip() in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_each_command_has_its_file() -> None:
    files = {path.stem.replace("_", "-") for path in (ROOT / "src" / "legation" / "cli" / "commands").glob("*.py")}
    assert files - {"--init--"} == set(COMMANDS)


def test_the_record_in_the_readme_is_grounded() -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    report = decode(shown)
    raw = (ROOT / report.file).read_text(encoding="utf-8")
    (record,) = report.records
    assert raw[record.start : record.end] == record.quote
    assert codebook().faults(record.kind, record.slots) == ()


def test_what_the_readme_tells_to_make_can_be_made() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for targets in re.findall(
            r"(?:^ {4}|`)make ([a-z][a-z ]*?)(?= *#|`|$)", page.read_text(encoding="utf-8"), re.M
        ):
            for target in targets.split():
                assert re.search(rf"^{target}:", makefile, re.M), f"{page.name}: make {target}"


def test_links_between_pages_hold() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/README.md")]
    for page in pages:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from legation.cli.main import run; run(['--help']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"babel", "jinja2", "rich", "yaml", "lingua", "wordfreq", "regex", "legation.pipeline"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("codebook", "party"), "valid are meeting,"),
        (("brief", "VNM", "x.txt", "-o", "out.html"), "'x.txt' is neither a country nor a file"),
        (("brief", "VNM", "JPN", "-o", "out.html"), "no report given"),
        (("brief", "VNM", "Viêt Nam", "a", "-o", "out.html"), "are the same state"),
        (("brief", "Narnia", "JPN", "a", "-o", "out.html"), "'Narnia' is neither"),
        (("brief", "VNM", "JPN", "a.jsonl", "-o", "no/such/out.html"), "no such folder"),
        (("brief", "VNM", "JPN", "a.txt"), "Missing option"),
        (("evaluate", "nowhere"), "does not exist"),
        (("evaluate", "docs"), "no gold"),
        (("explain",), "Missing argument"),
        (("nonsense",), "No such command"),
    ],
)
def test_wrong_use_is_told_with_its_remedy(arguments: tuple[str, ...], message: str, legation: Run) -> None:
    done = legation(*arguments, cwd=ROOT)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_the_codebook_is_printed(legation: Run) -> None:
    assert "courtesy_call" in legation("codebook", "meeting").stdout
    assert "two or more parties meet" in legation("codebook").stdout
    assert "AGREE" in legation("codebook", "acts").stdout
    assert "inferred" in legation("codebook", "report").stdout


def test_a_report_is_explained(report: Path, legation: Run) -> None:
    done = legation("explain", report)
    assert done.returncode == 0, done.stderr
    stages = [line for line in done.stdout.splitlines() if line and not line.startswith(" ")]
    assert stages == ["intake", "repair", "layout", "mentions", "sentences", "dates", "records"]
    only = legation("explain", "--stage", "layout", report).stdout
    assert only.startswith("layout\n  place Lisbonne")


def test_an_unreadable_report_is_not_explained(tmp_path: Path, legation: Run) -> None:
    done = legation("explain", tmp_path / "nothing.txt")
    assert done.returncode == 1
    assert "nothing.txt" in done.stderr


def test_a_brief_is_written_from_reports_and_from_records(report: Path, tmp_path: Path, legation: Run) -> None:
    (tmp_path / "r.jsonl").write_text(legation("read", report).stdout, encoding="utf-8")
    pages = []
    for source in (report, tmp_path / "r.jsonl"):
        done = legation("brief", "Portugal", "Maroc", source, "-o", tmp_path / "brief.html")
        assert (done.returncode, done.stderr) == (0, "")
        pages.append((tmp_path / "brief.html").read_text(encoding="utf-8"))
    assert pages[0] == pages[1]
    assert "Portugal and Morocco" in pages[0]
    assert 'href="report.txt"' in pages[0]
    done = legation("brief", report, "-o", tmp_path / "all.html")
    assert "Morocco and Portugal" in (tmp_path / "all.html").read_text(encoding="utf-8")


def test_examples_are_scored(legation: Run) -> None:
    options = ("--reports", "examples/fr-vj", "--set-aside", "gold/set_aside.json", "--by-report")
    done = legation("evaluate", "gold/fr-vj", *options, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    rest, _, apart = done.stdout.partition("\nset aside\n")
    assert "reports 15, coded 15;" in rest
    assert "reports 5, coded 5;" in apart
    assert ".txt" not in apart
