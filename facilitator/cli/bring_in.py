"""`import`: what other tools hold, brought in as one Change that one undo takes back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.say import amount, in_words, notes, show, show_json


class Source(StrEnum):
    """What can be brought in."""

    POLIS = "polis"
    NOTES = "notes"


SourcePath = Annotated[Path, typer.Argument(metavar="SOURCE", help="The folder or file to read.", show_default=False)]
AsSource = Annotated[
    Source,
    typer.Option("--as", help="polis: the folder of a Polis export. notes: a CSV, or a text with a note a line."),
]
BoardName = Annotated[str | None, typer.Option("--board", metavar="NAME", help="The board for the notes; made if new.")]
ColumnName = Annotated[
    str | None, typer.Option("--column", metavar="NAME", help="The column that holds the notes, if not text or note.")
]


def bring_in(
    file: WorkshopFile,
    source: SourcePath,
    as_source: AsSource,
    board: BoardName = None,
    column: ColumnName = None,
    as_json: AsJson = False,
) -> None:
    """Bring in notes or a vote from elsewhere.

    Example: facilitator import park.workshop flipchart.csv --as notes --board Benches

    Example: facilitator import park.workshop polis-export/ --as polis
    """
    from facilitator.exchange.filing import bring_in_notes
    from facilitator.exchange.polis import read_polis

    if as_source is Source.POLIS and (board is not None or column is not None):
        raise typer.BadParameter("--board and --column go with --as notes; a Polis export names its own board.")
    with opened(file) as workshop:
        if as_source is Source.POLIS:
            incoming = read_polis(source)
        else:
            incoming = workshop.read(lambda reader: bring_in_notes(reader, source, board, column))
        workshop.apply(incoming.change)
    notes(incoming.notices)
    if as_json:
        show_json({"added": dict(incoming.added), "skipped": incoming.skipped})
        return
    show(f"Added {in_words((count, kind) for kind, count in incoming.added.items() if count)}.")
    if incoming.skipped:
        show(f"Skipped {amount(incoming.skipped, 'rows')} that were blank or replaced by a later one.")
