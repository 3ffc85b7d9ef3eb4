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
        self._asked = ""
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

    def take_over(self, words: str, entered: bool) -> None:
        """Words that were typed elsewhere before there was a board are its question; asked at once after Enter."""
        self.field.insert(words)
        if entered:
            self._ask()

    def stored(self) -> str:
        """The question is safe: take its words away, and hand over what was typed since."""
        since = self.field.text().removeprefix(self._asked)
        self._asked = ""
        self.field.clear()
        return since

    def not_stored(self) -> None:
        """It could not be stored: its words stay for another try."""
        self._asked = ""

    def _ask(self) -> None:
        typed = self.field.text()
        if typed.strip() and not self._asked:
            self._asked = typed
            self.asked.emit(typed.strip())
