"""The picture of a note as large as there is room, and choosing the part of it that is the note, by mouse or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.look import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

WHOLE = QRectF(0, 0, 1, 1)
BEGIN = QRectF(0.1, 0.1, 0.8, 0.8)
STEP = 0.02  # of the picture, for one press of an arrow
SMALLEST = 0.05
SHADE = QColor(0, 0, 0, 130)
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-STEP, 0),
    Qt.Key.Key_Right: QPointF(STEP, 0),
    Qt.Key.Key_Up: QPointF(0, -STEP),
    Qt.Key.Key_Down: QPointF(0, STEP),
}
_KEYS = {*_ARROWS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


class CutOut(QWidget):
    """Shows a picture. `kept` carries the chosen part, in shares of the picture's width and height; `left` says that
    none was chosen.
    """

    kept = Signal(QRectF)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._fitted = QPixmap()
        self._began: QPointF | None = None
        self.part: QRectF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(120)
        self.setAccessibleName(self.tr("The picture of the note"))

    def show_picture(self, picture: QPixmap) -> None:
        """Show this one, whole."""
        self._picture, self._fitted, self.part = picture, QPixmap(), None
        self.update()

    def begin(self) -> None:
        """Let a part be chosen."""
        if self._picture.isNull():
            return
        self.part = QRectF(BEGIN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            self.tr(
                "Arrows move the part that is kept, Shift and arrows change its size, Enter keeps it, Escape does not."
            )
        )
        self.setFocus()
        self.update()

    def end(self) -> None:
        """No part is chosen any more."""
        self.part = self._began = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription("")
        self.update()

    def event(self, event: QEvent) -> bool:
        """While a part is chosen, Enter, Escape and the arrows are for it, whatever they mean to the window."""
        choosing = self.part is not None and event.type() == QEvent.Type.ShortcutOverride
        if choosing and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if self.part is None:
            super().keyPressEvent(event)
        elif arrow is not None:
            larger = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.part = _resized(self.part, arrow) if larger else _moved(self.part, arrow)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            part = self.part
            self.end()
            self.kept.emit(part)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.part is not None and event.button() == Qt.MouseButton.LeftButton:
            self._began = self._share(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.part is not None and self._began is not None:
            drawn = QRectF(self._began, self._share(event.position())).normalized()
            if min(drawn.width(), drawn.height()) >= SMALLEST:
                self.part = drawn
                self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._began = None

    def resizeEvent(self, _event: object) -> None:
        self._fitted = QPixmap()

    def place(self) -> QRectF:
        """Where the picture is, in logical pixels; never larger than twice itself."""
        size = QSizeF(self._picture.size())
        room = QSizeF(self.size()).boundedTo(size * 2 / self.devicePixelRatioF())
        place = QRectF(QPointF(0, 0), size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture.isNull():
            painter.setPen(theme.colour("muted"))
            painter.drawText(
                self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.tr("This picture is not in the file.")
            )
            painter.end()
            return
        place, ratio = self.place(), self.devicePixelRatioF()
        if self._fitted.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            size = (place.size() * ratio).toSize()
            self._fitted = self._picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawPixmap(place, self._fitted, QRectF(self._fitted.rect()))
        if self.part is not None:
            self._paint_part(painter, place, self.part)
        painter.end()

    def _paint_part(self, painter: QPainter, place: QRectF, part: QRectF) -> None:
        kept = QRectF(
            place.left() + part.left() * place.width(),
            place.top() + part.top() * place.height(),
            part.width() * place.width(),
            part.height() * place.height(),
        )
        painter.save()
        for gone in (
            QRectF(place.left(), place.top(), place.width(), kept.top() - place.top()),
            QRectF(place.left(), kept.bottom(), place.width(), place.bottom() - kept.bottom()),
            QRectF(place.left(), kept.top(), kept.left() - place.left(), kept.height()),
            QRectF(kept.right(), kept.top(), place.right() - kept.right(), kept.height()),
        ):
            painter.fillRect(gone, SHADE)
        painter.setPen(QPen(Qt.GlobalColor.white, 5))
        painter.drawRect(kept)
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.drawRect(kept)
        painter.restore()

    def _share(self, at: QPointF) -> QPointF:
        place = self.place()
        across = (at.x() - place.left()) / max(1.0, place.width())
        down = (at.y() - place.top()) / max(1.0, place.height())
        return QPointF(min(1.0, max(0.0, across)), min(1.0, max(0.0, down)))


def _moved(part: QRectF, by: QPointF) -> QRectF:
    left = min(1 - part.width(), max(0.0, part.left() + by.x()))
    top = min(1 - part.height(), max(0.0, part.top() + by.y()))
    return QRectF(QPointF(left, top), part.size())


def _resized(part: QRectF, by: QPointF) -> QRectF:
    """Its right or lower edge moved."""
    width = min(1 - part.left(), max(SMALLEST, part.width() + by.x()))
    height = min(1 - part.top(), max(SMALLEST, part.height() + by.y()))
    return QRectF(part.left(), part.top(), width, height)
