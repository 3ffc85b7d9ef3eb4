"""A window at the station of print, on a small programme with something to print of every kind."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from facilitator.domain.voting import Ballot
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import SLOW, settle, shown
from tests.workshop.organising import Made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.printing.page import PrintPage
    from facilitator.ui.shell import Window

PEOPLE = ("Amina", "ياسمين", "Dave", "Ruth", "Councillor Khan", "Jo", "Wanjiru")


def made_to_print(path: Path, *, state: str = "open") -> Path:
    """Seven people, a session with a vote and a try-out, and another one with nothing planned."""
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        made = Made(workshop)
        made.session()
        made.session("later", title="Look back", date="2027-02-11")
        made.poll(state=state)
        made.block("Welcome", kit="pens")
        made.block("Vote", kind="vote", poll_id=made.ids["vote"])
        made.block("Try it", kind="prototype")
        for person in PEOPLE:
            made.person(person)
    return path


@contextlib.contextmanager
def at_print(qtbot: QtBot, path: Path) -> Iterator[tuple[Window, PrintPage]]:
    """The station of print, with every page in sight drawn."""
    with shown(qtbot, path) as window:
        window.go_to("print")
        settle(qtbot, window)
        page = window.printing()
        see(qtbot, page)
        yield window, page


def see(qtbot: QtBot, page: PrintPage) -> None:
    """Wait until the pages in sight are the real ones."""
    qtbot.waitUntil(lambda: page.is_seen() and drawn(page), timeout=SLOW)


def drawn(page: PrintPage) -> bool:
    """Whether every document has its pages, and the first page its picture."""
    pages = [page.pages.at(page.pages.index(row)) for row in range(page.pages.rowCount())]
    return all(one.drawn for one in pages) and bool(not pages or pages[0].picture)


def save(qtbot: QtBot, page: PrintPage) -> None:
    """Save what is ticked, to the end."""
    page.save()
    qtbot.waitUntil(page.is_done, timeout=SLOW)


def tick(page: PrintPage, *documents: str) -> None:
    """Leave these ticked and no others, as a person does it with the space bar."""
    for document, one in page.list.rows.items():
        if one.box.isEnabled() and one.box.isChecked() != (document.value in documents):
            one.box.click()


def ballots(path: Path) -> int:
    """How many ballots were ever given out, read from the file as it is."""
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        return workshop.read(lambda reader: reader.count(Ballot))
