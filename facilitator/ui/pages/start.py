"""The page before a workshop is open: begin one, open one, or bring in what was gathered elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from facilitator.ui import fonts, theme, tokens
from facilitator.ui.menu import AT_HOME, menu_button
from facilitator.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.actions import Actions, Doer


class Card(QAbstractButton):
    """A big thing to do, with a sentence about it."""

    def __init__(self, words: str, about: str, keys: str, pressed: Callable[[], object], *, main: bool = False) -> None:
        super().__init__()
        self._main, self._keys = main, keys
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: pressed())

    def sizeHint(self) -> QSize:
        return QSize(320, 156)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.hasFocus() or self.underMouse()
        edge = now.ink if self._main and marked else now.accent if self._main or marked else now.line
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(now.accent if self._main else now.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        inside = self.rect().adjusted(24, 22, -24, -20)
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.setPen(QColor(now.on_accent if self._main else now.ink))
        painter.setFont(fonts.sized(tokens.HEAD, bold=True))
        painter.drawText(inside, int(side), self.text())
        painter.setFont(fonts.sized(tokens.BODY))
        about = inside.adjusted(0, 34, 0, 0)
        painter.drawText(about, int(side | Qt.TextFlag.TextWordWrap), self.accessibleDescription())
        painter.setPen(QColor(now.on_accent if self._main else now.muted))
        painter.setFont(fonts.sized(tokens.SMALL))
        foot = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(inside, int(foot), self._keys)


class StartPage(QWidget):
    """Three ways to begin."""

    def __init__(self, doer: Doer, actions: Actions) -> None:
        super().__init__()
        self.new = Card(
            self.tr("New workshop"),
            self.tr("One file that keeps everything: notes, votes and what you print."),
            "Ctrl+N",
            doer.new_file,
            main=True,
        )
        self.open = Card(
            self.tr("Open"),
            self.tr("A workshop file from this laptop, or one brought back on a stick."),
            "Ctrl+O",
            doer.open_file,
        )
        self.example = Card(
            self.tr("Try the example"),
            self.tr("What 26 young people in London said of policing. Nothing you do can break it."),
            "Ctrl+E",
            doer.try_example,
        )
        self.polis = button(
            self.tr("Bring in a Polis folder  Ctrl+I"),
            doer.bring_in_polis,
            about=self.tr("Statements and votes gathered with Polis become a board and a counted vote."),
        )
        title = label(self.tr("Facilitator"), "huge")
        about = label(self.tr("Everything stays on this laptop. No network needed."), "muted")
        self.menu = menu_button(actions, AT_HOME)
        box = column(
            row(title, None, self.menu),
            about,
            24,
            row(self.new, self.open, self.example, gap=20),
            16,
            row(self.polis, None),
            None,
            gap=8,
        )
        box.setContentsMargins(60, 52, 60, 40)
        self.setLayout(box)

    def arrive(self) -> None:
        """The page has come up."""
        self.new.setFocus()
