"""Atoms and the patterns over them, on a lexicon of this test's own making."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import DataFault
from legation.reading.mentions.atoms import Lexicon, split_words
from legation.reading.mentions.patterns import Rules, literal_words

PATTERNS = [
    ("range", "from <day:day> to <day:until_day> <month:month>"),
    ("day", "(on|{the})? <day:day> <month:month>"),
]
FRAGMENTS = {"the": "the"}
LEXICON = Lexicon({"month": {"may": 5, "june": 6}}, literal_words([*(pattern for _, pattern in PATTERNS), "the"]))
RULES = Rules(LEXICON, PATTERNS, fragments=FRAGMENTS, core=["month"])


def test_atoms_know_where_they_stand() -> None:
    atoms = LEXICON.atoms("On 4 May,\n\n2019-03-04.", 3, 21)
    assert list(atoms.words) == ["4", "may", ",", "\n\n", "2019-03-04"]
    assert (atoms.starts[0], atoms.ends[1]) == (3, 8)


@given(st.text(max_size=80))
def test_atoms_cover_everything_but_blanks(text: str) -> None:
    atoms = LEXICON.atoms(text, 0, len(text))
    covered = {place for first, last in zip(atoms.starts, atoms.ends, strict=True) for place in range(first, last)}
    assert all(text[place].isspace() for place in range(len(text)) if place not in covered)
    assert len(atoms.codes) == len(atoms.words)


def test_the_first_rule_that_fits_wins_and_keeps_its_values() -> None:
    found = list(RULES.find(LEXICON.atoms("From 4 to 6 May, and the 3 June.", 0, 32)))
    assert [(match.rule, dict(match.slots)) for match in found] == [
        ("range", {"day": 4, "until_day": 6, "month": 5}),
        ("day", {"day": 3, "month": 6}),
    ]


def test_an_unknown_word_breaks_a_pattern() -> None:
    assert list(RULES.find(LEXICON.atoms("4 wet May", 0, 9))) == []


@pytest.mark.parametrize("pattern", ["<nothing>", "{nothing}", "<day> )"])
def test_a_faulty_pattern_is_told(pattern: str) -> None:
    with pytest.raises(DataFault):
        Rules(LEXICON, [("faulty", pattern)])


def test_words_are_split_as_texts_are() -> None:
    assert split_words("d'ici à") == ["d", "'", "ici", "à"]
