"""All stages together: what every record of every report must hold, and texts that nobody would write."""

from __future__ import annotations

import random
import unicodedata
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.codebook import codebook
from legation.errors import NotAReport, SkipReport
from legation.model.report import RawReport
from legation.model.zones import ARTICLE
from legation.pipeline import Trace, read_file, trace_raw

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*/*.txt"))
BASES = {None, "stated", "metadata", "inferred"}


@lru_cache(maxsize=64)
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def sound(text: str) -> Trace:
    """The report read, and everything checked that must hold of any report."""
    seen = trace_raw(RawReport("made-up.txt", text))
    head, book = seen.report.head, codebook()
    assert seen.mended.raw == text
    assert head.basis in BASES
    assert head.because or head.basis != "inferred"
    for record in seen.report.records:
        assert record.quote
        assert text[record.start : record.end] == record.quote
        assert record.rule
        assert book.faults(record.kind, record.slots) == ()
        assert all(value not in (None, "", ()) for value in record.slots.values())
    return seen


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_record_is_grounded_and_keeps_to_the_codebook(path: Path) -> None:
    seen = sound(text_of(path))
    spans = [
        seen.mended.raw_span(zone.start, zone.end) for zone in seen.layout.zones if zone.kind in ARTICLE and zone.end
    ]
    for record in seen.report.records:
        assert any(start <= record.start and record.end <= end for start, end in spans), record.quote
    starts = [record.start for record in seen.report.records]
    assert starts == sorted(starts)


@pytest.mark.parametrize("path", EXAMPLES[:3], ids=lambda path: path.stem)
def test_the_same_file_is_read_the_same_twice(path: Path) -> None:
    assert read_file(path) == read_file(path)


@pytest.mark.parametrize("seed", range(40))
def test_paragraphs_of_many_reports_are_read_together(seed: int) -> None:
    chance = random.Random(seed)
    pool = [paragraph for path in EXAMPLES for paragraph in text_of(path).split("\n\n")]
    sound("\n\n".join(chance.sample(pool, 12)))


@given(path=st.sampled_from(EXAMPLES), start=st.floats(0, 1), end=st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_a_report_cut_anywhere_is_read_or_named(path: Path, start: float, end: float) -> None:
    text = text_of(path)
    cut = text[int(start * len(text) / 2) : int((1 + end) * len(text) / 2)]
    with suppress(SkipReport):
        sound(cut)


@given(path=st.sampled_from(EXAMPLES), junk=st.text(min_size=1, max_size=12), place=st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_junk_inside_a_report_harms_nothing(path: Path, junk: str, place: float) -> None:
    text = text_of(path)
    where = int(place * len(text))
    sound(text[:where] + junk + text[where:])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: " ".join(text.split()),
        lambda text: "\ufeff" + text,
        str.upper,
    ],
    ids=["crlf", "nfd", "nbsp", "single", "one-line", "bom", "upper"],
)
@pytest.mark.parametrize("path", EXAMPLES[::10], ids=lambda path: path.stem)
def test_reports_in_another_dress_are_read(path: Path, change: object) -> None:
    assert callable(change)
    sound(change(text_of(path)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("The two ministers met in Lisbon on Tuesday and agreed to hold more joint exercises at sea.", "en"),
        ("Le ministre portugais de la Défense reçu à Rabat", "only a headline"),
        ("12345 67890 ... !!!", "no language that could be told"),
    ],
)
def test_what_is_no_report_is_told(text: str, problem: str) -> None:
    with pytest.raises(NotAReport, match=problem):
        trace_raw(RawReport("x.txt", text))
