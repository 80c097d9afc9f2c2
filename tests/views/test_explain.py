"""What a stage made of a report, in words."""

from __future__ import annotations

import pytest

from legation.model.mentions import DateMention, PersonMention, Post
from legation.views.explain import shortened, told, visible


@pytest.mark.parametrize(
    ("text", "shown"), [("a\nb", "a⏎b"), ("a\u00a0b", "a<00A0>b"), ("", "∅"), ("été", "été"), ("\u200b", "<200B>")]
)
def test_blanks_that_cannot_be_seen_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_long_words_are_cut_in_the_middle() -> None:
    assert shortened("court") == "court"
    assert shortened("a" * 80 + "b" * 80) == "a" * 50 + " … " + "b" * 50


def test_a_mention_tells_what_is_not_as_by_default() -> None:
    assert told(DateMention(3, 9, "date", "weekday", weekday=0)) == "kind=date  rule=weekday  weekday=0"
    posts = (Post("ambassador", "FRA", 0, 5), Post("other", None, 0, 5, former=True))
    assert told(PersonMention(0, 9, 2, 9, "A. Petit", posts)) == "name=A. Petit  posts=ambassador/FRA+other/?/former"
