"""The cast of a report: from which state somebody comes whom the words give no state."""

import pytest
from snippets import understood

LED = [
    ("une délégation de l'armée grecque, conduite par le général Nikos Pappas,", "GRC"),
    ("la délégation grecque, emmenée par le général Nikos Pappas,", "GRC"),
    ("une mission grecque avec à sa tête le général Nikos Pappas", "GRC"),
    ("la partie grecque était conduite par le général Nikos Pappas", "GRC"),
    ("une délégation grecque est arrivée lundi. Le général Lars Dahl", "NOR"),
]


@pytest.mark.parametrize(("words", "state"), LED)
def test_who_leads_a_group_is_of_its_state(words: str, state: str) -> None:
    page = understood(f"L'armée norvégienne l'a dit. À Oslo, en Norvège, {words} a parlé du Nord.", home="NOR")
    assert [person.state for person in page.cast.persons] == [state]
