"""Finds a language's folder and reads its knowledge files on demand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from legation import datafile
from legation.errors import DataFault

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language that reports are read in: its ISO 639-1 code and the folder of its knowledge files.

    There is one object a language, so that what is made from its knowledge is found again at once.
    """

    code: str
    folder: Path

    def data(self, name: str) -> Any:
        """What the file NAME.yaml of this language holds; `name` may name a subfolder (`frames/thank`)."""
        path = self.folder / f"{name}.yaml"
        if not path.exists():
            raise DataFault([f"{path}: no such knowledge file; the language {self.code} needs one"])
        return datafile.load(path)

    def names(self, subfolder: str) -> list[str]:
        """The names of all knowledge files in a subfolder, in order, as `data` takes them."""
        return [f"{subfolder}/{path.stem}" for path in sorted((self.folder / subfolder).glob("*.yaml"))]


@cache
def language(code: str) -> Language:
    """The language of this code. Raises DataFault where there is no folder for it."""
    folder = HERE / code
    if not folder.is_dir():
        raise DataFault([f"{folder}: no such language; known are {', '.join(known_languages())}"])
    return Language(code, folder)


@cache
def known_languages() -> tuple[str, ...]:
    """The codes of the languages that there are folders for."""
    return tuple(sorted(path.name for path in HERE.iterdir() if path.is_dir() and len(path.name) == 2))
