"""The frames of activities as data, and the sentences that each must accept and reject.

A sentence is read as the last paragraph of a report in which a Kenyan minister meets his Norwegian counterpart. It is
accepted when the frame makes an activity of it, rejected when it makes none.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from legation.codebook import codebook
from legation.languages.loader import language
from legation.model.report import RawReport, Record
from legation.pipeline import trace_raw
from legation.reading import verb_forms

FRENCH = language("fr")
FRAMES = [frame for name in FRENCH.names("frames/activities") for frame in FRENCH.data(name)["frames"]]
LEAD = (
    "OSLO, 14 mai 2024 (AFP) - Le ministre norvégien de la Défense, Lars Berg, a reçu mardi à Oslo "
    "son homologue kényan, Joseph Odinga.\n\n"
)
ACCEPTED = [
    (frame["rule"], sentence) for frame in FRAMES if not frame["slots"].get("goes_on") for sentence in frame["accept"]
]
CONTINUED = [sentence for frame in FRAMES if frame["slots"].get("goes_on") for sentence in frame["accept"]]
REJECTED = [(frame["rule"], sentence) for frame in FRAMES for sentence in frame["reject"]]
TYPES = set(codebook().kinds["activity"].slots["type"].vocabulary)


def told(sentence: str) -> list[Record]:
    """The activities that the sentence yields."""
    report = trace_raw(RawReport("example", f"{LEAD}{sentence}\n")).report
    return [one for one in report.records if one.kind == "activity" and one.end > len(LEAD)]


@cache
def activities(sentence: str) -> tuple[tuple[str, str], ...]:
    """The (rule, type) pairs of the activities that the sentence yields."""
    return tuple((one.rule, str(one.slots["type"])) for one in told(sentence))


def test_rules_have_names_of_their_own() -> None:
    assert not [rule for rule, count in Counter(frame["rule"] for frame in FRAMES).items() if count > 1]


def test_types_are_those_of_the_codebook() -> None:
    assert {frame["slots"]["type"] for frame in FRAMES} == TYPES


def test_frames_name_verbs_that_are_conjugated() -> None:
    known = verb_forms.verbs("fr")
    assert not [verb for frame in FRAMES for verb in frame.get("verbs", ()) if verb.removeprefix("se_") not in known]


@pytest.mark.parametrize(("rule", "sentence"), ACCEPTED)
def test_a_frame_takes_its_sentences(rule: str, sentence: str) -> None:
    assert rule in {found for found, _ in activities(sentence)}


@pytest.mark.parametrize("sentence", CONTINUED)
def test_a_pronoun_tells_how_long_it_goes_on(sentence: str) -> None:
    assert [bool(one.slots.get("until")) for one in told(sentence)] == [True]


@pytest.mark.parametrize(("rule", "sentence"), REJECTED)
def test_a_frame_leaves_other_sentences(rule: str, sentence: str) -> None:
    assert rule not in {found for found, _ in activities(sentence)}
