"""`new`: a workshop file of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.files import ENDING
from facilitator.cli.say import show
from facilitator.domain.errors import BadInput

Title = Annotated[str, typer.Option("--title", metavar="T", help="What the workshop is called.", show_default=False)]
NewFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The file to make; it ends in .workshop.", readable=False)
]


def new(file: NewFile, title: Title) -> None:
    """Make a workshop file. A file that is there already is never written over.

    Example: facilitator new park.workshop --title "A park for everyone"
    """
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

    if file.suffix.casefold() != ENDING:
        raise BadInput(f"A workshop file ends in {ENDING}. Call it {file.name}{ENDING}.")
    if not title.strip():
        raise BadInput("The title is empty. Say after --title what the workshop is called.")
    Workshop.new(file, title, Places.of_this_laptop()).close()
    show(f"Made {file}")
