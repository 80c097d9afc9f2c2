"""B³ against figures worked out by hand, and the floors on the coded reports at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.codebook import codebook
from legation.errors import WrongUse
from legation.evaluation import load_gold
from legation.evaluation.clusters import b_cubed, grouped_only, load_clusters
from legation.evaluation.resolution import resolution, tellings_of_gold

ROOT = Path(__file__).parents[2]


def test_the_figures_of_bagga_and_baldwin() -> None:
    """Their example: people's {1-5} {6,7} {8-12}; one answer joins the last two, one the first and last."""
    wanted = {str(n): "a" if n <= 5 else "b" if n <= 7 else "c" for n in range(1, 13)}
    first = {str(n): "a" if n <= 5 else "b" for n in range(1, 13)}
    second = {str(n): "b" if n in (6, 7) else "a" for n in range(1, 13)}
    assert b_cubed(first, wanted).precision == pytest.approx(0.762, abs=0.001)
    assert b_cubed(second, wanted).precision == pytest.approx(0.583, abs=0.001)
    assert b_cubed(first, wanted).recall == b_cubed(second, wanted).recall == 1.0


def test_what_the_program_lacks_stands_alone() -> None:
    score = b_cubed({}, {"a": 1, "b": 1})
    assert (score.precision, score.recall, score.tellings) == (1.0, 0.5, 2)
    assert b_cubed({}, {}).f1 == 0.0


def test_only_what_was_grouped() -> None:
    assert grouped_only({"a": 1, "b": 1, "c": 2}) == {"a": 1, "b": 1}


@given(st.dictionaries(st.text(max_size=2), st.integers(0, 3), min_size=1))
def test_agreement_with_oneself_is_whole(groups: dict[str, int]) -> None:
    assert b_cubed(groups, groups).f1 == pytest.approx(1.0)


def test_people_whose_spellings_overlap_are_one(tmp_path: Path) -> None:
    persons = {"Ana Ruiz": ["Ana Ruiz", "Ruiz"], "Ana Ruiz Jr.": ["Ruiz"], "Ben Ott": ["Ott Ben"]}
    (tmp_path / "clusters.json").write_text(json.dumps({"events": [[["a.txt", 3, "x"]]], "persons": persons}))
    found = load_clusters(tmp_path)
    assert set(found.persons.values()) == {"Ana Ruiz", "Ben Ott"}
    assert found.event("a.txt", 3) == 0
    assert found.event("a.txt", 4) == ("a.txt", 4)


def test_gold_without_groups_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"clusters\.json"):
        load_clusters(tmp_path)


@pytest.mark.parametrize("folder", ["fr-vj", "fr-other"])
def test_coded_records_are_brought_together(folder: str) -> None:
    golds = load_gold(ROOT / "gold" / folder, reports=ROOT / "examples" / folder, book=codebook())
    found = resolution(tellings_of_gold(golds.values()), load_clusters(ROOT / "gold" / folder))
    assert found.events.f1 >= 0.97
    assert found.grouped_events.f1 >= 0.93
    assert found.persons.f1 >= 0.99
    assert found.far == 0
