"""The bar at the top: where one is, the tools of that station, and undo and redo in the words of what they would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from facilitator.ui.look import icons, theme, tokens
from facilitator.ui.menu import menu_button
from facilitator.ui.parts.widgets import column, explain, label, row
from facilitator.ui.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from facilitator.domain.change import Step
    from facilitator.ui.actions import Actions

WIDEST = 260  # pixels a button of undo may take
SMALL_BUTTON = 54  # pixels of one that is an icon only
GAP = 12
LOW = 450  # pixels of a window in which a second line costs too much


class Tools(QStackedWidget):
    """The tools of the station that is shown, and only as wide as those."""

    def sizeHint(self) -> QSize:
        return self._shown().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._shown().minimumSizeHint()

    def _shown(self) -> QWidget:
        return self.currentWidget() or self


class TopBar(QFrame):
    """Follows the station and what can be undone. Where there is little room, undo and redo become icons first, then
    the tools get a line of their own; in a low window the title goes before that, which the rail says too. Undo and
    redo always stand in the menu.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._actions = actions
        self._words = Words(self)
        self._can_redo = self._read_only = False
        self._fitted = 0
        self._title = label("", "barTitle")
        self._tools = Tools()
        self._no_tools = QWidget()
        self._tools.addWidget(self._no_tools)
        self.undo, self.redo = self._step_button("undo"), self._step_button("redo")
        self.menu = menu_button(actions)
        self._first = row(self._title, None, self._tools, self.undo, self.redo, self.menu, gap=GAP)
        self._second = row(gap=GAP)
        box = column(self._first, self._second, gap=6)
        box.setContentsMargins(20, 9, 20, 9)
        self.setLayout(box)
        self.setMinimumHeight(tokens.TARGET + 20)
        self.show_steps(None, None, read_only=False)

    def add_tools(self, tools: QWidget) -> None:
        """Take in the tools of a station."""
        self._tools.addWidget(tools)

    def title(self) -> str:
        """Where one is."""
        return self._title.text()

    def show_station(self, title: str, tools: QWidget | None) -> None:
        """Show where one is; a page without tools shows none."""
        self._title.setText(title)
        self._tools.setCurrentWidget(tools or self._no_tools)
        self._tools.setVisible(tools is not None)
        self._tools.updateGeometry()
        self._fit()

    def show_steps(self, undo: Step | None, redo: Step | None, *, read_only: bool) -> None:
        """Say what the two keys would now do."""
        self._can_redo, self._read_only = redo is not None, read_only
        for name, step, one in (("undo", undo, self.undo), ("redo", redo, self.redo)):
            self._actions[name].setEnabled(step is not None and not read_only)
            one.setEnabled(step is not None and not read_only)
            bare = self.tr("Undo") if name == "undo" else self.tr("Redo")
            with_words = self.tr("Undo: {what}") if name == "undo" else self.tr("Redo: {what}")
            words = with_words.format(what=self._words.of(step)) if step else bare
            one.setAccessibleName(words)
            explain(one, f"{words}  {self._actions[name].shortcut().toString()}")
            self._actions[name].setText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Share the room out anew when the tools say something longer or shorter."""
        if event.type() is QEvent.Type.LayoutRequest and self._tools.sizeHint().width() != self._fitted:
            self._fit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Share out the room for the first time."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the small buttons in the colours of another look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        if not self.isVisible():  # its icons are drawn once there is somebody to see them
            return
        room = self.width() - 40 - self.menu.sizeHint().width()
        hidden, self._fitted = self._tools.isHidden(), self._tools.sizeHint().width()
        tools = 0 if hidden else self._tools.minimumSizeHint().width() + GAP
        whole_tools = 0 if hidden else self._tools.sizeHint().width() + GAP
        title = self._title.sizeHint().width() + GAP
        steps = [] if self._read_only else [self.undo, *([self.redo] if self._can_redo else [])]
        words, icon = sum(self._wide(one) + GAP for one in steps), len(steps) * (SMALL_BUTTON + GAP)
        below = tools + icon + (0 if self.window().height() < LOW else title) > room
        beside, whole_beside = (0, 0) if below else (tools, whole_tools)
        self._put_tools(below=below)
        self._title.setVisible(title + beside + icon <= room)
        left = room - (0 if self._title.isHidden() else title)
        for name, one in (("undo", self.undo), ("redo", self.redo)):
            self._shape(name, one, in_words=words <= left - whole_beside)
            one.setVisible(one in steps and icon <= left - beside)
        self.updateGeometry()

    def _wide(self, one: QPushButton) -> int:
        return min(WIDEST, one.fontMetrics().horizontalAdvance(one.accessibleName()) + 34)

    def _put_tools(self, *, below: bool) -> None:
        wanted = self._second if below else self._first
        if wanted.indexOf(self._tools) < 0:
            (self._first if below else self._second).removeWidget(self._tools)
            wanted.insertWidget(0 if below else 2, self._tools, 1 if below else 0)

    def _shape(self, name: str, one: QPushButton, *, in_words: bool) -> None:
        words = one.accessibleName()
        one.setText(one.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST - 30) if in_words else "")
        colour = theme.colours().ink if one.isEnabled() else theme.colours().edge
        drawn = icons.drawn(name, colour, self.devicePixelRatioF())
        one.setIcon(QIcon() if in_words else QIcon(drawn))

    def _step_button(self, name: str) -> QPushButton:
        made = QPushButton()
        made.setAutoDefault(True)  # Enter presses it, as Space does
        made.clicked.connect(lambda: self._actions[name].trigger())
        return made
