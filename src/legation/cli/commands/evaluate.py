"""`legation evaluate`: how well the program reads, against coded reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli.inputs import Failures, debug_option, jobs_option, lines
from legation.errors import WrongUse

if TYPE_CHECKING:
    from legation.codebook import Codebook
    from legation.evaluation import GoldReport, Score
    from legation.evaluation.clusters import GoldClusters
    from legation.model.report import ReadReport

folder = click.Path(path_type=Path, exists=True, file_okay=False)
file = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(short_help="Score records against reports coded by people.")
@click.argument("gold", type=folder, metavar="GOLD_DIR")
@click.argument("predictions", type=file, required=False, metavar="[PRED.jsonl]")
@click.option("--reports", type=folder, help="Where the reports' texts are, if not in GOLD_DIR.")
@click.option("--set-aside", type=file, help='A JSON file {"files": […]} of reports to score apart, in total only.')
@click.option("--by-report", is_flag=True, help="One line a report as well.")
@click.option("--verbose", "-v", is_flag=True, help="Print every difference.")
@click.option("--clusters", is_flag=True, help="Also how well things are brought together across reports (B³).")
@jobs_option
@debug_option
def command(
    gold: Path,
    predictions: Path | None,
    reports: Path | None,
    set_aside: Path | None,
    by_report: bool,
    verbose: bool,
    clusters: bool,
    jobs: int | None,
    debug: bool,
) -> int:
    """Score records against gold: slot and record precision, recall and F1, by kind and in all.

    GOLD_DIR holds NAME.json for each report, and NAME.txt unless --reports names another folder. PRED.jsonl is what
    `legation read` printed; without it, the reports are read now. In the differences, ~ is a pair that differs, - a
    gold record missed, + a coded record too many. --clusters needs GOLD_DIR/clusters.json, and shows how well meetings,
    visits, instruments, … and persons are brought together: of the coded records, and of the records as read.

    \b
    Examples:
      legation evaluate gold/fr-vj --reports examples/fr-vj
      legation evaluate gold/fr-vj records.jsonl --reports examples/fr-vj -v
      legation evaluate gold/fr-vj --reports examples/fr-vj --clusters
      legation evaluate gold/fr-other --reports examples/fr-other --set-aside gold/set_aside.json --by-report
    """
    from legation.codebook import codebook
    from legation.evaluation import load_gold, score_all
    from legation.evaluation.clusters import load_clusters

    failures, book = Failures(debug=debug), codebook()
    golds = load_gold(gold, reports=reports, book=book)
    texts = [(reports or gold) / name for name in golds]
    groups = load_clusters(gold) if clusters else None
    printed = predictions.read_text(encoding="utf-8").splitlines() if predictions else lines(texts, jobs, failures)
    coded = _coded(printed)
    scores = score_all(golds.values(), coded, book)
    apart = set(json.loads(set_aside.read_text(encoding="utf-8"))["files"]) if set_aside else set()
    rest = {name: score for name, score in scores.items() if name not in apart}
    _show(rest, verbose=verbose, by_report=by_report)
    if set_aside:
        click.echo("\nset aside")
        _show({name: score for name, score in scores.items() if name in apart}, verbose=False, by_report=False)
    if groups:
        _show_resolution(list(golds.values()), coded, groups, book)
    return failures.status


def _show_resolution(
    golds: list[GoldReport], coded: Mapping[str, ReadReport], groups: GoldClusters, book: Codebook
) -> None:
    from legation.evaluation.resolution import resolution, tellings_as_read, tellings_of_gold
    from legation.evaluation.tables import resolution_table

    rows = {
        "as coded": resolution(tellings_of_gold(golds), groups),
        "as read": resolution(tellings_as_read(golds, coded, book), groups),
    }
    click.echo("\n" + resolution_table(rows))


def _coded(printed: Iterable[str]) -> Mapping[str, ReadReport]:
    from legation.views.jsonl import decode

    coded = {}
    for number, line in enumerate(printed, start=1):
        if line.strip():
            try:
                report = decode(line)
            except ValueError as error:
                raise WrongUse(f"line {number} of the records: {error}") from error
            coded[Path(report.file).name] = report
    return coded


def _show(scores: Mapping[str, Score], *, verbose: bool, by_report: bool) -> None:
    from legation.evaluation import Score
    from legation.evaluation.tables import difference_lines, report_table, score_table

    total = sum(scores.values(), Score())
    if verbose:
        for line in difference_lines(total.differences):
            click.echo(line)
    if by_report:
        click.echo(report_table(scores) + "\n")
    click.echo(score_table(total))
