"""Pages in the manner of many outlets: what is the report, what is not, and who sent it from where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.languages import language
from legation.layout import lay_out

PAGES = yaml.safe_load((Path(__file__).parent / "pages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_page(page: dict[str, Any]) -> None:
    text = page["text"]
    layout = lay_out(text, language("fr"))
    found = [f"{zone.kind} {text[zone.start : zone.end]}" for zone in layout.zones]
    wanted = page["zones"]
    assert [had[: len(zone)] for had, zone in zip(found, wanted, strict=False)] == wanted, found
    assert len(found) == len(wanted), found
    assert layout.place == page.get("place")
    assert layout.agency == page.get("agency")
    assert (text[slice(*layout.day)] if layout.day else None) == page.get("day")
    assert [text[slice(*span)] for span in layout.stamps] == page.get("stamps", [])
