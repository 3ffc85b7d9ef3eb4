"""`passphrase`: encrypt a workshop file, change what opens it, or make it plain again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.files import WorkshopFile, given_passphrase
from facilitator.cli.passphrases import asked_anew
from facilitator.cli.say import amount, note, show
from facilitator.domain.errors import BadInput

NewFile = Annotated[
    Path | None,
    typer.Option(
        "--new", metavar="F", help="A file with the new passphrase; else it is asked for, twice.", show_default=False
    ),
]
Remove = Annotated[bool, typer.Option("--remove", help="Make the file plain, so that anybody can read it.")]


def passphrase(file: WorkshopFile, new: NewFile = None, remove: Remove = False) -> None:
    """Encrypt a workshop and its backups on this laptop, change the passphrase, or take it away.

    There is no way around a passphrase: whoever forgets it has lost the workshop.

    Example: facilitator passphrase park.workshop --new words.txt
    """
    from facilitator.workshop.locking_away import set_passphrase
    from facilitator.workshop.places import Places

    if remove and new is not None:
        raise BadInput("Say either --new or --remove.")
    old = given_passphrase(file)
    wanted = "" if remove else asked_anew(new, f"{file.name} needs a new passphrase.", "--new with a file that has it")
    done = set_passphrase(file, Places.of_this_laptop(), old, wanted)
    backups = f", and {amount(done.backups, 'backups')}" if done.backups else ""
    if remove:
        show(f"{file} is plain again{backups}. Anybody who has it can read it.")
    else:
        show(f"{file} is encrypted{backups}.")
        note("Nobody can open it without the passphrase, and we cannot help. Copies made before are as they were.")
    if done.left:
        note("Backups that open as before: " + ", ".join(str(path) for path in done.left) + ". Delete them.")
