"""The bar at the top: where one is, the tools of that station, and undo and redo in the words of what they would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QStackedWidget, QWidget

from facilitator.ui import tokens
from facilitator.ui.widgets import explain, label, row
from facilitator.ui.words import Words

if TYPE_CHECKING:
    from facilitator.domain.change import Step
    from facilitator.ui.actions import Actions

IN_MENU = ("new", "open", "polis", "example", "", "keys", "close")
WIDEST = 260  # pixels a button of undo may take


class TopBar(QFrame):
    """Follows the station and what can be undone."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._actions = actions
        self._words = Words(self)
        self._title = label("", "barTitle")
        self._tools = QStackedWidget()
        self._no_tools = QWidget()
        self._tools.addWidget(self._no_tools)
        self.undo, self.redo = self._step_button("undo"), self._step_button("redo")
        self.menu = self._menu()
        box = row(self._title, None, self._tools, self.undo, self.redo, self.menu)
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

    def show_steps(self, undo: Step | None, redo: Step | None, *, read_only: bool) -> None:
        """Say what the two keys would now do."""
        for name, step, one in (("undo", undo, self.undo), ("redo", redo, self.redo)):
            self._actions[name].setEnabled(step is not None and not read_only)
            one.setEnabled(step is not None and not read_only)
            bare = self.tr("Undo") if name == "undo" else self.tr("Redo")
            with_words = self.tr("Undo: {what}") if name == "undo" else self.tr("Redo: {what}")
            words = with_words.format(what=self._words.of(step)) if step else bare
            one.setText(one.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST - 30))
            one.setAccessibleName(words)
            explain(one, self._actions[name].shortcut().toString())
            self._actions[name].setText(words)
        self.redo.setVisible(redo is not None and not read_only)
        self.undo.setVisible(not read_only)

    def _step_button(self, name: str) -> QPushButton:
        made = QPushButton()
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self._actions[name].trigger())
        return made

    def _menu(self) -> QPushButton:
        made = QPushButton(self.tr("Menu"))
        made.setAutoDefault(False)
        explain(made, self.tr("Open or begin a workshop, and see every key"))
        menu = QMenu(made)
        menu.setAccessibleName(self.tr("Menu"))
        for name in IN_MENU:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        made.setMenu(menu)
        return made
