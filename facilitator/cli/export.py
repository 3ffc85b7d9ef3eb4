"""`export`: a workshop for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.files import WorkshopFile, not_itself, opened
from facilitator.cli.say import show

OutFile = Annotated[
    Path,
    typer.Argument(metavar="OUT", help="The file to write: .json or .csv.", show_default=False, readable=False),
]
AsFormat = Annotated[str | None, typer.Option("--as", metavar="FORMAT", help="json or csv, if OUT does not end so.")]
BoardName = Annotated[
    str | None, typer.Option("--board", metavar="NAME", help="One board: its question, or a part that no other has.")
]


def export(file: WorkshopFile, out: OutFile, as_format: AsFormat = None, board: BoardName = None) -> None:
    """Write the workshop as JSON, or its notes as CSV. Hidden notes are left out, or blank.

    Example: facilitator export park.workshop notes.csv --board "What would help?"
    """
    from facilitator.exchange.writing import export as write
    from facilitator.exchange.writing import format_of
    from facilitator.workshop.queries.board import chosen_board

    format_of(out, as_format)
    not_itself(file, out)
    with opened(file) as workshop:
        board_id = workshop.read(lambda reader: chosen_board(reader, board).id) if board is not None else None
        write(workshop, out, as_format=as_format, board_id=board_id)
    show(f"Wrote {out}")
