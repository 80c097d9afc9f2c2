"""The door that every report comes in by, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from legation.errors import NotText, UnreadableFile
from legation.intake import plain_text
from legation.intake.format import Format
from legation.model.report import RawReport

LARGEST = 20_000_000
"""The most bytes that a file may hold; a year of reports in one file is none report."""


FORMATS: tuple[Format, ...] = (plain_text.FORMAT,)
"""Asked in this order; plain text claims whatever is left and stays last."""


def discover(paths: Sequence[Path]) -> Iterator[Path]:
    """The files to read: a file as it is given, a folder's text files in order of path, its folders included.

    Hidden files and folders inside a given folder are passed over, and so are files whose suffix no format claims.
    A path that does not exist is given too, so that reading it tells the fault.
    """
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        else:
            yield path


def read_report(path: Path, *, name: str | None = None) -> RawReport:
    """The report in a file; `name` is what it shall be called, its file name if left out.

    Raises UnreadableFile if the file cannot be opened, NotText if it is empty, binary or larger than LARGEST bytes,
    NotAReport if it is text of a kind that no format reads.
    """
    name = path.name if name is None else name
    content = _content(path, name)
    for format_ in FORMATS:
        if format_.claims(content):
            return format_.read(content, name)
    raise NotText(name, "the format is not known", "give plain text")


def _inside(folder: Path) -> Iterator[Path]:
    suffixes = frozenset().union(*(format_.suffixes for format_ in FORMATS))
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _inside(entry)
        elif entry.suffix.lower() in suffixes:
            yield entry


def _content(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(name, "is a folder", "give the files in it, or a command that takes folders")
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(name, "no such file", "check the path") from error
    except PermissionError as error:
        raise UnreadableFile(name, "may not be read", "check the permissions of the file and of its folder") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(name, f"cannot be read: {reason}", "check the path and the disk") from error
    if len(content) > LARGEST:
        raise NotText(name, f"larger than {LARGEST // 1_000_000} MB", "split it into one file a report")
    return content
