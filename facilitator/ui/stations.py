"""The stations of the rail, in the order of the process: one line each, and what makes its page when first needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.pages.page import Page
    from facilitator.ui.shell import Window


@dataclass(frozen=True, slots=True)
class Station:
    """One station: its name in the code, its words on the rail, and its page."""

    name: str
    words: str
    make: Callable[[Window], Page]


def stations() -> tuple[Station, ...]:
    """Every station there is. Their keys are Ctrl and their place in this list."""
    return (
        Station("people", _words("People"), _people),
        Station("boards", _words("Boards"), _boards),
        Station("votes", _words("Votes"), _votes),
        Station("prototypes", _words("Prototypes"), _prototypes),
        Station("print", _words("Print"), _print),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("stations", text)


# Pages are imported when they are made: the first paint must not wait for any of them.


def _people(window: Window) -> Page:
    from facilitator.ui.pages.people import PeoplePage

    page = PeoplePage(window.store, window.notice)
    page.counted.connect(lambda count: window.rail.show_count("people", count))
    return page


def _boards(window: Window) -> Page:
    from facilitator.ui.pages.board import BoardPage

    page = BoardPage(window.store, window.notice)
    page.counted.connect(lambda count: window.rail.show_count("boards", count))
    return page


def _votes(window: Window) -> Page:
    from facilitator.ui.pages.votes import VotesPage

    page = VotesPage(window.store, window.notice)
    page.counted.connect(lambda count: window.rail.show_count("votes", count))
    return page


def _prototypes(window: Window) -> Page:
    from facilitator.ui.pages.prototypes import PrototypesPage

    page = PrototypesPage(window.store)
    page.counted.connect(lambda count: window.rail.show_count("prototypes", count))
    return page


def _print(window: Window) -> Page:
    from facilitator.ui.pages.printing import PrintPage

    page = PrintPage(window.store)
    page.broken.connect(window.trouble.report_places)
    return page
