"""Words in the quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.errors import WrongUse
from legation.register.queries import Filter, Queries
from legation.register.queries.phrase import fts_query
from tests.register.material import add, filled
from tests.register.queries.material import PAIR, reports


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("déminage", '"déminage"'),
        ('exerc* "en mer"', '"exerc"* "en mer"'),
        ("l'aide OR", '"l\'aide" "OR"'),
        ('un"deux', '"un deux"'),
    ],
)
def test_what_people_type_becomes_a_query(words: str, query: str) -> None:
    assert fts_query(words) == query


@pytest.mark.parametrize("words", ["", "  ", "*", '""', "…"])
def test_no_word_is_wrong_use(words: str) -> None:
    with pytest.raises(WrongUse, match="no word"):
        fts_query(words)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("deminage", {"statement", "activity"}),
        ("DÉMINAGE portugais", {"activity"}),
        ('"cours de déminage portugais"', {"activity"}),
        ("sollicit*", {"statement"}),
        ("sous-marin", set()),
    ],
)
def test_words_are_found_in_any_case_with_what_they_tell(queries: Queries, words: str, kinds: set[str]) -> None:
    assert {hit.entry.kind for hit in queries.find(words).hits} == kinds


def test_a_hit_has_its_words_and_file(queries: Queries) -> None:
    (hit,) = queries.find("sollicité").hits
    assert (hit.telling.file, hit.telling.quote) == ("b.txt", "Le Maroc a sollicité un navire pour la recherche en mer")
    assert hit.entry.when == "2018-06-13"


def test_a_filter_narrows_what_is_found(queries: Queries) -> None:
    assert len(queries.find("ministre").hits) == 4
    assert [hit.entry.kind for hit in queries.find("ministre", Filter(states=PAIR)).hits] == ["visit"]
    assert not queries.find("ministre", Filter(states=PAIR, since="2019")).hits


def test_no_more_than_asked_for(queries: Queries) -> None:
    found = queries.find("ministre", limit=2)
    assert (len(found.hits), found.more) == (2, True)


def test_words_of_an_older_reading_are_not_found(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with filled(path, reports()) as register:
        later = reports()[2]
        add(register, [type(later)(later.file, later.digest, later.raw, later.head, (), later.minhash)], reader="2")
    with Queries.open(path) as queries:
        assert {hit.entry.kind for hit in queries.find("déminage").hits} == {"statement"}
