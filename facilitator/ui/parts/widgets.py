"""The few small parts every page is made of. Words are always shown as plain text here, because some of them are what
people wrote.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.parts import direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QAbstractScrollArea

    from facilitator.ui.parts.text_layout import Words


LETTERS_HELD = 16
"""Widths of an average letter that a word may take before its line breaks inside it; no word of ours is longer."""


class Label(QLabel):
    """Words that begin where the lines of a mirrored window begin. Qt has them begin where their own script does.

    Where lines wrap, a word that is longer than a line goes on in the next one: Qt would widen the page for it, and
    what stands beside would be cut off.
    """

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.wordWrap():
            least.setWidth(min(least.width(), LETTERS_HELD * self.fontMetrics().averageCharWidth()))
        return least

    def heightForWidth(self, width: int) -> int:
        if self._is_cut_at(width):
            return math.ceil(self._painted().height(self.text(), width))
        return super().heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave to Qt what fits."""
        if not self._is_cut_at(self.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setLayoutDirection(self.layoutDirection())
        self._painted().paint(painter, QPointF(0, 0), self.width(), self.text(), self.layoutDirection())
        painter.end()

    def _is_cut_at(self, width: int) -> bool:
        """Whether there is a word that is longer than a line."""
        return self.wordWrap() and super().minimumSizeHint().width() > width > 0

    def _painted(self) -> Words:
        from facilitator.ui.parts.text_layout import Words  # seldom needed, and not before the first paint

        return Words(self.font(), leading=1.0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window when it is mirrored, and back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.begin()

    def begin(self) -> None:
        """Begin where the window does."""
        sides, plain = Qt.AlignmentFlag.AlignHorizontal_Mask, Qt.AlignmentFlag.AlignLeading
        there = direction.alignment(Qt.LayoutDirection.RightToLeft)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        was, now = (plain, there) if mirrored else (there, plain)
        if self.alignment() & sides == was:
            self.setAlignment(self.alignment() & ~sides | now)


def label(words: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """Plain words on the page. `name` is what the style sheet knows them by: title, head, strong, muted, small."""
    made = Label()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    made.setText(words)
    made.begin()
    if wrap:
        policy = made.sizePolicy()  # as it is, because a new one would forget that the height follows from the width
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    return made


class _Button(QPushButton):
    """Enter that is held down presses it once: after a press the focus may be on the next button, and then that would
    be pressed by somebody who has not read what it does.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.isAutoRepeat() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}):
            super().keyPressEvent(event)


def button(words: str, pressed: Callable[[], object], *, main: bool = False, about: str = "") -> QPushButton:
    """A push button; `main` is the one thing to do on the page. `about` says more by ear and as a tooltip."""
    made = _Button(words)
    made.setProperty("main", main)
    made.setAutoDefault(True)  # Enter presses it, as Space does
    made.clicked.connect(lambda: pressed())
    if about:
        explain(made, about)
    return made


def explain(widget: QWidget, words: str) -> None:
    """Say more about a control, to the eye on hovering and to a screen reader."""
    plain = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    widget.setAccessibleDescription(words)
    widget.setToolTip(f"<p>{plain}</p>")


def calm_scrolling(area: QAbstractScrollArea) -> None:
    """Keep the room for the scroll bar, so that lines do not jump, and show the bar only when there is more to see."""
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))


def frame(name: str, layout: QLayout, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> QFrame:
    """A piece of the page with its own ground."""
    made = QFrame()
    made.setObjectName(name)
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    made.setLayout(layout)
    return made


def column(*parts: QWidget | QLayout | int | None, gap: int = 8) -> QVBoxLayout:
    """Parts below one another; a number is a gap of so many pixels, None is what stretches."""
    box = QVBoxLayout()
    _fill(box, parts, gap)
    return box


def row(*parts: QWidget | QLayout | int | None, gap: int = 12) -> QHBoxLayout:
    """Parts beside one another, mirrored where people read from right to left."""
    box = QHBoxLayout()
    _fill(box, parts, gap)
    return box


def _fill(box: QBoxLayout, parts: tuple[QWidget | QLayout | int | None, ...], gap: int) -> None:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
