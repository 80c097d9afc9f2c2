"""Phrases of frames: what every match must hold, by which a sentence is passed over before it is searched."""

from __future__ import annotations

import pytest

from legation.languages.loader import language
from legation.reading.phrase_patterns import compile_phrase

FRENCH = language("fr")
NEEDS = [
    ("table ronde", {"table", "ronde"}, []),
    ("{actor} au large", {"@A", "à", "large"}, []),
    ("{verb:signer|parapher} un accord", {"accord"}, [{"V:signer", "V:parapher"}]),
    ("(navire|frégate) en escale", {"en", "escale"}, [{"navire", "frégate"}]),
    ("visite (officielle)?", {"visite"}, []),
]


@pytest.mark.parametrize(("phrase", "needed", "choices"), NEEDS)
def test_a_phrase_knows_what_every_match_holds(phrase: str, needed: set[str], choices: list[set[str]]) -> None:
    made = compile_phrase(phrase, FRENCH)
    told = [*made.choices, *([made.keys] if len(made.keys) > 1 else [])]
    assert (made.needed, told) == (needed, choices)


def test_chunks_that_lack_a_choice_cannot_match() -> None:
    phrase = compile_phrase("{verb:signer|parapher} un accord", FRENCH)
    assert phrase.may_choose(frozenset({"V:signer", "accord"}))
    assert not phrase.may_choose(frozenset({"V:dire", "accord"}))
