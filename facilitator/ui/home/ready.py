"""The line of Home that says whether all is ready for the day, and the page that says what to do about what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from facilitator.ui.look import theme
from facilitator.ui.parts.widgets import button, column, frame, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.home.words import Said

SHOWN, GAP, EDGE = 4, 20, 18


class Dot(QWidget):
    """A full dot where all is well, a ring where there is something to do: shape as well as colour."""

    def __init__(self, *, ok: bool) -> None:
        super().__init__()
        self._ok = ok
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(now.accent if self._ok else now.warn)
        painter.setPen(QPen(colour, 2.5))
        painter.setBrush(colour if self._ok else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(3, 3, 10, 10))


class ReadyLine(QFrame):
    """A few of the things that were looked at, what is not well first, and the way to all of them."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question = label("", "strong")
        self._said = row(gap=GAP)
        self._every = every = button(self.tr("Check everything"), self.wanted.emit)
        every.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(self._question, self._said, None, every, gap=GAP)
        self.setLayout(row(frame("card", line, margins=(EDGE, 12, EDGE, 12), gap=GAP)))
        self._parts: list[QWidget] = []

    def show_said(self, question: str, said: Sequence[Said], width: int) -> None:
        """Show what was found: as many of the first as stand whole in a line of this width."""
        self._question.setText(question)
        for part in self._parts:
            part.deleteLater()
        self._parts = []
        room = width - self._question.sizeHint().width() - self._every.sizeHint().width() - 2 * (EDGE + GAP)
        for one in sorted(said, key=lambda one: one.ok)[:SHOWN]:
            part = _dotted(one)
            self._said.addWidget(part)
            room -= part.sizeHint().width() + GAP
            if room < 0:
                part.hide()
                part.deleteLater()
                break
            self._parts.append(part)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())


class Checks(QWidget):
    """Each thing that was looked at, and what to do about it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._back = button(self.tr("Back  Esc"), self.left.emit)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("What was checked"))
        self._area.viewport().setAutoFillBackground(False)
        top = row(self._title, self._back)
        top.setStretch(0, 1)
        box = column(top, self._about, 8, self._area, gap=8)
        box.setStretch(3, 1)
        self.setLayout(box)

    def show_said(self, question: str, about: str, said: Sequence[Said]) -> None:
        """Show what was found: what is not well first."""
        self._title.setText(question)
        self._about.setText(about)
        lines = [_in_full(one) for one in sorted(said, key=lambda one: one.ok)]
        inside = QWidget()
        inside.setLayout(column(*lines, None, gap=16))
        inside.setAutoFillBackground(False)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)

    def arrive(self) -> None:
        """The page has come up."""
        self._back.setFocus()


def _dotted(said: Said) -> QWidget:
    made = QWidget()
    made.setLayout(row(Dot(ok=said.ok), label(said.words), gap=6))
    return made


def _in_full(said: Said) -> QWidget:
    made = QWidget()
    todo = [label(said.todo, wrap=True)] if said.todo and not said.ok else []
    words = column(label(said.words, "strong"), *todo, gap=2)
    line = row(column(3, Dot(ok=said.ok), None, gap=0), words, gap=12)
    line.setStretch(1, 1)
    made.setLayout(line)
    return made
