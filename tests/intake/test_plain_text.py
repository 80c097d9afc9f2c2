"""Plain text of any encoding and newline comes in; what is no text is refused with the remedy."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.errors import NotAReport, NotText, SkipReport, UnreadableFile
from legation.intake import read_report
from legation.intake.door import LARGEST

TEXT = "Visite à Hanoï : l’hôte a reçu « son » homologue.\nIls ont signé – enfin – un mémorandum à 5 000 €.\n"
WESTERN = "Visite à Dakar : l'hôte a reçu son homologue.\nIls ont signé un mémorandum d'entente, côté défense.\n"


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[bytes], Path]:
    def save(content: bytes) -> Path:
        path = tmp_path / "report.txt"
        path.write_bytes(content)
        return path

    return save


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_newlines(saved: Callable[[bytes], Path], encoding: str, newline: str) -> None:
    raw = read_report(saved(TEXT.replace("\n", newline).encode(encoding))).raw
    assert raw.removeprefix("\ufeff") == TEXT


def test_latin_1(saved: Callable[[bytes], Path]) -> None:
    assert read_report(saved(WESTERN.encode("latin-1"))).raw == WESTERN


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffUne marque d'ordre",
        "mêlé\r\nde tout\rici\n\n",
        "e\u0301te\u0301 de\u0301compose\u0301",
        "l\u2019espace\u00a0insécable\u200b",
        "fin sans saut",
    ],
)
def test_raw_is_what_python_reads(saved: Callable[[bytes], Path], text: str) -> None:
    path = saved(text.encode("utf-8"))
    assert read_report(path).raw == path.read_text(encoding="utf-8")


def test_a_few_broken_bytes_do_not_make_it_another_encoding(saved: Callable[[bytes], Path]) -> None:
    content = TEXT.encode("utf-8").replace("é".encode(), b"\xc3", 1)
    raw = read_report(saved(content * 3)).raw
    assert "Hanoï" in raw
    assert "\ufffd" in raw


def test_the_name_is_that_of_the_file_or_the_one_given(saved: Callable[[bytes], Path]) -> None:
    path = saved(WESTERN.encode())
    assert read_report(path).file == "report.txt"
    assert read_report(path, name="2019/report.txt").file == "2019/report.txt"


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (b"", NotText, "empty"),
        (b" \r\n\t\n", NotText, "empty"),
        (b"\xef\xbb\xbf", NotText, "empty"),
        (b"\x00" * 50, NotText, "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", NotText, "pdftotext"),
        (b"PK\x03\x04\x14\x00\x06\x00", NotText, "unpack"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", NotText, "picture"),
        (b"{\\rtf1\\ansi Texte}", NotText, "plain text"),
        (bytes(range(256)) * 40, NotText, "binary"),
        (b"texte\x01\x02\x03\x04\x05\x06" * 40, NotText, "binary"),
        (b"<!DOCTYPE html><html><body><p>Bonjour</p></body></html>", NotAReport, "web page"),
        (b"\n<!-- saved --><HTML lang=fr>", NotAReport, "plain text"),
        (b"Titre\n" + b"<p>Le ministre</p><br/>" * 20, NotAReport, "web page"),
        (b"12.01 ; 14 ; 15\n" * 5, NotAReport, "words"),
    ],
)
def test_what_is_no_report_is_refused(
    saved: Callable[[bytes], Path], content: bytes, error: type[SkipReport], said: str
) -> None:
    with pytest.raises(error, match=said) as caught:
        read_report(saved(content))
    assert caught.value.file == "report.txt"
    assert caught.value.remedy


def test_a_few_tags_are_no_web_page(saved: Callable[[bytes], Path]) -> None:
    assert "<br>" in read_report(saved((WESTERN + "<br>\n" + WESTERN).encode())).raw


def test_huge_files_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    began = time.perf_counter()
    with pytest.raises(NotText, match="larger than 20 MB"):
        read_report(path)
    assert time.perf_counter() - began < 2


def test_the_largest_file_is_read(saved: Callable[[bytes], Path]) -> None:
    assert len(read_report(saved(b"mot " * (LARGEST // 4))).raw) == LARGEST


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read_report(tmp_path / "none.txt")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="folder"):
        read_report(tmp_path)


def test_path_through_a_file(saved: Callable[[bytes], Path]) -> None:
    with pytest.raises(UnreadableFile):
        read_report(saved(b"mots") / "below.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_permission(saved: Callable[[bytes], Path]) -> None:
    path = saved(WESTERN.encode())
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="permissions"):
        read_report(path)
