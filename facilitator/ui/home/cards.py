"""The cards of Home: a big thing to do, and a workshop with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from facilitator.ui.home.recents import DAB, Recent
from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts import direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QResizeEvent

HIGH, SIDE, ABOVE, BELOW = 140, 22, 50, 44  # logical pixels of a card: at the least, and around its sentence
PICTURE = 108  # logical pixels high


class Plate(QAbstractButton):
    """A card that is pressed by a click, Enter or Space."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def begin(self, painter: QPainter, ground: str, edge: str, marked: str) -> None:
        """Paint the ground and its edge, which is marked where the focus or the mouse is."""
        now = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(marked if here else edge), now.border + (1 if here else 0)))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)

    def side(self, *more: Qt.AlignmentFlag) -> int:
        """The side the window's own words begin at."""
        flags = direction.alignment(self.layoutDirection())
        for one in more or (Qt.AlignmentFlag.AlignTop,):
            flags |= one
        return int(flags)


class Card(Plate):
    """A big thing to do, with a sentence about it."""

    def __init__(self, words: str, about: str, keys: str, pressed: Callable[[], object], *, main: bool = False) -> None:
        super().__init__()
        self._main, self._keys, self._high, self._below = main, keys, HIGH, ABOVE - 18
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(about)
        self.clicked.connect(lambda: pressed())

    def sizeHint(self) -> QSize:
        return QSize(300, self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become as high as the sentence needs at this width."""
        room = QRect(0, 0, max(self.width() - 2 * SIDE, 1), 1000)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        name = QFontMetrics(fonts.sized(tokens.HEAD, bold=True)).boundingRect(room, wrapped, self.text())
        words = QFontMetrics(fonts.sized(tokens.BODY)).boundingRect(room, wrapped, self.accessibleDescription())
        self._below = name.height() + 6
        high = max(HIGH, 18 + self._below + words.height() + (BELOW if self._keys else ABOVE // 2))
        if high != self._high:
            self._high = high
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        self.begin(painter, *((now.accent, now.accent, now.ink) if self._main else (now.surface, now.line, now.accent)))
        inside = self.rect().adjusted(SIDE, 18, -SIDE, -16)
        painter.setPen(QColor(now.on_accent if self._main else now.ink))
        painter.setFont(fonts.sized(tokens.HEAD, bold=True))
        painter.setLayoutDirection(direction.of_text(self.text(), self.layoutDirection()))  # or a full stop goes first
        wrapped = int(direction.alignment(self.layoutDirection()) | Qt.TextFlag.TextWordWrap)
        painter.drawText(inside, wrapped, self.text())
        painter.setFont(fonts.sized(tokens.BODY))
        about = inside.adjusted(0, self._below, 0, 0)
        painter.drawText(about, wrapped, self.accessibleDescription())
        painter.setPen(QColor(now.on_accent if self._main else now.muted))
        painter.setFont(fonts.sized(tokens.SMALL))
        painter.drawText(inside, self.side(Qt.AlignmentFlag.AlignBottom), self._keys)


class RecentCard(Plate):
    """A workshop that was open here: its notes as dabs of colour, its title, and how it stands."""

    removed = Signal()

    def __init__(self, recent: Recent, sentence: str) -> None:
        super().__init__()
        self.recent = recent
        self._away = ""
        self.say(sentence)
        self.setText(recent.title)

    def say(self, sentence: str, away: str = "") -> None:
        """Say how it stands; `away` stands where its picture is when the file is not here."""
        self._sentence, self._away = sentence, away
        self.setAccessibleName(". ".join(filter(None, (self.recent.title, sentence, away))))
        self.setAccessibleDescription(self.tr("Enter opens it. Delete takes it out of this list."))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, PICTURE + 90)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, PICTURE + 90)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it out of the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open it, or take it out of the list."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Workshop"))
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.click())
        menu.addAction(self.tr("Take out of this list")).triggered.connect(lambda: self.removed.emit())
        menu.popup(event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(self.rect().center()))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        self.begin(painter, now.surface, now.line, now.accent)
        picture = self.rect().adjusted(13, 13, -13, 0)
        picture.setHeight(PICTURE)
        painter.setPen(Qt.PenStyle.NoPen if now.border == 1 else QPen(QColor(now.line), 1))
        painter.setBrush(QColor(now.paper))
        painter.drawRoundedRect(picture, 6, 6)
        self._dabs(painter, picture.adjusted(12, 10, -12, -10))
        if self._away:
            painter.setPen(QColor(now.muted))
            painter.setFont(fonts.sized(tokens.SMALL))
            painter.drawText(picture, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._away)
        below = QRect(picture.left() + 2, picture.bottom() + 12, picture.width() - 4, 24)
        painter.setPen(QColor(now.ink))
        painter.setFont(fonts.sized(tokens.BODY, bold=True))
        self._line(painter, below, self.recent.title)
        painter.setPen(QColor(now.muted))
        painter.setFont(fonts.sized(tokens.SMALL))
        self._line(painter, below.translated(0, 25), self._sentence)

    def _line(self, painter: QPainter, inside: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        runs = direction.of_text(words, self.layoutDirection())
        painter.setLayoutDirection(runs)
        side = direction.alignment(self.layoutDirection())
        painter.drawText(inside, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    def _dabs(self, painter: QPainter, inside: QRect) -> None:
        if self._away:
            return
        painter.setPen(QPen(QColor(tokens.TINT_EDGE), 0.6))
        for x, y, colour in self.recent.picture:
            painter.setBrush(QColor(tokens.tint(colour)))
            dab = QRectF(
                inside.x() + x * inside.width(),
                inside.y() + y * inside.height(),
                DAB[0] * inside.width(),
                DAB[1] * inside.height(),
            )
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                dab.moveRight(inside.x() + (1 - x) * inside.width())
            painter.drawRoundedRect(dab, 1.5, 1.5)
