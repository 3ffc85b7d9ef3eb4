"""Where one page at a time is shown. A page gets the room there is, and can be scrolled where it needs more: at 200 %
on a small screen everything can still be reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

EDGE = 12  # logical pixels around what is scrolled to


class Holder(QWidget):
    """Holds a page and asks for no more room than it needs at the least. A layout would ask for the height at which
    every line of its words is seen, and lists would scroll in a page that scrolls.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.page = page
        page.setParent(self)

    def sizeHint(self) -> QSize:
        return self.page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.page.minimumSizeHint().expandedTo(self.page.minimumSize())

    def event(self, event: QEvent) -> bool:
        """Pass on that the page needs another size than before, or what it grew by would be cut off."""
        around = self.parentWidget()
        area = around.parentWidget() if around else None
        if event.type() is QEvent.Type.LayoutRequest and area:
            QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pass the room on, and keep what has the focus in sight."""
        self.page.setGeometry(self.rect())
        around = self.parentWidget()
        area = around.parentWidget() if around else None
        if isinstance(area, Room):
            QTimer.singleShot(0, area, area.keep_in_sight)


class Room(QScrollArea):
    """The room of one page: never smaller than the page can be."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.page = page
        self.setViewport(QWidget())  # one that is known here: to ask Qt for its own makes PySide load every widget
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        holder = Holder(page)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)  # the window's own ground shows, and is painted once

    def keep_in_sight(self) -> None:
        """Scroll to what has the focus, where the page is larger than its room: no key goes where nobody looks."""
        focus = QApplication.focusWidget()
        low = focus and focus.height() < self.viewport().height()
        if focus and low and self.page.isAncestorOf(focus) and not self.page.visibleRegion().isEmpty():
            self.ensureWidgetVisible(focus, 0, EDGE)


class Stage(QStackedWidget):
    """The pages there are; one is shown."""

    def __init__(self) -> None:
        super().__init__()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        room = self.currentWidget()
        if isinstance(room, Room):
            room.keep_in_sight()

    def put(self, page: QWidget) -> None:
        """Take a page in."""
        self.addWidget(Room(page))

    def show_page(self, page: QWidget) -> None:
        """Show a page that was taken in."""
        room = self._room(page)
        if room:
            self.setCurrentWidget(room)

    def shown(self) -> QWidget | None:
        """The page that is shown."""
        room = self.currentWidget()
        return room.page if isinstance(room, Room) else None

    def take_out(self, page: QWidget) -> None:
        """Let a page go for good."""
        room = self._room(page)
        if room:
            self.removeWidget(room)
            room.deleteLater()

    def _room(self, page: QWidget) -> Room | None:
        for at in range(self.count()):
            room = self.widget(at)
            if isinstance(room, Room) and room.page is page:
                return room
        return None
