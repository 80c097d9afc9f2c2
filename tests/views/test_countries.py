"""Countries by code and name."""

from __future__ import annotations

import pytest

from legation.errors import WrongUse
from legation.views.countries import country_name, find_country, the_country


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("VNM", "VNM"), ("vnm", "VNM"), ("VN", "VNM"), ("Vietnam", "VNM"), ("Viêt Nam", "VNM"), ("viet nam", "VNM"),
        ("Japon", "JPN"), ("Nhật Bản", "JPN"), ("日本", "JPN"), ("États-Unis", "USA"), ("etats unis", "USA"),
        ("UK", "GBR"), ("Royaume-Uni", "GBR"), ("Corée du Sud", "KOR"), ("Côte d’Ivoire", "CIV"),
    ],
)  # fmt: skip
def test_a_state_is_found_by_code_or_name(text: str, code: str) -> None:
    assert find_country(text) == code


@pytest.mark.parametrize("text", ["", "Narnia", "XQQ", "report.txt"])
def test_other_words_are_no_state(text: str) -> None:
    assert find_country(text) is None
    with pytest.raises(WrongUse, match="ISO 3166-1"):
        the_country(text)


def test_names_are_for_readers() -> None:
    assert country_name("VNM") == "Vietnam"
    assert country_name("VNM", language="fr") == "Viêt Nam"
    assert country_name("ASEAN") == "ASEAN"
