"""Links from a page to the reports that it cites."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def way_to(file: str, beside: Path) -> str:
    """The link from a page in a folder to a file, both as named from where the program runs."""
    way = Path(os.path.relpath(Path(file).absolute(), beside.absolute())).as_posix()
    return quote(way, errors="surrogateescape")
