"""Words that tell a time, against the corpus of phrases in tests/data/french_dates.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from legation.dating import resolve
from legation.languages import language
from legation.reading.mentions.dates import find_dates

FRENCH = language("fr")
CORPUS = yaml.safe_load((Path(__file__).parents[2] / "data" / "french_dates.yaml").read_text(encoding="utf-8"))
RULES = [rule for rule in FRENCH.data("dates")["rules"] if rule["set"]["kind"] != "none"]


@pytest.mark.parametrize("phrase", CORPUS["accept"], ids=lambda phrase: phrase["say"])
def test_a_phrase_is_found_and_resolved(phrase: dict[str, Any]) -> None:
    say = phrase["say"]
    mentions = find_dates(say, 0, len(say), FRENCH)
    assert len(mentions) >= phrase.get("nth", 1)
    mention = mentions[phrase.get("nth", 1) - 1]
    told = resolve(mention, report_day=CORPUS["report"], context=phrase.get("context"), tense=phrase.get("tense"))
    assert (mention.kind, told.date, told.until) == (
        phrase.get("kind", "date"),
        phrase.get("date"),
        phrase.get("until"),
    )
    assert phrase.get("words") in (None, say[mention.start : mention.end])


@pytest.mark.parametrize("phrase", CORPUS["reject"])
def test_a_phrase_holds_no_date(phrase: str) -> None:
    assert find_dates(phrase, 0, len(phrase), FRENCH) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule"])
def test_a_rule_takes_its_own_phrases_whole(rule: dict[str, Any]) -> None:
    for phrase in rule["accept"]:
        found = find_dates(phrase, 0, len(phrase), FRENCH)
        assert [(one.rule, phrase[one.start : one.end]) for one in found] == [(rule["rule"], phrase)]
    for phrase in rule.get("reject", ()):
        assert rule["rule"] not in [one.rule for one in find_dates(phrase, 0, len(phrase), FRENCH)]


@pytest.mark.parametrize(
    ("say", "date"),
    [("26-02 | 0:00", (None, 2, 26)), ("date 2023-07 Riga", (2023, 7, None)), ("le 26/02", (None, 2, 26))],
)
def test_a_date_line_has_short_forms_of_its_own(say: str, date: tuple[int | None, ...]) -> None:
    assert find_dates(say, 0, len(say), FRENCH) == [] or not find_dates(say, 0, len(say), FRENCH)[0].month
    found = find_dates(say, 0, len(say), FRENCH, stamp=True)[0]
    assert (found.year, found.month, found.day) == date


@pytest.mark.parametrize(
    ("say", "tense"),
    [
        ("Il a signé mardi.", "past"),
        ("Il avait signé mardi.", "earlier"),
        ("Il signera mardi.", "future"),
        ("Il doit signer mardi.", "future"),
        ("Commencée jeudi, la visite s'achèvera dimanche.", "past"),
        ("L'accord signé mardi entrera en vigueur.", "past"),
        ("Elle est prévue mardi.", "future"),
        ("Lundi, M. Ba s'était rendu à Rome.", "earlier"),
        ("Mardi.", None),
    ],
)
def test_the_nearest_verb_tells_the_tense(say: str, tense: str | None) -> None:
    assert find_dates(say, 0, len(say), FRENCH)[0].tense == tense


@given(st.text(alphabet="le 4mars2019duà'’.,-\n İfin", max_size=60), st.integers(0, 20))
def test_spans_lie_inside_the_stretch_and_do_not_overlap(text: str, start: int) -> None:
    start = min(start, len(text))
    edge = start
    for mention in find_dates(text, start, len(text), FRENCH):
        assert edge <= mention.start < mention.end <= len(text)
        edge = mention.end
