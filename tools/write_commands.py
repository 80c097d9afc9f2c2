"""Writes docs/commands.md from what the commands themselves say under --help; `make data` runs it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from legation.cli.main import COMMANDS, cli

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
WIDTH = 100


def page() -> str:
    """The page, as it must stand in docs/commands.md."""
    parts = ["# Commands\n\nWritten from `--help` by `make data`; do not edit.\n"]
    for name in ("", *COMMANDS):
        words = [name] if name else []
        told = CliRunner().invoke(cli, [*words, "--help"], prog_name="legation", terminal_width=WIDTH).output
        parts.append(f"## legation {name}".rstrip() + f"\n\n```\n{told.rstrip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
