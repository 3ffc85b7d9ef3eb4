"""`share`: a copy without names, for somebody who was not there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.files import ENDING, WorkshopFile, opened
from facilitator.cli.say import amount, note, show

Copy = Annotated[Path, typer.Argument(metavar="OUT", help="The new workshop file.", show_default=False, readable=False)]


def share(file: WorkshopFile, out: Copy) -> None:
    """Write a copy without names, pictures, hidden notes and the past, to show to others.

    It is a workshop of its own and cannot be merged back. Read it before you hand it over: what people wrote may still
    tell who they are.

    Example: facilitator share park.workshop park-to-show.workshop
    """
    from facilitator.exchange.leaving import Leaving
    from facilitator.workshop.places import Places
    from facilitator.workshop.sharing import share as write

    with opened(file) as workshop:
        done = write(workshop, out.with_suffix(ENDING), Places.of_this_laptop(), lambda reader: Leaving(reader).row)
    show(f"Wrote {out.with_suffix(ENDING)}")
    if done.blacked_out:
        note(f"Names were blacked out in {amount(done.blacked_out, 'texts')}. Read the copy before you hand it over.")
