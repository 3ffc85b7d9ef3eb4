"""The wall with what lies on it while one works: the editor of a note, and the buttons for the eye. It speaks of
notes as the outline does, so that the station can use either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from facilitator.ui.boards.outline_delegate import NoteEditor
from facilitator.ui.canvas.view import CanvasView
from facilitator.ui.look import fonts, tokens
from facilitator.ui.parts.widgets import button, column, frame, label, row

if TYPE_CHECKING:
    import uuid

    from PySide6.QtGui import QResizeEvent

    from facilitator.workshop.queries.board import NoteLine

EDITOR_LEAST = (220, 120)  # logical pixels; a note far away is changed in a field one can read
NEARER = 1.25


class WallEditor(NoteEditor):
    """Edits a note where it lies. Going elsewhere keeps the words, Escape leaves the note as it was."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escape and event.type() == QEvent.Type.KeyPress:
            self.left.emit()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.kept.emit()


class BoardWall(QWidget):
    """One board as a wall. `edited` carries a note and its new words, `typing` the id of one and its words so far (None
    once it is no longer being changed).
    """

    edited = Signal(object, str)
    typing = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.view = CanvasView()
        self.setFocusProxy(self.view)
        self._editor: WallEditor | None = None
        self._note: NoteLine | None = None
        self.setLayout(column(self.view, gap=0))
        self._eye = self._buttons()
        self.view.opened.connect(lambda note_id: self._open(note_id))
        self.view.looked.connect(self._follow_eye)

    def chosen_notes(self) -> list[NoteLine]:
        """The notes that are chosen, in reading order."""
        scene = self.view.scene
        rows = (scene.row(note_id) for note_id in self.view.chosen)
        return [scene.notes[row] for row in sorted(row for row in rows if row is not None)]

    def choose(self, note_id: uuid.UUID) -> None:
        """Choose one note and bring it into view."""
        self.view.choose([note_id])
        self.view.show_notes([note_id])

    def allow_editing(self, may: bool) -> None:
        """Whether the workshop can be changed."""
        self.view.may_change = may

    def edit_chosen(self, words: str | None = None) -> None:
        """Change the chosen note where it lies, beginning with words that could not be stored before."""
        chosen = self.chosen_notes()
        if len(chosen) == 1 and self.view.may_change:
            self._open(chosen[0].id, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        size = self._eye.sizeHint()
        self._eye.setGeometry(self.width() - size.width() - 14, self.height() - size.height() - 12, *size.toTuple())

    def _buttons(self) -> QFrame:
        self._zoom: QLabel = label("100 %", "small")
        parts = row(
            button("–", lambda: self._look(1 / NEARER), about=self.tr("Farther away: the minus key")),
            self._zoom,
            button("+", lambda: self._look(NEARER), about=self.tr("Nearer: the plus key")),
            button(self.tr("All"), self.view.show_all, about=self.tr("Show the whole wall: the Home key")),
            gap=6,
        )
        made = frame("card", parts, margins=(8, 6, 8, 6), gap=6)
        made.setParent(self)
        return made

    def _look(self, factor: float) -> None:
        middle = self.view.rect().toRectF().center()
        self.view.look(self.view.camera.zoomed(factor, middle, self.view.size().toSizeF()))

    def _follow_eye(self) -> None:
        words = f"{round(self.view.camera.zoom * 100)} %"
        if words != self._zoom.text():
            self._zoom.setText(words)
            self._place_buttons()
        self._place_editor()

    def _open(self, note_id: uuid.UUID, words: str | None = None) -> None:
        row_ = self.view.scene.row(note_id)
        if row_ is None or self._editor is not None or self.view.scene.notes[row_].face_down:
            return
        self._note = self.view.scene.notes[row_]
        self.choose(note_id)
        self._editor = editor = WallEditor(self.view)
        editor.setObjectName("noteEditor")
        editor.setAccessibleName(self.tr("The note's words"))
        editor.setTabChangesFocus(True)
        editor.setPlainText(self._note.text if words is None else words)
        editor.selectAll()
        editor.textChanged.connect(lambda: self.typing.emit(note_id, editor.toPlainText()))
        editor.kept.connect(self._keep)
        editor.left.connect(self._leave)
        self._place_editor()
        editor.show()
        editor.setFocus()

    def _place_editor(self) -> None:
        place = self.view.place_of(self._note.id) if self._editor and self._note else None
        if self._editor is None or place is None:
            return
        least = QRectF(place.topLeft(), place.size()).toAlignedRect()
        least.setWidth(max(least.width(), EDITOR_LEAST[0]))
        least.setHeight(max(least.height(), EDITOR_LEAST[1]))
        least.moveLeft(max(0, min(least.left(), self.view.width() - least.width())))
        least.moveTop(max(0, min(least.top(), self.view.height() - least.height())))
        self._editor.setGeometry(least)
        self._editor.setFont(fonts.sized(max(tokens.BODY, round(16 * self.view.camera.zoom))))

    def _keep(self) -> None:
        editor, note = self._editor, self._note
        if editor and note:
            words = editor.toPlainText().strip()
            self._leave()
            if words and words != note.text:
                self.edited.emit(note, words)

    def _leave(self) -> None:
        editor, self._editor, self._note = self._editor, None, None
        if editor:
            self.typing.emit(None, "")
            self.view.setFocus()  # before the editor goes, or Qt hands the focus on as Tab would
            editor.hide()
            editor.deleteLater()
