"""One page shown large: the arrows turn pages, plus and minus make it larger and smaller, Esc goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.printing.pages import paint_page
from facilitator.ui.printing.total import ShortLine

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from facilitator.ui.printing.pages import Pages, Shown

ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0)
"""Times the size at which all of the page is seen."""

_MARGIN = 14
_SETTLE = 120  # milliseconds without a further step before the sharp picture is asked for


class LargePage(QWidget):
    """`left` says that the person goes back to all pages."""

    left = Signal()

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self._index = QModelIndex()
        self._zoom = 0
        self._sheet = _Sheet(self)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._sheet)
        self._sheet.setAutoFillBackground(False)  # so that what lies under the page shows round it
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = label("", "strong")
        self._about = ShortLine()
        self._back = button(self.tr("All pages"), self.left.emit, about=self.tr("Esc"))
        self._before = button("‹", lambda: self.turn(-1), about=self.tr("Page before"))
        self._after = button("›", lambda: self.turn(1), about=self.tr("Next page"))
        self._smaller = button("−", lambda: self.zoom(-1), about=self.tr("Smaller"))
        self._larger = button("+", lambda: self.zoom(1), about=self.tr("Larger"))
        for one in (self._before, self._after, self._smaller, self._larger):
            one.setAccessibleName(one.accessibleDescription())
        tools = row(
            self._back, self._title, self._about, None, self._smaller, self._larger, self._before, self._after, gap=8
        )
        whole = column(tools, self._scroll, gap=10)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._later = QTimer(self, interval=_SETTLE, singleShot=True)
        self._later.timeout.connect(self.sharpen)
        pages.dataChanged.connect(lambda _first, _last: self._renewed())
        pages.modelReset.connect(self._reset)

    def open(self, index: QModelIndex) -> None:
        """Show this page, all of it."""
        self._zoom = 0
        self._show(index)
        self._sheet.setFocus()

    def shown(self) -> Shown | None:
        """The page that is shown."""
        return self._pages.at(self._index) if self._index.isValid() else None

    def index(self) -> QModelIndex:
        """Its place among all pages."""
        return self._index

    def turn(self, by: int) -> None:
        """Go to another page."""
        there = self._pages.index(self._index.row() + by, 0)
        if there.isValid():
            self._show(there)

    def zoom(self, by: int) -> None:
        """Make the page larger or smaller; 0 shows all of it."""
        self._zoom = max(0, min(self._zoom + by, len(ZOOMS) - 1)) if by else 0
        self._lay_out()

    def press(self, key: int) -> bool:
        """What a key does here; whether it does anything."""
        bar = self._scroll.verticalScrollBar()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.turn(1 if (key == Qt.Key.Key_Right) != self.isRightToLeft() else -1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and bar.maximum():
            bar.setValue(bar.value() + (60 if key == Qt.Key.Key_Down else -60))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.turn(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp):
            self.turn(-1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif key == Qt.Key.Key_0:
            self.zoom(0)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()

    def _show(self, index: QModelIndex) -> None:
        self._index = index
        self._renewed()
        self._before.setEnabled(index.row() > 0)
        self._after.setEnabled(index.row() + 1 < self._pages.rowCount())
        self._lay_out()

    def _renewed(self) -> None:
        if self._index.isValid():
            words = str(self._index.data())
            self._title.setText(words)
            self._about.say(self._pages.caption(self._pages.at(self._index)))
            self._sheet.setAccessibleName(words)
            self._sheet.setAccessibleDescription(str(self._index.data(Qt.ItemDataRole.AccessibleDescriptionRole)))
            self._sheet.update()

    def _reset(self) -> None:
        if not self.isVisible():
            self._index = QModelIndex()
            return
        there = self._pages.index(min(max(self._index.row(), 0), self._pages.rowCount() - 1), 0)
        if there.isValid():
            self._show(there)
        else:
            self.left.emit()

    def _lay_out(self) -> None:
        page = self.shown()
        if page is None or not self.isVisible():
            return
        room, (across, up) = self._scroll.viewport().size(), page.size
        scale = min((room.width() - 2 * _MARGIN) / across, (room.height() - 2 * _MARGIN) / up) * ZOOMS[self._zoom]
        self._sheet.resize(round(across * scale) + 2 * _MARGIN, round(up * scale) + 2 * _MARGIN)
        self._sheet.update()
        self._later.start()

    def sharpen(self) -> None:
        """Ask for a picture of the size that is shown."""
        page = self.shown()
        if page is not None and self.isVisible():
            width = self._sheet.width() - 2 * _MARGIN
            self._pages.wish(page, round(width * self.devicePixelRatioF()))


class _Sheet(QWidget):
    """The page itself, which has the focus."""

    def __init__(self, large: LargePage) -> None:
        super().__init__()
        self._large = large
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier))
        if not (plain and self._large.press(event.key())):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._large.shown()
        if page is None:
            return
        painter = QPainter(self)
        inside = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint_page(painter, inside, page.picture)
        painter.end()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.modifiers()
