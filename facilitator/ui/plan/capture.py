"""The bar below the plan: a block typed in one line, and how it was understood, before it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame

from facilitator.domain.block_entry import read_block, read_blocks
from facilitator.domain.gestures.capture import lines_of
from facilitator.domain.typed_words import as_typed
from facilitator.ui.boards.capture_bar import CaptureField
from facilitator.ui.parts.widgets import column, label
from facilitator.ui.plan.words import BlockWords

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BlockField(CaptureField):
    """Where a block is typed. `below` says that it goes below the chosen one."""

    below = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.below.emit()
        else:
            super().keyPressEvent(event)


class PlanCapture(QFrame):
    """`captured` carries the blocks of a line or of many, the words they came from, and whether they go below the
    chosen one. `near` (HH:MM) is when the session begins.
    """

    captured = Signal(object, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("captureBar")
        self.near = ""
        self._words = BlockWords(self)
        self.field = BlockField()
        self.field.setAccessibleName(self.tr("New block"))
        self.field.setPlaceholderText(self.tr("Add a block: Welcome 15, or Break 15 at 11:05"))
        self.field.setAccessibleDescription(
            self.tr("Its name and its minutes. Enter adds it at the end, Shift+Enter below the chosen one.")
        )
        self._said = label("", "muted", wrap=True)
        self.field.textChanged.connect(self._read)
        self.field.returnPressed.connect(lambda: self._send(below=False))
        self.field.below.connect(lambda: self._send(below=True))
        self.field.many.connect(self._paste)
        box = column(self.field, self._said, gap=4)
        box.setContentsMargins(28, 10, 28, 8)
        self.setLayout(box)
        self._read("")

    def words(self) -> str:
        """How what is typed is understood."""
        return self._said.text()

    def give_back(self, words: str) -> None:
        """Put words back that could not be stored."""
        self.field.setText(" ".join([*words.splitlines(), self.field.text()]).strip())

    def is_unsent(self) -> bool:
        """Whether there are words that nobody has asked to store."""
        return bool(self.field.text().strip())

    def _read(self, words: str) -> None:
        entry = read_block(words, self.near)
        hint = self.tr("Enter adds it · Shift+Enter below the chosen one · “in quotation marks” what to say")
        nameless = self.tr("It needs a name, such as: Welcome 15")
        self._said.setText(self._words.understood(entry) if entry else nameless if words.strip() else hint)

    def _send(self, *, below: bool) -> None:
        words = as_typed(self.field.text())
        entry = read_block(words, self.near)
        if entry:
            said = self._words.understood(entry)
            self.field.clear()
            self.captured.emit((entry,), words, below)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _paste(self, text: str) -> None:
        entries = read_blocks(lines_of(text), self.near)
        if entries:
            self.captured.emit(entries, text, False)
