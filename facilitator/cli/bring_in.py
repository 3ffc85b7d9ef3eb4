"""`import`: what other tools hold, brought in as one Change that one undo takes back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.say import amount, in_words, notes, show, show_json

if TYPE_CHECKING:
    from facilitator.exchange.incoming import Incoming
    from facilitator.workshop.workshop import Workshop


class Source(StrEnum):
    """What can be brought in."""

    POLIS = "polis"
    NOTES = "notes"
    PEOPLE = "people"


SourcePath = Annotated[
    Path, typer.Argument(metavar="SOURCE", help="The folder or file to read.", show_default=False, readable=False)
]
AsSource = Annotated[
    Source,
    typer.Option(
        "--as",
        help="polis: the folder of a Polis export. notes: a CSV, or a text with a note a line. people: a CSV.",
    ),
]
BoardName = Annotated[str | None, typer.Option("--board", metavar="NAME", help="The board for the notes; made if new.")]
ColumnName = Annotated[
    str | None, typer.Option("--column", metavar="NAME", help="The column that holds the notes, if not text or note.")
]
ColumnMap = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="PART=COLUMN",
        help="A column of people, if its heading does not say so: name, surname, role, group, organisation, languages, "
        "access_needs or strengths. May be given several times.",
    ),
]


def bring_in(
    file: WorkshopFile,
    source: SourcePath,
    as_source: AsSource,
    board: BoardName = None,
    column: ColumnName = None,
    columns: ColumnMap = None,
    as_json: AsJson = False,
) -> None:
    """Bring in notes, people or a vote from elsewhere.

    Example: facilitator import park.workshop flipchart.csv --as notes --board Benches

    Example: facilitator import park.workshop polis-export/ --as polis

    Example: facilitator import park.workshop invited.csv --as people --map name=Who
    """
    _check_options(as_source, board=board, column=column, columns=columns)
    with opened(file) as workshop:
        incoming = _read(workshop, source, as_source, board, column, columns or ())
        workshop.apply(incoming.change)
    notes(incoming.notices)
    if as_json:
        show_json({"added": dict(incoming.added), "skipped": incoming.skipped})
        return
    show(f"Added {in_words((count, kind) for kind, count in incoming.added.items() if count)}.")
    if incoming.skipped:
        show(f"Skipped {amount(incoming.skipped, 'rows')}: blank, or replaced by a later one.")


def _read(
    workshop: Workshop,
    source: Path,
    as_source: Source,
    board: str | None,
    column: str | None,
    columns: Sequence[str],
) -> Incoming:
    from facilitator.exchange.filing import bring_in_notes
    from facilitator.exchange.people import mapping_of, read_people
    from facilitator.exchange.polis import read_polis

    if as_source is Source.POLIS:
        return read_polis(source)
    if as_source is Source.PEOPLE:
        return read_people(source, mapping_of(columns))
    return workshop.read(lambda reader: bring_in_notes(reader, source, board, column))


def _check_options(as_source: Source, **given: object) -> None:
    """Refuse an option that says nothing of what is brought in."""
    allowed = {Source.NOTES: {"board", "column"}, Source.PEOPLE: {"columns"}, Source.POLIS: set[str]()}[as_source]
    if any(value is not None for name, value in given.items() if name not in allowed):
        raise typer.BadParameter(
            "--board and --column go with --as notes, --map with --as people; a Polis export names its own board."
        )
