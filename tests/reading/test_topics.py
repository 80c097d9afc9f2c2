"""Which topics words name: every rule's own phrases, and the coding conventions."""

from __future__ import annotations

import pytest

from legation.languages.loader import language
from legation.reading.topics import find_rules, find_topics, topic_entries

FRENCH = language("fr")
RULES = [(rule, entry["topic"]) for entry in topic_entries("fr") for rule in entry["rules"]]
ACCEPTED = [(phrase, rule["rule"], topic) for rule, topic in RULES for phrase in rule["accept"]]
REJECTED = [(phrase, rule["rule"]) for rule, _ in RULES for phrase in rule["reject"]]


@pytest.mark.parametrize(("phrase", "rule", "topic"), ACCEPTED)
def test_a_rule_takes_its_phrases(phrase: str, rule: str, topic: str) -> None:
    assert (rule, topic) in find_rules(phrase, FRENCH)


@pytest.mark.parametrize(("phrase", "rule"), REJECTED)
def test_a_rule_leaves_near_misses(phrase: str, rule: str) -> None:
    assert rule not in [name for name, _ in find_rules(phrase, FRENCH)]


def test_rule_names_are_unique_and_have_examples() -> None:
    names = [rule["rule"] for rule, _ in RULES]
    assert len(names) == len(set(names))
    assert all(rule["accept"] and rule["reject"] for rule, _ in RULES)


CONVENTIONS = [
    ("", ()),
    ("le déminage et les autres séquelles de la guerre", ("demining_uxo",)),
    ("la coopération de défense, notamment la formation", ("training_education",)),
    ("la coopération en matière de défense", ("defence_relations",)),
    ("la formation des garde-côtes", ("training_education", "maritime_security")),
    ("la préparation des contingents de maintien de la paix", ("training_education", "peacekeeping")),
    ("DES EXERCICES de secours en cas de catastrophe", ("exercises", "hadr")),
    ("la cybersécurité puis la médecine militaire", ("cyber", "military_medicine")),
    ("le ministre de la Défense", ()),
]


@pytest.mark.parametrize(("phrase", "topics"), CONVENTIONS)
def test_every_topic_named_and_no_broader_one(phrase: str, topics: tuple[str, ...]) -> None:
    assert find_topics(phrase, 0, len(phrase), FRENCH) == topics


def test_only_the_span_counts() -> None:
    text = "Le déminage avance. La cybersécurité aussi."
    assert find_topics(text, 20, len(text), FRENCH) == ("cyber",)
