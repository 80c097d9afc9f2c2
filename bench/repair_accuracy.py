"""How many lost spaces repair finds, and how many it invents, on reports damaged as wire copy is.

    python bench/repair_accuracy.py FOLDER… [--seed N] [--rounds N] [--examples]

Each clean report's paragraphs are wrapped at a width drawn for the report (70 to 110 columns), and most line breaks are
then lost, so that the words on both sides run together; in a second run spaces are lost anywhere. Printed are the
precision and recall of the places where a space was put back, in all and where a name or acronym was hit, the false
cuts in the reports as they were, and the speed.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.repair import repair

LOST = 0.9
"""The share of line breaks that are lost; the others leave a space."""

LONE = re.compile(r"[-–—:;!?«»/|>=+°%\s]")


@dataclass(frozen=True)
class Damaged:
    """A damaged text and the offsets in it where a space was lost."""

    text: str
    lost: frozenset[int]


def wrapped(text: str, rng: random.Random) -> Damaged:
    """The text with its paragraphs wrapped and most of the line breaks lost."""
    width = rng.randint(70, 110)
    breaks, start = set(), 0
    for match in re.finditer(r"[ \n]", text):
        following = re.compile(r"\S*").match(text, match.end())
        if match.group() == "\n":
            start = match.end()
        elif following and following.end() - start > width:
            breaks.add(match.start())
            start = match.end()
    return without(text, {at for at in breaks if rng.random() < LOST})


def anywhere(text: str, rng: random.Random) -> Damaged:
    """The text with one space in thirteen lost, at most one a word."""
    lost: set[int] = set()
    previous = -1
    spaces = [match.start() for match in re.finditer(" ", text)]
    for number, at in enumerate(spaces):
        if rng.random() < 1 / 13 and previous != number - 1:
            lost.add(at)
            previous = number
    return without(text, lost)


def without(text: str, spaces: set[int]) -> Damaged:
    """The text without these spaces, but for those beside a mark that stands alone, which no reader would miss."""
    done, places, last = [], set(), 0
    for at in sorted(spaces):
        if text[at - 1].isspace() or LONE.match(text[at - 1]) or LONE.match(text[at + 1]):
            continue
        done.append(text[last:at])
        places.add(at - len(places))
        last = at + 1
    return Damaged("".join([*done, text[last:]]), frozenset(places))


def found(text: str) -> set[int]:
    """The offsets where repair puts a space or a break in."""
    return {mend.start for mend in repair(text, "fr").mends if not mend.before and mend.after in (" ", "\n")}


def is_name(text: str, at: int) -> bool:
    """Whether a word with a capital ends or begins here."""
    before, after = re.search(r"[^\W\d_]+$", text[:at]), text[at : at + 1]
    return after.isupper() or bool(before and before.group()[0].isupper())


def texts(folders: list[Path]) -> Iterator[tuple[str, str]]:
    """Each report's name and text, wrapped lines joined."""
    for folder in folders:
        for path in sorted(folder.glob("*.txt")) if folder.is_dir() else [folder]:
            mended = repair(path.read_text(encoding="utf-8"), "fr")
            yield path.stem, mended.text


def clean(text: str) -> str:
    return re.sub(r" +", " ", text).strip() + "\n"


def show(title: str, counts: Counter[str]) -> None:
    hit, false, missed = counts["hit"], counts["false"], counts["missed"]
    print(
        f"{title:28} precision {hit / max(1, hit + false):.4f}  recall {hit / max(1, hit + missed):.4f}"
        f"   ({hit} found, {false} false, {missed} missed)"
    )


def measure(
    reports: list[tuple[str, str]], damage: str, *, seed: int, rounds: int, examples: bool
) -> tuple[Counter[str], Counter[str]]:
    """Counts of places found, invented and missed, in all and at names."""
    everything: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for turn in range(rounds):
        for name, text in reports:
            rng = random.Random(f"{seed}/{turn}/{damage}/{name}")
            damaged = (wrapped if damage == "wrapped" else anywhere)(text, rng)
            places = found(damaged.text)
            for kind, where in (
                ("hit", places & damaged.lost),
                ("false", places - damaged.lost),
                ("missed", damaged.lost - places),
            ):
                everything[kind] += len(where)
                names[kind] += sum(is_name(damaged.text, at) for at in where)
                if examples and kind != "hit":
                    for at in sorted(where):
                        print(
                            f"  {kind:7} {damaged.text[max(0, at - 20) : at]}|{damaged.text[at : at + 20]}".replace(
                                "\n", "¶"
                            )
                        )
    return everything, names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--examples", action="store_true", help="print each false and missed place")
    options = parser.parse_args()
    began = time.perf_counter()
    repair("première", "fr")
    print(f"start {time.perf_counter() - began:.2f} s")
    mended = [(name, clean(text)) for name, text in texts(options.folder)]
    print(
        f"{len(mended)} reports; cuts in them as they are, mended once: {sum(len(found(text)) for _, text in mended)}"
    )
    for damage in ("wrapped", "anywhere"):
        everything, names = measure(mended, damage, seed=options.seed, rounds=options.rounds, examples=options.examples)
        show(f"{damage}, all", everything)
        show(f"{damage}, at names", names)
    speed(mended)


def speed(reports: list[tuple[str, str]]) -> None:
    """Print the time of a damaged 3 kB."""
    damaged = [wrapped(text, random.Random(name)).text for name, text in reports]
    for text in damaged:
        repair(text, "fr")
    for title, tried in (("damaged", damaged), ("clean", [text for _, text in reports])):
        size = sum(map(len, tried))
        began = time.process_time()
        for text in tried * 5:
            repair(text, "fr")
        taken = (time.process_time() - began) / 5
        print(f"{1000 * taken * 3000 / size:.2f} ms for 3,000 characters, {title}")


if __name__ == "__main__":
    main()
