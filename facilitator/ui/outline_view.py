"""The outline of a board on screen: a list that stays smooth with thousands of notes and is all there for a screen
reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from facilitator.ui.outline_delegate import OutlineDelegate
from facilitator.ui.widgets import calm_scrolling

if TYPE_CHECKING:
    import uuid

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from facilitator.ui.outline_model import OutlineModel
    from facilitator.workshop.queries.board import NoteLine

WIDEST = 1000  # a longer line of text is hard to follow


class OutlineView(QListView):
    """Shows an `OutlineModel`. `edited` carries a note and its new words, `typed` a key that was meant for the capture
    bar.
    """

    edited = Signal(object, str)
    typed = Signal(str)
    chosen = Signal()

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self.notes = model
        self._delegate = OutlineDelegate(model, self)
        self._delegate.edited.connect(self.edited)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Notes"))
        self.setAccessibleDescription(self.tr("The notes of this board by theme. Enter changes a note."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.allow_editing(may=True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        calm_scrolling(self)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.chosen.emit())

    def chosen_notes(self) -> list[NoteLine]:
        """The notes that are selected, from top to bottom."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [note for index in indexes if (note := self.notes.note_at(index))]

    def rows(self) -> int:
        """How many lines there are, headings too."""
        return self.notes.rowCount()

    def allow_editing(self, may: bool) -> None:
        """Whether a double click may change a note."""
        trigger = QAbstractItemView.EditTrigger
        self._may_edit = may
        self.setEditTriggers(trigger.DoubleClicked if may else trigger.NoEditTriggers)

    def choose(self, note_id: uuid.UUID) -> None:
        """Select one note and bring it into view."""
        row = self.notes.row_of(note_id)
        if row is not None:
            index = self.notes.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def edit_chosen(self, words: str | None = None) -> None:
        """Change the selected note where it stands, beginning with words that could not be stored before."""
        index = self.currentIndex()
        if not self._may_edit or not self.notes.note_at(index) or self.state() == QAbstractItemView.State.EditingState:
            return
        self.scrollTo(index)
        self.edit(index)
        editor = self.indexWidget(index)
        if words is not None and editor is not None:
            editor.setPlainText(words)  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes the note; letters go to the capture bar, because that is what they are meant for."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit_chosen()
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.width = min(self.viewport().width() - 4, WIDEST)
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
