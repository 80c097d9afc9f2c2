"""Tokens and sentences of French text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.languages import language
from legation.reading.tokens import sentences, tokens

FRENCH = language("fr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'accord d'Oslo", ["l'", "accord", "d'", "oslo"]),
        ("a-t-il ajouté", ["a", "il", "ajouté"]),
        ("aujourd'hui, vice-ministre", ["aujourd'hui", ",", "vice-ministre"]),
        ("3,5 millions (ADMM+)", ["3,5", "millions", "(", "admm+", ")"]),
        ("dit-elle", ["dit", "elle"]),
    ],
)
def test_tokens_split_elisions_and_inversions(text: str, expected: list[str]) -> None:
    assert [token.lower for token in tokens(text, 0, len(text), FRENCH)] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Le ministre est parti. Il reviendra.", 2),
        ("M. Dupont a parlé. Mme Durand aussi.", 2),
        ("« Nous y veillerons. » Il est sorti.", 2),
        ("« Est-ce prêt ? » a demandé le ministre.", 1),
        ("Le RSS Vigour (n. 92) est à quai.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(list(sentences(tokens(text, 0, len(text), FRENCH), text, FRENCH))) == count


@given(st.text(max_size=200))
def test_tokens_are_in_order_and_inside_the_text(text: str) -> None:
    found = tokens(text, 0, len(text), FRENCH)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(st.text(alphabet="ab .!?»«M", max_size=120))
def test_sentences_lose_no_token(text: str) -> None:
    found = tokens(text, 0, len(text), FRENCH)
    assert [token for row in sentences(found, text, FRENCH) for token in row] == found
