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
TemplateName = Annotated[
    str,
    typer.Option(
        "--template",
        metavar="NAME",
        help="What to begin from: co-production (four sessions), brainstorm (one question), test-day (try a prototype) "
        "or empty.",
    ),
]


def new(file: NewFile, title: Title, template: TemplateName = "empty") -> None:
    """Make a workshop file. A file that is there already is never written over.

    A template plans it for you: sessions with what to say, boards, a vote and something to try. Change what you like.

    Example: facilitator new park.workshop --title "A park for everyone" --template brainstorm
    """
    from facilitator.exchange.templates import make_from_template
    from facilitator.workshop.places import Places

    if file.suffix.casefold() != ENDING:
        raise BadInput(f"A workshop file ends in {ENDING}. Call it {file.name}{ENDING}.")
    if not title.strip():
        raise BadInput("The title is empty. Say after --title what the workshop is called.")
    make_from_template(file, title, template, Places.of_this_laptop()).close()
    show(f"Made {file}")
