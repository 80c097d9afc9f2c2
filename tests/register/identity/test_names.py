"""Which spellings may name one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.register.identity.names import ONE_WORD, PART, SAME, SLIP, SOUND, alike, name_key, name_words

ALIKE = [
    ("Phan Văn Giang", "phan van giang", SAME),  # diacritics and case
    ("Nobuo Kishi", "KISHI Nobuo", SAME),  # order
    ("Nguyễn Chí Vịnh", "NguyênChi Vinh", SAME),  # glued by a bad scan
    ("Jean-Yves Le Drian", "Jean Yves Le Drian", SAME),  # hyphen
    ("Ferdinand Marcos Jr.", "Ferdinand Marcos", SAME),
    ("Phùng Sỹ Tân", "Phung Si Tan", SAME),  # y and i
    ("Charles Q. Brown", "Charles Brown", SAME),  # initial
    ("Fortunet Alain Nouatin", "Alain Nouatin", PART),
    ("Mohamed ben Zayed Al Nahyan", "Mohammed bin Zayed al-Nahyan", SOUND),
    ("Sergueï Choïgou", "Sergey Shoygu", SOUND),
    ("Tomoko Matsuzawa", "Tomoko Masuzawa", SLIP),
    ("Alistair Whitcombe", "Alistair Whitconbe", SLIP),
    ("Kishi", "Nobuo Kishi", ONE_WORD),
    ("Giang", "Phan Văn Giang", ONE_WORD),
]
UNLIKE = [
    ("Ken Saito", "Akira Saito"),
    ("Nguyen Van Nam", "Nguyen Van Nhan"),  # short words: no slip is allowed
    ("Tran Quang Minh", "Tran Quang Hung"),
    ("Abdoulaye Diop", "Abdoulaye Maïga"),
    ("Le Hoai Trung", "Le Hoai Linh"),
    ("Itsunori Onodera", "Gen Nakatani"),
    ("", "Nobuo Kishi"),
]


@pytest.mark.parametrize(("left", "right", "share"), ALIKE)
def test_alike(left: str, right: str, share: float) -> None:
    assert alike(left, right) == share == alike(right, left)


@pytest.mark.parametrize(("left", "right"), UNLIKE)
def test_unlike(left: str, right: str) -> None:
    assert alike(left, right) == 0.0 == alike(right, left)


@given(st.text(max_size=30), st.text(max_size=30))
def test_alike_is_symmetric(left: str, right: str) -> None:
    assert alike(left, right) == alike(right, left)
    assert 0 <= alike(left, right) <= 1


@given(st.lists(st.sampled_from("nguyen kishi van Giang Đức Trần lê".split()), min_size=1, unique=True))  # noqa: SIM905
def test_order_of_words_does_not_matter(parts: list[str]) -> None:
    assert name_key(" ".join(parts)) == name_key(" ".join(reversed(parts)))
    assert set(name_words(" ".join(parts))) == set(name_key(" ".join(parts)).split())
