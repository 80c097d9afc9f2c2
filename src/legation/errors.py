"""The error tree.

LegationError
├── SkipReport            one report cannot be read; the rest go on
│   ├── UnreadableFile    no such file, no permission, a folder where a file was meant
│   ├── NotText           empty, binary, too large, or in no known encoding
│   └── NotAReport        text, but not one this program reads: another language, HTML source, a bare headline
├── DataFault             the program's own knowledge files are wrong; all faults are told at once
├── RegisterError         the register cannot do what is asked
│   ├── NoRegister        no such file, or one that is no register
│   ├── RegisterTooNew    made by a later version of this program
│   ├── RegisterBusy      another program has been writing in it for too long
│   └── NotInRegister     no thing, decision or slot of that name, or more than one
└── WrongUse              the command was called with arguments that make no sense together

Every message says what is wrong, where, and what to do about it.
"""

from __future__ import annotations

from collections.abc import Sequence


class LegationError(Exception):
    """Root of everything that this program raises on purpose."""


class SkipReport(LegationError):
    """One report cannot be read: say so, go on with the next."""

    def __init__(self, file: str, problem: str, remedy: str = "") -> None:
        self.file, self.problem, self.remedy = file, problem, remedy
        super().__init__(f"{file}: {problem}" + (f" ({remedy})" if remedy else ""))


class UnreadableFile(SkipReport):
    """The file cannot be opened."""


class NotText(SkipReport):
    """The bytes are no text that can be read."""


class NotAReport(SkipReport):
    """The text is no press report in a language that is known."""


class DataFault(LegationError):
    """Knowledge files are wrong; `faults` names each with its file, place, what is valid and the remedy."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class WrongUse(LegationError):
    """The arguments of a command make no sense; exit status 2."""


class RegisterError(LegationError):
    """The register cannot do what is asked: says what is wrong and what to do about it."""

    def __init__(self, what: str, problem: str, remedy: str = "") -> None:
        self.what, self.problem, self.remedy = what, problem, remedy
        super().__init__(f"{what}: {problem}" + (f" ({remedy})" if remedy else ""))


class NoRegister(RegisterError):
    """The file is not there, or is no register."""


class RegisterTooNew(RegisterError):
    """A later version of this program made the register."""


class RegisterBusy(RegisterError):
    """Another program holds the register for writing."""


class NotInRegister(RegisterError):
    """Nothing in the register has that name, or several things have."""
