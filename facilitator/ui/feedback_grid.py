"""What people say of a prototype, on four piles, and the line where it is typed while they say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from facilitator.ui import tokens
from facilitator.ui.widgets import button, calm_scrolling, column, label, row

if TYPE_CHECKING:
    from facilitator.workshop.queries.prototypes import FeedbackLine, PrototypeBoard

PILES = ("worked", "change", "question", "idea")
KEYS = {"+": "worked", "-": "change", "?": "question", "*": "idea"}
"""Typed first in the empty line, they choose the pile."""
TINTS = {"worked": 5, "change": 2, "question": 4, "idea": 1}


class FeedbackGrid(QWidget):
    """Four piles, two by two, each with its count."""

    def __init__(self) -> None:
        super().__init__()
        self.words = {
            "worked": self.tr("+ What worked"),
            "change": self.tr("Δ What to change"),
            "question": self.tr("? Questions"),
            "idea": self.tr("✳ New ideas"),
        }
        self.piles: dict[str, QListWidget] = {}
        self._heads = {kind: label(self.words[kind], "strong") for kind in PILES}
        grid = QGridLayout()
        grid.setSpacing(tokens.GAP)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, kind in enumerate(PILES):
            self.piles[kind] = self._pile(kind)
            grid.addLayout(column(self._heads[kind], self.piles[kind]), at // 2, at % 2)
        self.setLayout(grid)

    def show_board(self, board: PrototypeBoard) -> None:
        """Show what was said of one version."""
        for kind, pile in self.piles.items():
            pile.clear()
            self._heads[kind].setText(f"{self.words[kind]}  {board.said(kind)}")
            for line in board.piles[kind]:
                pile.addItem(self._item(line))
            pile.scrollToBottom()

    def _pile(self, kind: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self.words[kind])
        made.setWordWrap(True)
        made.setSpacing(3)
        made.setMinimumSize(QSize(160, 80))
        made.setResizeMode(QListWidget.ResizeMode.Adjust)
        calm_scrolling(made)
        return made

    def _item(self, line: FeedbackLine) -> QListWidgetItem:
        whose = {
            "would-use": self.tr("would use it"),
            "would-help-run": self.tr("would help run it"),
            "both": self.tr("would use it and help run it"),
        }.get(line.perspective, "")
        hidden = self.tr("hidden from the room") if line.withheld else ""
        about = " · ".join(part for part in (whose, hidden) if part)
        item = QListWidgetItem("\n".join(part for part in (line.text, line.translation, about) if part))
        item.setBackground(QBrush(QColor(tokens.tint(TINTS[line.kind]))))
        item.setForeground(QBrush(QColor(tokens.TINT_INK)))
        return item


class FeedbackLineEdit(QLineEdit):
    """One line of what somebody says; a sign typed first chooses the pile."""

    chose = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.text() and (kind := KEYS.get(event.text())):
            self.chose.emit(kind)
            return
        super().keyPressEvent(event)


class FeedbackBar(QWidget):
    """Where feedback is typed: the pile, the words, whose view it is. `said` gives pile, words and perspective."""

    said = Signal(str, str, str)

    def __init__(self, piles: dict[str, str]) -> None:
        super().__init__()
        self.pile = self._choice(self.tr("Pile"), list(piles.items()))
        self.perspective = self._choice(
            self.tr("Whose view"),
            [
                ("", self.tr("Anybody")),
                ("would-use", self.tr("Would use it")),
                ("would-help-run", self.tr("Would help run it")),
                ("both", self.tr("Both")),
            ],
        )
        self.line = FeedbackLineEdit()
        self.line.setAccessibleName(self.tr("What somebody says"))
        self.line.setPlaceholderText(self.tr("Type what is said. First + - ? or * for the pile"))
        self.line.chose.connect(lambda kind: self.pile.setCurrentIndex(self.pile.findData(kind)))
        self.line.returnPressed.connect(self._add)
        box = row(self.pile, self.line, self.perspective, button(self.tr("Add"), self._add))
        box.setStretch(1, 1)
        self.setLayout(box)

    def _choice(self, name: str, choices: list[tuple[str, str]]) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        for value, words in choices:
            made.addItem(words, value)
        return made

    def _add(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self.said.emit(self.pile.currentData(), text, self.perspective.currentData())
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_back(self, text: str) -> None:
        """Put words back that could not be stored, before whatever has been typed since."""
        self.line.setText(" ".join(part for part in (text, self.line.text()) if part))
