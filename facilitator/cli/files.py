"""Opening the workshop a verb names, and what every verb says of its arguments."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.passphrases import OF_THE_FILE, asked, said_before_the_verb
from facilitator.cli.say import notes
from facilitator.domain.errors import BadInput, BothWentOn, FileTrouble, IsBundle, NeedsPassphrase

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

ENDING = ".workshop"

WorkshopFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The workshop file.", show_default=False, readable=False)
]
"""`readable=False` here and elsewhere: a file that may not be read is refused by us, not taken for wrong usage."""

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON value and nothing else.")]


@contextmanager
def opened(path: Path) -> Generator[Workshop]:
    """The workshop, closed again at the end. Its notices go to standard error."""
    from facilitator.workshop.away import open_anywhere
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    try:
        workshop = open_anywhere(path, places)
    except NeedsPassphrase as need:
        workshop = open_anywhere(path, places, asked(said_before_the_verb.get(), str(need), OF_THE_FILE))
    except BothWentOn as both:
        line = list2cmdline(["facilitator", "merge", str(path), both.copy])
        raise FileTrouble(f"{both} Type: {line}") from None
    except IsBundle as bundle:
        line = list2cmdline(["facilitator", "unbundle", str(path), f"{path.stem}-opened{ENDING}"])
        raise FileTrouble(f"{bundle} Type: {line}") from None
    with workshop:
        notes(workshop.notices)
        yield workshop


def given_passphrase(path: Path) -> str:
    """The present passphrase of a workshop, asked for when it has one; empty for a plain one."""
    from facilitator.workshop.locking_away import is_locked_away

    if not is_locked_away(path):
        return ""
    return asked(said_before_the_verb.get(), f"{path.name} is encrypted.", OF_THE_FILE)


def not_itself(workshop: Path, out: Path) -> None:
    """Refuse to write an export or a print over the workshop it is made from, over another one, or over what lies
    beside one while it is open. Raises BadInput.
    """
    from facilitator.workshop.same_file import is_same

    if is_same(out, workshop):
        raise BadInput(f"{out} is the workshop itself. Choose another name for what is written.")
    if out.suffix.casefold().startswith(ENDING):
        raise BadInput(f"{out} is the name of a workshop. Choose another name for what is written.")
