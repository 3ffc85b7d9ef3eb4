"""`demo`: the example programme and every document from it, for a first look and for a laptop without a display."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.documents import Document
from facilitator.cli.say import note, notes, show
from facilitator.domain.errors import FileTrouble

FILE = "london.workshop"
DOCUMENTS = (Document.BALLOTS, Document.FEEDBACK_FORMS, Document.REPORT)
"""What this example has something to say on: it has no session and no list of people."""

OutFolder = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="The folder for the files; made if need be.", readable=False)
]


def demo(out: OutFolder = Path("facilitator-demo")) -> None:
    """Make the example workshop and its documents, and say where they are.

    An example that is there already keeps what was changed in it; its documents are printed again.

    Example: facilitator demo --out example
    """
    from facilitator.cli.paper import DEFAULT_PAPER, print_each
    from facilitator.exchange.example import make_example
    from facilitator.exchange.polis import ATTRIBUTION
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

    file, places = out / FILE, Places.of_this_laptop()
    _make_folder(out)
    with Workshop.open(file, places) if file.exists() else make_example(file, places) as workshop:
        notes(workshop.notices)
        written = print_each(workshop, DOCUMENTS, out, paper=DEFAULT_PAPER)
    note(ATTRIBUTION)
    for path in (file, *written):
        show(str(path.resolve()))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(f"The folder {folder} cannot be made ({error.strerror}). Choose another one.") from None
