"""A mended text maps every span back to the raw text, damage included."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model.text import Mend, MendedText


def mended(raw: str, *mends: tuple[int, int, str]) -> MendedText:
    return MendedText.apply(raw, [Mend("test", start, end, raw[start:end], after) for start, end, after in mends])


def back(text: MendedText, words: str) -> str:
    start = text.text.index(words)
    low, high = text.raw_span(start, start + len(words))
    return text.raw[low:high]


def test_a_span_beside_an_inserted_space_leaves_its_neighbour_alone() -> None:
    text = mended("dela paix", (2, 2, " "))
    assert text.text == "de la paix"
    assert [back(text, words) for words in ("de", "de ", "la", " la", "de la")] == ["de", "de", "la", "la", "dela"]


def test_a_composed_letter_stands_for_both_its_code_points() -> None:
    text = mended("e\u0301te\u0301 finit", (0, 2, "é"), (3, 5, "é"))
    assert [back(text, words) for words in ("été", "é", "t", "été f")] == [
        "e\u0301te\u0301",
        "e\u0301",
        "t",
        "e\u0301te\u0301 f",
    ]


def test_what_was_taken_out_belongs_to_the_span_around_it_only() -> None:
    text = mended("la 9 e session", (4, 5, ""))
    assert text.text == "la 9e session"
    assert [back(text, words) for words in ("9e", "9", "e session")] == ["9 e", "9", "e session"]


@pytest.mark.parametrize("mends", [((3, 4, ""), (1, 2, "")), ((1, 3, ""), (2, 4, ""))])
def test_mends_out_of_order_are_refused(mends: tuple[tuple[int, int, str], ...]) -> None:
    with pytest.raises(ValueError, match="out of order"):
        mended("abcdef", *mends)


@st.composite
def damaged(draw: st.DrawFn) -> MendedText:
    raw = draw(st.text("ab é\n", max_size=40))
    mends, position = [], 0
    while position <= len(raw) and draw(st.booleans()):
        start = draw(st.integers(position, len(raw)))
        end = draw(st.integers(start, min(start + 3, len(raw))))
        mends.append((start, end, draw(st.text("xy", max_size=4))))
        position = end + draw(st.integers(0, 2))
    return mended(raw, *mends)


@settings(deadline=None)
@given(damaged(), st.data())
def test_any_span_maps_back(text: MendedText, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    low, high = text.raw_span(start, end)
    assert 0 <= low <= high <= len(text.raw)
    kept = [c for c in text.text[start:end] if c not in "xy"]
    raw = iter(text.raw[low:high])
    assert all(any(c == r for r in raw) for c in kept)


@settings(deadline=None)
@given(damaged())
def test_spans_that_follow_each_other_do_so_in_the_raw_text(text: MendedText) -> None:
    spans = [text.raw_span(at, at + 1) for at in range(len(text.text))]
    assert all(earlier[0] <= later[0] and earlier[1] <= later[1] for earlier, later in itertools.pairwise(spans))


@settings(deadline=None)
@given(damaged())
def test_untouched_characters_map_to_themselves(text: MendedText) -> None:
    for at, character in enumerate(text.text):
        low, high = text.raw_span(at, at + 1)
        if character not in "xy":
            assert text.raw[low:high] == character
