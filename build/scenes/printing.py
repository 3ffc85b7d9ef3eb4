"""What a session needs on paper, looked at before it is printed, and where it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on
from facilitator.workshop.documents import Document

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from build.screenshots import Stage
    from facilitator.ui.printing.page import PrintPage
    from facilitator.ui.shell import Window

SHARP = 60  # seconds for every page in sight
LOW = (960, 540)
"""What is left of a small screen where everything is shown twice as large."""


def play(stage: Stage) -> None:
    """The pages of the last session in every light and direction, one of them large, and what is said when saved."""
    with window_on(stage, millbrook(stage.work)) as (app, window):
        window.go_to("print")
        page = window.printing()
        _settle(stage, page)
        last = page.session.count() - 1
        page.session.setCurrentIndex(last)
        page.session.activated.emit(last)
        _settle(stage, page)
        page.list.rows[Document.BALLOTS].box.setFocus()
        for name, size, scheme, direction in (
            ("print", LARGE, LIGHT, Qt.LayoutDirection.LeftToRight),
            ("print-dark", SMALL, DARK, Qt.LayoutDirection.LeftToRight),
            ("print-mirrored", SMALL, DARK, Qt.LayoutDirection.RightToLeft),
            ("print-low", LOW, LIGHT, Qt.LayoutDirection.LeftToRight),
        ):
            app.setLayoutDirection(direction)
            dressed(stage, app, window, size, scheme)
            page.list.rows[Document.PACK].box.setFocus()
            page.list.rows[Document.BALLOTS].box.setFocus()
            _shoot(stage, app, window, name, size, scheme)
        page.enlarge(page.pages.first_of(Document.BALLOTS))
        _shoot(stage, app, window, "print-large", LARGE, LIGHT)
        page.save()
        stage.until(page.is_done, SHARP)
        dressed(stage, app, window, SMALL, DARK)
        page.shrink()
        _shoot(stage, app, window, "print-saved", SMALL, DARK)
        _put_right(stage, page)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.until(page.easel.checking.is_idle)
        stage.shoot("print-put-right", window)


def _put_right(stage: Stage, page: PrintPage) -> None:
    """A colleague has gone through the first of the sentences in Arabic."""
    page.do("put-right")
    sheet = page.easel.checking
    stage.until(lambda: sheet.is_idle() and sheet.lines.rowCount() > 0)
    sheet.who.setText("Samira")
    for _ in range(3):
        sheet.right()
        stage.until(sheet.is_idle)
    sheet.fields.begin()


def _shoot(
    stage: Stage, app: QApplication, window: Window, name: str, size: tuple[int, int], scheme: Qt.ColorScheme
) -> None:
    dressed(stage, app, window, size, scheme)
    _settle(stage, window.printing())
    stage.shoot(name, window)


def _settle(stage: Stage, page: PrintPage) -> None:
    """Until the pages in sight are sharp, at the size the window has now."""
    stage.until(page.is_seen, SHARP)
    page.grab()  # painting asks for the pictures of this size
    page.large.sharpen()
    stage.until(page.is_seen, SHARP)
