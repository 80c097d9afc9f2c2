"""What holds for every page, whatever stands on it."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.languages import language
from legation.layout import lay_out
from legation.model.zones import Layout

FRENCH = language("fr")
PAGES = yaml.safe_load((Path(__file__).parent / "pages.yaml").read_text(encoding="utf-8"))
LINES = sorted({line for page in PAGES for line in page["text"].split("\n")})


def _sound(text: str, layout: Layout) -> None:
    position = 0
    for zone in layout.zones:
        assert position <= zone.start < zone.end <= len(text)
        assert text[zone.start : zone.end].strip()
        position = zone.end
    for span in (*layout.stamps, *([layout.day] if layout.day else [])):
        assert 0 <= span[0] < span[1] <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    _sound(text, lay_out(text, FRENCH))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_any_page(lines: list[str], separator: str) -> None:
    text = separator.join(lines)
    _sound(text, lay_out(text, FRENCH))


def test_every_word_of_a_page_is_in_a_zone() -> None:
    for page in PAGES:
        text = page["text"]
        covered = [False] * len(text)
        for zone in lay_out(text, FRENCH).zones:
            covered[zone.start : zone.end] = [True] * (zone.end - zone.start)
        rest = "".join(char for char, inside in zip(text, covered, strict=True) if not inside)
        assert not [char for char in rest if char.isalnum()], page["name"]


def test_the_same_page_twice() -> None:
    for page in PAGES:
        assert lay_out(page["text"], FRENCH) == lay_out(page["text"], FRENCH)
