"""What Home remembers of a workshop, read on the store thread while it is open, and what it looks at on this laptop."""

from __future__ import annotations

import os
import shutil
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from facilitator.ui.home.recents import Recent

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Laptop:
    """What this laptop says about a file: whether it is there and can be written, the room beside it in bytes, its
    newest backup, and whether there is a printer; None where nobody can tell.
    """

    here: bool
    writable: bool
    free: int
    backed_up: datetime | None
    printer: bool | None


def read_card(workshop: Workshop, path: str) -> Recent:
    """How a workshop stands today; `path` is what it is remembered by."""
    from facilitator.workshop.queries.home import home_card
    from facilitator.workshop.queries.ready import ready

    today = date.today().isoformat()
    card = workshop.read(lambda reader: home_card(reader, today))
    looked = workshop.read(lambda reader: ready(reader, today))
    values = asdict(card)
    state = {name: values[name] for name in ("ended", "people", "notes", "open_votes", "conflicts")}
    state["state"] = str(card.state)
    if card.next_session:
        state |= {"number": card.next_session.number, "of": card.next_session.of, "date": card.next_session.date or ""}
    checks = tuple((one.code, one.ok, int(one.values.get("missing", 0))) for one in looked.checks)
    return Recent(path, card.title, today, state, checks, card.picture)


def are_here(paths: list[Path]) -> list[bool]:
    """Which of some files are where they were."""
    return [path.exists() for path in paths]


def look_at(path: Path) -> Laptop:
    """Look at a file and at what is around it, without opening it."""
    from facilitator.workshop.copying import last_backup
    from facilitator.workshop.places import Places

    try:
        free = shutil.disk_usage(path).free
    except OSError:
        return Laptop(here=False, writable=False, free=0, backed_up=None, printer=_printer())
    return Laptop(
        here=True,
        writable=os.access(path, os.W_OK) and os.access(path.parent, os.W_OK),
        free=free,
        backed_up=last_backup(path, Places.of_this_laptop()),
        printer=_printer(),
    )


def _printer() -> bool | None:
    try:
        from PySide6.QtPrintSupport import QPrinterInfo
    except ImportError:  # left out of this build
        return None
    return bool(QPrinterInfo.availablePrinterNames())
