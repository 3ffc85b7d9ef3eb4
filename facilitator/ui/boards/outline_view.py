"""The outline of a board on screen: a list that stays smooth with thousands of notes and is all there for a screen
reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from facilitator.ui.boards.outline_delegate import NoteEditor, OutlineDelegate
from facilitator.ui.parts.tall_list import TallList
from facilitator.ui.parts.widgets import calm_scrolling

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent

    from facilitator.ui.boards.outline_model import OutlineModel
    from facilitator.workshop.queries.board import NoteLine

FIRST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home}
WIDEST = 1000  # a longer line of text is hard to follow


@dataclass(frozen=True, slots=True)
class Held:
    """What a person had chosen, typed and in sight while rows come and go."""

    chosen: tuple[uuid.UUID, ...]
    current: uuid.UUID | None
    words: str | None
    anchor: tuple[uuid.UUID, int] | None


class OutlineView(TallList):
    """Shows an `OutlineModel`. `edited` carries a note and its new words, `typing` the id of one and its words so far
    (None once it is no longer being changed), `typed` a key that was meant for the capture bar,
    `pasted` that what was copied is meant for it.
    """

    edited = Signal(object, str)
    typed = Signal(str)
    pasted = Signal()
    typing = Signal(object, str)
    chosen = Signal()

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.notes = model
        self._delegate = OutlineDelegate(model, self)
        self._delegate.edited.connect(self.edited)
        self._delegate.typing.connect(self.typing)
        self._held: Held | None = None
        model.changing.connect(self._hold)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        model.changed_rows.connect(self._restore)
        self.setAccessibleName(self.tr("Notes"))
        self.setAccessibleDescription(self.tr("The notes of this board by theme. Enter changes a note."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.allow_editing(may=True)
        calm_scrolling(self)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

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
            # Qt's own asks which keys are held: with Ctrl still down after Ctrl+M, a chosen note would be let go.
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def choose_all(self, note_ids: Iterable[uuid.UUID]) -> None:
        """Select these notes and no others, and bring the first into view."""
        rows = sorted(row for one in note_ids if (row := self.notes.row_of(one)) is not None)
        selection = QItemSelection()
        for row in rows:
            selection.select(self.notes.index(row), self.notes.index(row))
        if rows:
            self.setCurrentIndex(self.notes.index(rows[0]))
            self.scrollTo(self.notes.index(rows[0]))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def choose_in_sight(self) -> None:
        """Select the note where the hands were last, or else the first that is in sight."""
        rows = [self.currentIndex(), *(self.notes.index(row) for row in range(self.first_in_sight(), self.rows()))]
        note = next((note for index in rows if (note := self.notes.note_at(index))), None)
        if note:
            self.choose(note.id)

    def edit_chosen(self, words: str | None = None) -> None:
        """Change the selected note where it stands, beginning with words that could not be stored before."""
        index = self.currentIndex()
        note = self.notes.note_at(index)
        if not self._may_edit or note is None or note.face_down or self.state() == QAbstractItemView.State.EditingState:
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
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        elif event.key() in FIRST_KEYS and plain and self.currentIndex().isValid() and not self.chosen_notes():
            self.setCurrentIndex(self.currentIndex())  # the focus had come to it, and nothing was selected yet
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter that takes more than one key, like é or 你, goes to the capture bar as any other does."""
        if event.commitString():
            self.typed.emit(event.commitString())

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)  # Qt takes it away where a row cannot be changed

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.width = min(self.viewport().width() - 4, WIDEST)
        super().resizeEvent(event)

    def height_of(self, row: int) -> int:
        """How tall a heading or a note stands."""
        return self._delegate.height_of(self.notes.shown_at(row))

    def _tell_chosen(self) -> None:
        if self._held is None:
            self.chosen.emit()

    def _hold(self, named: frozenset[uuid.UUID]) -> None:
        """Rows will change: remember what is selected, what is being edited, and what stays in sight where."""
        current = self.notes.note_at(self.currentIndex())
        self._held = Held(
            chosen=tuple(note.id for note in self.chosen_notes()),
            current=current.id if current else None,
            words=self.half_typed(),
            anchor=self._anchor(named),
        )

    def _restore(self) -> None:
        held = self._held
        if held is None:
            return
        self._choose_again(held)
        self._held = None
        if held.anchor:
            row = self.notes.row_of(held.anchor[0])
            if row is not None:
                top = self.visualRect(self.notes.index(row)).top()
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - held.anchor[1])
        if held.words is not None and self.half_typed() is None and held.current in held.chosen:
            self.edit_chosen(held.words)
        if tuple(note.id for note in self.chosen_notes()) != held.chosen:
            self.chosen.emit()

    def _choose_again(self, held: Held) -> None:
        rows = [row for note_id in held.chosen if (row := self.notes.row_of(note_id)) is not None]
        if not rows or [index.row() for index in self.selectionModel().selectedIndexes()] == rows:
            return
        selection = QItemSelection()
        for row in rows:
            selection.select(self.notes.index(row), self.notes.index(row))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        row = self.notes.row_of(held.current) if held.current else None
        current = self.notes.index(rows[-1] if row is None else row)
        self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)

    def half_typed(self) -> str | None:
        """The words in the editor, or None when no note is being changed."""
        editor = self.indexWidget(self.currentIndex()) if self.currentIndex().isValid() else None
        return editor.toPlainText() if isinstance(editor, NoteEditor) else None

    def _anchor(self, named: frozenset[uuid.UUID]) -> tuple[uuid.UUID, int] | None:
        """The first note in sight that will not go elsewhere, and how far down it stands; None at the very top."""
        index = self.indexAt(self.viewport().rect().topLeft())
        if self.verticalOffset() == 0:
            return None
        for row in range(max(index.row(), 0), self.notes.rowCount()):
            at = self.notes.index(row)
            note = self.notes.note_at(at)
            if note and note.id not in named:
                return note.id, self.visualRect(at).top()
        return None
