"""Sums of money, against the corpus of phrases in tests/data/french_sums.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.languages import language
from legation.model.mentions import SumMention
from legation.reading.mentions.sums import find_sums

FRENCH = language("fr")
CORPUS = yaml.safe_load((Path(__file__).parents[2] / "data" / "french_sums.yaml").read_text(encoding="utf-8"))


def sums(say: str) -> list[SumMention]:
    return find_sums(say, 0, len(say), FRENCH)


@pytest.mark.parametrize("phrase", CORPUS["accept"], ids=lambda phrase: phrase["say"])
def test_a_sum_is_read(phrase: dict[str, Any]) -> None:
    (found,) = sums(phrase["say"])
    assert (found.amount, found.currency) == (phrase["amount"], phrase["currency"])
    assert found.qualifier == phrase.get("qualifier", "exact")


@pytest.mark.parametrize("phrase", CORPUS["several"], ids=lambda phrase: phrase["say"])
def test_a_sum_may_leave_out_the_currency_of_the_one_before(phrase: dict[str, Any]) -> None:
    assert [[found.amount, found.currency] for found in sums(phrase["say"])] == phrase["all"]


@pytest.mark.parametrize("phrase", CORPUS["equivalent"])
def test_the_same_sum_in_another_currency_is_marked(phrase: str) -> None:
    assert [found.equivalent for found in sums(phrase)] == [False, True]


@pytest.mark.parametrize("phrase", CORPUS["reject"])
def test_a_phrase_holds_no_sum(phrase: str) -> None:
    assert sums(phrase) == []


def test_the_currency_is_not_taken_from_another_paragraph() -> None:
    assert len(sums("1,5 million de dollars.\n\nElle compte 4 millions à placer.")) == 1


@pytest.mark.parametrize("rule", FRENCH.data("money")["rules"], ids=lambda rule: rule["rule"])
def test_a_rule_takes_its_own_phrases_whole(rule: dict[str, Any]) -> None:
    for phrase in rule["accept"]:
        assert [phrase[found.start : found.end] for found in sums(phrase)] == [phrase]
