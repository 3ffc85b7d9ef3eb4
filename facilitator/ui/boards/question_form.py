"""Where the question of a new board is typed, above the board that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.widgets import button, row


class QuestionForm(QWidget):
    """One field and what sends it. `asked` carries the question; the words stay until `stored` says they are safe.
    `typed` carries the words so far, or nothing while nobody is asked for them.
    """

    asked = Signal(str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("The question of a new board"))
        self.field.setPlaceholderText(self.tr("Type the question you will ask the room, then press Enter"))
        calm(self.field)
        self.field.returnPressed.connect(self._ask)
        self.field.textChanged.connect(self.typed)
        self.setLayout(row(self.field, button(self.tr("Ask it"), self._ask, main=True)))
        self.hide()

    def begin(self) -> None:
        """Ask for a question."""
        self.show()
        self.field.setFocus()
        self.typed.emit(self.field.text())

    def put_away(self) -> None:
        """Leave it; the words wait for the next time they are asked for."""
        self.hide()
        self.typed.emit("")

    def is_begun(self) -> bool:
        """Whether a question is half typed."""
        return not self.isHidden() and bool(self.field.text())

    def stored(self) -> None:
        """The question is safe: take its words away."""
        self.field.clear()

    def _ask(self) -> None:
        if question := self.field.text().strip():
            self.asked.emit(question)
