"""States told by a paraphrase that several share (« l'archipel »): the one that the zone names elsewhere."""

from __future__ import annotations

from legation.reading.mentions.lexicon import Hit, Scan


def paraphrased(scan: Scan, link: Hit) -> tuple[str, int] | None:
    """(state, end) of the paraphrase behind a link, whose article may belong to either; None where none is meant."""
    behind = scan.skip(link.end)
    hit = next((one for one in scan.all("epithet") if link.start <= one.start <= behind and one.end > behind), None)
    if hit is None:
        return None
    known = hit.value if len(hit.value) == 1 else [state for state in hit.value if state in _named(scan)]
    return (str(known[0]), hit.end) if known else None


def _named(scan: Scan) -> set[str]:
    """The states that the zone names."""
    named = {str(hit.value) for label in ("state", "capital") for hit in scan.all(label)}
    return named | {str(hit.value[0][0]) for hit in scan.all("adjective")}
