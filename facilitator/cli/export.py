"""`export`: a workshop for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.files import WorkshopFile, not_itself, opened
from facilitator.cli.say import show

OutFile = Annotated[
    Path,
    typer.Argument(
        metavar="OUT", help="The file to write: .json, .csv, .png or .svg.", show_default=False, readable=False
    ),
]
AsFormat = Annotated[
    str | None, typer.Option("--as", metavar="FORMAT", help="json, csv, png or svg, if OUT does not end so.")
]
BoardName = Annotated[
    str | None, typer.Option("--board", metavar="NAME", help="One board: its question, or a part that no other has.")
]


def export(file: WorkshopFile, out: OutFile, as_format: AsFormat = None, board: BoardName = None) -> None:
    """Write the workshop as JSON, its notes as CSV, or the wall of a board as a picture. Hidden notes are left out, or
    blank.

    Example: facilitator export park.workshop notes.csv --board "What would help?"
    """
    from facilitator.cli.wall_picture import kind_of, paint
    from facilitator.exchange.writing import export as write
    from facilitator.exchange.writing import format_of
    from facilitator.workshop.queries.board import chosen_board

    picture = kind_of(out, as_format)
    if not picture:
        format_of(out, as_format)
    not_itself(file, out)
    if picture:
        with opened(file) as workshop:
            paint(workshop, out, picture, board)
        show(f"Wrote {out}")
        return
    with opened(file) as workshop:
        board_id = workshop.read(lambda reader: chosen_board(reader, board).id) if board is not None else None
        write(workshop, out, as_format=as_format, board_id=board_id)
    show(f"Wrote {out}")
