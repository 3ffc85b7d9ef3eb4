"""The stations of the rail, in the order of the process: one line each, and what makes its page when first needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from facilitator.ui import deeds

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from facilitator.ui.deeds import Deed
    from facilitator.ui.parts.page import Page
    from facilitator.ui.prototypes.page import PrototypesPage
    from facilitator.ui.shell import Window
    from facilitator.ui.votes.page import VotesPage


@dataclass(frozen=True, slots=True)
class Station:
    """One station: its name in the code, the digit that goes there with Ctrl, its words on the rail, its page, and what
    is done there with keys of its own. A digit stays with its station for ever: hands remember it.
    """

    name: str
    key: int
    words: str
    make: Callable[[Window], Page]
    deeds: Callable[[], tuple[Deed, ...]] = deeds.nothing


def stations() -> tuple[Station, ...]:
    """Every station there is, in the order of the process."""
    return (
        Station("plan", 1, _words("Plan"), _plan, deeds.plan),
        Station("people", 2, _words("People"), _people),
        Station("boards", 4, _words("Boards"), _boards, deeds.boards),
        Station("votes", 5, _words("Votes"), _votes, deeds.votes),
        Station("prototypes", 6, _words("Prototypes"), _prototypes, deeds.prototypes),
        Station("print", 8, _words("Print"), _print, deeds.printing),
        Station("together", 9, _words("Together"), _together, deeds.together),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("stations", text)


# Pages are imported when they are made: the first paint must not wait for any of them.


def _plan(window: Window) -> Page:
    from facilitator.ui.plan.page import PlanPage

    page = PlanPage(window.store, window.notice)
    page.counted.connect(lambda length: window.rail.show_count("plan", length))
    page.to_print.connect(lambda: window.go_to("print"))
    page.unfold.connect(window.fold)
    return page


def _people(window: Window) -> Page:
    from facilitator.ui.people.page import PeoplePage

    page = PeoplePage(window.store, window.notice)
    page.counted.connect(lambda count: window.rail.show_count("people", count))
    return page


def _boards(window: Window) -> Page:
    from facilitator.ui.boards.page import BoardPage

    page = BoardPage(window.store, window.notice, window.preferences)
    page.counted.connect(lambda count: window.rail.show_count("boards", count))
    page.voted_on.connect(lambda note_ids: _take(window, "votes", note_ids))
    page.tried_out.connect(lambda note_ids: _take(window, "prototypes", note_ids))
    return page


def _take(window: Window, station: str, note_ids: list[uuid.UUID]) -> None:
    """Take selected notes to a station that begins something from them."""
    if note_ids:
        window.go_to(station)
        page = cast("VotesPage | PrototypesPage", window.page(station))
        page.begin_from(note_ids)
    else:
        window.notice.say(_words("No note is selected. Esc goes to the notes, Shift and an arrow select several."))


def _chosen_notes(window: Window) -> list[uuid.UUID]:
    """What is selected on the board, which nobody may have looked at yet."""
    return window.board().shown_ids() if "boards" in window.pages else []


def _votes(window: Window) -> Page:
    from facilitator.ui.votes.page import VotesPage

    page = VotesPage(window.store, window.notice)
    page.counted.connect(lambda count: window.rail.show_count("votes", count))
    page.chosen_notes = lambda: _chosen_notes(window)
    return page


def _prototypes(window: Window) -> Page:
    from facilitator.ui.prototypes.page import PrototypesPage

    page = PrototypesPage(window.store, window.notice)
    page.counted.connect(lambda count: window.rail.show_count("prototypes", count))
    return page


def _print(window: Window) -> Page:
    from facilitator.ui.printing.page import PrintPage

    page = PrintPage(window.store, window.preferences)
    page.broken.connect(window.trouble.report_places)
    return page


def _together(window: Window) -> Page:
    from facilitator.ui.together.page import TogetherPage

    page = TogetherPage(window.store, window.notice)
    page.counted.connect(lambda count: window.rail.show_count("together", count))
    page.went.connect(window.go_to)
    return page
