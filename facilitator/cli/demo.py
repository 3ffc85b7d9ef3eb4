"""`demo`: the example programme and every document from it, for a first look and for a laptop without a display."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.say import note, notes, show
from facilitator.domain.errors import FileTrouble
from facilitator.workshop.documents import Document

if TYPE_CHECKING:
    from facilitator.workshop.reader import Reader

FILE = "millbrook.workshop"
INVENTED = "All of this example is invented: the ward, the people, the stories, the services, the notes and the votes."

OutFolder = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="The folder for the files; made if need be.", readable=False)
]


def demo(out: OutFolder = Path("facilitator-demo")) -> None:
    """Make the example workshop and its documents, and say where they are.

    An example that is there already keeps what was changed in it; its documents are printed again.

    Example: facilitator demo --out example
    """
    from facilitator.cli.documents import Order
    from facilitator.cli.paper import DEFAULT_PAPER, print_each
    from facilitator.exchange.millbrook.build import build_millbrook
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

    file, places = out / FILE, Places.of_this_laptop()
    _make_folder(out)
    with Workshop.open(file, places) if file.exists() else build_millbrook(file, places) as workshop:
        notes(workshop.notices)
        order = Order(session=workshop.read(_last_session))
        written = print_each(workshop, tuple(Document), out, paper=DEFAULT_PAPER, order=order)
    note(INVENTED)
    for path in (file, *written):
        show(str(path.resolve()))


def _last_session(reader: Reader) -> str | None:
    """The one with most to print: its ballots are out, and what is tried in it has forms."""
    from facilitator.workshop.queries.sessions import sessions

    return str(every[-1].id) if (every := sessions(reader)) else None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(f"The folder {folder} cannot be made ({error.strerror}). Choose another one.") from None
