"""What commands on a register share: which register, its progress, who decides."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from legation.cli.inputs import CLEAR

if TYPE_CHECKING:
    from legation.register.deciding import Signature
    from legation.register.store import Register

register_option = click.option(
    "--register", "register_file", type=click.Path(path_type=Path, dir_okay=False), default=Path("legation.db"),
    show_default=True, metavar="FILE", help="The register.",
)  # fmt: skip
STEPS = {
    "known": "known already",
    "read": "read",
    "copies": "compared",
    "items": "judged",
    "groups": "tellings grouped",
    "dates": "dated by others",
}


def who_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Who decides, and why: what a decision is signed with."""
    command = click.option("--why", default="", metavar="WORDS", help="Why; kept with the decision.")(command)
    return click.option("--who", default=user, metavar="NAME", help="Who decides; default: the user's name.")(command)


def user() -> str:
    """The name under which decisions are signed where none is given."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


class Progress:
    """Tells on a terminal how far a run has come: step, count and pace; nothing elsewhere."""

    def __init__(self, total: int | None = None) -> None:
        self._shown = sys.stderr.isatty()
        self._total = total
        self._counts: dict[str, int] = {}
        self._begun = self._told = monotonic()

    def tell(self, step: str, count: int) -> None:
        """Note that so many more are done of a step."""
        self._counts[step] = self._counts.get(step, 0) + count
        if self._shown and monotonic() - self._told > 0.2:
            self._told = monotonic()
            click.echo(f"{CLEAR}{self._line(step)}", nl=False, err=True)

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo(CLEAR, nl=False, err=True)

    def _line(self, step: str) -> str:
        done = self._counts[step]
        pace = done / max(self._told - self._begun, 0.001)
        if step in ("read", "known") and self._total:
            seen = self._counts.get("read", 0) + self._counts.get("known", 0)
            bar = "█" * (30 * seen // self._total)
            return f"{bar:░<30} {seen:,} of {self._total:,} {STEPS[step]}, {pace:.0f} a second"
        return f"{done:,} {STEPS.get(step, step)}, {pace:.0f} a second"


def decided(register_file: Path, decide: Callable[[Register, Signature], str | None], *, who: str, why: str) -> int:
    """Open the register, have something decided, carry it out, and tell the decision's id."""
    from legation.register.deciding import Signature
    from legation.register.resolving import resolve
    from legation.register.store import Register
    from legation.run.register import now

    with Register.open(register_file) as register:
        name = decide(register, Signature(who, now(), why))
        resolve(register)
    click.echo(f"{name}: noted and carried out" if name else "withdrawn")
    return 0
