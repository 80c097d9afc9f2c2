"""Which files a path stands for."""

from __future__ import annotations

from pathlib import Path

from legation.intake import discover


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mots")


def test_a_folder_gives_its_text_files_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.TXT", "c/d.text", "c/a.txt", "b.json", "b.txt~", ".hidden.txt", ".git/x.txt")
    found = [path.relative_to(tmp_path).as_posix() for path in discover([tmp_path])]
    assert found == ["a.TXT", "b.txt", "c/a.txt", "c/d.text"]


def test_files_are_given_as_named_in_the_order_named(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.dat", ".hidden")
    named = [tmp_path / "b.txt", tmp_path / "a.dat", tmp_path / ".hidden", tmp_path / "missing.txt"]
    assert list(discover(named)) == named


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(discover([tmp_path])) == []


def test_a_link_to_a_folder_is_not_followed_round(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [path.name for path in discover([tmp_path])] == ["a.txt"]
