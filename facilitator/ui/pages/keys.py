"""The page that lists every key, made from the one table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from facilitator.ui import tokens
from facilitator.ui.widgets import column, label

if TYPE_CHECKING:
    from facilitator.ui.actions import Actions


class KeysPage(QScrollArea):
    """What each key does."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Keys"))
        self.viewport().setAutoFillBackground(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(10)
        listed = [(entry.words, entry.keys) for entry in actions.entries if not entry.name.startswith("colour-")]
        for at, (words, keys) in enumerate((*listed, *self._in_places())):
            shown = "   ".join(QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in keys)
            grid.addWidget(label(words), at, 0)
            grid.addWidget(label(shown, "strong"), at, 1)
        grid.setColumnStretch(2, 1)
        inside = QWidget()
        box = column(label(self.tr("Keys"), "title"), 8, grid, None)
        box.setContentsMargins(tokens.PAGE_MARGIN, 20, tokens.PAGE_MARGIN, 20)
        inside.setLayout(box)
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def arrive(self) -> None:
        """The page has come up."""
        self.setFocus()

    def _in_places(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Keys that come in rows, or belong to one control."""
        return (
            (self.tr("Colour of the next note, or of the selected ones in the list"), ("Alt+1", "Alt+7")),
            (self.tr("Keep what is typed: add the note, or keep the change"), ("Return",)),
            (self.tr("Move through the notes while typing"), ("Up", "Down")),
            (self.tr("Begin a new line while changing a note"), ("Shift+Return",)),
        )
