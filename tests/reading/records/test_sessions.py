"""Sessions and summits: whose they are, which one, and whether they are this report's own."""

from snippets import records

RECEPTION = "Le ministre norvégien de la Défense, Lars Dahl, a reçu à Oslo le général grec Nikos Pappas.\n"


def test_a_summit_of_other_states_is_cited_with_them_alone() -> None:
    told = "Il a félicité la Grèce d'avoir organisé avec succès le deuxième sommet Maroc-Espagne à Athènes."
    summit = next(one for one in records(RECEPTION + told, "meeting", place="Oslo") if one["type"] == "summit")
    assert sorted(summit["parties"]) == ["ESP", "MAR"]
    assert (summit["status"], summit["session"], summit.get("date")) == ("cited", 2, None)
    assert not summit.get("persons")
