"""`check`: is the file whole, and do its tables say what its log says?"""

from __future__ import annotations

import typer

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.say import show, show_json, trouble
from facilitator.domain.errors import NotAWorkshop


def check(file: WorkshopFile, as_json: AsJson = False) -> None:
    """Look whether a workshop file is in order.

    Example: facilitator check park.workshop
    """
    try:
        with opened(file) as workshop:
            problems = workshop.check()
    except NotAWorkshop as error:
        problems = [str(error)]
    if as_json:
        show_json({"ok": not problems, "problems": problems})
    if problems:
        first, *others = problems
        trouble(first + (f" There are {len(others)} more problems; see --json." if others else ""))
        raise typer.Exit(1)
    if not as_json:
        show("The file is in order.")
