"""Two rounds of mends give the same text as one after the other, mapped to the raw text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model.text import Mend, MendedText
from legation.repair import repair
from legation.repair.chain import chain, in_order


@st.composite
def mends_of(draw: st.DrawFn, text: str) -> list[Mend]:
    mends = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 2, len(text))))
        mends.append(Mend("m", start, end, text[start:end], draw(st.text("xy", max_size=2))))
    return in_order(mends)


@settings(deadline=None)
@given(st.data())
def test_two_rounds_are_one(data: st.DataObject) -> None:
    raw = data.draw(st.text("ab ", max_size=20))
    first = MendedText.apply(raw, data.draw(mends_of(raw)))
    second = data.draw(mends_of(first.text))
    both = chain(first, second)
    assert both.raw == raw
    if all(len(mend.after) < 2 for mend in first.mends):
        assert both.text == MendedText.apply(first.text, second).text


@settings(deadline=None)
@given(st.text("aeé\u0301’ '\u00a0\u200b\n.,A1(»\"-\ufeff", max_size=60))
def test_any_text_is_mended_and_maps_back(raw: str) -> None:
    text = repair(raw, "fr")
    assert text.raw == raw
    for at in range(len(text.text)):
        low, high = text.raw_span(at, at + 1)
        assert 0 <= low <= high <= len(raw)
    for mend in text.mends:
        assert raw[mend.start : mend.end] == mend.before
        assert mend.rule


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["la", "paix,", "délégation", "a", "l’hôte", "Hanoi.", "9 e", "ADMM )", "dela"]), max_size=40
    )
)
def test_kept_words_map_to_themselves(words: list[str]) -> None:
    text = repair(" ".join(words), "fr")
    for at, character in enumerate(text.text):
        low, high = text.raw_span(at, at + 1)
        if character.isalpha():
            assert text.raw[low:high] == character
